import type { TableRow, TextBlock } from "../../src/model/block.ts";
import type { Clause, ReadFile } from "../../src/model/contract.ts";
import { assembleText } from "../../src/segment/assemble-text.ts";
import { buildClauses } from "../../src/segment/build-clauses.ts";

export const paragraph = (text: string, more: Partial<TextBlock> = {}): TextBlock => ({
  kind: "paragraph",
  text,
  origin: "body",
  ...more,
});
export const heading = (text: string, level: number, more: Partial<TextBlock> = {}): TextBlock =>
  paragraph(text, { kind: "heading", level, ...more });
export const item = (text: string, level: number, more: Partial<TextBlock> = {}): TextBlock =>
  paragraph(text, { kind: "list-item", level, ...more });

export const row = (cells: readonly string[], header = false): TableRow => ({
  header,
  cells: cells.map((text) => ({ text, columns: 1, rows: 1 })),
});
export const table = (rows: readonly TableRow[]): TextBlock => paragraph("", { kind: "table", rows });

export function fileOf(blocks: readonly TextBlock[], name = "agreement.txt"): ReadFile {
  return { name, sha256: "00", mediaType: "text/plain", blocks, diagnostics: [], unreadPages: [] };
}

/** A clause in words: what a reader of the tree sees. */
interface Seen {
  readonly clause: Clause;
  readonly number: string;
  readonly heading: string;
  readonly body: readonly string[];
  readonly leadIn: string | undefined;
  /** Number, heading or first words of the parent. */
  readonly parent: string | undefined;
}

export interface Tree {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly seen: readonly Seen[];
  /** The clause whose heading or body holds the words. */
  readonly find: (words: string) => Seen;
}

export function treeOf(...files: readonly (readonly TextBlock[])[]): Tree {
  const assembled = assembleText(files.map((blocks, i) => fileOf(blocks, `file-${i}.txt`)));
  const clauses = buildClauses(assembled);
  const { text } = assembled;
  const words = (clause: Clause): string[] => clause.body.map(({ start, end }) => text.slice(start, end));
  const name = (clause: Clause | undefined): string | undefined =>
    clause && (clause.number || clause.heading || (words(clause)[0] ?? ""));
  const seen = clauses.map((clause) => ({
    clause,
    number: clause.number,
    heading: clause.heading,
    body: words(clause),
    leadIn: clause.leadIn && text.slice(clause.leadIn.start, clause.leadIn.end),
    parent: clause.parent === undefined ? undefined : name(clauses[clause.parent]),
  }));
  const find = (part: string): Seen => {
    const hit = seen.find((one) => one.heading.includes(part) || one.body.some((body) => body.includes(part)));
    if (!hit) throw new Error(`no clause holds "${part}"`);
    return hit;
  };
  return { text, clauses, seen, find };
}

/** A plain text file: one line a paragraph. */
export const lines = (text: string): TextBlock[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => paragraph(line.trim()));

export const numbersOf = (tree: Tree): string[] => tree.seen.map((one) => one.number).filter((number) => number !== "");
