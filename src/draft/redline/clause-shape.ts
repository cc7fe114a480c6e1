import type { Span } from "../../model/block.ts";
import type { Clause, Contract } from "../../model/contract.ts";
import type { RedlineNumber } from "../../model/redline.ts";
import { letterOf } from "../clause-template.ts";

/** How the contract writes a paragraph of a kind, by the example of one clause. */
export interface ClauseShape {
  /** An offset in the paragraph to take the looks from. */
  readonly like: number;
  /** True where a heading stands in front of the text in the same paragraph. */
  readonly hasLead: boolean;
  /** The number of a paragraph of this kind: its own part, "3.4" or "(b)". */
  readonly numbered: (own: string) => RedlineNumber;
}

/** The paragraph of the contract's text that holds an offset. */
export function paragraphAt({ text, joints }: Pick<Contract, "text" | "joints">, offset: number): Span {
  let low = 0;
  let high = joints.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((joints[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const start = joints[low - 1] ?? 0;
  const next = joints[low] ?? text.length;
  let end = next;
  while (end > start && text[end - 1] === "\n") end--;
  return { start, end };
}

/** Where the clause's own words begin: its heading or its text. */
export function wordsStart(clause: Clause): number | undefined {
  const first = Math.min(clause.headingSpan?.start ?? Infinity, clause.body[0]?.start ?? Infinity);
  return Number.isFinite(first) ? first : undefined;
}

/** Where the line that holds an offset begins: some writers set several clauses in one paragraph, with line breaks between them. */
function lineStart({ text, joints }: Contract, offset: number): number {
  const { start } = paragraphAt({ text, joints }, offset);
  const line = Math.max(start, text.lastIndexOf("\n", offset - 1) + 1);
  return line + (/^\s*/.exec(text.slice(line, offset))?.[0].length ?? 0);
}

/** The shape of a clause; undefined for one without words. */
export function shapeOf(contract: Contract, clause: Clause): ClauseShape | undefined {
  const start = wordsStart(clause);
  if (start === undefined) return undefined;
  const typed = contract.text.slice(lineStart(contract, start), start);
  const isTyped = /[\p{L}\d]/u.test(typed);
  const body = clause.body[0];
  const heading = clause.headingSpan;
  return {
    like: start,
    hasLead:
      body !== undefined &&
      heading !== undefined &&
      lineStart(contract, heading.start) === lineStart(contract, body.start),
    numbered: (own) => {
      if (clause.number === "") return { kind: "none" };
      if (!isTyped) return { kind: "automatic" };
      return {
        kind: "typed",
        text: typed.replace(/\d+(?:\.\d+)*|(?<=\()[a-z]+(?=\))|(?<![\p{L}])[a-z](?=[.)])/iu, own),
      };
    },
  };
}

/** The part of a clause's number that it bears itself: "3.2" of "Schedule 3, Part A, 3.2". */
export function ownNumber({ number }: Clause): string {
  return number.split(", ").at(-1) ?? "";
}

/** The number after this one in its list: 3.2 and 3.3, (b) and (c); "" where it is of another kind. */
export function numberAfter(number: string): string {
  const [, before = "", digits] = /^(.*?)(\d+)\.?$/.exec(number) ?? [];
  if (digits !== undefined) return `${before}${Number(digits) + 1}`;
  const letter = /\(([a-z])\)$/.exec(number)?.[1];
  return letter === undefined ? "" : letterOf(letter.charCodeAt(0) - 95);
}
