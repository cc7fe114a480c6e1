import type { Span } from "../model/block.ts";

const ABBREVIATION =
  /(?:^|[\s("“[])(?:no|nos|art|arts|reg|regs|cl|cls|para|paras|sch|sec|secs|s|ss|sub|ref|fig|vol|pp|p|e\.g|i\.e|eg|ie|etc|cf|viz|approx|ltd|inc|corp|co|llc|plc|bros|mr|mrs|ms|dr|st|v|vs|u\.s|u\.k|e\.u|l\.p|n\.a|n\.v|b\.v|s\.a|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|ch|ed|incl|max|min|tel)\.$/i;
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u;
const NUMBER_ALONE = /^[\s("“*_#]*(?:\d+(?:\.\d+)*|[ivxlc]+|\p{L})[.)]$/iu;
const END = /[.!?]+["”’)\]*_]*(?=\s|$)/g;

/**
 * Sentences of one paragraph, as spans of `text` without surrounding white space. "No. 5", "Art. 28", "e.g.", "Ltd." and
 * a leading clause number do not end a sentence; a full stop before a small letter does not either.
 */
export function sentences(text: string, span: Span): Span[] {
  const result: Span[] = [];
  const slice = text.slice(span.start, span.end);
  let from = 0;
  for (const match of slice.matchAll(END)) {
    const to = match.index + match[0].length;
    const rest = /^\s*["“([*_]*(\S)/u.exec(slice.slice(to, to + 40));
    if (!rest || /\p{Ll}/u.test(rest[1] ?? "")) continue;
    const head = slice.slice(from, match.index + 1);
    const tail = head.slice(-16);
    if (match[0].startsWith(".") && (ABBREVIATION.test(tail) || INITIAL.test(tail) || NUMBER_ALONE.test(head)))
      continue;
    pushTrimmed(result, slice, from, to, span.start);
    from = to;
  }
  pushTrimmed(result, slice, from, slice.length, span.start);
  return result;
}

function pushTrimmed(result: Span[], slice: string, from: number, to: number, offset: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(slice[start] ?? "")) start++;
  while (end > start && /\s/.test(slice[end - 1] ?? "")) end--;
  if (end > start) result.push({ start: offset + start, end: offset + end });
}
