import { type Cell, type CellStyle, readXlsx, writeCsv, writeXlsx } from "hucre";

export interface Column {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** True where what a person types into a cell stays text, also "=these words". */
  readonly text?: boolean;
}

/** Colours of a cell, six hexadecimal digits each. The word in the cell says the same. */
export interface Tint {
  readonly ink: string;
  readonly fill: string;
}

export interface TintedCell {
  readonly value: string | number;
  readonly tint: Tint;
}

/** One sheet: the first row names the columns. */
export interface Sheet {
  /** At most 31 characters. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | TintedCell)[])[];
}

/** Workbooks carry a date of their own; the same review must give the same bytes. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));
/** A cell of Excel holds no more. */
const LONGEST = 32_767;

const FONT = { name: "Calibri", size: 11 };
const WRAPPED = { wrapText: true, vertical: "top" as const };
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: WRAPPED,
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8ECF1" } },
  border: { bottom: { style: "thin", color: { rgb: "8A94A3" } } },
};
const BODY: CellStyle = { alignment: WRAPPED };
/** What Excel takes for a formula when a person types it. */
const FORMULA = /^[=+\-@\t]/;

/**
 * An XLSX workbook (ECMA-376): frozen head row, a filter on every column, wrapped text, printed across on A4 with the head on
 * each page. No cell is a formula. The same sheets give the same bytes.
 */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    properties: { creator: "clausecheck", created: NO_DATE, modified: NO_DATE },
    // The writer's own setting for it leaves a sheet name with a space unquoted, and Excel then repairs the file.
    namedRanges: sheets.map(({ name }) => ({
      name: "_xlnm.Print_Titles",
      range: `'${name.replaceAll("'", "''")}'!$1:$1`,
      scope: name,
    })),
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ head, width, text }, i) => ({
        header: head,
        key: String(i),
        width,
        style: text ? { ...BODY, numFmt: "@" } : BODY,
      })),
      data: rows.map((row) => Object.fromEntries(row.map((cell, i) => [String(i), packedOf(cell)]))),
      rowDefs: new Map(
        rows.flatMap((row, r): [number, { height: number }][] => {
          const lines = linesOf(row, columns);
          return lines > 1 ? [[r + 1, { height: Math.min(lines * LINE, TALLEST) }]] : [];
        }),
      ),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` },
      cells: new Map([
        ...columns.map(({ head }, i): StyledCell => [`0,${i}`, { value: head, style: HEAD }]),
        ...rows.flatMap((row, r) => row.flatMap((cell, c) => styled(cell, `${r + 1},${c}`))),
      ]),
      pageSetup: {
        paperSize: "a4",
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    })),
  });
}

/** Points of a line of text, and of the tallest row that Excel shows. */
const LINE = 15;
const TALLEST = 409;

/** Lines that the longest cell of a row takes: not every program fits rows to wrapped text by itself. */
function linesOf(row: Sheet["rows"][number], columns: readonly Column[]): number {
  const lines = row.map((cell, i) => {
    const width = columns[i]?.width ?? 10;
    return String(packedOf(cell))
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.max(1, ...lines);
}

type StyledCell = [string, Partial<Cell>];

/** A cell that looks other than its column: tinted, or a text that must stay one when a person opens and leaves it. */
function styled(cell: string | number | TintedCell, place: string): StyledCell[] {
  const value = packedOf(cell);
  const isFormula = typeof value === "string" && FORMULA.test(value);
  if (typeof cell !== "object") return isFormula ? [[place, { value, style: { ...BODY, numFmt: "@" } }]] : [];
  const { ink, fill } = cell.tint;
  const style: CellStyle = {
    ...BODY,
    font: { ...FONT, bold: true, color: { rgb: ink } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } },
    ...(isFormula ? { numFmt: "@" } : {}),
  };
  return [[place, { value, style }]];
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

/** "_x0041_" is an A to Excel: words of that shape keep theirs. */
function packedOf(cell: string | number | TintedCell): string | number {
  const value = cellOf(cell);
  return typeof value === "string" ? value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : value;
}

function cellOf(cell: string | number | TintedCell): string | number {
  const value = typeof cell === "object" ? cell.value : cell;
  if (typeof value === "number") return value;
  const clean = value.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
