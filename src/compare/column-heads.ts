import { type ClauseWords, maskOf, type Word } from "./words.ts";

/** Heads of the columns of a table, by the index of the table among the clauses; none for what is no table. */
export interface ColumnHeads {
  readonly old: (table: number) => readonly string[];
  readonly now: (table: number) => readonly string[];
}

/** Reads them off the tables and rows of both versions. */
export function columnHeads(old: readonly ClauseWords[], now: readonly ClauseWords[]): ColumnHeads {
  const known = { old: headsByTable(old), now: headsByTable(now) };
  return { old: (table) => known.old.get(table) ?? [], now: (table) => known.now.get(table) ?? [] };
}

function headsByTable(clauses: readonly ClauseWords[]): Map<number, readonly string[]> {
  const found = new Map<number, Set<string>>();
  for (const { clause, words } of clauses) {
    if (clause.kind === "table") found.set(clause.index, new Set(cellsOf(words).map(keyOf)));
    if (clause.kind !== "row" || clause.parent === undefined) continue;
    const heads = found.get(clause.parent) ?? new Set<string>();
    for (const word of words) if (word.part === "column") heads.add(word.key);
    found.set(clause.parent, heads);
  }
  return new Map([...found].map(([table, heads]) => [table, [...heads]]));
}

function cellsOf(words: readonly Word[]): Word[][] {
  const cells: Word[][] = [];
  for (const word of words) {
    if (word.before === "\n" || cells.length === 0) cells.push([]);
    cells.at(-1)?.push(word);
  }
  return cells;
}

function keyOf(words: readonly Word[]): string {
  return maskOf(words).toLowerCase();
}
