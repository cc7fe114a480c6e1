import type { Side } from "./roles-standard-names.ts";

/** A verb or noun that tells on which side the name beside it stands. */
export interface Cue {
  /** Whose side it tells: the subject before the word, the owner before it ("X's instructions"), the object after it. */
  readonly who: "subject" | "owner" | "object";
  readonly side: Side;
  readonly weight: number;
  /** Must match the end of the words before. */
  readonly before?: RegExp;
  /** Must match the start of the words after; an object begins where the match ends. */
  readonly after?: RegExp;
}

/** Words of a kind, separated by spaces, with what each of them tells. */
export type CueTable = readonly (readonly [words: string, cues: readonly Cue[]])[];
