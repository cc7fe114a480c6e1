/** What a modal or its like does: binds, allows, or frees ("is not obliged to"). */
export type Force = "duty" | "right" | "relief";

export interface Modal {
  readonly words: readonly string[];
  readonly force: Force;
}

/** Forms of "to be" that a modal's like begins with. */
export const BE: readonly string[] = ["is", "are", "be", "been"];

/** "has the right to", "shall have an unlimited right to", "are granted full rights to". */
const RIGHTS = [
  "has",
  "have",
  "shall have",
  "will have",
  "is granted",
  "are granted",
  "shall be granted",
  "retains",
  "retain",
]
  .flatMap((verb) =>
    ["the", "a", "an", ""].flatMap((article) =>
      ["", "full", "unlimited", "unrestricted", "free", "further"].flatMap((how) =>
        ["right to", "rights to"].map((right) => [verb, article, how, right].filter((word) => word !== "").join(" ")),
      ),
    ),
  )
  .join(" | ");
/** "disclaims all responsibility for", "accepts no responsibility for". */
const DISCLAIMERS = ["disclaims all", "disclaim all", "disclaims any", "disclaim any", "disclaims", "disclaim"]
  .concat(["accepts", "accept", "assumes", "assume", "takes", "take", "bears", "bear"].map((verb) => `${verb} no`))
  .flatMap((verb) => ["responsibility", "obligation", "duty"].map((burden) => `${verb} ${burden}`))
  .join(" | ");

const PLAIN: Readonly<Record<Force, string>> = {
  duty: "shall | must | will | agrees to | agree to | agrees that it | undertakes to | undertake to | has to | have to | commits to | commit to | covenants to | warrants that | warrant that | represents that | represent that | confirms that | confirm that | undertakes that | guarantees that | is to | are to",
  right: `may | can | has the right | have the right | shall have the right | reserves the right to | reserve the right to | could | might | ${RIGHTS}`,
  relief: `${DISCLAIMERS} | need not | has no obligation | have no obligation | has no duty | have no duty | have no responsibility | has no responsibility | does not answer for | do not answer for | does not have to | do not have to | have no right | has no right | under no obligation | under no duty`,
};

/** Behind a form of "to be". */
const WITH_BE: Readonly<Record<Force, string>> = {
  duty: "required to | obliged to | obligated to | responsible for | bound to | liable for | liable to | prohibited from | committed to",
  right: "entitled to | permitted to | allowed to | free to | authorised to | authorized to",
  relief:
    "not obliged to | not obligated to | not required to | not responsible for | not liable for | not under any obligation | not bound to | under no obligation | under no duty | not entitled to | not responsible | not liable | not accountable for | not accountable | not answerable for | not answerable",
};

/** Longest first, so that "shall not be obliged to" is taken before "shall". */
const MODALS: readonly Modal[] = (["duty", "right", "relief"] as const)
  .flatMap((force) => [
    ...listOf(PLAIN[force]).map((text) => ({ words: text.split(" "), force })),
    ...BE.flatMap((be) => listOf(WITH_BE[force]).map((text) => ({ words: [be, ...text.split(" ")], force }))),
  ])
  .sort((a, b) => b.words.length - a.words.length);

/** By the first word, then by the second ("" where there is none): most words begin no modal, and most that do go on as none. */
const BY_WORDS: ReadonlyMap<string, ReadonlyMap<string, readonly Modal[]>> = new Map(
  [...Map.groupBy(MODALS, (entry) => entry.words[0] ?? "")].map(([first, entries]) => [
    first,
    Map.groupBy(entries, (entry) => entry.words[1] ?? ""),
  ]),
);

/** The longest modal whose words stand at `at`. */
export function modalAt(words: (at: number) => string | undefined, at: number): Modal | undefined {
  const bySecond = BY_WORDS.get(words(at) ?? "");
  if (!bySecond) return undefined;
  const stands = (entry: Modal) => entry.words.every((word, k) => words(at + k) === word);
  return bySecond.get(words(at + 1) ?? "")?.find(stands) ?? bySecond.get("")?.[0];
}

function listOf(text: string): string[] {
  return text.split(" | ");
}
