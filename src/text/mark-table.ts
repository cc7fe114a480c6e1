import { countKeys, keysOf } from "./keys.ts";
import type { Mark } from "./match-phrase.ts";
import type { Token } from "./tokens.ts";

/** Marks of one provision by the token they begin at, and what phrases may ask of each of its words. */
export class MarkTable {
  readonly #tokens: readonly Token[];
  readonly #lists: (Mark[] | undefined)[];
  #keys: (readonly number[])[] = [];
  #madeAt = -1;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#lists = new Array(tokens.length).fill(undefined);
  }

  get(at: number): readonly Mark[] | undefined {
    return this.#lists[at];
  }

  /** Numbers of the keys that each word satisfies (`keysOf`), those of phrases compiled since included. */
  keys(): readonly (readonly number[])[] {
    if (this.#madeAt !== countKeys()) {
      this.#keys = this.#tokens.map((token) => keysOf(token.word, token.stem));
      this.#madeAt = countKeys();
    }
    return this.#keys;
  }

  /** Adds a mark; the same stretch under the same name stands once. */
  add(mark: Mark): void {
    const list = this.#lists[mark.at];
    if (!list) this.#lists[mark.at] = [mark];
    else if (!list.some((other) => other.name === mark.name && other.to === mark.to)) list.push(mark);
  }

  /** All marks, in the order of their first tokens. */
  all(): Mark[] {
    return this.#lists.flatMap((list) => list ?? []);
  }
}
