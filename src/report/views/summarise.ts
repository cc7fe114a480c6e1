import { AREAS, type Area, type Finding, type Review, type Verdict } from "../../model/review.ts";
import { VERDICT_ORDER, worstFindings } from "./order-findings.ts";
import { requestFor } from "./request-for.ts";
import { counted, isAccepted, isGap, isMostlyUndecided, sentenceCase } from "./words.ts";

export interface AreaSummary {
  readonly area: Area;
  /** Findings by verdict; every verdict has an entry. */
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly total: number;
}

export interface Summary {
  /** "14 of 38 requirements are gaps, 3 critical; two clauses work against you." */
  readonly sentence: string;
  /** The other verdicts in one sentence. */
  readonly rest: string;
  /** At most five, worst first, each with what to ask the other side for. */
  readonly worst: readonly { readonly finding: Finding; readonly request: string }[];
  /** Areas that have findings, in the catalogue's order. */
  readonly areas: readonly AreaSummary[];
}

/** What a reader in a hurry needs; the HTML report and the terminal show the same. */
export function summarise(review: Review): Summary {
  const areas = AREAS.map((area) => summariseArea(area, review.findings)).filter(({ total }) => total > 0);
  return {
    sentence: sentence(review.findings),
    rest: [rest(review.findings), accepted(review.findings), ownPolicy(review.findings)]
      .filter((text) => text !== "")
      .join(" "),
    worst: worstFindings(review.findings, 5).map((finding) => ({ finding, request: requestFor(finding) })),
    areas,
  };
}

function summariseArea(area: Area, findings: readonly Finding[]): AreaSummary {
  const own = findings.filter((finding) => finding.area === area);
  const counts = Object.fromEntries(VERDICT_ORDER.map((verdict) => [verdict, count(own, verdict)]));
  return { area, counts: counts as Record<Verdict, number>, total: own.length };
}

function sentence(findings: readonly Finding[]): string {
  const applicable = findings.length - count(findings, "not-applicable");
  if (applicable === 0) return "No requirement of the playbook applies to this contract.";
  const gaps = findings.filter((finding) => isGap(finding) && !isAccepted(finding));
  const critical = gaps.filter((finding) => finding.severity === "critical").length;
  const against = adverseClauses(findings);
  const clauses =
    against === 0 ? "" : `; ${counted(against, "clause")} ${against === 1 ? "works" : "work"} against you`;
  const whole = `${applicable} requirement${applicable === 1 ? "" : "s"}`;
  const verb = gaps.length === 1 ? "is a gap" : "are gaps";
  const criticals = critical === 0 ? "none critical" : `${critical} critical`;
  if (isMostlyUndecided(findings)) {
    const undecided = count(findings, "undecided");
    const others =
      undecided === applicable
        ? ""
        : gaps.length === 0
          ? "; of the others none is a gap"
          : `; of the others ${gaps.length} ${verb}, ${criticals}${clauses}`;
    return `${undecided} of ${whole} could not be decided${others}.`;
  }
  if (gaps.length === 0) return `None of ${whole} is a gap.`;
  return `${gaps.length} of ${whole} ${verb}, ${criticals}${clauses}.`;
}

/** "3 shortfalls are accepted; 1 acceptance has expired and counts again."; "" where nobody accepted anything. */
function accepted(findings: readonly Finding[]): string {
  const having = (...statuses: NonNullable<Finding["deviation"]>["status"][]) =>
    findings.filter(({ deviation }) => deviation && statuses.includes(deviation.status)).length;
  const active = having("active");
  const expired = having("expired");
  const others = having("outgrown", "not-yet");
  const parts = [
    active === 0 ? "" : `${active} shortfall${active === 1 ? " is" : "s are"} accepted`,
    expired === 0
      ? ""
      : `${expired} acceptance${expired === 1 ? " has expired and counts" : "s have expired and count"} again`,
    others === 0 ? "" : `${others} acceptance${others === 1 ? " does" : "s do"} not hold for this text`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : sentenceCase(`${parts.join("; ")}.`);
}

/** "On 12 points it is weaker than your own policies."; "" where no policy was given. */
function ownPolicy(findings: readonly Finding[]): string {
  const gaps = findings.flatMap((finding) => finding.weakerThanPolicy ?? []);
  if (!findings.some((finding) => finding.weakerThanPolicy !== undefined)) return "";
  if (gaps.length === 0) return "On no point is it weaker than your own policies.";
  return `On ${gaps.length} point${gaps.length === 1 ? "" : "s"} it is weaker than your own policies.`;
}

function rest(findings: readonly Finding[]): string {
  const parts = [
    `${count(findings, "covered")} covered`,
    `${count(findings, "partial")} covered in part`,
    `${count(findings, "undecided")} undecided`,
    `${count(findings, "not-applicable")} not applicable`,
  ].filter((part) => !part.startsWith("0 "));
  if (parts.length === 0) return "";
  const last = parts.pop() ?? "";
  const list = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  return sentenceCase(`${list}.`);
}

/** Different provisions whose wording is adverse; one clause that hurts three requirements counts once. */
function adverseClauses(findings: readonly Finding[]): number {
  const places = findings
    .filter((finding) => finding.verdict === "adverse" && !isAccepted(finding))
    .flatMap((finding) => finding.evidence.filter(({ supports }) => supports === "adverse"))
    .map(({ file, clause, start }) => `${file}\n${clause === "" ? start : clause}`);
  return new Set(places).size;
}

function count(findings: readonly Finding[], verdict: Verdict): number {
  return findings.filter((finding) => finding.verdict === verdict).length;
}
