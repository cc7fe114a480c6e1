import type { Deal } from "../../src/model/deal.ts";
import type { Inline, PackView } from "../../src/model/pack-view.ts";

/** A text of the pack with where it stands. */
export interface PlacedText {
  readonly place: string;
  readonly text: readonly Inline[];
  /** The term that the text defines. */
  readonly defines?: string;
}

/** Every text of the pack that the parties would sign, table cells included. */
export function textsOf(view: PackView): PlacedText[] {
  const clauses = view.parts.flatMap((part) => part.clauses);
  return [
    ...view.opening.map((text, i) => ({ place: `opening ${i + 1}`, text })),
    ...clauses.flatMap(({ number, definitions, paragraphs }) => [
      ...definitions.map(({ term, text }) => ({ place: `definition of ${term}`, text, defines: term })),
      ...paragraphs.map(({ label, text }) => ({ place: label.startsWith("(") ? `${number} ${label}` : label, text })),
    ]),
    ...view.schedules.flatMap(({ label, blocks }) =>
      blocks.flatMap((block): PlacedText[] =>
        block.kind === "table"
          ? block.rows.flat().map((cell) => ({ place: `${label}, table`, text: [{ text: cell }] }))
          : [{ place: label, text: block.text }],
      ),
    ),
  ];
}

/** Words alone; of a reference "@", which has no capital of its own. */
export function wordsIn(text: readonly Inline[]): string {
  return text.map((part) => (part.ref === undefined ? part.text : "@")).join("");
}

/** Capitalised words in the middle of a sentence that are none of the names given. */
export function strangers(text: string, names: readonly string[]): string[] {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  const known = new RegExp(`(?<![\\p{L}-])(?:${longestFirst.map(RegExp.escape).join("|")})(?![\\p{L}-])`, "gu");
  const rest = text.replaceAll(known, (name, at: number) =>
    isBeginning(text.slice(0, at)) ? "X" : "x".padEnd(name.length, "x"),
  );
  return [...rest.matchAll(/\p{Lu}[\p{L}-]*/gu)]
    .filter(({ index }) => !isBeginning(rest.slice(0, index)) && !/[\p{L}\d.-]$/u.test(rest.slice(0, index)))
    .map(([word]) => word);
}

function isBeginning(before: string): boolean {
  return before === "" || /(?:[.:?!]\s|[“"(]|^\(?\w+[.)]\s)$/u.test(before);
}

/** A defined term as texts may write it. */
export function formsOf(term: string): string[] {
  return [term, /[^aeiou]y$/.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`];
}

/** Whatever the profile says in its own words: names, places, layers, titles. */
export function ownWordsOf(value: Deal | unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(ownWordsOf) : [];
}
