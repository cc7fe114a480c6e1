import type { Span } from "../model/block.ts";

/** The text of a block as a reader sees it, with the way back to the contract text. */
export interface View {
  /** Visible characters only. */
  readonly text: string;
  /** Offset in the contract text of the visible character at `at`. */
  readonly offset: (at: number) => number;
}

/** Leaves the hidden ranges of a block out; `base` is where the block starts in the contract text. */
export function viewOf(text: string, hidden: readonly Span[] | undefined, base: number): View {
  if (!hidden || hidden.length === 0) return { text, offset: (at) => base + at };
  const starts: number[] = [];
  const shifts: number[] = [];
  let visible = "";
  let from = 0;
  for (const range of [...hidden, { start: text.length, end: text.length }]) {
    if (range.start > from) {
      starts.push(visible.length);
      shifts.push(from - visible.length);
      visible += text.slice(from, range.start);
    }
    from = Math.max(from, range.end);
  }
  const offset = (at: number): number => {
    let low = 0;
    let piece = starts.length - 1;
    while (low < piece) {
      const middle = (low + piece + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else piece = middle - 1;
    }
    return base + at + (shifts[piece] ?? 0);
  };
  return { text: visible, offset };
}

/** Span of the visible characters [from, to) without white space at its edges, or undefined where none is left. */
export function spanOf(view: View, from: number, to = view.text.length): Span | undefined {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(view.text.charAt(start))) start++;
  while (end > start && /\s/.test(view.text.charAt(end - 1))) end--;
  return end > start ? { start: view.offset(start), end: view.offset(end - 1) + 1 } : undefined;
}
