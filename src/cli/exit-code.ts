import { type Review, SEVERITIES } from "../model/review.ts";
import { isAccepted, isGap, isMostlyUndecided } from "../report/views/words.ts";
import type { CheckOptions } from "./check-options.ts";

/** 0: no gap at or above the level. 1: gaps. 2: something could not be checked; it goes before the others. */
export type ExitCode = 0 | 1 | 2;

/** What a review means for the caller's script. Partial findings count only where the caller asked for it, accepted ones never. */
export function exitCodeOf(review: Review, options: Pick<CheckOptions, "failOn" | "failOnPartial">): ExitCode {
  if (hardlyDecided(review)) return 2;
  if (options.failOn === "none") return 0;
  const level = SEVERITIES.indexOf(options.failOn);
  const counts = review.findings.some(
    (finding) =>
      !isAccepted(finding) &&
      (isGap(finding) || (options.failOnPartial && finding.verdict === "partial")) &&
      SEVERITIES.indexOf(finding.severity) <= level,
  );
  return counts ? 1 : 0;
}

/** True where most of what applies could not be decided: a scan without text, or a contract in another language, must never pass. */
export function hardlyDecided(review: Review): boolean {
  return isMostlyUndecided(review.findings);
}
