import { numberOf } from "../text/keys.ts";
import { matchPhrase, matchPhraseAt, type PhraseMatch } from "../text/match-phrase.ts";
import type { Need, Phrase } from "../text/phrase.ts";
import type { CompiledPhrases } from "./compiled-phrases.ts";
import { ProvisionRows } from "./provision-rows.ts";
import { ProvisionSet } from "./provision-set.ts";
import type { Provision } from "./provisions.ts";

export interface ProvisionMatch {
  readonly provision: Provision;
  readonly phrase: Phrase;
  readonly match: PhraseMatch;
}

/** Which provisions hold which stem or mark, so that a phrase is tried only where all it needs stands. */
export class ProvisionIndex {
  readonly provisions: readonly Provision[];
  /** Provisions of a clause, and those that begin by pointing back; ascending. */
  readonly byClause: ReadonlyMap<number, readonly number[]>;
  readonly pointingBack: readonly number[];
  readonly #rows: ProvisionRows;
  /** Row by the number of the key. */
  readonly #holding: number[] = [];
  /** Row by the number of the need: many phrases share one, its keys are united once. */
  readonly #meeting: number[] = [];
  /** Rows of the phrase at hand; one list for all of them, thousands a contract. */
  readonly #asked: number[] = [];

  constructor(provisions: readonly Provision[]) {
    this.provisions = provisions;
    this.byClause = Map.groupBy(
      provisions.map(({ index }) => index),
      (at) => provisions[at]?.clause ?? -1,
    );
    this.pointingBack = provisions.filter(({ pointsBack }) => pointsBack).map(({ index }) => index);
    this.#rows = new ProvisionRows(provisions.length);
    for (const { index, marksAt } of provisions) {
      for (const keys of marksAt.keys()) for (const key of keys) this.#note(key, index);
      for (const mark of marksAt.all()) {
        const key = numberOf(`@${mark.name}`);
        if (key !== undefined) this.#note(key, index);
      }
    }
  }

  emptySet(): ProvisionSet {
    return new ProvisionSet(this.provisions.length);
  }

  /** Provisions that hold the key, ascending. */
  holding(key: number): readonly number[] {
    return this.#rows.common([this.#holding[key] ?? EMPTY], undefined);
  }

  /** Provisions where one of the phrases matches, in their own words or what they inherit, and no exception does. */
  where(compiled: CompiledPhrases): ProvisionSet {
    const found = this.emptySet();
    for (const { provision } of this.find(compiled, true)) found.add(provision.index);
    return found;
  }

  /**
   * One match a provision, for the first of the phrases that matches there, except where an exception matches; reading order.
   * `inherited`: it may stand in what the provision inherits alone.
   */
  find(compiled: CompiledPhrases, inherited = false): ProvisionMatch[] {
    const found = new Map<number, ProvisionMatch>();
    for (const phrase of compiled.phrases) {
      for (const at of this.#candidates(phrase)) {
        const match = found.has(at) ? undefined : this.#matchAt(phrase, at, compiled, inherited);
        if (match) found.set(at, match);
      }
    }
    return inReadingOrder([...found.values()]);
  }

  /** Every phrase that matches, several a provision: reading order, then the order of the phrases. `within`: only these provisions are tried. */
  findAll(compiled: CompiledPhrases, within?: ProvisionSet, inherited = false): ProvisionMatch[] {
    const found: ProvisionMatch[] = [];
    if (within?.isEmpty()) return found;
    for (const phrase of compiled.phrases) {
      for (const at of this.#candidates(phrase, within)) {
        const match = this.#matchAt(phrase, at, compiled, inherited);
        if (match) found.push(match);
      }
    }
    return compiled.phrases.length > 1 ? inReadingOrder(found) : found;
  }

  #matchAt(phrase: Phrase, at: number, compiled: CompiledPhrases, inherited: boolean): ProvisionMatch | undefined {
    const provision = this.provisions[at];
    const match = provision && matchPhrase(phrase, provision, inherited ? 0 : provision.own);
    if (!match) return undefined;
    const isVoid = (other: Phrase) =>
      compiled.isScoped ? isExcepted(other, provision, match) : matchPhrase(other, provision) !== undefined;
    if (compiled.except.some((other) => this.#mayHold(other, at) && isVoid(other))) return undefined;
    return { provision, phrase, match };
  }

  #mayHold(phrase: Phrase, at: number): boolean {
    return phrase.needs.every((need) => this.#rows.has(this.#meets(need), at));
  }

  /** Provisions that meet every need of the phrase; one without needs is tried everywhere. */
  #candidates({ needs }: Phrase, within?: ProvisionSet): readonly number[] {
    if (needs.length === 0) return within ? within.members() : this.provisions.map((provision) => provision.index);
    const rows = this.#asked;
    rows.length = 0;
    for (const need of needs) {
      const row = this.#meeting[need.id] ?? this.#meets(need);
      if (row === EMPTY) return NONE;
      rows.push(row);
    }
    return this.#rows.common(rows, within?.words);
  }

  #meets(need: Need): number {
    const known = this.#meeting[need.id];
    if (known !== undefined) return known;
    let union = EMPTY;
    let isOwn = false;
    for (const key of need.keys) {
      const row = this.#holding[key];
      if (row === undefined) continue;
      if (union === EMPTY) union = row;
      else {
        if (!isOwn) {
          const own = this.#rows.add();
          this.#rows.unite(own, union);
          union = own;
          isOwn = true;
        }
        this.#rows.unite(union, row);
      }
    }
    this.#meeting[need.id] = union;
    return union;
  }

  #note(key: number, at: number): void {
    let row = this.#holding[key];
    if (row === undefined) {
      row = this.#rows.add();
      this.#holding[key] = row;
    }
    this.#rows.put(row, at);
  }
}

/** An exception takes away what stands in the same clause of the sentence: "... and shall test the restoration of backups" leaves "shall take backups" alone. */
function isExcepted(other: Phrase, provision: Provision, match: PhraseMatch): boolean {
  const parts = provision.parts;
  if (parts.length === 0) return matchPhrase(other, provision) !== undefined;
  const from = parts.findLast((at) => at <= match.at) ?? 0;
  const to = parts.find((at) => at >= match.to) ?? provision.tokens.length;
  for (let at = 0; at < to; at++) if (matchPhraseAt(other, provision, at, from) !== undefined) return true;
  return false;
}

const EMPTY = 0;
const NONE: readonly number[] = [];

function inReadingOrder(found: ProvisionMatch[]): ProvisionMatch[] {
  return found.sort((a, b) => a.provision.index - b.provision.index);
}
