// What a walk through HTML yields, before it becomes text.
import type { BlockOrigin } from "../model/block.ts";

/** Visible text with its place in the source, or a line break. */
export type Piece = TextPiece | { readonly type: "break" };

export interface TextPiece {
  readonly type: "text";
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
  /** White space counts (inside `pre`). */
  readonly preformatted: boolean;
}

export interface WalkedCell {
  readonly pieces: readonly Piece[];
  readonly columns: number;
  readonly rows: number;
}

export interface WalkedBlock {
  readonly kind: "heading" | "paragraph" | "list-item" | "table";
  readonly pieces: readonly Piece[];
  readonly origin: BlockOrigin;
  readonly label?: string;
  readonly level?: number;
  readonly rows?: readonly { readonly cells: readonly WalkedCell[]; readonly header: boolean }[];
}

/** What a walk yields; `unseen` counts the words of each element that the page does not show. */
export interface Walked {
  readonly blocks: WalkedBlock[];
  readonly unseen: { readonly tag: string; readonly words: number }[];
}
