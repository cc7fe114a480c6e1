import type { Span } from "../model/block.ts";

const MARKER = /(^|[\s:;,.])\((\p{Ll}|[ivx]{1,5}|\d{1,2})\)(?=\s)/gu;
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

/**
 * Items enumerated inside one sentence, "the Processor shall: (a) ...; (b) ...". The lead is the text before the first
 * marker. No items where markers do not run in sequence from the first, or fewer than two do ("Article 28(3)(a)").
 */
export function itemsOf(text: string, sentence: Span): { lead: Span | undefined; items: Span[] } {
  const slice = text.slice(sentence.start, sentence.end);
  const markers = [...slice.matchAll(MARKER)].map((match) => ({
    at: match.index + (match[1] ?? "").length,
    label: match[2] ?? "",
  }));
  const run = longestRun(markers);
  if (run.length < 2) return { lead: undefined, items: [] };
  const items = run.map((marker, k) => trimmed(slice, marker.at, run[k + 1]?.at ?? slice.length, sentence.start));
  const lead = trimmed(slice, 0, run[0]?.at ?? 0, sentence.start);
  return { lead: lead.end > lead.start ? lead : undefined, items };
}

function longestRun(markers: readonly { at: number; label: string }[]): { at: number; label: string }[] {
  let best: { at: number; label: string }[] = [];
  for (const series of [
    (n: number) => String.fromCharCode(97 + n),
    (n: number) => ROMAN[n] ?? "",
    (n: number) => String(n + 1),
  ]) {
    const run: { at: number; label: string }[] = [];
    for (const marker of markers) if (marker.label === series(run.length)) run.push(marker);
    if (run.length > best.length) best = run;
  }
  return best;
}

function trimmed(slice: string, from: number, to: number, offset: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(slice[start] ?? "")) start++;
  while (end > start && /\s/.test(slice[end - 1] ?? "")) end--;
  return { start: offset + start, end: offset + end };
}
