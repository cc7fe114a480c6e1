import type { Span } from "../model/block.ts";
import type { SourceParagraph } from "./paragraphs.ts";

/** A line of the contract's text with the place where the document has it. */
interface Aligned extends Span {
  readonly paragraph: number;
  /** Offset in the paragraph's text of the line's first character. */
  readonly at: number;
}

/** Where the contract's text stands in the document. */
export interface Alignment {
  /** The paragraph that holds an offset of the contract's text, with the offset in its own text. */
  readonly placeOf: (offset: number) => { readonly paragraph: number; readonly at: number } | undefined;
}

interface Line extends Span {
  readonly text: string;
}

/** Lines looked ahead on either side where the two part. */
const REACH = 400;

/**
 * Aligns the text that the reader made of the document (a span of the contract's text) with the document's paragraphs, line by line and
 * in order. What has no counterpart (notes, running headers, text boxes, hidden paragraphs) stays without a place.
 */
export function alignText(text: string, span: Span, paragraphs: readonly SourceParagraph[]): Alignment {
  const lines = linesOf(text, span);
  const own = paragraphs.flatMap((paragraph, index) =>
    linesOf(paragraph.text, { start: 0, end: paragraph.text.length }).map((line) => ({ ...line, index })),
  );
  const aligned: Aligned[] = [];
  for (let i = 0, j = 0; i < lines.length && j < own.length; ) {
    if (lines[i]?.text !== own[j]?.text) {
      const next = rejoin(lines, i, own, j);
      if (!next) break;
      [i, j] = next;
    }
    const [line, mine] = [lines[i], own[j]];
    if (line && mine) aligned.push({ start: line.start, end: line.end, paragraph: mine.index, at: mine.start });
    i++;
    j++;
  }
  return {
    placeOf: (offset) => {
      const found = aligned.find(({ start, end }) => offset >= start && offset <= end);
      return found && { paragraph: found.paragraph, at: found.at + offset - found.start };
    },
  };
}

/** Lines that are not blank, without white space at either end. */
function linesOf(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\n]+/g)) {
    const trimmed = match[0].trim();
    if (trimmed === "") continue;
    const start = span.start + match.index + match[0].indexOf(trimmed);
    lines.push({ text: trimmed, start, end: start + trimmed.length });
  }
  return lines;
}

/** The nearest places from which both go on alike: two lines in a row, or one that is long or the last. */
function rejoin(lines: readonly Line[], i: number, own: readonly Line[], j: number): [number, number] | undefined {
  for (let sum = 1; sum <= REACH; sum++) {
    for (let skip = 0; skip <= sum; skip++) {
      const [a, b] = [i + skip, j + sum - skip];
      const text = lines[a]?.text;
      if (text === undefined || text !== own[b]?.text) continue;
      const [next, mine] = [lines[a + 1]?.text, own[b + 1]?.text];
      if (text.length > 40 || next === mine) return [a, b];
    }
  }
  return undefined;
}
