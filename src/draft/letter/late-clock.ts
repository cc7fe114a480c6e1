/** Words of the contract, and what is to stand in their place. */
export interface WordChange {
  readonly found: string;
  readonly wanted: string;
}

const STEM = "(?:confirm|verif|determin|establish|validat)";
/** Each form in which a contract lets a time run from a finding of the supplier's, with what says the same of awareness. */
const FORMS: readonly (readonly [RegExp, (before: string) => string])[] = [
  [new RegExp(`\\b(of|after|from|upon|following)\\s+${STEM}y?ing\\b`, "iu"), (before) => `${before} becoming aware`],
  [
    /\b(of|after|from|upon|following)\s+(?:the\s+|its\s+)?(?:confirmation|verification|determination|validation)\b/iu,
    (before) => `${before} becoming aware`,
  ],
  [new RegExp(`\\b(has|have|having)\\s+${STEM}(?:ed|ied)\\b`, "iu"), (before) => `${before} become aware`],
  [new RegExp(`\\b()${STEM}(?:s|es|ies)\\b`, "iu"), () => "becomes aware"],
];
/** Words behind a number that may still say from when it counts. */
const REACH = 90;

/** What must change so that a time runs from awareness: `behind` is the sentence from the number on. Undefined where it does not wait for a confirmation. */
export function lateClock(behind: string): WordChange | undefined {
  const near = /^[^.;]*/u.exec(behind.slice(0, REACH))?.[0] ?? "";
  for (const [pattern, awareness] of FORMS) {
    const match = pattern.exec(near);
    if (!match) continue;
    const next = /^\s+(?:that|of)\b/iu.test(behind.slice(match.index + match[0].length)) ? "" : " of";
    return { found: match[0].replaceAll(/\s+/gu, " "), wanted: `${awareness(match[1] ?? "")}${next}` };
  }
  return undefined;
}
