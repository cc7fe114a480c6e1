import type { Contract, RoleName } from "../model/contract.ts";
import type { Library } from "../model/requirement.ts";
import { findArticles } from "../text/articles.ts";
import type { Mark } from "../text/match-phrase.ts";
import { matchPhrase } from "../text/match-phrase.ts";
import { compilePhrase } from "../text/phrase.ts";
import { findQuantities } from "../text/quantities.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { vocabularyOf } from "./compile.ts";

export type Marker = (tokens: readonly Token[]) => Map<number, Mark[]>;

interface Name {
  readonly words: readonly string[];
  readonly mark: string;
}

/** "Customer Data": the customer does nothing here. */
const OWNED = new Set([
  "data",
  "content",
  "contents",
  "materials",
  "personal",
  "confidential",
  "information",
  "systems",
  "account",
  "accounts",
]);

/**
 * Marks a token list with roles (by the contract's own names), with vocabulary lists that the contract's defined terms
 * stand for, with quantities and with article references.
 */
export function makeMarker(contract: Contract, library: Library): Marker {
  const roles = byFirstWord(contract.roleNames.map(roleWords));
  const terms = byFirstWord(termNames(contract, library));
  return (tokens) => {
    const marks = new Map<number, Mark[]>();
    const add = (mark: Mark) => {
      const list = marks.get(mark.at);
      if (list) list.push(mark);
      else marks.set(mark.at, [mark]);
    };
    for (let i = 0; i < tokens.length; i++) {
      const role = longest(roles, tokens, i);
      if (role && !(role.mark !== "subprocessor" && OWNED.has(tokens[role.to]?.word ?? "")))
        add({ name: role.mark, at: i, to: role.to });
      const term = longest(terms, tokens, i);
      if (term) add({ name: term.mark, at: i, to: term.to });
      if (role) {
        for (let k = i + 1; k < role.to; k++) {
          const inner = longest(terms, tokens, k);
          if (inner) add({ name: inner.mark, at: k, to: inner.to });
        }
        i = role.to - 1;
      }
    }
    for (const quantity of findQuantities(tokens, contract.text))
      add({ name: quantity.kind, at: quantity.at, to: quantity.to });
    for (const law of findArticles(tokens, contract.text))
      for (const n of law.numbers) add({ name: `${law.kind} ${n}`, at: law.at, to: law.to });
    return marks;
  };
}

function roleWords(name: RoleName): Name {
  return { words: name.words.split(/[\s-]+/), mark: name.role };
}

/** The contract's defined terms that stand for a vocabulary list, because their definition says so. */
function termNames(contract: Contract, library: Library): Name[] {
  const names: Name[] = [];
  const vocabulary = vocabularyOf(library);
  const rules = Object.entries(library.vocabulary).flatMap(([list, entry]) =>
    (entry.defined_as ?? []).map((source) => ({ list, phrase: compilePhrase(source, vocabulary) })),
  );
  for (const term of contract.terms) {
    const words = [...term.term.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match[0]);
    if (words.length === 0) continue;
    const tokens = tokenize(contract.text, term.span, contract.hidden);
    const marks = new Map<number, Mark[]>();
    for (const list of new Set(
      rules.filter((rule) => matchPhrase(rule.phrase, { tokens, marksAt: marks })).map((rule) => rule.list),
    )) {
      names.push({ words, mark: list });
    }
  }
  return names;
}

function byFirstWord(names: readonly Name[]): Map<string, Name[]> {
  const grouped = Map.groupBy(names, (name) => name.words[0] ?? "");
  for (const list of grouped.values()) list.sort((a, b) => b.words.length - a.words.length);
  return grouped;
}

function longest(
  names: ReadonlyMap<string, readonly Name[]>,
  tokens: readonly Token[],
  at: number,
): { mark: string; to: number } | undefined {
  for (const first of singulars(tokens[at]?.word ?? "")) {
    for (const name of names.get(first) ?? []) {
      const fits = name.words.every((word, k) => k === 0 || singulars(tokens[at + k]?.word ?? "").includes(word));
      if (fits) return { mark: name.mark, to: at + name.words.length };
    }
  }
  return undefined;
}

function singulars(word: string): string[] {
  if (word.endsWith("ies")) return [word, `${word.slice(0, -3)}y`];
  return word.endsWith("s") && word.length > 3 ? [word, word.slice(0, -1)] : [word];
}
