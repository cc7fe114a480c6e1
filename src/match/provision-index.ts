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
  readonly #size: number;
  readonly #byKey = new Map<string, ProvisionSet>();
  readonly #byWord = new Map<string, ProvisionSet>();
  readonly #wordsByLetters = new Map<string, string[]>();

  constructor(provisions: readonly Provision[]) {
    this.provisions = provisions;
    this.#size = (provisions.length + 31) >>> 5;
    for (const provision of provisions) {
      for (const token of provision.tokens) {
        this.#note(this.#byKey, token.stem, provision.index);
        this.#note(this.#byWord, token.word, provision.index);
      }
      for (const mark of provision.marksAt.all()) this.#note(this.#byKey, `@${mark.name}`, provision.index);
    }
    for (const word of this.#byWord.keys()) {
      const letters = word.slice(0, LETTERS);
      const list = this.#wordsByLetters.get(letters);
      if (list) list.push(word);
      else this.#wordsByLetters.set(letters, [word]);
    }
  }

  /** Provisions that hold the key, ascending. */
  holding(key: string): number[] {
    return members(this.#setOf(key));
  }

  /**
   * One match a provision for the first of the phrases that matches there, except where an exception matches; reading
   * order. `within`: only these provisions are tried.
   */
  find(compiled: CompiledPhrases, within?: ReadonlySet<number>): ProvisionMatch[] {
    const found = new Map<number, ProvisionMatch>();
    for (const phrase of compiled.phrases) {
      for (const at of this.#candidates(phrase)) {
        const provision = this.provisions[at];
        if (!provision || found.has(at) || (within && !within.has(at))) continue;
        const match = matchPhrase(phrase, provision, provision.own);
        if (match && !this.#excepted(compiled, provision)) found.set(at, { provision, phrase, match });
      }
    }
    return [...found.values()].sort((a, b) => a.provision.index - b.provision.index);
  }

  /** Every phrase that matches, several a provision. */
  findAll(compiled: CompiledPhrases, within?: ReadonlySet<number>): ProvisionMatch[] {
    return compiled.phrases
      .flatMap((phrase) => this.find({ phrases: [phrase], except: compiled.except }, within))
      .sort((a, b) => a.provision.index - b.provision.index);
  }

  #excepted(compiled: CompiledPhrases, provision: Provision): boolean {
    return compiled.except.some((phrase) => matchPhrase(phrase, provision) !== undefined);
  }

  /** Needs come rarest kind first; few candidates are tried as they are, a union of many keys would cost more. */
  #candidates(phrase: Phrase): number[] {
    let all: ProvisionSet | undefined;
    let count = Number.POSITIVE_INFINITY;
    for (const keys of phrase.needs) {
      if (count < FEW && keys.size > 1) break;
      const set = this.#withAny(keys);
      if (!set) return [];
      all = all ? intersection(all, set) : set;
      count = sizeOf(all);
      if (count === 0) return [];
    }
    return members(all);
  }

  #withAny(keys: ReadonlySet<string>): ProvisionSet | undefined {
    let all: ProvisionSet | undefined;
    let owned = false;
    for (const key of keys) {
      const set = this.#setOf(key);
      if (!set) continue;
      if (!all) all = set;
      else {
        if (!owned) all = all.slice();
        owned = true;
        for (let i = 0; i < set.length; i++) all[i] = (all[i] ?? 0) | (set[i] ?? 0);
      }
    }
    return all;
  }

  #setOf(key: string): ProvisionSet | undefined {
    if (key.startsWith("=")) return this.#byWord.get(key.slice(1));
    const known = this.#byKey.get(key);
    if (known || !key.endsWith("*")) return known;
    const prefix = key.slice(0, -1);
    const all = new Uint32Array(this.#size);
    for (const word of this.#wordsByLetters.get(prefix.slice(0, LETTERS)) ?? []) {
      const set = word.startsWith(prefix) ? this.#byWord.get(word) : undefined;
      if (set) for (let i = 0; i < set.length; i++) all[i] = (all[i] ?? 0) | (set[i] ?? 0);
    }
    this.#byKey.set(key, all);
    return all;
  }

  #note(sets: Map<string, ProvisionSet>, key: string, at: number): void {
    let set = sets.get(key);
    if (!set) {
      set = new Uint32Array(this.#size);
      sets.set(key, set);
    }
    set[at >>> 5] = (set[at >>> 5] ?? 0) | (1 << (at & 31));
  }
}

/** One bit a provision. */
type ProvisionSet = Uint32Array;

const FEW = 6;

function sizeOf(set: ProvisionSet): number {
  let count = 0;
  for (let i = 0; i < set.length; i++) for (let bits = set[i] ?? 0; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** A prefix has at least this many letters. */
const LETTERS = 3;

function intersection(a: ProvisionSet, b: ProvisionSet): ProvisionSet {
  const both = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i++) both[i] = (a[i] ?? 0) & (b[i] ?? 0);
  return both;
}

function members(set: ProvisionSet | undefined): number[] {
  const result: number[] = [];
  if (!set) return result;
  for (let i = 0; i < set.length; i++) {
    for (let bits = set[i] ?? 0; bits !== 0; bits &= bits - 1) result.push((i << 5) + (31 - Math.clz32(bits & -bits)));
  }
  return result;
}
