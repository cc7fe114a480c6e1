import type { Contract, RoleName } from "../model/contract.ts";
import { findArticles } from "../text/articles.ts";
import { MarkTable } from "../text/mark-table.ts";
import { matchPhrase } from "../text/match-phrase.ts";
import { findQuantities } from "../text/quantities.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { markVocabulary } from "../text/vocabulary.ts";
import type { CompiledLibrary } from "./compile.ts";

export type Marker = (tokens: readonly Token[]) => MarkTable;

interface Name {
  readonly words: readonly string[];
  readonly mark: string;
  /** Vocabulary lists that a defined term stands for. */
  readonly lists: readonly string[];
}

type Names = ReadonlyMap<string, readonly Name[]>;

/** "Customer Data": the customer does nothing here. */
const OWNED = new Set(
  "data content contents materials personal confidential information systems account accounts".split(" "),
);

/**
 * Marks a token list with roles (by the contract's own names), vocabulary lists (by their words and by the contract's
 * defined terms that stand for them), quantities and article references.
 */
export function makeMarker(contract: Contract, library: CompiledLibrary): Marker {
  const roles = byFirstWord(contract.roleNames.map(roleWords));
  const plain: Marker = (tokens) => markAll(contract, library, roles, new Map(), tokens);
  const terms = byFirstWord(termNames(contract, library, plain));
  return (tokens) => markAll(contract, library, roles, terms, tokens);
}

function markAll(
  contract: Contract,
  library: CompiledLibrary,
  roles: Names,
  terms: Names,
  tokens: readonly Token[],
): MarkTable {
  const marks = new MarkTable(tokens);
  let afterRole = 0;
  for (let i = 0; i < tokens.length; i++) {
    const role = i >= afterRole ? longest(roles, tokens, i) : undefined;
    if (role) {
      afterRole = role.to;
      const isOwner = role.mark !== "subprocessor" && isOwned(tokens, role.to);
      if (!isOwner) marks.add({ name: role.mark, at: i, to: role.to });
    }
    const term = longest(terms, tokens, i);
    if (term) for (const list of term.lists) marks.add({ name: list, at: i, to: term.to });
  }
  for (const { kind, at, to } of findQuantities(tokens, contract.text)) marks.add({ name: kind, at, to });
  for (const { kind, numbers, at, to } of findArticles(tokens, contract.text)) {
    for (const n of numbers) marks.add({ name: `${kind} ${n}`, at, to });
  }
  markVocabulary(library.vocabulary, tokens, marks);
  return marks;
}

function isOwned(tokens: readonly Token[], at: number): boolean {
  return (
    OWNED.has(tokens[at]?.word ?? "") && !/^(?:cent(?:er|re)s?|security|technology)$/.test(tokens[at + 1]?.word ?? "")
  );
}

function roleWords(name: RoleName): Name {
  return { words: name.words.match(/[\p{L}\p{N}'’]+/gu) ?? [name.words], mark: name.role, lists: [] };
}

/** The contract's defined terms that stand for vocabulary lists, because their definition says so. */
function termNames(contract: Contract, library: CompiledLibrary, mark: Marker): Name[] {
  return contract.terms.flatMap((term) => {
    const words = [...term.term.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match[0]);
    if (words.length === 0) return [];
    const tokens = tokenize(contract.text, term.span, contract.hidden);
    const definition = { tokens, marksAt: mark(tokens) };
    const lists = library.terms
      .filter(({ compiled }) => compiled.phrases.some((phrase) => matchPhrase(phrase, definition) !== undefined))
      .map(({ list }) => list);
    return lists.length > 0 ? [{ words, mark: term.term, lists }] : [];
  });
}

function byFirstWord(names: readonly Name[]): Map<string, Name[]> {
  const grouped = Map.groupBy(names, (name) => name.words[0] ?? "");
  for (const list of grouped.values()) list.sort((a, b) => b.words.length - a.words.length);
  return grouped;
}

function longest(
  names: Names,
  tokens: readonly Token[],
  at: number,
): { mark: string; lists: readonly string[]; to: number } | undefined {
  if (names.size === 0) return undefined;
  const word = tokens[at]?.word ?? "";
  const singular = singularOf(word);
  return (
    fitting(names.get(word), tokens, at) ??
    (singular === undefined ? undefined : fitting(names.get(singular), tokens, at))
  );
}

function fitting(names: readonly Name[] | undefined, tokens: readonly Token[], at: number) {
  for (const { words, mark, lists } of names ?? []) {
    let k = 1;
    while (k < words.length && isForm(tokens[at + k]?.word ?? "", words[k] ?? "")) k++;
    if (k >= words.length) return { mark, lists, to: at + words.length };
  }
  return undefined;
}

function isForm(word: string, name: string): boolean {
  return word === name || singularOf(word) === name;
}

function singularOf(word: string): string | undefined {
  if (!word.endsWith("s") || word.length < 4) return undefined;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
