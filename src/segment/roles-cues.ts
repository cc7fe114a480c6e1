import type { Cue } from "./roles-cue.ts";
import { COMMERCE_CUES } from "./roles-cues-commerce.ts";
import { DATA_CUES } from "./roles-cues-data.ts";

/** Cues by the word they hang on, in lower case. */
export const CUES: ReadonlyMap<string, readonly Cue[]> = byWord();

/** Finds every word that carries a cue. */
export const CUE_WORD = new RegExp(`\\b(?:${[...CUES.keys()].sort((a, b) => b.length - a.length).join("|")})\\b`, "gi");

function byWord(): Map<string, readonly Cue[]> {
  const map = new Map<string, readonly Cue[]>();
  for (const [words, cues] of [...DATA_CUES, ...COMMERCE_CUES]) {
    for (const word of words.split(" ")) map.set(word, [...(map.get(word) ?? []), ...cues]);
  }
  return map;
}
