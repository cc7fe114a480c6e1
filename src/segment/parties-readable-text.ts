import type { Span } from "../model/block.ts";
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

const READ = new WeakMap<ContractDraft, ReadableText>();

/**
 * The draft as a person reads it, one line a paragraph, with the way back to the offsets of the draft; read once a draft.
 * Tables of contents are left out: they name things without saying anything about them.
 */
export function toReadableText(draft: ContractDraft): ReadableText {
  const known = READ.get(draft);
  if (known) return known;
  const writer = createWriter(draft);
  const lines: ReadableLine[] = [];
  const add = (clause: Pick<Clause, "index" | "kind">, spans: readonly Span[], isHeading: boolean) => {
    const start = writer.length();
    for (const [position, span] of spans.entries()) {
      if (position > 0) writer.put(TAB, span.start);
      writer.copy(span);
    }
    const end = writer.length();
    if (end === start) return;
    lines.push({ start, end, clause: clause.index, kind: clause.kind, isHeading });
    writer.put(NEW_LINE, spans.at(-1)?.end ?? 0);
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
  const written = writer.finish();
  const readable = { ...written, text: written.text.replace(SINGLE_QUOTED, '"$1"'), lines };
  READ.set(draft, readable);
  return readable;
}

function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (end > start) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}

/** British drafting quotes its labels singly: (the 'Supplier'). An apostrophe follows a letter and opens nothing. */
const SINGLE_QUOTED = /(?<![^\s(])'(?=\p{L})([^'"\n]{1,50})'(?=[\s,).;:])/gu;

const DROP = 0;
const TAB = 9;
const NEW_LINE = 10;
const SPACE = 32;
const UNDERSCORE = 95;

/** What each code unit is written as: straight quotes, plain spaces and hyphens, no emphasis marks, no invisible characters. */
const WRITTEN = writtenUnits();

function writtenUnits(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < table.length; unit += 1) table[unit] = unit;
  const write = (characters: string, as: number) => {
    for (let at = 0; at < characters.length; at += 1) table[characters.charCodeAt(at)] = as;
  };
  write("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", 34);
  write("\u2018\u2019\u201a\u201b\u2032\u02bc", 39);
  write("\t\n\r\f\v\u00a0\u2002\u2003\u2007\u2009\u202f", SPACE);
  write("*`\\\u00ad\u200b\u200c\u200d\u2060\ufeff", DROP);
  write("\u2010\u2011", 45);
  return table;
}

/** Appends normalised characters and remembers where each came from. */
function createWriter(draft: ContractDraft) {
  const { text, hidden } = draft;
  let units = new Uint16Array(text.length + 4096);
  let origin = new Int32Array(text.length + 4096);
  let length = 0;
  let range = 0;
  const put = (unit: number, from: number) => {
    if (length === units.length) {
      units = grown(units, new Uint16Array(length * 2));
      origin = grown(origin, new Int32Array(length * 2));
    }
    units[length] = unit;
    origin[length] = from;
    length += 1;
  };
  const copy = ({ start, end }: Span) => {
    const first = length;
    let last = SPACE;
    if ((hidden[range - 1]?.end ?? 0) > start) range = 0;
    while ((hidden[range]?.end ?? Number.POSITIVE_INFINITY) <= start) range += 1;
    let skip = hidden[range];
    for (let at = start; at < end; at += 1) {
      if (skip !== undefined && at >= skip.start) {
        at = skip.end - 1;
        range += 1;
        skip = hidden[range];
        continue;
      }
      const unit = text.charCodeAt(at);
      const written = unit === UNDERSCORE ? underscore(text, at) : (WRITTEN[unit] ?? unit);
      if (written === DROP || (written === SPACE && last === SPACE)) continue;
      put(written, at);
      last = written;
    }
    while (length > first && units[length - 1] === SPACE) length -= 1;
  };
  const finish = (): Pick<ReadableText, "text" | "sourceOffset"> => {
    const parts: string[] = [];
    for (let at = 0; at < length; at += 8192) parts.push(textOf(units.subarray(at, Math.min(at + 8192, length))));
    const sourceOffset = (offset: number) => (offset < length ? (origin[offset] ?? text.length) : text.length);
    return { text: parts.join(""), sourceOffset };
  };
  return { put, copy, finish, length: () => length };
}

/** `apply` takes the units as they are; spreading them would walk an iterator, which takes eight times as long. */
function textOf(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, undefined, units);
}

function grown<A extends Uint16Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Markdown emphasis stands at the edge of a word; an underscore inside a word, or in a row of them, is text. */
function underscore(text: string, at: number): number {
  const isWord = (unit: number) =>
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  const before = isWord(text.charCodeAt(at - 1));
  const after = isWord(text.charCodeAt(at + 1));
  return before === after ? UNDERSCORE : DROP;
}
