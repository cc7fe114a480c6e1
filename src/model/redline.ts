// Changes to a contract that exists, as data: offsets are those of `Contract.text`.
import type { Span } from "./block.ts";

/** What stands beside a change: a paragraph of its Word comment a line, the first in bold. */
export interface RedlineNote {
  readonly requirementId: string;
  readonly lines: readonly string[];
}

/** How a new paragraph gets its number: the list that it joins counts, it is typed, or there is none. */
export type RedlineNumber =
  | { readonly kind: "none" }
  | { readonly kind: "typed"; readonly text: string }
  /** `otherwise` is typed where the paragraph before it is in another list, so that the list would count on from elsewhere. */
  | { readonly kind: "automatic"; readonly otherwise?: string };

/** A paragraph to be inserted. */
export interface NewParagraph {
  /** An offset within the paragraph whose style, numbering and indent it takes over. */
  readonly like: number;
  readonly number: RedlineNumber;
  /** Words in front that look as the beginning of `like` does: a run-in heading, a defined term. */
  readonly lead?: string;
  readonly text: string;
  /** True where it stands below `like` in the text, as an item below its sentence, though the document has no such paragraph. */
  readonly isDeeper?: boolean;
}

export type RedlineEdit =
  | {
      readonly kind: "insert";
      /** An offset within the paragraph, or the table, that it follows. */
      readonly after: number;
      readonly paragraphs: readonly NewParagraph[];
      readonly notes: readonly RedlineNote[];
    }
  | { readonly kind: "replace"; readonly span: Span; readonly text: string; readonly notes: readonly RedlineNote[] }
  /** As replace; what stays of the provision is `text`, "" within a paragraph. */
  | { readonly kind: "strike"; readonly span: Span; readonly text: string; readonly notes: readonly RedlineNote[] }
  | { readonly kind: "comment"; readonly span: Span; readonly notes: readonly RedlineNote[] };

/** done: as asked. commented: the words cannot be changed there (a field, a content control), a comment says what is wrong. left: not in the document's own text. */
export type RedlineOutcome = "done" | "commented" | "left";
