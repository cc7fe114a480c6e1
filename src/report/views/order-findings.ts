import { type Finding, SEVERITIES, type Verdict } from "../../model/review.ts";
import { isAccepted, isGap } from "./words.ts";

/** The order in which every report shows verdicts: what works against the reader first. */
export const VERDICT_ORDER: readonly Verdict[] = [
  "adverse",
  "missing",
  "partial",
  "undecided",
  "covered",
  "not-applicable",
];

/** Findings by severity, then verdict; otherwise in the order of the review. Returns a new array. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => severityRank(a) - severityRank(b) || verdictRank(a) - verdictRank(b));
}

/**
 * The findings to raise first, without those that somebody accepted. A partial counts one severity step lower than a gap, so that a critical partial stands
 * beside a high gap; equal ranks go by verdict.
 */
export function worstFindings(findings: readonly Finding[], count: number): Finding[] {
  const rank = (finding: Finding) => severityRank(finding) + (isGap(finding) ? 0 : 1);
  return findings
    .filter((finding) => !isAccepted(finding) && (isGap(finding) || finding.verdict === "partial"))
    .toSorted((a, b) => rank(a) - rank(b) || verdictRank(a) - verdictRank(b))
    .slice(0, count);
}

function severityRank(finding: Finding): number {
  return SEVERITIES.indexOf(finding.severity);
}

function verdictRank(finding: Finding): number {
  return VERDICT_ORDER.indexOf(finding.verdict);
}
