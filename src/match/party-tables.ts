import type { Clause, Contract } from "../model/contract.ts";
import type { Bearer } from "../model/function.ts";
import type { Marker } from "./marks.ts";
import { type Column, ColumnReader } from "./party-columns.ts";
import { readLegend, type ShareMark, withRows } from "./share-marks.ts";
import type { RowShare } from "./shares.ts";

/**
 * Rows of the tables that divide responsibilities, by clause: columns of parties with letters or ticks, columns of letters with
 * names of parties, an owner column, columns that say in words what each party does.
 */
export function readPartyTables(contract: Contract, mark: Marker): ReadonlyMap<number, RowShare> {
  const shares = new Map<number, RowShare>();
  const tables = Map.groupBy(
    contract.clauses.filter((clause) => clause.kind === "row" && (clause.columnHeads?.length ?? 0) > 1),
    (row) => tableOf(contract, row),
  );
  if (tables.size === 0) return shares;
  const legend = readLegend(contract.text);
  const plain = new ColumnReader(contract, mark, legend);
  const letters = [...tables.values()].flat().flatMap((row) => {
    const [letter, words] = row.body;
    const isLegend = letter && words && row.body.every((_, cell) => plain.column(row, cell).kind === "other");
    return isLegend ? [[plain.shown(letter), plain.shown(words)] as const] : [];
  });
  const reader = new ColumnReader(contract, mark, withRows(legend, letters));
  for (const rows of tables.values()) readTable(rows, reader, shares);
  return shares;
}

function tableOf(contract: Contract, row: Clause): number {
  for (let at = row.parent; at !== undefined; at = contract.clauses[at]?.parent) {
    if (contract.clauses[at]?.kind === "table") return at;
  }
  return -1;
}

/** Of the cells under parties, at least so many must be letters or ticks for the table to be one of letters. */
const MOSTLY = 0.6;

interface ReadRow {
  readonly row: Clause;
  readonly columns: readonly Column[];
}

function readTable(rows: readonly Clause[], reader: ColumnReader, shares: Map<number, RowShare>): void {
  const read = rows.map((row) => ({ row, columns: row.body.map((_, cell) => reader.column(row, cell)) }));
  const kinds = new Set(read.flatMap(({ columns }) => columns.map(keyOf)));
  const parties = new Set([...kinds].filter((kind) => kind.startsWith("party")));
  const cellsUnder = (test: (column: Column) => boolean) =>
    read.flatMap(({ row, columns }) => row.body.filter((_, i) => test(columns[i] ?? { kind: "other" })));
  const under = cellsUnder((column) => column.kind === "party");
  const marked = under.filter((cell) => reader.marks(cell)).length;
  if (parties.size > 0 && under.length > 0 && marked / under.length >= MOSTLY) {
    const outsiders = outsiderColumns(read, reader);
    for (const { row, columns } of read) {
      const all = columns.map((column, cell) => (isUnder(row, cell, outsiders) ? OUTSIDER : column));
      const share = byMarks(row, all, reader);
      if (share.bearers.length > 0 || isRead(row, all, reader)) shares.set(row.index, share);
    }
    return;
  }
  const named = cellsUnder((column) => column.kind === "letter" || column.kind === "owner");
  if (named.length > 0 && named.filter((cell) => reader.party(cell)?.alone).length / named.length >= MOSTLY / 2) {
    for (const { row, columns } of read) shares.set(row.index, byNames(row, columns, reader));
    return;
  }
  if (parties.size < 2 || !read.every(({ row, columns }) => isPlainTable(row, columns, reader))) return;
  for (const { row, columns } of read) shares.set(row.index, byWords(columns));
}

/** Every cell of the parties holds marks, or nothing at all. */
function isRead(row: Clause, columns: readonly Column[], reader: ColumnReader): boolean {
  return row.body.every((cell, i) => columns[i]?.kind !== "party" || reader.marks(cell) || reader.shown(cell) === "");
}

const OUTSIDER: Column = { kind: "party", party: "third-party" };

/** Heads of columns that hold marks as the parties' do, under a name that is neither's: somebody else takes part. */
function outsiderColumns(read: readonly ReadRow[], reader: ColumnReader): ReadonlySet<number> {
  const cells = new Map<number, { marked: number; bearing: number; all: number }>();
  for (const { row, columns } of read) {
    row.body.forEach((cell, i) => {
      const head = row.columnHeads?.[i];
      if (i === 0 || !head || columns[i]?.kind !== "other") return;
      const count = cells.get(head.start) ?? { marked: 0, bearing: 0, all: 0 };
      const marks = reader.marks(cell);
      count.all++;
      if (marks) count.marked++;
      if (marks?.some((mark) => mark === "performs" || mark === "answers")) count.bearing++;
      cells.set(head.start, count);
    });
  }
  return new Set(
    [...cells].flatMap(([head, { marked, bearing, all }]) => (marked === all && bearing > 0 ? [head] : [])),
  );
}

function isUnder(row: Clause, cell: number, heads: ReadonlySet<number>): boolean {
  const head = row.columnHeads?.[cell];
  return head !== undefined && heads.has(head.start);
}

function keyOf(column: Column): string {
  return column.kind === "party" ? `party ${column.party}` : column.kind;
}

function isPlainTable(row: Clause, columns: readonly Column[], reader: ColumnReader): boolean {
  return columns.every((column, cell) => column.kind !== "party" || reader.isPlain(row, cell));
}

type Parts = Map<Bearer, Set<ShareMark>>;

function byMarks(row: Clause, columns: readonly Column[], reader: ColumnReader): RowShare {
  const parts: Parts = new Map();
  let isVoid = false;
  let isQualified = false;
  row.body.forEach((cell, i) => {
    const column = columns[i];
    if (column?.kind !== "party") return;
    const marks = reader.marks(cell) ?? [];
    isQualified ||= reader.hasRemark(cell);
    isVoid ||= /^N\s?\/?\s?A\.?$/i.test(reader.shown(cell));
    const own = column.part && marks.some((mark) => mark !== "none") ? [column.part] : marks;
    give(parts, column.party, own);
  });
  const share = shareOf(parts, isVoid);
  return { ...share, isSplit: share.isSplit || (share.bearers.length > 1 && isQualified) };
}

function byNames(row: Clause, columns: readonly Column[], reader: ColumnReader): RowShare {
  const parts: Parts = new Map();
  row.body.forEach((cell, i) => {
    const column = columns[i];
    const named = column?.kind === "letter" || column?.kind === "owner" ? reader.party(cell) : undefined;
    if (named?.alone) give(parts, named.party, [column?.kind === "letter" ? column.mark : "bears"]);
    else if (named && column?.kind === "owner") give(parts, named.first, ["bears"]);
  });
  return shareOf(parts, false);
}

function byWords(columns: readonly Column[]): RowShare {
  const said = new Map<number, Bearer>();
  columns.forEach((column, cell) => {
    if (column.kind === "party" && column.party !== "both") said.set(cell, column.party);
  });
  return { bearers: [], isSplit: false, isVoid: false, said };
}

function give(parts: Parts, party: Bearer | "both", marks: readonly ShareMark[]): void {
  for (const bearer of party === "both" ? (["supplier", "customer"] as const) : [party]) {
    const known = parts.get(bearer) ?? new Set();
    for (const mark of marks) known.add(mark);
    parts.set(bearer, known);
  }
}

const NOWHERE: ReadonlyMap<number, Bearer> = new Map();

function shareOf(parts: Parts, isVoid: boolean): RowShare {
  const bears = [...parts].filter(([, marks]) => marks.has("performs") || marks.has("answers") || marks.has("bears"));
  const answering = bears.filter(([, marks]) => marks.has("answers"));
  return {
    bearers: bears.map(([party]) => party),
    isSplit: bears.length > 1 && answering.length === 1,
    isVoid: bears.length === 0 && isVoid,
    said: NOWHERE,
  };
}
