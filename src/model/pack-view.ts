// A clause pack filled for a deal, before it becomes a file.

/** A stretch of text; with `ref` it names a clause or a schedule of the same document, by its anchor. */
export interface Inline {
  readonly text: string;
  readonly ref?: string;
}

/** A numbered paragraph of a clause. */
export interface PackParagraph {
  /** "12.3", "(a)". */
  readonly label: string;
  /** 1: "12.3"; 2: "(a)" below it. */
  readonly level: 1 | 2;
  readonly text: readonly Inline[];
}

export interface PackClause {
  readonly anchor: string;
  readonly number: number;
  readonly heading: string;
  /** Absent for the clause of definitions. */
  readonly requirementId?: string;
  /** Unnumbered paragraphs of the form «"Term" means ...»; a clause has these or numbered ones. */
  readonly definitions: readonly { readonly term: string; readonly text: readonly Inline[] }[];
  readonly paragraphs: readonly PackParagraph[];
}

export type ScheduleBlock =
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | { readonly kind: "heading"; readonly text: readonly Inline[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[]; readonly widths?: readonly number[] };

export interface PackSchedule {
  readonly anchor: string;
  /** "Schedule 2", or "Annex 2" where the pack is itself a schedule. */
  readonly label: string;
  readonly title: string;
  readonly blocks: readonly ScheduleBlock[];
}

/** The whole document. */
export interface PackView {
  readonly title: string;
  readonly form: "agreement" | "schedule";
  /** Who makes it; a paragraph each. */
  readonly parties: readonly string[];
  readonly opening: readonly (readonly Inline[])[];
  readonly parts: readonly { readonly title: string; readonly clauses: readonly PackClause[] }[];
  readonly schedules: readonly PackSchedule[];
  /** Lines to sign on, one block a party; none in a schedule. */
  readonly signatures: readonly string[];
  readonly notes: readonly PackNote[];
}

/** Drafting note of one clause, printed on its own pages or not at all: never part of the contract. */
export interface PackNote {
  readonly clause: string;
  readonly heading: string;
  readonly why: string;
  readonly law: readonly string[];
  readonly suppliersSay: string;
  readonly concede: string;
  readonly fallback: string;
}
