import type { Clause, ClauseKind } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";

/** One paragraph, heading or table row of the readable text; cells of a row are separated by a tab. */
export interface ReadableLine {
  readonly start: number;
  readonly end: number;
  /** Index of the clause it belongs to, -1 where the draft has no clauses. */
  readonly clause: number;
  readonly kind: ClauseKind;
  readonly isHeading: boolean;
}

export interface ReadableText {
  /** What a person reads: no markup, straight quotes, single spaces, one line a paragraph. */
  readonly text: string;
  readonly lines: readonly ReadableLine[];
  /** Offset in `draft.text` of the character at `offset` in `text`. */
  readonly sourceOffset: (offset: number) => number;
}

/**
 * The draft as a person reads it, one line a paragraph, with the way back to the offsets of the draft.
 * Tables of contents are left out: they name things without saying anything about them.
 */
export function toReadableText(draft: ContractDraft): ReadableText {
  const out = new Writer(draft);
  const lines: ReadableLine[] = [];
  const add = (clause: Pick<Clause, "index" | "kind">, spans: readonly { start: number; end: number }[], isHeading: boolean) => {
    const start = out.length;
    for (const [position, span] of spans.entries()) {
      if (position > 0) out.put(9, span.start);
      out.copy(span.start, span.end);
    }
    if (out.length === start) return;
    lines.push({ start, end: out.length, clause: clause.index, kind: clause.kind, isHeading });
    out.put(10, spans.at(-1)?.end ?? 0);
  };
  if (draft.clauses.length === 0) {
    for (const span of paragraphsOf(draft.text)) add({ index: -1, kind: "clause" }, [span], false);
  }
  for (const clause of draft.clauses) {
    if (clause.kind === "contents") continue;
    if (clause.headingSpan) add(clause, [clause.headingSpan], true);
    if (clause.kind === "row") add(clause, clause.body, false);
    else for (const span of clause.body) add(clause, [span], false);
  }
  return out.finish(lines);
}

function paragraphsOf(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (end > start) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}

const DROP = 0;
const SPACE = 32;
const UNDERSCORE = 95;

/** Code units that are written otherwise than they stand. */
const REPLACED = new Map<number, number>([
  ...[..."“”„‟«»″＂"].map((mark): [number, number] => [mark.charCodeAt(0), 34]),
  ...[..."‘’‚‛′"].map((mark): [number, number] => [mark.charCodeAt(0), 39]),
  ...[..."\t\n\r\f\v\u00a0\u2007\u202f\u2002\u2003\u2009"].map((mark): [number, number] => [mark.charCodeAt(0), SPACE]),
  ...[..."*`\\\u00ad\u200b\u200c\u200d\u2060\ufeff"].map((mark): [number, number] => [mark.charCodeAt(0), DROP]),
  [0x2010, 45],
  [0x2011, 45],
]);

/** Appends normalised characters and remembers where each came from. */
class Writer {
  length = 0;
  readonly #draft: ContractDraft;
  #units: Uint16Array;
  #origin: Int32Array;
  #hidden = 0;

  constructor(draft: ContractDraft) {
    this.#draft = draft;
    this.#units = new Uint16Array(draft.text.length + 1024);
    this.#origin = new Int32Array(draft.text.length + 1024);
  }

  put(unit: number, origin: number): void {
    if (this.length === this.#units.length) this.#grow();
    this.#units[this.length] = unit;
    this.#origin[this.length] = origin;
    this.length += 1;
  }

  copy(start: number, end: number): void {
    const { text } = this.#draft;
    const lineStart = this.length;
    let at = start;
    while (at < end) {
      const skipTo = this.#hiddenEnd(at);
      if (skipTo > at) {
        at = skipTo;
        continue;
      }
      const unit = text.charCodeAt(at);
      const written = unit === UNDERSCORE ? underscore(text, at) : (REPLACED.get(unit) ?? unit);
      const last = this.length > 0 ? this.#units[this.length - 1] : 10;
      const redundantSpace = written === SPACE && (last === SPACE || last === 9 || last === 10 || this.length === lineStart);
      if (written !== DROP && !redundantSpace) this.put(written, at);
      at += 1;
    }
    while (this.length > lineStart && this.#units[this.length - 1] === SPACE) this.length -= 1;
  }

  finish(lines: readonly ReadableLine[]): ReadableText {
    const parts: string[] = [];
    for (let at = 0; at < this.length; at += 8192) {
      parts.push(String.fromCharCode(...this.#units.subarray(at, Math.min(at + 8192, this.length))));
    }
    const origin = this.#origin;
    const length = this.length;
    const end = this.#draft.text.length;
    return { text: parts.join(""), lines, sourceOffset: (offset) => (offset < length ? (origin[offset] ?? end) : end) };
  }

  /** End of the hidden range that covers `at`, or `at` itself. */
  #hiddenEnd(at: number): number {
    const { hidden } = this.#draft;
    let range = hidden[this.#hidden];
    if (range && this.#hidden > 0 && (hidden[this.#hidden - 1]?.end ?? 0) > at) this.#hidden = 0;
    while ((range = hidden[this.#hidden]) && range.end <= at) this.#hidden += 1;
    return range && range.start <= at ? range.end : at;
  }

  #grow(): void {
    const units = new Uint16Array(this.#units.length * 2);
    units.set(this.#units);
    this.#units = units;
    const origin = new Int32Array(this.#origin.length * 2);
    origin.set(this.#origin);
    this.#origin = origin;
  }
}

/** Markdown emphasis stands at the edge of a word; an underscore inside a word, or in a row of them, is text. */
function underscore(text: string, at: number): number {
  const isWord = (unit: number) => (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  const before = isWord(text.charCodeAt(at - 1));
  const after = isWord(text.charCodeAt(at + 1));
  return before === after ? UNDERSCORE : DROP;
}
