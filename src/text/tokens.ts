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

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
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

/** Words of `text` inside `span`, skipping `hidden` ranges (sorted). Hyphens separate words; offsets are those of `text`. */
export function tokenize(text: string, span: Span, hidden: readonly Span[] = []): Token[] {
  const tokens: Token[] = [];
  const slice = text.slice(span.start, span.end);
  let hiddenAt = firstEndingAfter(hidden, span.start);
  let last = 0;
  for (const match of slice.matchAll(WORD)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    while (hiddenAt < hidden.length && (hidden[hiddenAt]?.end ?? 0) <= start) hiddenAt++;
    if ((hidden[hiddenAt]?.start ?? Infinity) < end || isEntity(text, start, end)) continue;
    const word = match[0]
      .toLowerCase()
      .replace(/['’]s$/, "")
      .replace("’", "'");
    tokens.push({ start, end, word, stem: stem(word), before: signs(slice, last, match.index) });
    last = match.index + match[0].length;
  }
  return tokens;
}

/** "&nbsp;" in a Markdown source is white space to a reader. */
function isEntity(text: string, start: number, end: number): boolean {
  return text[start - 1] === "&" && text[end] === ";";
}

function signs(text: string, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= BITS.get(text[i] ?? "") ?? 0;
  return bits;
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
