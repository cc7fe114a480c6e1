import { stem } from "./inflection.ts";
import { registerKey } from "./keys.ts";
import { PhraseError, type PhrasePart, parsePhrase } from "./phrase-syntax.ts";
import type { Token } from "./tokens.ts";

/** A state of a compiled phrase; each knows what comes after it. */
export type PhraseNode =
  | { readonly kind: "end"; readonly id: number }
  | { readonly kind: "word"; readonly id: number; readonly key: number; readonly next: PhraseNode }
  | { readonly kind: "mark"; readonly id: number; readonly name: string; readonly next: PhraseNode }
  | { readonly kind: "gap"; readonly id: number; readonly max: number; readonly next: PhraseNode }
  | ChoiceNode;

/** Options by what they begin with, so that one look at a token finds the few worth trying; `others` begin otherwise. */
export interface ChoiceNode {
  readonly kind: "choice";
  readonly id: number;
  readonly byKey: ReadonlyMap<number, readonly PhraseNode[]>;
  readonly byMark: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly others: readonly PhraseNode[];
}

/** Alternatives, of which a phrase needs one. Phrases that ask for the same alternatives share them. */
export interface Need {
  readonly id: number;
  /** Numbers of keys: stem, "prefix*", "=word", "@mark". */
  readonly keys: readonly number[];
}

export interface Phrase {
  readonly source: string;
  readonly start: PhraseNode;
  readonly nodes: number;
  /** Number of gaps, those in choices included. */
  readonly gaps: number;
  /** Smallest first: one of the keys of each must stand in a provision for the phrase to match there. */
  readonly needs: readonly Need[];
  /** True where the phrase itself speaks of refusing, excepting or excluding: polarity is then its own affair. */
  readonly negative: boolean;
  /** Kinds of quantity it asks for. */
  readonly slots: ReadonlySet<string>;
  /** The role that the phrase begins with, if it does. */
  readonly subject: string | undefined;
}

/** Names that phrases may use: lists of vocabulary.yaml by name. Roles and slots need no entry. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>;

export const ROLE_NAMES: ReadonlySet<string> = new Set([
  "supplier",
  "customer",
  "third-party",
  "subprocessor",
  "authority",
  "data-subject",
]);
export const SLOT_NAMES: ReadonlySet<string> = new Set([
  "duration",
  "frequency",
  "percent",
  "money",
  "number",
  "clock-hours",
]);

const NEGATIVE = new Set(
  "not no nor neither never without unless except only solely exclusively cannot waive waiver refrain exclude exclusion prohibit restrict limit decline refuse nothing none disclaim relieve"
    .split(" ")
    .map(stem),
);

/** Compiles one phrase. Throws PhraseError on bad syntax or a name that is neither role, slot nor in the vocabulary. */
export function compilePhrase(source: string, vocabulary: Vocabulary): Phrase {
  const parts = parsePhrase(source);
  for (const name of namesIn(parts)) {
    if (!ROLE_NAMES.has(name) && !SLOT_NAMES.has(name) && !vocabulary.has(name)) {
      throw new PhraseError(`"{${name}}" is neither a role, a slot nor a list of vocabulary.yaml`);
    }
  }
  let count = 0;
  const id = () => count++;
  const end: PhraseNode = { kind: "end", id: id() };
  const needs = parts
    .map(needOf)
    .filter((need) => need !== undefined)
    .sort((a, b) => a.size - b.size || lengthOf(b) - lengthOf(a));
  const start = chain(parts, end, id);
  return {
    source,
    start,
    nodes: count,
    gaps: countGaps(parts),
    needs: needs.map(shared),
    negative: parts.some(isNegative),
    slots: new Set(namesIn(parts).filter((name) => SLOT_NAMES.has(name))),
    subject: parts[0]?.kind === "named" && ROLE_NAMES.has(parts[0].name) ? parts[0].name : undefined,
  };
}

function countGaps(parts: readonly PhrasePart[]): number {
  const of = (part: PhrasePart) =>
    part.kind === "gap" ? 1 : part.kind === "choice" ? countGaps(part.options.flat()) : 0;
  return parts.reduce((sum, part) => sum + of(part), 0);
}

/** Names in braces, in order. */
export function namesIn(parts: readonly PhrasePart[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === "named") return [part.name];
    return part.kind === "choice" ? part.options.flatMap(namesIn) : [];
  });
}

function chain(parts: readonly PhrasePart[], end: PhraseNode, id: () => number): PhraseNode {
  let next = end;
  for (const part of [...parts].reverse()) next = node(part, next, id);
  return next;
}

function node(part: PhrasePart, next: PhraseNode, id: () => number): PhraseNode {
  switch (part.kind) {
    case "word":
    case "prefix":
    case "exact":
      return { kind: "word", id: id(), key: registerKey(keyOf(part)), next };
    case "gap":
      return { kind: "gap", id: id(), max: part.max, next };
    case "law":
      return { kind: "mark", id: id(), name: `${part.law} ${part.number}`, next };
    case "named":
      return { kind: "mark", id: id(), name: part.name, next };
    case "choice":
      return choiceOf(
        part.options.map((option) => chain(option, next, id)),
        id(),
      );
    default:
      return part satisfies never;
  }
}

/** A choice among choices is one choice. */
function choiceOf(options: readonly PhraseNode[], id: number): ChoiceNode {
  const byKey = new Map<number, PhraseNode[]>();
  const byMark = new Map<string, PhraseNode[]>();
  const others: PhraseNode[] = [];
  for (const option of options) {
    if (option.kind === "word") put(byKey, option.key, [option]);
    else if (option.kind === "mark") put(byMark, option.name, [option]);
    else if (option.kind !== "choice") others.push(option);
    else {
      for (const [key, nodes] of option.byKey) put(byKey, key, nodes);
      for (const [name, nodes] of option.byMark) put(byMark, name, nodes);
      others.push(...option.others);
    }
  }
  return { kind: "choice", id, byKey, byMark, others };
}

function put<K>(map: Map<K, PhraseNode[]>, key: K, nodes: readonly PhraseNode[]): void {
  map.set(key, [...(map.get(key) ?? []), ...nodes]);
}

const needsByKeys = new Map<string, Need>();

function shared(keys: ReadonlySet<string>): Need {
  const name = [...keys].sort().join(" ");
  const need = needsByKeys.get(name) ?? { id: needsByKeys.size, keys: [...keys].map(registerKey) };
  needsByKeys.set(name, need);
  return need;
}

/** What a word of a phrase asks for. */
function keyOf(part: Extract<PhrasePart, { kind: "word" | "prefix" | "exact" }>): string {
  if (part.kind === "word") return stem(part.word);
  return part.kind === "prefix" ? `${part.prefix}*` : `=${part.word}`;
}

function needOf(part: PhrasePart): ReadonlySet<string> | undefined {
  switch (part.kind) {
    case "word":
    case "prefix":
    case "exact":
      return new Set([keyOf(part)]);
    case "law":
      return new Set([`@${part.law} ${part.number}`]);
    case "named":
      return new Set([`@${part.name}`]);
    case "gap":
      return undefined;
    case "choice":
      return union(part.options);
    default:
      return part satisfies never;
  }
}

/** One of these keys stands wherever one of the options does; undefined where an option may be empty. */
function union(options: readonly (readonly PhrasePart[])[]): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const option of options) {
    const needs = option.map(needOf).filter((need) => need !== undefined);
    const rarest = needs.sort((a, b) => a.size - b.size || lengthOf(b) - lengthOf(a))[0];
    if (!rarest) return undefined;
    for (const key of rarest) all.add(key);
  }
  return all;
}

/** Long words are rare words: "unlimited" tells more than "for". A mark tells more than any word. */
function lengthOf(keys: ReadonlySet<string>): number {
  return Math.min(...[...keys].map((key) => (key.startsWith("@") ? 20 : key.length)));
}

function refuses(word: string, stemmed: string): boolean {
  return NEGATIVE.has(stemmed) && word !== "sole" && !/tions?$/.test(word);
}

/** Whether a phrase that can refuse does so here: of its choices, one that refuses stands in the match. */
export function isRefusal({ negative }: Phrase, tokens: readonly Token[]): boolean {
  return negative && tokens.some(({ word, stem: stemmed }) => refuses(word, stemmed));
}

/** A named list is negative only by its name ("not-obliged"): "without undue delay" refuses nothing. */
function isNegative(part: PhrasePart): boolean {
  if (part.kind === "word" || part.kind === "exact") return refuses(part.word, stem(part.word));
  if (part.kind === "choice") return part.options.some((option) => option.some(isNegative));
  return part.kind === "named" && /^(?:not|no)-/.test(part.name);
}
