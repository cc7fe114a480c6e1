// A GFM table -> a table block whose cells are slices of the source.
import type { TableCell, TextBlock } from "../model/block.ts";
import { type Placed, slicePlaced } from "./markdown-align.ts";
import { inlineParts } from "./markdown-inline.ts";
import type { Token } from "./markdown-lexer.ts";
import { type Part, sliceSource } from "./markdown-slice.ts";

/** Keeps cells beyond the header's width, which programs drop: a lawyer must not lose them. */
export function readMarkdownTable(table: Placed, source: string, inline: (line: string) => Token[]): TextBlock {
  const rows: { cells: TableCell[]; header: boolean }[] = [];
  let from = 0;
  for (const [index, line] of table.text.split("\n").entries()) {
    const placed = slicePlaced(table, from, from + line.length);
    from += line.length + 1;
    if (index === 1 || line.trim() === "") continue;
    const cells = splitCells(placed).map((cell) => toCell(inlineParts(inline(cell.text), cell), source));
    rows.push({ cells, header: index === 0 });
  }
  return { kind: "table", text: "", origin: "body", rows };
}

/** Cell of the visible parts; its paragraphs each stand in the source, joined by "\n". */
export function toCell(parts: readonly Part[], source: string, columns = 1, rows = 1): TableCell {
  let text = "";
  const hidden: { start: number; end: number }[] = [];
  for (const slice of sliceSource(source, parts)) {
    if (text !== "") text += "\n";
    hidden.push(...slice.hidden.map((span) => ({ start: span.start + text.length, end: span.end + text.length })));
    text += slice.text;
  }
  return { text, columns, rows, ...(hidden.length > 0 ? { hidden } : {}) };
}

/** GFM 4.10: pipes divide cells unless a backslash stands before them; outer pipes are optional. */
function splitCells(line: Placed): Placed[] {
  const cells: Placed[] = [];
  let from = /^\s*\|/.exec(line.text)?.[0].length ?? 0;
  for (const match of line.text.slice(from).matchAll(/\\.|\|/g)) {
    if (match[0] !== "|") continue;
    const end = match.index + (/^\s*\|/.exec(line.text)?.[0].length ?? 0);
    cells.push(slicePlaced(line, from, end));
    from = end + 1;
  }
  if (line.text.slice(from).trim() !== "" || cells.length === 0) cells.push(slicePlaced(line, from, line.text.length));
  return cells;
}
