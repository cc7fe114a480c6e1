const ENGLISH = new Set(
  "the of and to in or a shall is for by any be with as that this not on will are such its from".split(" "),
);
/** Runs of letters. Nearly all are plain ASCII, for which no table of Unicode need be looked at. Lower case only. */
const WORD = /[a-z]+(?:(?![\u0000-\u007f])\p{L}+)?|\p{L}+/gu;
/** Fewer words tell nothing of a language. */
const ENOUGH = 120;
const SAMPLE = 60_000;
/** In terse English annexes one word in eight is such a word, in German, French or Spanish contracts one in a hundred. */
const LEAST_SHARE = 0.06;

/** Whether a text of some length reads as English, by the share of its most common function words. Short texts pass. */
export function readsAsEnglish(text: string): boolean {
  const words = text.slice(0, SAMPLE).toLowerCase().match(WORD) ?? [];
  if (words.length < ENOUGH) return true;
  return words.filter((word) => ENGLISH.has(word)).length / words.length >= LEAST_SHARE;
}
