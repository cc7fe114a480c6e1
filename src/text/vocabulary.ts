import { stem } from "./inflection.ts";
import { type Mark, type MarkedText, matchPhraseAt } from "./match-phrase.ts";
import { compilePhrase, namesIn, type Phrase, type PhraseNode, type Vocabulary } from "./phrase.ts";
import { PhraseError, parsePhrase } from "./phrase-syntax.ts";
import type { Token } from "./tokens.ts";

const NONE: readonly Entry[] = [];

interface Entry {
  readonly list: string;
  readonly phrase: Phrase;
}

/** Entries by what they begin with. */
interface Level {
  readonly byStem: ReadonlyMap<string, readonly Entry[]>;
  readonly byMark: ReadonlyMap<string, readonly Entry[]>;
  /** By a prefix, without its star. */
  readonly byPrefix: readonly (readonly [string, Entry])[];
  readonly others: readonly Entry[];
  /** Entries that may begin with a word, by word: contracts say the same words over and over. */
  readonly known: Map<string, readonly Entry[]>;
}

/** More words than any contract has. */
const MOST_WORDS = 50_000;

/** The vocabulary, ready to mark tokens: lists that name other lists come after them. */
export type CompiledVocabulary = readonly Level[];

/** Compiles all lists. Throws PhraseError on a bad entry and on lists that name each other in a circle. */
export function compileVocabulary(vocabulary: Vocabulary): CompiledVocabulary {
  const depths = new Map<string, number>();
  for (const name of vocabulary.keys()) depthOf(name, vocabulary, depths, []);
  const levels: Entry[][] = [];
  for (const [list, entries] of vocabulary) {
    const level = depths.get(list) ?? 0;
    levels[level] = [
      ...(levels[level] ?? []),
      ...entries.map((entry) => ({ list, phrase: compilePhrase(entry, vocabulary) })),
    ];
  }
  return levels.map(levelOf);
}

/** Adds a mark for every vocabulary entry that stands in the tokens. */
export function markVocabulary(
  compiled: CompiledVocabulary,
  tokens: readonly Token[],
  marks: Map<number, Mark[]>,
): void {
  const text: MarkedText = { tokens, marksAt: marks };
  for (const level of compiled) {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token) for (const entry of startingWith(level, token)) tryAt(entry, text, at, marks);
      const here = level.byMark.size > 0 ? marks.get(at) : undefined;
      for (let i = 0, count = here?.length ?? 0; i < count; i++) {
        for (const entry of level.byMark.get(here?.[i]?.name ?? "") ?? NONE) tryAt(entry, text, at, marks);
      }
      for (const entry of level.others) tryAt(entry, text, at, marks);
    }
  }
}

function startingWith(level: Level, token: Token): readonly Entry[] {
  const known = level.known.get(token.word);
  if (known) return known;
  const prefixed = level.byPrefix.filter(([prefix]) => token.word.startsWith(prefix)).map(([, entry]) => entry);
  const entries = [...new Set([...(level.byStem.get(token.stem) ?? NONE), ...prefixed])];
  if (level.known.size >= MOST_WORDS) level.known.clear();
  level.known.set(token.word, entries);
  return entries;
}

function tryAt(entry: Entry, text: MarkedText, at: number, marks: Map<number, Mark[]>): void {
  const to = matchPhraseAt(entry.phrase, text, at);
  if (to === undefined) return;
  const here = marks.get(at);
  if (!here) marks.set(at, [{ name: entry.list, at, to }]);
  else if (!here.some((mark) => mark.name === entry.list && mark.to === to)) here.push({ name: entry.list, at, to });
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
  const byStem = new Map<string, Entry[]>();
  const byMark = new Map<string, Entry[]>();
  const byPrefix: [string, Entry][] = [];
  const others: Entry[] = [];
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry) => {
    const list = map.get(key);
    if (!list) map.set(key, [entry]);
    else if (list.at(-1) !== entry) list.push(entry);
  };
  const place = (node: PhraseNode, entry: Entry): void => {
    if (node.kind === "word") put(byStem, node.stem, entry);
    else if (node.kind === "exact") put(byStem, stem(node.word), entry);
    else if (node.kind === "prefix") byPrefix.push([node.prefix, entry]);
    else if (node.kind === "mark") put(byMark, node.name, entry);
    else if (node.kind === "choice") {
      for (const key of node.byStem.keys()) put(byStem, key, entry);
      for (const key of node.byMark.keys()) put(byMark, key, entry);
      for (const other of node.others) place(other, entry);
    } else others.push(entry);
  };
  for (const entry of entries) place(entry.phrase.start, entry);
  return { byStem, byMark, byPrefix, others, known: new Map() };
}
