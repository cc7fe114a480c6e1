import { RULE } from "./ink.ts";
import { HEAD_FILL } from "./look.ts";
import { escaped, type ParagraphLook, paragraph, run, type Xml } from "./xml.ts";

export interface GridCell {
  /** Paragraphs; a cell is never without one. */
  readonly content: Xml;
  /** Columns of the grid that it covers. */
  readonly span?: number;
  readonly fill?: string;
  /** No room left and right: for pieces of a bar. */
  readonly tight?: boolean;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Repeated on each page, and read out as the head of its columns. */
  readonly head?: boolean;
  /** May break across pages; for rows that can grow long. */
  readonly splits?: boolean;
  /** Least height, in twips. */
  readonly height?: number;
}

interface GridLook {
  /** What it shows, for those who hear it. */
  readonly caption: string;
  /** Twips of each column. */
  readonly widths: readonly number[];
  readonly rules?: "rows" | "gaps" | "none";
}

const RULES = {
  rows: `<w:top w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`,
  gaps: '<w:insideH w:val="single" w:sz="36" w:space="0" w:color="FFFFFF"/><w:insideV w:val="single" w:sz="6" w:space="0" w:color="FFFFFF"/>',
  none: "",
};

/** A table of fixed column widths. Two in a row would grow together: a paragraph must follow. */
export function grid({ caption, widths, rules = "rows" }: GridLook, rows: readonly GridRow[]): Xml {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const named = escaped(caption);
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>`,
    RULES[rules] && `<w:tblBorders>${RULES[rules]}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>',
    `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${named}"/><w:tblDescription w:val="${named}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    ...rows.map((row) => rowXml(row, widths)),
    "</w:tbl>",
  ].join("");
}

function rowXml({ cells, head, splits, height }: GridRow, widths: readonly number[]): Xml {
  const properties = [
    splits ? "" : "<w:cantSplit/>",
    height ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : "",
    head ? "<w:tblHeader/>" : "",
  ].join("");
  let column = 0;
  const made = cells.map((cell) => {
    const own = widths.slice(column, column + (cell.span ?? 1));
    column += own.length;
    return cellXml(
      cell,
      own.reduce((sum, width) => sum + width, 0),
    );
  });
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${made.join("")}</w:tr>`;
}

function cellXml({ content, span = 1, fill, tight }: GridCell, width: number): Xml {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : "",
    fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : "",
    tight
      ? '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'
      : "",
  ].join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content || paragraph("TableText", "")}</w:tc>`;
}

/** A cell of plain text. */
export function cell(text: string, more: Omit<GridCell, "content"> & ParagraphLook = {}): GridCell {
  const { align, keepNext, ...rest } = more;
  const look = { ...(align ? { align } : {}), ...(keepNext === undefined ? {} : { keepNext }) };
  return { content: paragraph("TableText", run(text), look), ...rest };
}

/** The head row. It keeps with the first row below it. */
export function headRow(heads: readonly string[], align: ParagraphLook["align"] = "left"): GridRow {
  return {
    head: true,
    cells: heads.map((head, i) => ({
      content: paragraph("TableHead", run(head), i === 0 ? {} : { align }),
      fill: HEAD_FILL,
    })),
  };
}
