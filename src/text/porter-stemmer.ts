// The one door to `natural`. Its main module prints to standard output, reads .env and loads database drivers, so only the stemmer is taken.
import stemmer from "natural/lib/natural/stemmers/porter_stemmer.js";

/** Porter's stemmer for English (M. F. Porter, "An algorithm for suffix stripping", 1980). */
export const PorterStemmer: { stem(word: string): string } = stemmer;
