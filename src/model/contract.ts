// The contract after reading and segmenting: one text, a tree of clauses over it, and what the contract says about itself.
import type { BlockOrigin, Span, TextBlock } from "./block.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** One file as a reader left it. */
export interface ReadFile {
  readonly name: string;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly mediaType: string;
  /** Number of pages, where the format has pages. */
  readonly pages?: number;
  readonly blocks: readonly TextBlock[];
  readonly diagnostics: readonly Diagnostic[];
  /** Pages whose text could not be read. */
  readonly unreadPages: readonly number[];
}

export type Role = "customer" | "supplier" | "third-party" | "subprocessor" | "authority" | "data-subject";

export interface Party {
  readonly name: string;
  readonly role: "customer" | "supplier" | "third-party";
  /** Where the contract introduces it. */
  readonly span?: Span;
}

/** A form of words that stands for a role in this contract: "hostco", "we", "the service provider". Lower case. */
export interface RoleName {
  readonly words: string;
  readonly role: Role;
}

export interface DefinedTerm {
  readonly term: string;
  /** The defining provision, in `Contract.text`. */
  readonly span: Span;
  readonly clause: number;
}

export interface CrossReference {
  readonly span: Span;
  /** Index of the clause meant; absent where it does not resolve. */
  readonly target?: number;
}

/** A document the contract relies on that is not among its files. */
export interface ReferredDocument {
  readonly title: string;
  readonly span: Span;
}

export type ClauseKind =
  | "front" // title page, parties block, signature block
  | "contents" // table of contents: never evidence
  | "recital"
  | "heading" // a heading without own text: never evidence
  | "clause"
  | "definition"
  | "schedule" // the heading of a schedule, annex, exhibit or appendix
  | "table" // a table as a whole; its rows are children
  | "row"
  | "note"; // footnote, endnote, running header or footer, text box

/** A unit of the tree. `Contract.clauses` holds them in reading order; a parent comes before its children. */
export interface Clause {
  /** Position in `Contract.clauses`. */
  readonly index: number;
  readonly kind: ClauseKind;
  /** Full number as a person would cite it, "12.3(a)(iv)", "Schedule 2, 4.1"; "" where there is none. */
  readonly number: string;
  /** Heading text without the number, "" where there is none. */
  readonly heading: string;
  readonly headingSpan?: Span;
  /** Own text without number and heading, one span a paragraph, in `Contract.text`. For a row: one span a cell, in column order. */
  readonly body: readonly Span[];
  /** Index of the parent; absent at the top. */
  readonly parent?: number;
  /** The unfinished sentence that this clause's children complete ("The Processor shall:"). */
  readonly leadIn?: Span;
  /** Row only: the header cell over each body cell (same order; undefined where the column has none). */
  readonly columnHeads?: readonly (Span | undefined)[];
  /** Row only, where header rows stand above each other: the cell over each column head (same order). */
  readonly upperHeads?: readonly (Span | undefined)[];
  /** Index into `Contract.files`. */
  readonly file: number;
  readonly page?: number;
  readonly origin: BlockOrigin;
  /** True where another document of the bundle expressly replaces this text: shown, never evidence. */
  readonly superseded?: boolean;
}

/** Start of a page in `Contract.text`. */
export interface PageStart {
  readonly offset: number;
  readonly file: number;
  readonly page: number;
}

export interface ContractFile {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly pages?: number;
  /** Where its text lies in `Contract.text`. */
  readonly span: Span;
}

export interface Contract {
  readonly title: string;
  /** Texts of all files, blocks separated by "\n", files by "\n\n". Every span of the review points into it. */
  readonly text: string;
  /** Ranges of `text` that a reader does not see; sorted, disjoint. */
  readonly hidden: readonly Span[];
  readonly files: readonly ContractFile[];
  readonly clauses: readonly Clause[];
  readonly pageStarts: readonly PageStart[];
  /** Offsets where text was joined that need not stand side by side in the file: block starts, page breaks. Ascending. */
  readonly joints: readonly number[];
  readonly parties: readonly Party[];
  readonly roleNames: readonly RoleName[];
  readonly terms: readonly DefinedTerm[];
  readonly references: readonly CrossReference[];
  readonly missingDocuments: readonly ReferredDocument[];
  /** The clause that says which document prevails, if there is one. */
  readonly precedence?: number;
  readonly unreadPages: readonly { readonly file: string; readonly page: number }[];
  readonly diagnostics: readonly Diagnostic[];
}
