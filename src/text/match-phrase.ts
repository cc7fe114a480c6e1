import type { ChoiceNode, Phrase, PhraseNode } from "./phrase.ts";
import type { Token } from "./tokens.ts";

/** A named stretch of tokens: a role, a defined term that stands for a vocabulary list, a quantity, an article reference. */
export interface Mark {
  readonly name: string;
  readonly at: number;
  /** One past the last token. */
  readonly to: number;
}

/** Tokens of one provision, prepared for matching. */
export interface MarkedText {
  readonly tokens: readonly Token[];
  /** Marks by the token they begin at. */
  readonly marksAt: { get(at: number): readonly Mark[] | undefined };
}

/** Marked tokens with the keys that each of them satisfies. */
export interface KeyedText extends MarkedText {
  readonly marksAt: MarkedText["marksAt"] & { keys(): Keys };
}

/** Numbers of keys (text/keys.ts) by token. */
type Keys = readonly (readonly number[])[];

export interface PhraseMatch {
  readonly at: number;
  /** One past the last token. */
  readonly to: number;
}

const DETERMINERS = new Set([
  "the",
  "a",
  "an",
  "any",
  "all",
  "such",
  "its",
  "their",
  "his",
  "her",
  "our",
  "your",
  "said",
  "relevant",
  "applicable",
  "each",
  "every",
  "this",
  "that",
  "these",
  "those",
  "own",
  "respective",
  "other",
]);

const MOST_DETERMINERS = 3;

/** Words that a phrase steps over between two of its words. */
export function isDeterminer(word: string): boolean {
  return DETERMINERS.has(word);
}

/** One attempt: what stands, and which states are known to fail where. */
interface Attempt extends MarkedText {
  readonly keys: Keys;
  /** A match must end after this token. */
  readonly from: number;
  /** Kept only where the phrase has gaps enough to come to the same state by many ways: this attempt's stamp marks a failure. */
  readonly failed: Uint32Array | undefined;
  readonly stamp: number;
}

let failures = new Uint32Array(1 << 14);
let stamps = 0;

/**
 * First match of the phrase that ends after token `from` (so that it touches a provision's own words, not its lead-in
 * alone). Takes time in proportion to states times tokens times gap.
 */
export function matchPhrase(phrase: Phrase, text: KeyedText, from = 0): PhraseMatch | undefined {
  const keys = text.marksAt.keys();
  let state: Attempt | undefined;
  for (let at = 0; at < keys.length; at++) {
    if (!mayBegin(phrase.start, keys, text.marksAt, at)) continue;
    state ??= attemptOn(phrase, text, from);
    const to = take(state, phrase.start, at);
    if (to !== undefined) return narrowest(state, phrase, { at, to });
  }
  return undefined;
}

/** Of the matches inside a match, the one that begins last: the words nearest to each other say it. */
function narrowest(state: Attempt, phrase: Phrase, match: PhraseMatch): PhraseMatch {
  let best = match;
  if (phrase.gaps === 0) return best;
  for (let at = match.at + 1; at < best.to; at++) {
    const to = mayBegin(phrase.start, state.keys, state.marksAt, at) ? take(state, phrase.start, at) : undefined;
    if (to !== undefined && to <= best.to) best = { at, to };
  }
  return best;
}

/** End of the match that begins at this very token and ends after token `from`. */
export function matchPhraseAt(phrase: Phrase, text: KeyedText, at: number, from = 0): number | undefined {
  if (!mayBegin(phrase.start, text.marksAt.keys(), text.marksAt, at)) return undefined;
  return take(attemptOn(phrase, text, from), phrase.start, at);
}

function attemptOn(phrase: Phrase, text: KeyedText, from: number): Attempt {
  const { tokens, marksAt } = text;
  const keys = marksAt.keys();
  if (phrase.gaps <= 2) return { tokens, marksAt, keys, from, failed: undefined, stamp: 0 };
  const size = phrase.nodes * (tokens.length + 1);
  if (failures.length < size || stamps === 0xffffffff) {
    failures = new Uint32Array(Math.max(size, failures.length));
    stamps = 0;
  }
  stamps++;
  return { tokens, marksAt, keys, from, failed: failures, stamp: stamps };
}

/** End of the rest of the phrase from here, determiners stepped over. */
function run(state: Attempt, node: PhraseNode, pos: number): number | undefined {
  if (node.kind === "end") return pos > state.from ? pos : undefined;
  const key = node.id * (state.tokens.length + 1) + pos;
  if (state.failed?.[key] === state.stamp) return undefined;
  const end = node.kind === "gap" ? runGap(state, node, pos) : runHere(state, node, pos);
  if (end === undefined && state.failed) state.failed[key] = state.stamp;
  return end;
}

function runGap(state: Attempt, node: Extract<PhraseNode, { kind: "gap" }>, pos: number): number | undefined {
  const last = Math.min(pos + node.max, state.tokens.length);
  const isAnchored = node.next.kind !== "end" && node.next.kind !== "gap";
  for (let at = pos; at <= last; at++) {
    if (isAnchored && !mayBegin(node.next, state.keys, state.marksAt, at)) continue;
    const end = isAnchored ? take(state, node.next, at) : run(state, node.next, at);
    if (end !== undefined) return end;
  }
  return undefined;
}

function runHere(state: Attempt, node: PhraseNode, pos: number): number | undefined {
  for (let skip = 0; skip <= MOST_DETERMINERS; skip++) {
    const end = take(state, node, pos + skip);
    if (end !== undefined) return end;
    const token = state.tokens[pos + skip];
    if (!token || !isDeterminer(token.word)) return undefined;
  }
  return undefined;
}

/** End of the rest of the phrase if this node takes the token right here. */
function take(state: Attempt, node: PhraseNode, pos: number): number | undefined {
  switch (node.kind) {
    case "end":
      return run(state, node, pos);
    case "gap":
      return runGap(state, node, pos);
    case "word":
      return state.keys[pos]?.includes(node.key) ? run(state, node.next, pos + 1) : undefined;
    case "mark":
      return takeMark(state, node, pos);
    case "choice":
      return choose(state, node, pos);
    default:
      return node satisfies never;
  }
}

function choose(state: Attempt, node: ChoiceNode, pos: number): number | undefined {
  const { byKey, byMark, others } = node;
  if (byKey.size > 0) {
    for (const key of state.keys[pos] ?? NONE) {
      const end = firstOf(state, byKey.get(key), pos);
      if (end !== undefined) return end;
    }
  }
  if (byMark.size > 0) {
    for (const mark of state.marksAt.get(pos) ?? NONE) {
      const end = firstOf(state, byMark.get(mark.name), pos);
      if (end !== undefined) return end;
    }
  }
  for (const option of others) {
    const end = run(state, option, pos);
    if (end !== undefined) return end;
  }
  return undefined;
}

const NONE: readonly never[] = [];

function firstOf(state: Attempt, options: readonly PhraseNode[] | undefined, pos: number): number | undefined {
  if (!options) return undefined;
  for (const option of options) {
    const end = take(state, option, pos);
    if (end !== undefined) return end;
  }
  return undefined;
}

function takeMark(state: Attempt, node: Extract<PhraseNode, { kind: "mark" }>, pos: number): number | undefined {
  for (const mark of state.marksAt.get(pos) ?? NONE) {
    const end = mark.name === node.name ? run(state, node.next, mark.to) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
}

function mayBegin(node: PhraseNode, keys: Keys, marksAt: MarkedText["marksAt"], at: number): boolean {
  switch (node.kind) {
    case "word":
      return keys[at]?.includes(node.key) ?? false;
    case "mark":
      return hasMark(marksAt.get(at), node.name);
    case "choice":
      if (node.others.length > 0) return true;
      if (node.byKey.size > 0 && hasAnyKey(keys[at], node.byKey)) return true;
      return node.byMark.size > 0 && hasAnyMark(marksAt.get(at), node.byMark);
    default:
      return true;
  }
}

function hasAnyKey(keys: readonly number[] | undefined, wanted: ReadonlyMap<number, unknown>): boolean {
  if (keys) for (const key of keys) if (wanted.has(key)) return true;
  return false;
}

function hasMark(marks: readonly Mark[] | undefined, name: string): boolean {
  if (marks) for (const mark of marks) if (mark.name === name) return true;
  return false;
}

function hasAnyMark(marks: readonly Mark[] | undefined, names: ReadonlyMap<string, unknown>): boolean {
  if (marks) for (const mark of marks) if (names.has(mark.name)) return true;
  return false;
}
