import { type Finding, type Review, SEVERITIES, type Severity, type Verdict } from "../../model/review.ts";
import { VERDICT_ORDER } from "./order-findings.ts";
import { isAccepted, SEVERITY_WORDS, VERDICT_WORDS } from "./words.ts";

/** How much a field of the map should draw the eye: 0 nothing there, 4 most. */
export type Heat = 0 | 1 | 2 | 3 | 4;

export interface HeatRow {
  readonly severity: Severity;
  readonly word: string;
  readonly cells: readonly {
    readonly verdict: Verdict;
    readonly word: string;
    readonly count: number;
    /** Of these, accepted by somebody. */
    readonly accepted: number;
    readonly heat: Heat;
  }[];
  readonly total: number;
}

/** Severity by verdict, worst first; what does not apply is left out. */
export function heatMap({ findings }: Review): HeatRow[] {
  const verdicts = VERDICT_ORDER.filter((verdict) => verdict !== "not-applicable");
  return SEVERITIES.map((severity, row) => {
    const own = findings.filter((finding) => finding.severity === severity && finding.verdict !== "not-applicable");
    const cells = verdicts.map((verdict) => {
      const here = own.filter((finding) => finding.verdict === verdict);
      return {
        verdict,
        word: VERDICT_WORDS[verdict],
        count: here.length,
        accepted: here.filter(isAccepted).length,
        heat: heatOf(verdict, row, here),
      };
    });
    return { severity, word: SEVERITY_WORDS[severity], cells, total: own.length };
  }).filter(({ total }) => total > 0);
}

const WARMTH: Readonly<Record<Verdict, number>> = {
  adverse: 4,
  missing: 4,
  partial: 3,
  undecided: 2,
  covered: 0,
  "not-applicable": 0,
};

function heatOf(verdict: Verdict, row: number, findings: readonly Finding[]): Heat {
  if (findings.every(isAccepted) || WARMTH[verdict] === 0) return 0;
  return Math.max(1, WARMTH[verdict] - row) as Heat;
}
