import type { Phrase } from "../text/phrase.ts";

/** Phrases of one entry of the library, and those that make a match void. */
export interface CompiledPhrases {
  readonly phrases: readonly Phrase[];
  readonly except: readonly Phrase[];
  /** An exception voids only what stands in the same main clause of the sentence; else wherever in the provision it stands. */
  readonly isScoped?: boolean;
}
