// The segmenting stage, first step.
// In: the blocks that readers left. Out: the contract as one text, a clause tree over it, its parties, terms and references.
// Never: a file's bytes, another stage, legal judgement, or a change of a single character of the text.
import type { Span, TableRow, TextBlock } from "../model/block.ts";
import type { Contract, ContractFile, PageStart, ReadFile } from "../model/contract.ts";
import { viewOf } from "./clause-view.ts";

/** A table cell with its place in the contract text; no span where the cell is blank to a reader. */
export interface PlacedCell {
  readonly span?: Span;
  /** What a reader sees of the cell. */
  readonly shown: string;
  readonly columns: number;
  readonly rows: number;
}

/** A block with its place in the contract text. */
export interface PlacedBlock {
  readonly block: TextBlock;
  readonly file: number;
  /** Range of the block's text; of a table, from its first cell to its last. */
  readonly span: Span;
  /** Table only: one entry a row of the block. */
  readonly rows?: readonly (readonly PlacedCell[])[];
}

/** The contract text with what lies where. */
export interface AssembledText extends Pick<Contract, "text" | "hidden" | "files" | "pageStarts" | "joints"> {
  readonly blocks: readonly PlacedBlock[];
}

/**
 * Joins the blocks of all files to one text: blocks and table cells separated by "\n", files by "\n\n". Nothing of a block is
 * changed, so a quote found in the text stands in the file; blank blocks and blank cells take no room.
 */
export function assembleText(files: readonly ReadFile[]): AssembledText {
  const parts: string[] = [];
  const hidden: Span[] = [];
  const blocks: PlacedBlock[] = [];
  const pageStarts: PageStart[] = [];
  const placed: ContractFile[] = [];
  const joints: number[] = [];
  let length = 0;

  const append = (text: string, separator: string, own: readonly Span[] | undefined): Span => {
    if (separator !== "") parts.push(separator);
    const start = length + separator.length;
    joints.push(start);
    parts.push(text);
    length = start + text.length;
    for (const range of own ?? []) hidden.push({ start: start + range.start, end: start + range.end });
    return { start, end: length };
  };

  files.forEach((file, index) => {
    let separator = index === 0 ? "" : "\n\n";
    let page: number | undefined;
    const fileStart = length + separator.length;
    const turnPage = (to: number | undefined, offset: number): void => {
      if (to === undefined || to === page) return;
      page = to;
      pageStarts.push({ offset, file: index, page: to });
    };
    const put = (text: string, own: readonly Span[] | undefined, onPage: number | undefined): Span => {
      const span = append(text, separator, own);
      separator = "\n";
      turnPage(onPage, span.start);
      return span;
    };
    for (const block of file.blocks) {
      if (block.kind === "table") {
        const table = placeTable(block, (text, own, onPage) => put(text, own, onPage));
        if (table) blocks.push({ block, file: index, ...table });
      } else if (block.text.trim() !== "") {
        const span = put(block.text, block.hidden, block.page);
        for (const { at, page: next } of block.pageBreaks ?? []) {
          joints.push(span.start + at);
          turnPage(next, span.start + at);
        }
        blocks.push({ block, file: index, span });
      }
    }
    if (separator === "\n\n") {
      parts.push(separator);
      length += separator.length;
    }
    placed.push({
      name: file.name,
      sha256: file.sha256,
      mediaType: file.mediaType,
      ...(file.pages === undefined ? {} : { pages: file.pages }),
      span: { start: fileStart, end: Math.max(length, fileStart) },
    });
  });
  return { text: parts.join(""), hidden, files: placed, pageStarts, joints, blocks };
}

type Put = (text: string, hidden: readonly Span[] | undefined, page: number | undefined) => Span;

function placeTable(block: TextBlock, put: Put): Pick<PlacedBlock, "span" | "rows"> | undefined {
  let first: Span | undefined;
  let last: Span | undefined;
  const placeRow = (row: TableRow): PlacedCell[] =>
    row.cells.map((cell) => {
      const shown = viewOf(cell.text, cell.hidden, 0).text.trim();
      const rest = { shown, columns: Math.max(1, cell.columns), rows: Math.max(1, cell.rows) };
      if (cell.text.trim() === "") return rest;
      const span = put(cell.text, cell.hidden, row.page ?? block.page);
      first ??= span;
      last = span;
      return shown === "" ? rest : { span, ...rest };
    });
  const rows = (block.rows ?? []).map(placeRow);
  return first && last ? { span: { start: first.start, end: last.end }, rows } : undefined;
}
