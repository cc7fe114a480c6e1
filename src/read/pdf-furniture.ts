import { lineOf } from "./pdf-lines.ts";
import { inRows, type Piece } from "./pdf-pieces.ts";

/** One page as far as running lines are concerned. */
export interface FurniturePage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

export interface Furniture {
  /** Per page its pieces without running lines, cut where a page number of the original stands in the middle. */
  readonly body: readonly (readonly (readonly Piece[])[])[];
  /** Each distinct running line once, on the page where it first stands. Bare page numbers are left out. */
  readonly running: readonly { readonly text: string; readonly origin: "header" | "footer"; readonly page: number }[];
}

interface Candidate {
  readonly row: readonly Piece[];
  readonly page: number;
  readonly keys: readonly string[];
  readonly text: string;
  readonly origin: "header" | "footer";
}

/** Share of the page height, at either end, in which running lines stand. */
const MARGIN = 0.14;
const ROWS = 4;
const PAGE_NUMBER =
  /^(?:page|p\.|pg\.?)?\s*[-–—[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?(?:\s*(?:of|\/|-|von|de|sur)\s*\d{1,4})?$/i;
/** "7", "– vii –", "B-7" of an exhibit. */
const BARE_NUMBER = /^[-–—[(]?\s*(?:(?:[A-Z]-)?\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?$/i;

/** Tells running headers, footers and page numbers from the body: lines that return at the same place on several pages. */
export function splitFurniture(pages: readonly FurniturePage[]): Furniture {
  const candidates = pages.flatMap((page, index) => edgeRows(page, index + 1));
  const seen = new Map<string, Set<number>>();
  for (const { keys, page } of candidates) {
    for (const key of keys) seen.set(key, (seen.get(key) ?? new Set()).add(page));
  }
  // Two alike are enough in a short file; in a long one a repeated heading must not look like a header.
  const enough = pages.length <= 4 ? 2 : 3;
  const returning = new Set([...seen].filter(([, on]) => isRegular(on, enough)).map(([key]) => key));
  const gone = new Set<Piece>();
  const given = new Set<string>();
  const running: Furniture["running"][number][] = [];
  for (const { keys, row, page, text, origin } of candidates) {
    const regular = keys.filter((key) => returning.has(key));
    const isPageNumber = pages.length > 1 && PAGE_NUMBER.test(text) && isNumbered(text, page, pages.length);
    if (isPageNumber) regular.push(text.replace(/\d+/g, "#"));
    if (regular.length === 0) continue;
    for (const piece of row) gone.add(piece);
    if (!BARE_NUMBER.test(text) && !regular.some((key) => given.has(key))) running.push({ text, origin, page });
    for (const key of regular) given.add(key);
  }
  return {
    body: pages.map((page) =>
      sheetsOf(
        page.pieces.filter((piece) => !gone.has(piece)),
        page.width,
      ),
    ),
    running,
  };
}

/** Two overlapping bands of 4 points: a line that moves by a hair stays in one of them. */
function places(y: number): string[] {
  return [`a${Math.floor(y / 4)}`, `b${Math.floor((y + 2) / 4)}`];
}

/** A running line stands on most pages of its stretch, or on most left or right ones; the title of every annex does not. */
function isRegular(on: ReadonlySet<number>, enough: number): boolean {
  if (on.size < enough) return false;
  const length = Math.max(...on) - Math.min(...on) + 1;
  const sameSide = new Set([...on].map((page) => page % 2)).size === 1;
  return on.size >= 0.6 * length || (sameSide && on.size >= 0.4 * length);
}

/** Outermost rows in the margins. The place is part of the key: a heading that moves from page to page is no header. */
function edgeRows(page: FurniturePage, number: number): Candidate[] {
  const rows = inRows(page.pieces);
  const take = (row: readonly Piece[], origin: "header" | "footer"): Candidate => {
    const { text, y } = lineOf(row, number, { left: 0, right: 0 });
    return {
      row,
      page: number,
      text,
      origin,
      keys: keysOf(text, number).flatMap((key) => places(y).map((place) => `${origin} ${place} ${key}`)),
    };
  };
  const top = rows.filter((row) => (row[0]?.y ?? 0) < MARGIN * page.height).slice(0, ROWS);
  const bottom = rows.filter((row) => (row[0]?.y ?? 0) > (1 - MARGIN) * page.height).slice(-ROWS);
  return [...top.map((row) => take(row, "header")), ...bottom.map((row) => take(row, "footer"))];
}

/** Filings print several old pages on a new one: a lone number in the middle of the line, clear of the text, parts them. */
function sheetsOf(pieces: readonly Piece[], width: number): Piece[][] {
  const rows = inRows(pieces);
  const sheets: Piece[][] = [[]];
  rows.forEach((row, index) => {
    const [piece] = row;
    if (
      !piece ||
      row.length > 1 ||
      !BARE_NUMBER.test(piece.text) ||
      Math.abs((piece.x + piece.right) / 2 - width / 2) > 0.06 * width
    ) {
      sheets.at(-1)?.push(...row);
      return;
    }
    const [above, below] = [rows[index - 1]?.[0], rows[index + 1]?.[0]];
    const isClear =
      (!above || piece.y - above.y > 1.6 * piece.size) && (!below || below.y - piece.y > 1.6 * piece.size);
    if (isClear && (above || below)) sheets.push([]);
    else sheets.at(-1)?.push(piece);
  });
  return sheets.filter((sheet) => sheet.length > 0);
}

/**
 * The text with each of its first numbers as it is or as its distance from the page's number: a page number keeps its
 * distance from page to page, the figure of a sentence does not, and must never be lost.
 */
function keysOf(text: string, page: number): string[] {
  let keys = [""];
  text.split(/(\d+)/).forEach((part, index) => {
    const forms = index % 2 === 1 && index < 7 ? [part, `#${Number(part) - page}`] : [part];
    keys = keys.flatMap((key) => forms.map((form) => key + form));
  });
  return keys;
}

/** A lone number in the margin is a page number only where it can be this page's. */
function isNumbered(text: string, page: number, pages: number): boolean {
  const digits = /\d+/.exec(text)?.[0];
  return digits === undefined ? page <= 30 : Math.abs(Number(digits) - page) <= Math.max(10, pages / 4);
}
