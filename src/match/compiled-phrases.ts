import type { Phrase } from "../text/phrase.ts";

/** Phrases of one entry of the library, and those that make a match void. */
export interface CompiledPhrases {
  readonly phrases: readonly Phrase[];
  readonly except: readonly Phrase[];
}
