import { lineOf } from "./pdf-lines.ts";
import { inRows, type Piece } from "./pdf-pieces.ts";

/** One page as far as running lines are concerned. */
export interface FurniturePage {
  readonly height: number;
  readonly pieces: readonly Piece[];
}

export interface Furniture {
  /** The pages' pieces without running headers, footers and page numbers. */
  readonly body: readonly (readonly Piece[])[];
  /** Each distinct running line once, on the page where it first stands. Bare page numbers are left out. */
  readonly running: readonly { readonly text: string; readonly origin: "header" | "footer"; readonly page: number }[];
}

interface Candidate {
  readonly row: readonly Piece[];
  readonly page: number;
  readonly key: string;
  readonly text: string;
  readonly origin: "header" | "footer";
}

/** Share of the page height, at either end, in which running lines stand. */
const MARGIN = 0.14;
const ROWS = 4;
const PAGE_NUMBER = /^(?:page|p\.|pg\.?)?\s*[-–—[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?(?:\s*(?:of|\/|-|von|de|sur)\s*\d{1,4})?$/i;
const BARE_NUMBER = /^[-–—[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?$/i;

/** Tells running headers, footers and page numbers from the body: lines that return at the same place on several pages. */
export function splitFurniture(pages: readonly FurniturePage[]): Furniture {
  const candidates = pages.flatMap((page, index) => edgeRows(page, index + 1));
  const seen = new Map<string, Set<number>>();
  for (const { key, page } of candidates) seen.set(key, (seen.get(key) ?? new Set()).add(page));
  // Two alike are enough in a short file; in a long one a repeated heading must not look like a header.
  const enough = pages.length <= 4 ? 2 : 3;
  const gone = new Set<Piece>();
  const texts = new Set<string>();
  const running: Furniture["running"][number][] = [];
  for (const { key, row, page, text, origin } of candidates) {
    if ((seen.get(key)?.size ?? 0) < enough && !(pages.length > 1 && PAGE_NUMBER.test(text) && isNumbered(text, page, pages.length))) continue;
    for (const piece of row) gone.add(piece);
    const name = withoutNumbers(text);
    if (BARE_NUMBER.test(text) || texts.has(name)) continue;
    texts.add(name);
    running.push({ text, origin, page });
  }
  return { body: pages.map((page) => page.pieces.filter((piece) => !gone.has(piece))), running };
}

/** Outermost rows in the margins. The place is part of the key: a heading that moves from page to page is no header. */
function edgeRows(page: FurniturePage, number: number): Candidate[] {
  const rows = inRows(page.pieces);
  const take = (row: readonly Piece[], origin: "header" | "footer"): Candidate => {
    const { text, y } = lineOf(row, number, { left: 0, right: 0 });
    return { row, page: number, text, origin, key: `${origin} ${Math.round(y / 4)} ${withoutNumbers(text)}` };
  };
  const top = rows.filter((row) => (row[0]?.y ?? 0) < MARGIN * page.height).slice(0, ROWS);
  const bottom = rows.filter((row) => (row[0]?.y ?? 0) > (1 - MARGIN) * page.height).slice(-ROWS);
  return [...top.map((row) => take(row, "header")), ...bottom.map((row) => take(row, "footer"))];
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+|\b[ivxl]+\b/g, "#");
}

/** A lone number in the margin is a page number only where it can be this page's. */
function isNumbered(text: string, page: number, pages: number): boolean {
  const digits = /\d+/.exec(text)?.[0];
  return digits === undefined ? page <= 30 : Math.abs(Number(digits) - page) <= Math.max(10, pages / 4);
}
