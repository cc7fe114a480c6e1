/** A set of provisions by their index, one bit each: thousands of phrases ask for unions and intersections. */
export class ProvisionSet {
  readonly words: Uint32Array;
  readonly provisions: number;

  /** Empty; of so many provisions as there are. */
  constructor(provisions: number) {
    this.provisions = provisions;
    this.words = new Uint32Array((provisions + 31) >>> 5);
  }

  add(at: number): void {
    this.words[at >>> 5] = (this.words[at >>> 5] ?? 0) | (1 << (at & 31));
  }

  has(at: number): boolean {
    return ((this.words[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  addAll(other: ProvisionSet): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (other.words[i] ?? 0);
  }

  /** Keeps what the other holds too; false where nothing is left. */
  keep(other: ProvisionSet): boolean {
    const { words } = this;
    let left = 0;
    for (let i = 0; i < words.length; i++) left |= words[i] = (words[i] ?? 0) & (other.words[i] ?? 0);
    return left !== 0;
  }

  /** Becomes the other, or all provisions. */
  fill(other: ProvisionSet | undefined): void {
    if (other) this.words.set(other.words);
    else {
      this.words.fill(0xffffffff);
      const last = this.provisions & 31;
      if (last > 0) this.words[this.words.length - 1] = (1 << last) - 1;
    }
  }

  copy(): ProvisionSet {
    const set = new ProvisionSet(this.provisions);
    set.words.set(this.words);
    return set;
  }

  /** Ascending. */
  members(): number[] {
    const found: number[] = [];
    for (let i = 0; i < this.words.length; i++) {
      for (let bits = this.words[i] ?? 0; bits !== 0; bits &= bits - 1)
        found.push((i << 5) + (31 - Math.clz32(bits & -bits)));
    }
    return found;
  }
}
