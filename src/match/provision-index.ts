import { matchPhrase, type PhraseMatch } from "../text/match-phrase.ts";
import type { Phrase } from "../text/phrase.ts";
import type { CompiledPhrases } from "./compile.ts";
import type { Provision } from "./provisions.ts";

export interface ProvisionMatch {
  readonly provision: Provision;
  readonly phrase: Phrase;
  readonly match: PhraseMatch;
}

/** Which provisions hold which stem or mark, so that a phrase is tried only where all it needs stands. */
export class ProvisionIndex {
  readonly provisions: readonly Provision[];
  readonly #postings = new Map<string, number[]>();
  readonly #prefixes = new Map<string, readonly number[]>();
  readonly #words = new Map<string, number[]>();

  constructor(provisions: readonly Provision[]) {
    this.provisions = provisions;
    for (const provision of provisions) {
      for (const token of provision.tokens) {
        note(this.#postings, token.stem, provision.index);
        note(this.#words, token.word, provision.index);
      }
      for (const marks of provision.marksAt.values())
        for (const mark of marks) note(this.#postings, `@${mark.name}`, provision.index);
    }
  }

  /** Provisions that hold one of the keys, ascending. */
  withAny(keys: ReadonlySet<string>): readonly number[] {
    if (keys.size === 1) for (const key of keys) return this.#holding(key);
    const all = new Set<number>();
    for (const key of keys) for (const at of this.#holding(key)) all.add(at);
    return [...all].sort((a, b) => a - b);
  }

  /** Number of provisions that hold the stem. */
  frequency(stem: string): number {
    return this.#postings.get(stem)?.length ?? 0;
  }

  /** One match a provision for the first of the phrases that matches there, except where an exception matches; reading order. */
  find(compiled: CompiledPhrases): ProvisionMatch[] {
    const found = new Map<number, ProvisionMatch>();
    for (const phrase of compiled.phrases) {
      for (const at of this.#candidates(phrase)) {
        const provision = this.provisions[at];
        if (!provision || found.has(at)) continue;
        const match = matchPhrase(phrase, provision, provision.own);
        if (match && !this.#excepted(compiled, provision)) found.set(at, { provision, phrase, match });
      }
    }
    return [...found.values()].sort((a, b) => a.provision.index - b.provision.index);
  }

  /** Every phrase that matches, several a provision. */
  findAll(compiled: CompiledPhrases): ProvisionMatch[] {
    return compiled.phrases
      .flatMap((phrase) => this.find({ phrases: [phrase], except: compiled.except }))
      .sort((a, b) => a.provision.index - b.provision.index);
  }

  #excepted(compiled: CompiledPhrases, provision: Provision): boolean {
    return compiled.except.some((phrase) => matchPhrase(phrase, provision) !== undefined);
  }

  #candidates(phrase: Phrase): readonly number[] {
    const lists = phrase.needs.map((keys) => this.withAny(keys)).sort((a, b) => a.length - b.length);
    const [first = [], ...rest] = lists;
    if (first.length === 0 || rest.length === 0) return first;
    const sets = rest.slice(0, 3).map((list) => new Set(list));
    return first.filter((at) => sets.every((set) => set.has(at)));
  }

  #holding(key: string): readonly number[] {
    if (key.startsWith("=")) return this.#words.get(key.slice(1)) ?? [];
    if (!key.endsWith("*")) return this.#postings.get(key) ?? [];
    const cached = this.#prefixes.get(key);
    if (cached) return cached;
    const prefix = key.slice(0, -1);
    const all = new Set<number>();
    for (const [word, list] of this.#words) if (word.startsWith(prefix)) for (const at of list) all.add(at);
    const sorted = [...all].sort((a, b) => a - b);
    this.#prefixes.set(key, sorted);
    return sorted;
  }
}

function note(postings: Map<string, number[]>, key: string, at: number): void {
  const list = postings.get(key);
  if (!list) postings.set(key, [at]);
  else if (list.at(-1) !== at) list.push(at);
}
