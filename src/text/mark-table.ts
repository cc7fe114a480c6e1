import type { Mark } from "./match-phrase.ts";

/** Marks of one provision by the token they begin at. */
export class MarkTable {
  readonly #lists: (Mark[] | undefined)[];

  constructor(tokens: number) {
    this.#lists = new Array(tokens).fill(undefined);
  }

  get(at: number): readonly Mark[] | undefined {
    return this.#lists[at];
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
