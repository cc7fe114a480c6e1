import type { Bearer } from "../model/function.ts";

/** What a row of a table that divides responsibilities says. */
export interface RowShare {
  /** Who bears it; empty where the row names a function and gives it to nobody. */
  readonly bearers: readonly Bearer[];
  /** Of two bearers one does the work and the other answers for it. */
  readonly isSplit: boolean;
  /** Nothing is said either way ("N/A" in every column). */
  readonly isVoid: boolean;
  /** Cells that say in words what one party does, by their place in the row. */
  readonly said: ReadonlyMap<number, Bearer>;
}

/** Whose part the text under a heading describes, by clause. */
export type ListOwners = ReadonlyMap<number, { readonly party: Bearer; readonly isNamed: boolean }>;

/** Whose part a provision describes. */
export interface Owner {
  readonly bearers: readonly Bearer[];
  /** Of several, the text says who does what. */
  readonly isSplit: boolean;
  readonly by: "table" | "list" | "measures";
}

/** What tables and headings say about whose part a clause describes. */
export interface Shares {
  readonly rows: ReadonlyMap<number, RowShare>;
  readonly lists: ListOwners;
}
