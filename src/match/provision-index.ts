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
  /** Scratch sets: thousands of phrases ask, and a new array for each would be garbage at once. */
  readonly #running: ProvisionSet;
  readonly #union: ProvisionSet;

  constructor(provisions: readonly Provision[]) {
    this.provisions = provisions;
    this.#size = (provisions.length + 31) >>> 5;
    this.#running = new Uint32Array(this.#size);
    this.#union = new Uint32Array(this.#size);
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
    const seen = new Set<number>();
    return this.findAll(compiled, within).filter(({ provision }) => {
      const isFirst = !seen.has(provision.index);
      seen.add(provision.index);
      return isFirst;
    });
  }

  /** Every phrase that matches, several a provision: reading order, then the order of the phrases. */
  findAll(compiled: CompiledPhrases, within?: ReadonlySet<number>): ProvisionMatch[] {
    const found: ProvisionMatch[] = [];
    for (const phrase of compiled.phrases) {
      for (const at of this.#candidates(phrase)) {
        const provision = this.provisions[at];
        if (!provision || (within && !within.has(at))) continue;
        const match = matchPhrase(phrase, provision, provision.own);
        if (match && !this.#excepted(compiled, provision)) found.push({ provision, phrase, match });
      }
    }
    return compiled.phrases.length > 1 ? found.sort((a, b) => a.provision.index - b.provision.index) : found;
  }

  #excepted(compiled: CompiledPhrases, provision: Provision): boolean {
    return compiled.except.some((phrase) => matchPhrase(phrase, provision) !== undefined);
  }

  /** Needs come rarest kind first; few candidates are tried as they are, a union of many keys would cost more. */
  #candidates(phrase: Phrase): readonly number[] {
    const running = this.#running;
    running.fill(0xffffffff);
    let count = Number.POSITIVE_INFINITY;
    for (const keys of phrase.needs) {
      if (count < FEW && keys.size > 1) break;
      const set = this.#withAny(keys);
      if (!set) return NONE;
      for (let i = 0; i < running.length; i++) running[i] = (running[i] ?? 0) & (set[i] ?? 0);
      count = sizeOf(running);
      if (count === 0) return NONE;
    }
    return members(running).filter((at) => at < this.provisions.length);
  }

  /** The provisions that hold one of the keys, in a scratch set where there are several keys. */
  #withAny(keys: ReadonlySet<string>): ProvisionSet | undefined {
    let first: ProvisionSet | undefined;
    let many = false;
    for (const key of keys) {
      const set = this.#setOf(key);
      if (!set) continue;
      if (!first) first = set;
      else {
        if (!many) this.#union.set(first);
        many = true;
        for (let i = 0; i < set.length; i++) this.#union[i] = (this.#union[i] ?? 0) | (set[i] ?? 0);
      }
    }
    return many ? this.#union : first;
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
const NONE: readonly number[] = [];

function sizeOf(set: ProvisionSet): number {
  let count = 0;
  for (let i = 0; i < set.length; i++) for (let bits = set[i] ?? 0; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** A prefix has at least this many letters. */
const LETTERS = 3;

function members(set: ProvisionSet | undefined): number[] {
  const result: number[] = [];
  if (!set) return result;
  for (let i = 0; i < set.length; i++) {
    for (let bits = set[i] ?? 0; bits !== 0; bits &= bits - 1) result.push((i << 5) + (31 - Math.clz32(bits & -bits)));
  }
  return result;
}
