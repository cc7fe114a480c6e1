/**
 * Sets of provisions as rows of bits in one table: thousands of phrases ask for unions and intersections of them, and an
 * object for each set would be garbage at once. Row 0 is the empty set.
 */
export class ProvisionRows {
  /** 32-bit words of a row. */
  readonly width: number;
  #bits: Uint32Array;
  #count = 1;

  /** Rows for so many provisions. */
  constructor(provisions: number) {
    this.width = (provisions + 31) >>> 5;
    this.#bits = new Uint32Array(256 * this.width);
  }

  /** A new row, empty. */
  add(): number {
    if ((this.#count + 1) * this.width > this.#bits.length) {
      const larger = new Uint32Array(2 * this.#bits.length);
      larger.set(this.#bits);
      this.#bits = larger;
    }
    return this.#count++;
  }

  put(row: number, provision: number): void {
    const at = row * this.width + (provision >>> 5);
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (provision & 31));
  }

  unite(row: number, other: number): void {
    const [to, from] = [row * this.width, other * this.width];
    for (let i = 0; i < this.width; i++) this.#bits[to + i] = (this.#bits[to + i] ?? 0) | (this.#bits[from + i] ?? 0);
  }

  has(row: number, provision: number): boolean {
    return ((this.#bits[row * this.width + (provision >>> 5)] ?? 0) & (1 << (provision & 31))) !== 0;
  }

  /** Provisions that stand in each of the rows and, where it is given, in `within`; ascending. At least one row. */
  common(rows: readonly number[], within: Uint32Array | undefined): readonly number[] {
    let found: number[] | undefined;
    const [bits, width, count] = [this.#bits, this.width, rows.length];
    for (let i = 0; i < width; i++) {
      let here = within ? (within[i] ?? 0) : 0xffffffff;
      for (let r = 0; r < count && here !== 0; r++) here &= bits[(rows[r] ?? 0) * width + i] ?? 0;
      for (; here !== 0; here &= here - 1) {
        found ??= [];
        found.push((i << 5) + (31 - Math.clz32(here & -here)));
      }
    }
    return found ?? NONE;
  }
}

const NONE: readonly number[] = [];
