// Page numbers and running headers and footers of a text file.
import { startsNumbered } from "./plain-text-marks.ts";

export interface TextLine {
  /** Trimmed; equals `source.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Columns up to the last character, indentation included. */
  readonly width: number;
  readonly page: number;
  readonly blankBefore: boolean;
  /** Heading level of an underline of "=" (1) or "-" (2) below; 0 without. */
  readonly underlined: number;
  /** A page number or a running header or footer. */
  readonly marginal: boolean;
}

type Line = Omit<TextLine, "marginal">;

/** Marks lines at the edge of a page that are page numbers or recur on three pages, and lone numbers that count on through the file. */
export function markMarginalLines(lines: readonly Line[]): TextLine[] {
  const edges = new Set<Line>();
  for (const [index, line] of lines.entries()) {
    const first = index > 0 && lines[index - 1]?.page !== line.page;
    const last = index < lines.length - 1 && lines[index + 1]?.page !== line.page;
    if (first || last || (index === lines.length - 1 && line.page > 1)) edges.add(line);
  }
  const counts = new Map<string, number>();
  for (const line of edges) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1);
  const counting = lines.filter((line) => /^\d{1,4}$/.test(line.text));
  const numbers = new Set(counting);
  const runs = counting.length >= 3 && counting.every((line, index) => isNext(counting[index - 1], line));
  return lines.map((line) => {
    // "Section 3" at the top of a page recurs too, but is no running header.
    const recurs = (counts.get(shape(line)) ?? 0) >= 3 && line.text.length <= 120 && !startsNumbered(line.text);
    const atEdge = edges.has(line) && (isPageNumber(line.text) || recurs);
    return { ...line, marginal: atEdge || (runs && numbers.has(line)) };
  });
}

/** Running lines differ by the page number only. */
function shape(line: Line): string {
  return line.text.replace(/\d+/g, "#").replace(/\s+/g, " ");
}

function isNext(previous: Line | undefined, line: Line): boolean {
  return previous === undefined || Number(line.text) === Number(previous.text) + 1;
}

function isPageNumber(text: string): boolean {
  return /^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6}|[A-Z]-\d{1,3})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i.test(text);
}
