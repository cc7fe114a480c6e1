import { readXlsx, writeCsv, writeXlsx } from "hucre";

export interface Column {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** True where what a person types into a cell stays text, also "=these words". */
  readonly text?: boolean;
}

/** One sheet: the first row names the columns. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Workbooks carry a date of their own; the same review must give the same bytes. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));
/** A cell of Excel holds no more. */
const LONGEST = 32_767;

/** An XLSX workbook (ECMA-376): frozen head row, a filter on every column, wrapped text. The same sheets give the same bytes. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const head = { font: { bold: true }, alignment: { wrapText: true, vertical: "top" as const } };
  const body = { alignment: { wrapText: true, vertical: "top" as const } };
  return writeXlsx({
    properties: { creator: "clausecheck", created: NO_DATE, modified: NO_DATE },
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ head: header, width, text }, i) => ({
        header,
        key: String(i),
        width,
        style: text ? { ...body, numFmt: "@" } : body,
      })),
      data: rows.map((row) => Object.fromEntries(row.map((value, i) => [String(i), cellOf(value)]))),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` },
      cells: new Map(columns.map(({ head: value }, i) => [`0,${i}`, { value, style: head }])),
    })),
  });
}

/** The sheets of an XLSX workbook as rows of cells. Rejects what is no such workbook. */
export async function fromXlsx(bytes: Uint8Array): Promise<{ name: string; rows: unknown[][] }[]> {
  const { sheets } = await readXlsx(bytes);
  return sheets.map(({ name, rows }) => ({ name, rows }));
}

/** CSV (RFC 4180) with a byte order mark, as Excel wants it; a text that looks like a formula stays text. */
export function toCsv({ columns, rows }: Pick<Sheet, "columns" | "rows">): string {
  const all = [columns.map(({ head }) => head), ...rows.map((row) => row.map(cellOf))];
  return `${writeCsv(all, { bom: true, escapeFormulae: true })}\r\n`;
}

function cellOf(value: string | number): string | number {
  if (typeof value === "number") return value;
  const clean = value.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
