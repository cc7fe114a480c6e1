import type { Span } from "../model/block.ts";
import type { PlacedBlock, PlacedCell } from "./assemble-text.ts";
import { isTitleLike } from "./clause-heading.ts";
import type { ClauseNode } from "./clause-node.ts";
import { cleanHeading } from "./clause-tree.ts";

interface GridCell {
  readonly span?: Span;
  readonly shown: string;
  readonly column: number;
  readonly columns: number;
}

const HEAD_WORDS =
  /\b(?:responsib\w*|customer|client|supplier|provider|processor|controller|description|activity|activities|task|measures?|control|role|party|service|requirement|term|definition|name|category|details?|purpose|location|priority|severity|target|type|item|no\.?|#|raci|owner|function|area|layer|component|accountab\w*|who)\b/i;

/**
 * A table as nodes: the table, whose own text is its header rows, and a row a node beneath it. A cell that covers several rows
 * is text of each of them. A row with one cell across the table is a heading over the rows that follow.
 */
export function tableNodes(placed: PlacedBlock, common: Omit<ClauseNode, "kind" | "body">): ClauseNode[] {
  const grid = gridOf(placed);
  const width = Math.max(
    0,
    ...grid.map((row) => row.reduce((sum, cell) => Math.max(sum, cell.column + cell.columns), 0)),
  );
  const headerRows = countHeaderRows(placed, grid, width);
  const table: ClauseNode = { ...common, kind: "table", body: [] };
  const heads: (Span | undefined)[] = [];
  const upper: (Span | undefined)[] = [];
  const nodes = [table];
  let parent = table;
  grid.forEach((row, r) => {
    const filled = row.filter((cell): cell is GridCell & { span: Span } => cell.span !== undefined);
    if (filled.length === 0) return;
    if (headerRows.has(r)) {
      for (const cell of filled) {
        if (!table.body.includes(cell.span)) table.body.push(cell.span);
        for (let c = cell.column; c < cell.column + cell.columns; c++) {
          if (heads[c] !== cell.span) upper[c] = heads[c] ?? upper[c];
          heads[c] = cell.span;
        }
      }
      return;
    }
    const first = filled[0];
    const firstText = first?.shown ?? "";
    const page = placed.block.rows?.[r]?.page ?? common.page;
    const base = { ...common, ...(page === undefined ? {} : { page }), number: "", children: 0, heading: "" };
    if (
      first &&
      filled.length === 1 &&
      first.column === 0 &&
      isTitleLike(firstText) &&
      (first.columns >= width ? width > 1 : width > 2)
    ) {
      parent = {
        ...base,
        kind: "heading",
        body: [],
        heading: cleanHeading(firstText),
        headingSpan: first.span,
        parent: table,
      };
      nodes.push(parent);
      table.children++;
      return;
    }
    const isHead =
      first !== undefined && first.column === 0 && filled.length > 1 && firstText.length < 90 && isTitleLike(firstText);
    nodes.push({
      ...base,
      kind: "row",
      body: filled.map((cell) => cell.span),
      columnHeads: filled.map((cell) => heads[cell.column]),
      ...(upper.some((span) => span) ? { upperHeads: filled.map((cell) => upper[cell.column]) } : {}),
      ...(isHead ? { heading: cleanHeading(firstText), headingSpan: first.span } : {}),
      parent,
    });
    parent.children++;
  });
  return nodes;
}

/** Puts every cell in its column; a cell that covers several rows stands in each of them. */
function gridOf(placed: PlacedBlock): GridCell[][] {
  const carried: { cell: PlacedCell; column: number; left: number }[] = [];
  return (placed.rows ?? []).map((row) => {
    const taken = carried.filter((entry) => entry.left > 0);
    const cells: GridCell[] = taken.map(({ cell, column }) => place(cell, column));
    for (const entry of taken) entry.left--;
    let column = 0;
    const isTaken = (at: number) => taken.some((entry) => at >= entry.column && at < entry.column + entry.cell.columns);
    for (const cell of row) {
      while (isTaken(column)) column++;
      cells.push(place(cell, column));
      if (cell.rows > 1) carried.push({ cell, column, left: cell.rows - 1 });
      column += cell.columns;
    }
    return cells.sort((a, b) => a.column - b.column);
  });
}

function place(cell: PlacedCell, column: number): GridCell {
  return { column, columns: cell.columns, shown: cell.shown, ...(cell.span ? { span: cell.span } : {}) };
}

/** Of two columns, label and value: Markdown makes the first row a header whether it names columns or not. */
function namesColumns(row: readonly GridCell[]): boolean {
  const texts = row.filter((cell) => cell.span).map((cell) => cell.shown);
  const value = texts[1];
  return value === undefined || (value.length < 60 && !/[.;]$/.test(value) && HEAD_WORDS.test(texts.join(" ")));
}

/** Rows that the file marks as header, or else a first row that reads like one. */
function countHeaderRows(placed: PlacedBlock, grid: GridCell[][], width: number): Set<number> {
  const marked = new Set<number>();
  const rows = placed.block.rows ?? [];
  for (let r = 0; r < rows.length && rows[r]?.header; r++) marked.add(r);
  if (marked.size === 1 && width === 2 && !namesColumns(grid[0] ?? [])) marked.clear();
  if (marked.size > 0 && marked.size < rows.length) return marked;
  if (marked.size === rows.length) marked.clear();
  const first = grid.findIndex((row) => row.some((cell) => cell.span));
  const texts = (grid[first] ?? []).flatMap((cell) => (cell.span ? [cell.shown] : []));
  const later = grid.length - first - 1;
  const short = texts.every((text) => text.length < 60 && isTitleLike(text) && !/\d{3}/.test(text));
  if (later < 1 || !short || texts.length < 2 || texts.length < width - 1) return marked;
  if (
    width >= 3
      ? later >= 2 || texts.some((text) => HEAD_WORDS.test(text))
      : texts.every((text) => HEAD_WORDS.test(text))
  ) {
    marked.add(first);
  }
  return marked;
}
