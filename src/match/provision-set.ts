/** A set of provisions by their index, one bit each. */
export class ProvisionSet {
  readonly words: Uint32Array;

  /** Empty; of so many provisions as there are. */
  constructor(provisions: number) {
    this.words = new Uint32Array((provisions + 31) >>> 5);
  }

  add(at: number): void {
    this.words[at >>> 5] = (this.words[at >>> 5] ?? 0) | (1 << (at & 31));
  }

  addAll(other: ProvisionSet): void {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (other.words[i] ?? 0);
  }

  has(at: number): boolean {
    return ((this.words[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
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
