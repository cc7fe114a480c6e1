/** A stretch of a text and what stands there instead; an empty stretch inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all splices made; those at one place follow each other in the order given. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, text: instead } of splices.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, Math.max(at, start)) + instead;
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}

/** Where the line of a place begins. */
export function lineStart(text: string, place: number): number {
  return text.lastIndexOf("\n", place - 1) + 1;
}

/** Where the line after a place begins; the place itself if a line ends just before it. */
export function lineEndAfter(text: string, place: number): number {
  if (place === 0 || text[place - 1] === "\n") return place;
  const end = text.indexOf("\n", place);
  return end < 0 ? text.length : end + 1;
}
