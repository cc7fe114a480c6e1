import type { PdfNode, Piece, Table } from "./node.ts";
import { INK, SIZE, SOFT } from "./styles.ts";

type Words = string | readonly Piece[];
type Style = Omit<PdfNode, "text" | "stack" | "table" | "columns">;

/** A paragraph. */
export function para(words: Words, style: Style = {}): PdfNode {
  return { text: typeof words === "string" ? [{ text: words }] : words, margin: [0, 0, 0, 3], ...style };
}

const HEADINGS = {
  1: { fontSize: 21, margin: [0, 2, 0, 8], lineHeight: 1.05 },
  2: { fontSize: 14.5, margin: [0, 18, 0, 6], lineHeight: 1.1 },
  3: { fontSize: 12, margin: [0, 12, 0, 5], lineHeight: 1.1 },
  4: { fontSize: 10.8, margin: [0, 1, 0, 2], lineHeight: 1.12 },
} as const;

/** A heading; all but the first level stand in the bookmarks. */
export function heading(level: 1 | 2 | 3 | 4, words: Words, style: Style = {}): PdfNode {
  const look = { ...HEADINGS[level], bold: level !== 1, role: `H${level}`, color: INK };
  return para(words, { ...look, ...(level > 1 ? { bookmark: level - 1 } : {}), ...style });
}

/** What the lines below it are about, small. */
export function label(text: string, style: Style = {}): PdfNode {
  return para([{ text, bold: true }], { fontSize: SIZE.small, color: SOFT, margin: [0, 5, 0, 1.5], ...style });
}

/** A list, under its caption; each item with its number or letter, "" for none. */
export function list(
  items: readonly { readonly sign: readonly Piece[]; readonly body: PdfNode }[],
  gap = 18,
  caption?: string,
): PdfNode {
  const [first, ...rest] = items.map(({ sign, body }) => ({
    role: "LI",
    columns: [
      para(sign, { role: "Lbl", width: gap, margin: [0, 0, 0, 0] }),
      { role: "LBody", width: "*", ...inner(body) },
    ],
    columnGap: 0,
    margin: [0, 0, 0, 1.5] as const,
  }));
  const head = caption !== undefined && first ? kept([label(caption, { role: "Caption" }), first]) : first;
  return { role: "L", stack: [...(head ? [head] : []), ...rest] };
}

function inner(body: PdfNode): PdfNode {
  return body.text ? { ...body, margin: [0, 0, 0, 0] } : body;
}

/** Nodes that belong together and go to the next page together. Long ones do not: pdfmake would cut what is beyond a page. */
export function kept(nodes: readonly PdfNode[], style: Style = {}): PdfNode {
  return {
    stack: nodes,
    ...(nodes.reduce((sum, node) => sum + lengthOf(node), 0) < KEPT ? { unbreakable: true } : {}),
    ...style,
  };
}

/** Letters that fill about a third of a page. */
const KEPT = 1600;
/** What a line costs in letters, where it is short. */
const LINE = 70;

function lengthOf({ text, stack, columns, table, canvas }: PdfNode): number {
  if (table) return table.body.reduce((sum, cells) => sum + Math.max(...cells.map(lengthOf)), 0);
  const own = (text ?? []).reduce(
    (sum, piece) => sum + piece.text.length + LINE * (piece.text.split("\n").length - 1),
    0,
  );
  const below = [...(stack ?? []), ...(columns ?? [])].reduce((sum, node) => sum + lengthOf(node), 0);
  return (text ? Math.max(LINE, own) : own) + below + (canvas ? LINE : 0);
}

/** Lines between rows only, the one below the head dark. */
export const RULED = {
  hLineWidth: (line: number, node: { table: Table }) => (line === 0 ? 0 : line === node.table.headerRows ? 0.9 : 0.4),
  hLineColor: (line: number, node: { table: Table }) => (line === node.table.headerRows ? INK : "#c6ccd1"),
  vLineWidth: () => 0,
  paddingLeft: (column: number) => (column === 0 ? 0 : 4),
  paddingRight: () => 4,
  paddingTop: () => 3,
  paddingBottom: () => 2.5,
};

/** A table whose first row names the columns and is repeated on each page. */
export function table(
  widths: readonly (number | string)[],
  heads: readonly PdfNode[],
  rows: readonly (readonly PdfNode[])[],
  style: Style & { readonly layout?: object; readonly whole?: boolean } = {},
): PdfNode {
  const { whole, ...rest } = style;
  return {
    role: "Table",
    table: {
      headerRows: 1,
      widths,
      body: [heads, ...rows],
      ...(whole ? { dontBreakRows: true, keepWithHeaderRows: 2 } : {}),
    },
    layout: RULED,
    margin: [0, 2, 0, 6],
    ...rest,
  };
}

/** A cell; without the margin of a paragraph. */
export function cell(words: Words, style: Style = {}): PdfNode {
  return para(words, { role: "", margin: [0, 0, 0, 0], ...style });
}
