import type { Span } from "../model/block.ts";
import { stem } from "./inflection.ts";

/** Signs between a token and the one before it. */
export const SIGN = {
  comma: 1,
  semicolon: 2,
  colon: 4,
  open: 8,
  close: 16,
  dash: 32,
  stop: 64,
  line: 128,
  quote: 256,
} as const;

export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, without possessive 's. */
  readonly word: string;
  readonly stem: string;
  /** SIGN bits between the token before and this one. */
  readonly before: number;
}

const SPACE = 32;
const BITS = new Map(
  Object.entries({
    ",": SIGN.comma,
    ";": SIGN.semicolon,
    ":": SIGN.colon,
    "(": SIGN.open,
    "[": SIGN.open,
    ")": SIGN.close,
    "]": SIGN.close,
    "–": SIGN.dash,
    "—": SIGN.dash,
    ".": SIGN.stop,
    "\n": SIGN.line,
    '"': SIGN.quote,
    "“": SIGN.quote,
    "”": SIGN.quote,
  }),
);

/** Words of `text` inside `span`, skipping `hidden` ranges (sorted). Hyphens separate words, contractions are written out; offsets are those of `text`. */
export function tokenize(text: string, span: Span, hidden: readonly Span[] = []): Token[] {
  const tokens: Token[] = [];
  let hiddenAt = firstEndingAfter(hidden, span.start);
  let before = 0;
  let at = span.start;
  while (at < span.end) {
    const end = wordEnd(text, at, span.end);
    if (end === at) {
      if (text.charCodeAt(at) !== SPACE) before |= BITS.get(text[at] ?? "") ?? 0;
      at++;
      continue;
    }
    while (hiddenAt < hidden.length && (hidden[hiddenAt]?.end ?? 0) <= at) hiddenAt++;
    if ((hidden[hiddenAt]?.start ?? Infinity) >= end && !isEntity(text, at, end)) {
      for (const { word, stem } of readWords(text.slice(at, end))) {
        tokens.push({ start: at, end, word, stem, before });
        before = 0;
      }
      before = 0;
    }
    at = end;
  }
  return tokens;
}

/** Words as printed, with what they are read as. Contracts say the same words over and over. */
const known = new Map<string, readonly Pick<Token, "word" | "stem">[]>();
/** More words than any contract has. */
const MOST_WORDS = 50_000;

function readWords(raw: string): readonly Pick<Token, "word" | "stem">[] {
  const found = known.get(raw);
  if (found) return found;
  const words = wordsOf(raw).map((word) => ({ word, stem: stem(word) }));
  if (known.size >= MOST_WORDS) known.clear();
  known.set(raw, words);
  return words;
}

/** Contractions are two words over one range ("won't": will, not); a possessive is the word itself. */
export function wordsOf(raw: string): readonly string[] {
  const word = raw.toLowerCase();
  if (word === "cannot") return CANNOT;
  if (!word.includes("'") && !word.includes("’")) return [word];
  const plain = word.replace("’", "'");
  const negated = /^(.+)n't$/.exec(plain)?.[1];
  if (negated) return [IRREGULAR_NEGATIONS.get(negated) ?? negated, "not"];
  const [, head, tail] = /^(we|you|they|it|i)'(ll|re|ve)$/.exec(plain) ?? [];
  if (head && tail) return [head, TAILS.get(tail) ?? tail];
  return [plain.replace(/'s$/, "")];
}

const CANNOT = ["can", "not"];
const IRREGULAR_NEGATIONS = new Map([
  ["wo", "will"],
  ["ca", "can"],
  ["sha", "shall"],
]);
const TAILS = new Map([
  ["ll", "will"],
  ["re", "are"],
  ["ve", "have"],
]);

/** End of the word that begins at `at`; `at` itself where none does. An apostrophe between letters belongs to the word. */
function wordEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isWordCode(text, end)) end++;
  if (end === at || end + 1 >= limit || (text[end] !== "'" && text[end] !== "’") || !LETTER.test(text[end + 1] ?? ""))
    return end;
  end++;
  while (end < limit && isWordCode(text, end)) end++;
  return end;
}

const LETTER = /\p{L}/u;
const OTHER_WORD = /[\p{L}\p{N}\p{M}]/u;

function isWordCode(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  if (code >= 0xd800 && code < 0xdc00) return OTHER_WORD.test(text.slice(at, at + 2));
  if (code >= 0xdc00 && code < 0xe000) return OTHER_WORD.test(text.slice(at - 1, at + 1));
  return OTHER_WORD.test(text[at] ?? "");
}

/** "&nbsp;" in a Markdown source is white space to a reader. */
function isEntity(text: string, start: number, end: number): boolean {
  return text[start - 1] === "&" && text[end] === ";";
}

/** Index of the first span of a sorted list that ends after `offset`. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
