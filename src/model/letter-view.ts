// A letter to the supplier, before it becomes a file. What may be sent and what may not are separate types: no field of LetterView holds a
// verdict, a severity, a playbook or a reason of our own.

/** A paragraph of wording that is asked for. */
export interface WordingLine {
  /** "(a)" before an item; "" before a paragraph. */
  readonly label: string;
  readonly text: string;
}

export type LetterBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  /** Wording for the contract; with a heading a whole clause. */
  | { readonly kind: "wording"; readonly heading: string; readonly lines: readonly WordingLine[] };

export interface LetterRequest {
  /** Counted from 1, in the order in which the changes are asked for. */
  readonly number: number;
  /** "Clause 15.3"; "New clause". */
  readonly place: string;
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
}

export interface LetterQuestion {
  readonly number: number;
  readonly text: string;
}

/** The letter as the supplier gets it. */
export interface LetterView {
  readonly title: string;
  /** Whose document it is. */
  readonly author: string;
  /** Lines of the letterhead, of the address, and of the signature. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** "24 November 2026". */
  readonly date: string;
  readonly salutation: string;
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly farewell: string;
  readonly signature: readonly string[];
  /** At the head of the second page and all that follow. */
  readonly running: string;
  readonly list: { readonly title: string; readonly rows: readonly (readonly string[])[] };
  readonly requests: { readonly title: string; readonly items: readonly LetterRequest[] };
  readonly questions: { readonly title: string; readonly items: readonly LetterQuestion[] };
  /** Definitions that the wording needs and the contract lacks. */
  readonly terms: { readonly title: string; readonly lead: string; readonly items: readonly string[] };
}

/** A name and what is said of it; several paragraphs where it has them. */
export interface RemarkRow {
  readonly name: string;
  readonly lines: readonly string[];
}

/** What we think of a request or a question, and how far we may go. */
export interface LetterRemark {
  readonly about: "request" | "question";
  /** Of the request or question. */
  readonly number: number;
  readonly title: string;
  readonly rows: readonly RemarkRow[];
}

/** The same letter with everything that must not be sent. */
export interface InternalLetterView {
  readonly title: string;
  /** At the head of every page. */
  readonly banner: string;
  readonly letter: LetterView;
  readonly remarks: readonly LetterRemark[];
  /** Shortfalls that somebody accepted, whether or not that holds. */
  readonly accepted: { readonly title: string; readonly lead: string; readonly rows: readonly RemarkRow[] };
}
