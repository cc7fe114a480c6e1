import type { Span } from "../../model/block.ts";
import type { FirmWording } from "../../model/redline-words.ts";

/** A change of words in the contract's text. */
export interface WordChange {
  readonly span: Span;
  readonly text: string;
}

/**
 * Weak words within `span` with the firm ones for them, as the list has them for this requirement: those that are right in any
 * sentence. Only the words that differ are changed.
 */
export function firmWords(
  text: string,
  span: Span,
  requirementId: string,
  wordings: readonly FirmWording[],
  supplier: readonly string[],
): WordChange[] {
  const found: WordChange[] = [];
  const slice = text.slice(span.start, span.end);
  for (const wording of wordings) {
    if (wording.only && !wording.only.includes(requirementId)) continue;
    for (const match of slice.matchAll(patternOf(wording, supplier))) {
      const start = span.start + match.index + (match[1]?.length ?? 0);
      const change = leastChange({ start, end: span.start + match.index + match[0].length }, wording.firm, text);
      if (found.every((other) => other.span.end <= change.span.start || other.span.start >= change.span.end))
        found.push(change);
    }
  }
  return found;
}

function patternOf({ weak, after_supplier: afterSupplier }: FirmWording, supplier: readonly string[]): RegExp {
  const words = weak.split(/\s+/).map(RegExp.escape).join("\\s+");
  const names = supplier.map((name) =>
    name
      .split(/[\s-]+/)
      .map(RegExp.escape)
      .join("[\\s-]+"),
  );
  const subject = afterSupplier ? `(\\b(?:${["it", ...names].join("|")})\\s+(?:(?:also|always|normally)\\s+)?)` : "()";
  return new RegExp(`${subject}\\b${words}(?![\\p{L}\\d])`, "giu");
}

/** Without the words that both have at their beginning and their end. */
function leastChange(span: Span, firm: string, text: string): WordChange {
  const old = text.slice(span.start, span.end).split(/(?<=\s)/);
  const now = firm.split(/(?<=\s)/);
  const alike = (a: string | undefined, b: string | undefined) =>
    a !== undefined && a.trim().toLowerCase() === b?.trim().toLowerCase();
  let [head, tail] = [0, 0];
  while (head < Math.min(old.length, now.length) && alike(old[head], now[head])) head++;
  while (tail < Math.min(old.length, now.length) - head && alike(old.at(-1 - tail), now.at(-1 - tail))) tail++;
  const start = span.start + old.slice(0, head).join("").length;
  const end = span.end - (tail === 0 ? 0 : old.slice(-tail).join("").length);
  const middle = now.slice(head, now.length - tail).join("");
  // Words that go take a space with them.
  const isGone = middle === "" && /\s/.test(text[start - 1] ?? "") && /\s/.test(text[end] ?? "");
  return { span: { start, end: isGone ? end + 1 : end }, text: middle };
}
