// Text file -> blocks.
import type { TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
import { readTextLines } from "./plain-text-lines.ts";
import type { TextLine } from "./plain-text-margins.ts";
import { bulletLength, closesUnit, isTitle, numberDepth, startsNumbered } from "./plain-text-marks.ts";
import { takeTextTable } from "./plain-text-tables.ts";

/**
 * Reads paragraphs set apart by blank lines, one-line paragraphs and hard-wrapped text. Each block's text is a verbatim slice of
 * `text`, line ends included, with `hidden` over a page break inside a sentence. Form feeds and "<PAGE>" marks count pages.
 */
export function readPlainText(text: string, file: { readonly name: string; readonly sha256: string }): ReadFile {
  const { lines: all, pages, wrapWidth } = readTextLines(text);
  const lines = all.filter((line) => !line.marginal);
  const units: { readonly block: TextBlock; readonly first: TextLine }[] = all
    .filter((line) => line.marginal)
    .map((line) => ({ block: { kind: "paragraph", text: line.text, origin: "footer" }, first: line }));
  for (let index = 0; index < lines.length; ) {
    const table = takeTextTable(lines, index);
    const unit = table === undefined ? takeParagraph(lines, index, wrapWidth) : lines.slice(index, index + table.lines);
    const [first] = unit;
    if (first === undefined) break;
    const block: TextBlock =
      table === undefined ? toBlock(unit, first, text) : { kind: "table", text: "", origin: "body", rows: table.rows };
    units.push({ block, first });
    index += unit.length;
  }
  units.sort((a, b) => a.first.start - b.first.start);
  const blocks = units.map(({ block, first }) => (pages > 1 ? { ...block, page: first.page } : block));
  const { name, sha256 } = file;
  const count = pages > 1 ? { pages } : {};
  return { name, sha256, mediaType: "text/plain", ...count, blocks, diagnostics: [], unreadPages: [] };
}

function takeParagraph(lines: readonly TextLine[], from: number, wrapWidth: number | undefined): TextLine[] {
  const unit = lines.slice(from, from + 1);
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index];
    const previous = lines[index - 1];
    if (line === undefined || previous === undefined || !goesOn(previous, line, wrapWidth, unit.length)) break;
    unit.push(line);
  }
  return unit;
}

/** True where `line` belongs to the paragraph of the line before it. */
function goesOn(previous: TextLine, line: TextLine, wrapWidth: number | undefined, taken: number): boolean {
  if (wrapWidth === undefined || previous.underlined > 0) return false;
  const open = !/[.;:!?]["”)]*$/.test(previous.text);
  const lower = /^\p{Ll}/u.test(line.text);
  // A page break in the middle of a sentence leaves both halves open.
  if (line.blankBefore) return line.page !== previous.page && open && lower && previous.width > wrapWidth / 2;
  if (bulletLength(line.text) > 0) return false;
  if (startsNumbered(line.text) && (closesUnit(previous.text) || previous.width < wrapWidth / 2)) return false;
  // Disclaimers are set in capitals from end to end: a long line of them is no title.
  if (isCapitals(previous.text) && isCapitals(line.text) && previous.width > wrapWidth * 0.6) return true;
  if (taken === 1 && isTitle(previous.text))
    return isCapitals(previous.text) && isCapitals(line.text) && fills(previous, line, wrapWidth);
  if (isTitle(line.text) && !fills(previous, line, wrapWidth)) return false;
  return fills(previous, line, wrapWidth) || (open && (lower || previous.width > wrapWidth * 0.6));
}

/** The line was broken because the next word did not fit. */
function fills(previous: TextLine, line: TextLine, wrapWidth: number): boolean {
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0;
  return previous.width + 1 + firstWord > wrapWidth * 0.9;
}

function isCapitals(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line);
}

function toBlock(unit: readonly TextLine[], first: TextLine, source: string): TextBlock {
  const last = unit.at(-1) ?? first;
  const bullet = bulletLength(first.text);
  const start = first.start + bullet;
  const hidden = unit.flatMap((line, index) => {
    const previous = unit[index - 1];
    if (previous === undefined || previous.page === line.page) return [];
    return [{ start: previous.end - start + 1, end: line.start - start }].filter((span) => span.end > span.start);
  });
  const text = source.slice(start, last.end);
  const marks = hidden.length > 0 ? { hidden } : {};
  if (bullet > 0) return { kind: "list-item", text, origin: "body", level: 0, ...marks };
  const title =
    first.underlined > 0 || (unit.length === 1 ? isTitle(text) : unit.length <= 3 && isCapitals(text) && isTitle(text));
  if (!title) return { kind: "paragraph", text, origin: "body", ...marks };
  return { kind: "heading", text, origin: "body", level: first.underlined > 0 ? first.underlined : numberDepth(text) };
}
