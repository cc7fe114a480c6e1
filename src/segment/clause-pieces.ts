import type { TextBlock } from "../model/block.ts";
import type { PlacedBlock } from "./assemble-text.ts";
import { type View, viewOf } from "./clause-view.ts";

/** A block, or a line of one, that makes a unit. */
export interface Piece {
  readonly placed: PlacedBlock;
  readonly block: TextBlock;
  readonly view: View;
}

/** Files of which something holds as a whole. */
export interface FileTraits {
  readonly flat: ReadonlySet<number>;
  readonly wrapped: ReadonlySet<number>;
}

/** Pieces of all blocks in reading order; a table of one column is read as the paragraphs in its cells. */
export function piecesOf(blocks: readonly PlacedBlock[], text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const placed of blocks) {
    const { block, span } = placed;
    if (block.kind !== "table")
      pieces.push(...numberedLines({ placed, block, view: viewOf(block.text, block.hidden, span.start) }));
    else if (isBox(placed)) pieces.push(...paragraphsOfBox(placed, text));
    else pieces.push({ placed, block, view: { text: "", offset: (at) => span.start + at } });
  }
  return pieces;
}

/** What the blocks of each file have in common. */
export function traitsOf(blocks: readonly PlacedBlock[]): FileTraits {
  return { flat: filesWithoutLevels(blocks), wrapped: filesWithBrokenLines(blocks) };
}

/** A block may hold several numbered lines, set apart by line breaks only. */
function numberedLines(piece: Piece): Piece[] {
  const { view } = piece;
  const cuts = inlineNumbers(view.text);
  if (cuts.length > 1) return cut(piece, cuts);
  if (!view.text.includes("\n")) return [piece];
  for (const match of view.text.matchAll(
    /(\n)[ \t]*(?=\d{1,3}(?:\.\d{1,3})+[.\s]|\([a-z\d]{1,4}\)\s|[\u2022\u25aa\u25cf]\s)/g,
  )) {
    const before = view.text.slice(cuts.at(-1), match.index).trimEnd();
    if (before !== "" && /[.;:]\W*$|[;,]\s(?:and|or)$/.test(before.slice(-8))) cuts.push(match.index + 1);
  }
  return cuts.length === 1 ? [piece] : cut(piece, cuts);
}

/** "16. Liability 16.1 Liability follows ... 16.2 ...": where its own sub-numbers stand in the line, in order from 1. */
function inlineNumbers(text: string): number[] {
  const cuts = [0];
  const own = /^\s*(\d{1,3})\.?\s/.exec(text)?.[1];
  if (own === undefined) return cuts;
  for (const match of text.matchAll(new RegExp(`\\s(?=${own}\\.(\\d{1,2})\\.?\\s+["“(]?\\p{Lu})`, "gu"))) {
    if (Number(match[1]) === cuts.length) cuts.push(match.index + 1);
  }
  return cuts;
}

function cut({ placed, block, view }: Piece, cuts: readonly number[]): Piece[] {
  return cuts.map((from, i) => {
    const part = view.text.slice(from, cuts[i + 1] ?? view.text.length);
    const { label: _label, hidden: _hidden, level: _level, emphasis: _emphasis, ...rest } = block;
    const own: TextBlock = i === 0 ? block : { ...rest, kind: block.kind === "heading" ? "paragraph" : block.kind };
    return { placed, block: own, view: { text: part, offset: (at) => view.offset(from + at) } };
  });
}

/** Files in which many long paragraphs stop short and go on in small letters: their lines are broken. */
function filesWithBrokenLines(blocks: readonly PlacedBlock[]): Set<number> {
  const counts = new Map<number, { long: number; broken: number }>();
  blocks.forEach(({ block, file }, i) => {
    const line = block.text.trimEnd();
    if (block.kind !== "paragraph" || line.length < 60) return;
    const count = counts.get(file) ?? { long: 0, broken: 0 };
    counts.set(file, count);
    count.long++;
    if (/[\p{L},]$/u.test(line) && /^\p{Ll}/u.test(blocks[i + 1]?.block.text ?? "")) count.broken++;
  });
  return new Set([...counts].filter(([, { long, broken }]) => long >= 8 && broken / long > 0.2).map(([file]) => file));
}

/** A paged file that shows all its headings alike says what is a heading, not which stands above which. */
function filesWithoutLevels(blocks: readonly PlacedBlock[]): Set<number> {
  const levels = new Map<number, Set<number>>();
  for (const { block, file } of blocks) {
    if (block.kind !== "heading" || block.page === undefined) continue;
    const seen = levels.get(file) ?? new Set();
    levels.set(file, seen.add(block.level ?? 1));
  }
  return new Set([...levels].filter(([, seen]) => seen.size === 1).map(([file]) => file));
}

function isBox(placed: PlacedBlock): boolean {
  const rows = placed.rows ?? [];
  return rows.length > 0 && rows.every((row) => row.length === 1);
}

function paragraphsOfBox(placed: PlacedBlock, text: string): Piece[] {
  const { block } = placed;
  return (block.rows ?? []).flatMap((row, r) => {
    const cell = row.cells[0];
    const span = placed.rows?.[r]?.[0]?.span;
    if (!cell || !span) return [];
    let at = span.start;
    return text
      .slice(span.start, span.end)
      .split("\n")
      .flatMap((line) => {
        const base = at;
        at += line.length + 1;
        const from = base - span.start;
        const hidden = (cell.hidden ?? [])
          .filter((range) => range.end > from && range.start < from + line.length)
          .map((range) => ({ start: Math.max(0, range.start - from), end: Math.min(line.length, range.end - from) }));
        const page = row.page ?? block.page;
        const paragraph: TextBlock = {
          kind: "paragraph",
          text: line,
          origin: block.origin,
          ...(hidden.length > 0 ? { hidden } : {}),
          ...(page === undefined ? {} : { page }),
        };
        return line.trim() === "" ? [] : [{ placed, block: paragraph, view: viewOf(line, hidden, base) }];
      });
  });
}
