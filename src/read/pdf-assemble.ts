import type { TextBlock } from "../model/block.ts";
import { alignedTables } from "./pdf-aligned.ts";
import { blocksOf } from "./pdf-blocks.ts";
import type { Box } from "./pdf-columns.ts";
import { splitFurniture } from "./pdf-furniture.ts";
import { type Grid, gridsOf } from "./pdf-grid.ts";
import { wordsOf } from "./pdf-hyphens.ts";
import { inReadingOrder, type PageHabits } from "./pdf-layout.ts";
import type { Line } from "./pdf-lines.ts";
import { leadingOf, paragraphsOf, type Setting } from "./pdf-paragraphs.ts";
import type { Piece } from "./pdf-pieces.ts";
import type { Rules } from "./pdf-rules.ts";
import { continuesTable, type PdfTable, tableBlock, tableOf } from "./pdf-tables.ts";

/** One page as read. */
export interface PdfSource {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: Rules;
  readonly turned: readonly string[];
}

type Part =
  | { readonly lines: readonly Line[] }
  | { readonly grid: Pick<Grid, "edges" | "rows" | "left">; readonly page: number };

/** Puts the pages of a PDF together to blocks in reading order; `fonts` gives the names of fonts as far as known. */
export function assemblePdf(sources: readonly PdfSource[], fonts: ReadonlyMap<string, string>): TextBlock[] {
  const ruled = sources.map((source) => gridsOf(source.rules, source.pieces));
  const furniture = splitFurniture(
    sources.map((source, index) => ({ width: source.width, height: source.height, pieces: ruled[index]?.rest ?? [] })),
  );
  const bodySize = usualSize(sources);
  const habits = { usualRight: usualRight(sources), gutters: [] };
  const footnotes = new Map<number, Line[]>();
  const parts = sources.flatMap((_, index): Part[] => {
    const ordered = orderedPage(furniture.body[index] ?? [], (ruled[index]?.grids ?? []).map(boxOf), index + 1, habits);
    const { body, notes } = splitFootnotes(ordered, bodySize, sources[index]?.height ?? 0);
    footnotes.set(index + 1, notes);
    return partsOf(body, index + 1);
  });
  const lines = parts.flatMap((part) => ("lines" in part ? part.lines : []));
  const setting: Setting = {
    words: wordsOf(lines.map((line) => line.text)),
    leading: leadingOf(lines),
    isBold: boldness(fonts),
  };
  const blocks = joinParts(parts, setting, bodySize);
  return withMargins(blocks, furniture.running, footnotes, sources, setting);
}

function orderedPage(
  sheets: readonly (readonly Piece[])[],
  boxes: readonly Box<Grid>[],
  page: number,
  habits: PageHabits,
) {
  let left = boxes;
  const ordered = sheets.flatMap((pieces, index) => {
    const bottom = index === sheets.length - 1 ? Number.POSITIVE_INFINITY : Math.max(...pieces.map((piece) => piece.y));
    const here = left.filter((box) => box.y <= bottom);
    left = left.filter((box) => box.y > bottom);
    return inReadingOrder<Grid>([...pieces, ...here], page, habits);
  });
  return [...ordered, ...left];
}

function joinParts(parts: readonly Part[], setting: Setting, bodySize: number): TextBlock[] {
  const segments: ({ lines: Line[] } | { tables: PdfTable[] })[] = [];
  for (const part of parts) {
    const last = segments.at(-1);
    if ("lines" in part) {
      if (last && "lines" in last) last.lines.push(...part.lines);
      else if (part.lines.length > 0) segments.push({ lines: [...part.lines] });
      continue;
    }
    const table = tableOf(part.grid, part.page, setting);
    const before = last && "tables" in last ? last.tables.at(-1) : undefined;
    if (before && last && "tables" in last && continuesTable(before, table)) last.tables.push(table);
    else segments.push({ tables: [table] });
  }
  // Levels of headings are ranks over the whole document, so all paragraphs are named at once.
  const grouped = segments.map((segment) => ("lines" in segment ? paragraphsOf(segment.lines, setting) : []));
  const named = blocksOf(grouped.flat(), setting, bodySize);
  let at = 0;
  return segments.flatMap((segment, index) => {
    if ("tables" in segment) return [tableBlock(segment.tables, setting)];
    const count = grouped[index]?.length ?? 0;
    at += count;
    return named.slice(at - count, at);
  });
}

function partsOf(ordered: readonly (Line | Box<Grid>)[], page: number): Part[] {
  const parts: Part[] = [];
  let lines: Line[] = [];
  const flush = () => {
    for (const found of alignedTables(lines))
      parts.push("grid" in found ? { grid: found.grid, page } : { lines: found.lines });
    lines = [];
  };
  for (const item of ordered) {
    if ("box" in item) {
      flush();
      parts.push({ grid: item.box, page });
    } else lines.push(item);
  }
  flush();
  return parts;
}

function boxOf(grid: Grid): Box<Grid> {
  const first = grid.rows.flat().flatMap((cell) => cell.pieces.map((piece) => piece.y));
  return { box: grid, x: grid.left, right: grid.right, y: Math.min(...first), size: 10 };
}

/** Small print at the foot of a page that starts with a note mark: kept out of the sentence that runs over the page. */
function splitFootnotes(ordered: readonly (Line | Box<Grid>)[], bodySize: number, height: number) {
  let from = ordered.length;
  for (let index = ordered.length - 1; index >= 0; index--) {
    const item = ordered[index];
    if (!item || "box" in item || item.size > 0.93 * bodySize || item.y < 0.5 * height) break;
    if (/^(?:\d{1,2}|[*†‡§])\s?\p{L}/u.test(item.text) && (item.pieces[0]?.runs[0]?.size ?? 0) < item.size + 0.1)
      from = index;
  }
  const notes = ordered.slice(from).filter((item): item is Line => !("box" in item));
  return { body: ordered.slice(0, from), notes };
}

/** Running lines, footnotes and turned text come after the last block that starts on their page, never inside one. */
function withMargins(
  blocks: readonly TextBlock[],
  running: readonly { readonly text: string; readonly origin: "header" | "footer"; readonly page: number }[],
  footnotes: ReadonlyMap<number, readonly Line[]>,
  sources: readonly PdfSource[],
  setting: Setting,
): TextBlock[] {
  const result: TextBlock[] = [];
  let at = 0;
  sources.forEach((source, index) => {
    const page = index + 1;
    const edge = (origin: "header" | "footer") =>
      running
        .filter((line) => line.page === page && line.origin === origin)
        .map(({ text }): TextBlock => ({ kind: "paragraph", text, page, origin }));
    result.push(...edge("header"));
    while (at < blocks.length && (blocks[at]?.page ?? 0) <= page) result.push(blocks[at++] as TextBlock);
    for (const { text } of paragraphsOf(footnotes.get(page) ?? [], setting))
      result.push({ kind: "paragraph", text, page, origin: "footnote" });
    const turned = source.turned.join(" ").replace(/\s+/g, " ").trim();
    if (turned !== "") result.push({ kind: "paragraph", text: turned, page, origin: "text-box" });
    result.push(...edge("footer"));
  });
  return result;
}

function boldness(fonts: ReadonlyMap<string, string>): (line: Line) => boolean {
  const bold = new Set([...fonts].filter(([, name]) => /bold|black|heavy|demi|-bd\b/i.test(name)).map(([id]) => id));
  if (bold.size === 0) return () => false;
  const known = new WeakMap<Line, boolean>();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const isBold = line.pieces.every((piece) =>
      piece.runs.every((run) => bold.has(run.font) || !/\p{L}/u.test(run.text)),
    );
    known.set(line, isBold && /\p{L}/u.test(line.text));
    return known.get(line) ?? false;
  };
}

function usualSize(sources: readonly PdfSource[]): number {
  const letters = new Map<number, number>();
  for (const piece of sources.flatMap((source) => source.pieces)) {
    const size = Math.round(piece.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + piece.text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Where full lines end on most pages. */
function usualRight(sources: readonly PdfSource[]): number {
  const rights = sources
    .map((source) => Math.round(Math.max(0, ...source.pieces.map((piece) => piece.right))))
    .sort((a, b) => a - b);
  const middle = rights[Math.floor(rights.length / 2)] ?? 0;
  // Pages of different width share no right edge.
  return new Set(sources.filter((source) => source.width > 0).map((source) => Math.round(source.width))).size === 1
    ? middle
    : 0;
}
