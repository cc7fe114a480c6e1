// HTML file -> blocks.
import type { TableCell, TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { parseHtml } from "./html-parse.ts";
import type { Piece, WalkedBlock } from "./html-pieces.ts";
import { walkHtml } from "./html-walk.ts";
import { continuesSentence, readsAsParagraph } from "./plain-text-marks.ts";

/**
 * Reads the text a browser shows, in reading order: entities decoded, white space collapsed, one block a paragraph or
 * forced line. Hidden and navigation elements of more than 20 words are left out with a `reader-note`.
 */
export function readHtml(text: string, file: { readonly name: string; readonly sha256: string }): ReadFile {
  const walked = walkHtml(parseHtml(text, "document"));
  const diagnostics: Diagnostic[] = walked.unseen
    .filter((part) => part.words > 20)
    .map((part) => ({
      code: "reader-note",
      severity: "info",
      message: `${file.name}: a <${part.tag}> element of ${part.words} words that the page does not show as contract text was left out; check it in the file.`,
      file: file.name,
    }));
  const blocks = walked.blocks.flatMap(toBlocks);
  return { name: file.name, sha256: file.sha256, mediaType: "text/html", blocks, diagnostics, unreadPages: [] };
}

function toBlocks(block: WalkedBlock): TextBlock[] {
  if (block.rows !== undefined) {
    const rows = block.rows.map((row) => ({ header: row.header, cells: row.cells.map(toCell) }));
    return [{ kind: "table", text: "", origin: block.origin, rows }];
  }
  const { pieces, kind, origin, label, level } = block;
  const emphasis = kind !== "heading" && isWhollyStrong(pieces);
  const lines = block.pieces.length === 0 ? [""] : visibleLines(pieces);
  return lines.map((text, index) => {
    const heading = kind === "heading" && !readsAsParagraph(text);
    const item = kind === "list-item" && index === 0;
    return {
      kind: item ? kind : heading ? "heading" : "paragraph",
      text,
      origin,
      ...(index === 0 && label !== undefined ? { label } : {}),
      ...(level !== undefined && (item || heading) ? { level } : {}),
      ...(emphasis ? { emphasis } : {}),
    };
  });
}

function toCell(cell: { pieces: readonly Piece[]; columns: number; rows: number }): TableCell {
  return { text: visibleLines(cell.pieces).join("\n"), columns: cell.columns, rows: cell.rows };
}

/** Lines as the page breaks them; a break in mid-sentence is only white space. */
function visibleLines(pieces: readonly Piece[]): string[] {
  const raw = pieces.map((piece, index) => {
    if (piece.type === "break") return "\n";
    const next = pieces[index + 1];
    // Pages set the number of a title apart by a margin: "<span>1.</span>Fees".
    if (/^\s*\d+(\.\d+)*\.?$/.test(piece.value) && next?.type === "text" && /^\p{L}/u.test(next.value)) {
      return `${piece.value} `;
    }
    const value = piece.preformatted ? piece.value : piece.value.replace(/[\r\n]/g, " ");
    return value.replace(/[\t\f \u00a0\u200b\u00ad]+/g, (space) => (/^[\u200b\u00ad]+$/.test(space) ? "" : " "));
  });
  const lines = raw
    .join("")
    .split(/\r?\n/)
    .map((line) => line.replace(/ +/g, " ").trim());
  const joined: string[] = [];
  for (const line of lines.filter((entry) => entry !== "")) {
    const previous = joined.at(-1);
    if (previous !== undefined && continuesSentence(previous, line)) joined[joined.length - 1] = `${previous} ${line}`;
    else joined.push(line);
  }
  return joined;
}

function isWhollyStrong(pieces: readonly Piece[]): boolean {
  return (
    pieces.length > 0 && pieces.every((piece) => piece.type === "break" || piece.strong || !/\S/.test(piece.value))
  );
}
