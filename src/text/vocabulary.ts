import { countKeys, isMarkKey } from "./keys.ts";
import type { MarkTable } from "./mark-table.ts";
import { isDeterminer, type KeyedText, matchPhraseAt } from "./match-phrase.ts";
import { compilePhrase, namesIn, type Phrase, type PhraseNode, type Vocabulary } from "./phrase.ts";
import { PhraseError, parsePhrase } from "./phrase-syntax.ts";
import type { Token } from "./tokens.ts";

const NONE: readonly never[] = [];

interface Entry {
  readonly list: string;
  readonly phrase: Phrase;
  /** Keys of words, one of each of which must stand somewhere in the text. */
  readonly words: readonly (readonly number[])[];
}

/** An entry at a word that it may begin with. */
interface Beginning extends Entry {
  /** This word is all of it. */
  readonly isWhole: boolean;
  /** What may come second, where only words may: a look at them spares most tries. */
  readonly second: ReadonlySet<number> | undefined;
}

/** Entries by what they begin with. */
interface Level {
  readonly byKey: ReadonlyMap<number, readonly Beginning[]>;
  readonly byMark: ReadonlyMap<string, readonly Entry[]>;
  readonly others: readonly Entry[];
}

/** The vocabulary, ready to mark tokens. */
export interface CompiledVocabulary {
  /** Lists that name other lists stand on a later level than those. */
  readonly levels: readonly Level[];
  /** Entries that may begin with a word, a list a level; undefined where there are none. Contracts say the same words over and over. */
  readonly known: Map<string, readonly (readonly Beginning[])[] | undefined>;
}

/** More words than any contract has. */
const MOST_WORDS = 50_000;

/** Compiles all lists. Throws PhraseError on a bad entry and on lists that name each other in a circle. */
export function compileVocabulary(vocabulary: Vocabulary): CompiledVocabulary {
  const depths = new Map<string, number>();
  for (const name of vocabulary.keys()) depthOf(name, vocabulary, depths, []);
  const levels: Entry[][] = [];
  for (const [list, entries] of vocabulary) {
    const level = depths.get(list) ?? 0;
    levels[level] = [
      ...(levels[level] ?? []),
      ...entries.map((entry) => entryOf(list, compilePhrase(entry, vocabulary))),
    ];
  }
  return { levels: levels.map(levelOf), known: new Map() };
}

/** A need with more keys than this is met nearly everywhere. */
const MOST_KEYS = 12;

function entryOf(list: string, phrase: Phrase): Entry {
  const words = phrase.needs
    .map((need) => need.keys)
    .filter((keys) => keys.length <= MOST_KEYS && !keys.some(isMarkKey));
  return { list, phrase, words };
}

/** Which keys the words of the text at hand satisfy: those stamped with its number. */
let present = new Uint32Array(1 << 14);
let stamp = 0;

function notePresent(keys: readonly (readonly number[])[]): void {
  if (present.length < countKeys() || stamp === 0xffffffff) {
    present = new Uint32Array(Math.max(present.length, countKeys() * 2));
    stamp = 0;
  }
  stamp++;
  for (const own of keys) for (const key of own) present[key] = stamp;
}

function isPresent(key: number): boolean {
  return present[key] === stamp;
}

/** Adds a mark for every vocabulary entry that stands in the tokens. */
export function markVocabulary(compiled: CompiledVocabulary, tokens: readonly Token[], marks: MarkTable): void {
  const text: KeyedText = { tokens, marksAt: marks };
  const keys = marks.keys();
  notePresent(keys);
  const starting = tokens.map((token, at) => startingWith(compiled, token.word, keys[at] ?? []));
  compiled.levels.forEach((level, depth) => {
    for (let at = 0; at < tokens.length; at++) {
      for (const beginning of starting[at]?.[depth] ?? NONE) {
        if (beginning.isWhole) marks.add({ name: beginning.list, at, to: at + 1 });
        else if (mayFollow(beginning, text, at + 1)) tryAt(beginning, text, at, marks);
      }
      for (const entry of level.others) tryAt(entry, text, at, marks);
      const here = level.byMark.size > 0 ? marks.get(at) : undefined;
      for (let i = 0, count = here?.length ?? 0; i < count; i++) {
        for (const entry of level.byMark.get(here?.[i]?.name ?? "") ?? NONE) tryAt(entry, text, at, marks);
      }
    }
  });
}

function tryAt({ list, phrase, words }: Entry, text: KeyedText, at: number, marks: MarkTable): void {
  for (const keys of words) if (!keys.some(isPresent)) return;
  const to = matchPhraseAt(phrase, text, at);
  if (to !== undefined) marks.add({ name: list, at, to });
}

function mayFollow({ second }: Beginning, text: KeyedText, at: number): boolean {
  if (!second) return true;
  for (const key of text.marksAt.keys()[at] ?? NONE) if (second.has(key)) return true;
  return isDeterminer(text.tokens[at]?.word ?? "");
}

function startingWith(
  { levels, known }: CompiledVocabulary,
  word: string,
  keys: readonly number[],
): readonly (readonly Beginning[])[] | undefined {
  const found = known.get(word);
  if (found || known.has(word)) return found;
  const byLevel = levels.map((level) => keys.flatMap((key) => level.byKey.get(key) ?? NONE));
  const entries = byLevel.some((list) => list.length > 0) ? byLevel : undefined;
  if (known.size >= MOST_WORDS) known.clear();
  known.set(word, entries);
  return entries;
}

function depthOf(name: string, vocabulary: Vocabulary, known: Map<string, number>, within: readonly string[]): number {
  const done = known.get(name);
  if (done !== undefined) return done;
  if (within.includes(name)) throw new PhraseError(`vocabulary list "${name}" names itself`);
  const named = (vocabulary.get(name) ?? [])
    .flatMap((entry) => namesIn(parsePhrase(entry)))
    .filter((inner) => vocabulary.has(inner));
  const depth = Math.max(-1, ...named.map((inner) => depthOf(inner, vocabulary, known, [...within, name]))) + 1;
  known.set(name, depth);
  return depth;
}

function levelOf(entries: readonly Entry[]): Level {
  const byKey = new Map<number, Beginning[]>();
  const byMark = new Map<string, Entry[]>();
  const others: Entry[] = [];
  const place = (node: PhraseNode, entry: Entry): void => {
    if (node.kind === "word") put(byKey, node.key, beginningOf(entry, [node]));
    else if (node.kind === "mark") put(byMark, node.name, entry);
    else if (node.kind === "choice") {
      for (const [key, options] of node.byKey) put(byKey, key, beginningOf(entry, options));
      for (const name of node.byMark.keys()) put(byMark, name, entry);
      for (const other of node.others) place(other, entry);
    } else others.push(entry);
  };
  for (const entry of entries) place(entry.phrase.start, entry);
  return { byKey, byMark, others };
}

function put<K, E>(map: Map<K, E[]>, key: K, entry: E): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

function beginningOf(entry: Entry, options: readonly PhraseNode[]): Beginning {
  const nexts = options.flatMap((option) => (option.kind === "word" ? [option.next] : []));
  const seconds = nexts.map(wordsAt);
  const isKnown = (words: ReadonlySet<number> | undefined): words is ReadonlySet<number> => words !== undefined;
  return {
    ...entry,
    isWhole: nexts[0]?.kind === "end",
    second: seconds.every(isKnown) ? new Set(seconds.flatMap((words) => [...words])) : undefined,
  };
}

/** The words that may stand at a state, where nothing else may. */
function wordsAt(node: PhraseNode): ReadonlySet<number> | undefined {
  if (node.kind === "word") return new Set([node.key]);
  const onlyWords = node.kind === "choice" && node.byMark.size === 0 && node.others.length === 0;
  return onlyWords ? new Set(node.byKey.keys()) : undefined;
}
