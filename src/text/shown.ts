import type { Span } from "../model/block.ts";
import { firstEndingAfter } from "./tokens.ts";

/** Text of a span as a reader sees it: the hidden ranges (sorted, disjoint) left out. */
export function shownText(text: string, hidden: readonly Span[], span: Span): string {
  let words = "";
  let at = span.start;
  for (let i = firstEndingAfter(hidden, span.start); i < hidden.length; i++) {
    const range = hidden[i];
    if (!range || range.start >= span.end) break;
    words += text.slice(at, Math.max(at, range.start));
    at = Math.max(at, range.end);
  }
  return words + text.slice(Math.min(at, span.end), span.end);
}
