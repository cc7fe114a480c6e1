// Visible parts of a Markdown source -> slices of the source, with `hidden` over what a reader does not see.
import type { Span } from "../model/block.ts";
import { closesUnit, continuesSentence, startsNumbered } from "./plain-text-marks.ts";

/** A visible range of the source, or a forced line break. */
export type Part = VisiblePart | "break";

export interface VisiblePart extends Span {
  readonly strong: boolean;
}

/** One line or paragraph of the source. `text` equals `source.slice(start, start + text.length)`. */
export interface Slice {
  readonly start: number;
  readonly text: string;
  readonly hidden: readonly Span[];
  /** Every visible word is bold. */
  readonly strong: boolean;
}

/**
 * Joins visible parts to slices: a new slice after each forced break, save in the middle of a sentence, and at each line that opens
 * with a number after a closed one ("(b) …"). White space between parts stays; other gaps are hidden.
 */
export function sliceSource(source: string, parts: readonly Part[]): Slice[] {
  const groups: VisiblePart[][] = [[]];
  for (const part of parts) {
    const group = groups.at(-1);
    if (part === "break") groups.push([]);
    else if (part.end > part.start) group?.push(part);
  }
  const lines = groups.flatMap((group) => splitAtNumbers(source, group));
  return joinSentences(source, lines).flatMap((group) => toSlice(source, group) ?? []);
}

function splitAtNumbers(source: string, group: readonly VisiblePart[]): VisiblePart[][] {
  const lines: VisiblePart[][] = [[]];
  for (const part of group) {
    let from = part.start;
    for (const match of source.slice(part.start, part.end).matchAll(/\n/g)) {
      const end = part.start + match.index + 1;
      lines.at(-1)?.push({ start: from, end, strong: part.strong });
      lines.push([]);
      from = end;
    }
    if (from < part.end) lines.at(-1)?.push({ start: from, end: part.end, strong: part.strong });
  }
  const split: VisiblePart[][] = [];
  for (const line of lines) {
    const last = split.at(-1);
    const text = visibleText(source, line);
    const opens = last !== undefined && startsNumbered(text) && closesUnit(visibleText(source, last));
    if (last === undefined || opens) split.push([...line]);
    else last.push(...line);
  }
  return split;
}

function joinSentences(source: string, lines: readonly VisiblePart[][]): VisiblePart[][] {
  const joined: VisiblePart[][] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const spaced = isSpaced(source, last?.at(-1)?.end ?? 0, line[0]?.start ?? 0);
    if (last !== undefined && spaced && continuesSentence(visibleText(source, last), visibleText(source, line))) {
      last.push(...line);
    } else if (line.length > 0) joined.push([...line]);
  }
  return joined;
}

/** White space at the seam keeps the two words apart once the markup between them is hidden. */
function isSpaced(source: string, end: number, start: number): boolean {
  return /\s/.test(source.slice(Math.max(0, end - 1), end) + source.slice(start, start + 1));
}

function visibleText(source: string, group: readonly VisiblePart[]): string {
  return group
    .map((part) => source.slice(part.start, part.end))
    .join("")
    .trim();
}

/** White space, written out or real, at an end of a slice. */
const LEADING = /^(?:\s|&(?:nbsp|ensp|emsp|#160|#x20|#xA0|#8203);)+/;
const TRAILING = /&(?:nbsp|ensp|emsp|#160|#x20|#xA0|#8203);$/;

function toSlice(source: string, group: readonly VisiblePart[]): Slice | undefined {
  const parts = group.filter((part) => source.slice(part.start, part.end).replace(LEADING, "") !== "");
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = first.end - source.slice(first.start, first.end).replace(LEADING, "").length;
  const end = last.start + trimEnd(source.slice(last.start, last.end)).length;
  const hidden: Span[] = [];
  let seen = start;
  for (const part of group) {
    if (part.start > seen && /\S/.test(source.slice(seen, Math.min(part.start, end)))) {
      hidden.push({ start: seen - start, end: Math.min(part.start, end) - start });
    }
    seen = Math.max(seen, part.end);
  }
  const strong = parts.every((part) => part.strong);
  return { start, text: source.slice(start, end), hidden, strong };
}

/** A loop, because one expression would take quadratic time on long runs of blanks inside the text. */
function trimEnd(text: string): string {
  let trimmed = text.trimEnd();
  while (TRAILING.test(trimmed)) trimmed = trimmed.replace(TRAILING, "").trimEnd();
  return trimmed;
}
