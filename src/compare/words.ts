// The comparing stage, first step.
// In: a contract as segmented. Out: the words of each clause, made comparable: white space, quotes, dashes, soft hyphens and the
// numbers of references do not count. Never: a verdict, markup, another stage.
import type { Span } from "../model/block.ts";
import type { Clause, Contract } from "../model/contract.ts";
import { shownText } from "../text/shown.ts";
import { referenceNumbers } from "./reference-numbers.ts";

/** A word, a sign or the number of a reference. */
export interface Word {
  /** As a reader sees it. */
  readonly text: string;
  /** What counts when words are compared. */
  readonly key: string;
  /** White space before it: a paragraph or a cell begins with a line break. */
  readonly before: "" | " " | "\n";
  /** Where it is the number of a reference to a clause of this contract: index of that clause. */
  readonly target?: number;
  /** What the reference names inside that clause, "(b)"; "" where it names the whole. */
  readonly inside?: string;
  /** heading: of the clause; column: the head over a cell, put before the cell. */
  readonly part?: "heading" | "column";
}

/** The own words of a clause, heading first; none where it only holds others, is a table of contents or a running head. */
export interface ClauseWords {
  readonly clause: Clause;
  readonly words: readonly Word[];
  /** All keys as one, references without their numbers, column heads left out: equal masks, equal text. */
  readonly mask: string;
}

const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const WORD =
  /[•·▪●○◦‣⁃]|([._…])\1{2,}|[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]+(?:['’][\p{L}\u00ad]+|[.,](?=\p{N})[\p{N}]+)*|[^\s\u200b-\u200d\u2060\ufeff]/gu;
const BULLET = /^[•·▪●○◦‣⁃]$/;

/** Words of every clause, in the order of `Contract.clauses`. */
export function clauseWords(contract: Contract): ClauseWords[] {
  return contract.clauses.map((clause) => {
    const words = isText(clause) ? wordsOfClause(contract, clause) : [];
    return { clause, words, mask: maskOf(words) };
  });
}

/** Words of any span of the contract. */
export function wordsIn(contract: Contract, span: Span): Word[] {
  const words: Word[] = [];
  let at = span.start;
  for (const { start, end, target } of referenceNumbers(contract, span)) {
    words.push(...plainWords(shown(contract, { start: at, end: start })));
    const text = shown(contract, { start, end }).replaceAll(UNSEEN, "").trim();
    const spaced =
      /\s$/.test(shown(contract, { start: Math.max(span.start, start - 1), end: start })) || words.length === 0;
    if (text !== "")
      words.push({
        text,
        key: text.toLowerCase().replaceAll(/\s+/g, ""),
        before: spaced ? " " : "",
        target,
        inside: insideOf(text, contract.clauses[target]?.number ?? ""),
      });
    at = end;
  }
  words.push(...plainWords(shown(contract, { start: at, end: span.end })));
  return words;
}

/** All keys of some words as one. */
export function maskOf(words: readonly Word[]): string {
  return words
    .filter(({ part }) => part !== "column")
    .map(({ key, target }) => (target === undefined ? key : "§"))
    .join(" ");
}

function isText({ kind, origin }: Clause): boolean {
  return kind !== "contents" && origin !== "header" && origin !== "footer";
}

function wordsOfClause(contract: Contract, clause: Clause): Word[] {
  // A row is headed by its first cell, which is among its cells.
  const heading =
    clause.kind === "row"
      ? []
      : clause.headingSpan
        ? wordsIn(contract, clause.headingSpan)
        : plainWords(clause.heading);
  const body = clause.body.map((span, i) => {
    const words = wordsIn(contract, span);
    const head = clause.columnHeads?.[i];
    return head && words.length > 0 ? [columnWord(contract, head), ...words] : words;
  });
  return [headingWords(heading), ...body].flatMap(startingLine);
}

/** Capitals and a full stop are a heading's style. */
function headingWords(words: readonly Word[]): Word[] {
  const last = words.at(-1);
  const own = last && /^[.:]$/.test(last.key) ? words.slice(0, -1) : words;
  return own.map((word) => ({ ...word, key: word.key.toLowerCase(), part: "heading" }));
}

function columnWord(contract: Contract, head: Span): Word {
  const words = plainWords(shown(contract, head));
  const text = words.map((word) => word.before + word.text).join("");
  return { text: `${text.trim()}:`, key: maskOf(words).toLowerCase(), before: "\n", part: "column" };
}

function startingLine(words: readonly Word[]): Word[] {
  return words.map((word, i) => (i === 0 ? { ...word, before: "\n" } : word));
}

function plainWords(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const seen = match[0].replaceAll(UNSEEN, "");
    const isSpaced = match.index > end || (match.index === 0 && /^\s/.test(text));
    const before = isSpaced && /\s/.test(text.slice(end, match.index)) ? " " : "";
    end = match.index + match[0].length;
    if (seen !== "" && !BULLET.test(seen)) words.push({ text: seen, key: keyOf(seen), before });
  }
  return words;
}

function keyOf(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/['‘’‚‛“”„‟"«»‹›`´′″]/g, "'")
    .replaceAll(/[‐‑‒–—―−]/g, "-");
}

function shown(contract: Contract, span: Span): string {
  return span.end > span.start ? shownText(contract.text, contract.hidden, span) : "";
}

/** "4.2(b)" that leads to clause 4.2, which numbers no (b) of its own, names "(b)" inside it. */
function insideOf(reference: string, target: string): string {
  const own = plainNumber(reference);
  const full = plainNumber(target);
  for (let from = 0; from < full.length; from++) {
    const tail = full.slice(from);
    if (own.startsWith(tail)) return own.slice(tail.length);
  }
  return own;
}

function plainNumber(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s,]+/g, "")
    .replace(/\.$/, "");
}
