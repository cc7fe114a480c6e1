import type { ClauseWords } from "./words.ts";

/** Which clause of the one version is which of the other, as it grows. Each clause belongs to one pair at most. */
export class Pairing {
  readonly old: readonly ClauseWords[];
  readonly now: readonly ClauseWords[];
  private readonly toNew: (number | undefined)[];
  private readonly toOld: (number | undefined)[];

  constructor(old: readonly ClauseWords[], now: readonly ClauseWords[]) {
    this.old = old;
    this.now = now;
    this.toNew = old.map(() => undefined);
    this.toOld = now.map(() => undefined);
  }

  /** The clause of the new version that an old one became. */
  newOf(old: number | undefined): number | undefined {
    return old === undefined ? undefined : this.toNew[old];
  }

  /** The clause of the old version that a new one was. */
  oldOf(now: number | undefined): number | undefined {
    return now === undefined ? undefined : this.toOld[now];
  }

  isFreeOld(old: number): boolean {
    return old in this.old && this.toNew[old] === undefined;
  }

  isFreeNew(now: number): boolean {
    return now in this.now && this.toOld[now] === undefined;
  }

  /** Makes a pair of two free clauses; false where one of them is taken. */
  pair(old: number, now: number): boolean {
    if (!this.isFreeOld(old) || !this.isFreeNew(now)) return false;
    this.toNew[old] = now;
    this.toOld[now] = old;
    return true;
  }

  /** All pairs, in the order of the old version. */
  pairs(): [number, number][] {
    return this.toNew.flatMap((now, old): [number, number][] => (now === undefined ? [] : [[old, now]]));
  }

  /** Both have parents that are a pair, or neither has one. */
  isUnderSame(old: number, now: number): boolean {
    const above = this.old[old]?.clause.parent;
    const aboveNow = this.now[now]?.clause.parent;
    return above === undefined || aboveNow === undefined ? above === aboveNow : this.toNew[above] === aboveNow;
  }
}
