import type { Phrase, PhraseNode } from "./phrase.ts";
import type { Token } from "./tokens.ts";

/** A named stretch of tokens: a role, a defined term that stands for a vocabulary list, a quantity, an article reference. */
export interface Mark {
  readonly name: string;
  readonly at: number;
  /** One past the last token. */
  readonly to: number;
}

/** Tokens of one provision, prepared for matching. */
export interface MarkedText {
  readonly tokens: readonly Token[];
  /** Marks by the token they begin at. */
  readonly marksAt: ReadonlyMap<number, readonly Mark[]>;
}

export interface PhraseMatch {
  readonly at: number;
  /** One past the last token. */
  readonly to: number;
}

const DETERMINERS = new Set([
  "the", "a", "an", "any", "all", "such", "its", "their", "his", "her", "our", "your", "said", "relevant", "applicable", "each", "every",
  "this", "that", "these", "those", "own", "respective", "other",
]);

const MOST_DETERMINERS = 3;

/**
 * First match of the phrase that ends after token `from` (so that it touches a provision's own words, not its lead-in
 * alone). Takes time in proportion to states times tokens times gap.
 */
export function matchPhrase(phrase: Phrase, text: MarkedText, from = 0): PhraseMatch | undefined {
  const width = text.tokens.length + 1;
  const failed = new Uint8Array(phrase.nodes * width);
  for (let at = 0; at < text.tokens.length; at++) {
    const to = run(phrase.start, at, true);
    if (to !== undefined) return { at, to };
  }
  return undefined;

  function run(node: PhraseNode, pos: number, fresh: boolean): number | undefined {
    if (node.kind === "end") return pos > from ? pos : undefined;
    const key = node.id * width + pos;
    if (!fresh && failed[key] === 1) return undefined;
    const end = step(node, pos, fresh);
    if (end === undefined && !fresh) failed[key] = 1;
    return end;
  }

  function step(node: Exclude<PhraseNode, { kind: "end" }>, pos: number, fresh: boolean): number | undefined {
    if (node.kind === "choice") {
      for (const option of node.options) {
        const end = run(option, pos, fresh);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    if (node.kind === "gap") {
      for (let skip = 0; skip <= node.max && pos + skip <= text.tokens.length; skip++) {
        const end = run(node.next, pos + skip, false);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    for (let skip = 0; skip <= MOST_DETERMINERS; skip++) {
      const end = consume(node, pos + skip);
      if (end !== undefined) return end;
      const token = text.tokens[pos + skip];
      if (fresh || !token || !DETERMINERS.has(token.word)) return undefined;
    }
    return undefined;
  }

  function consume(node: Extract<PhraseNode, { kind: "word" | "prefix" | "mark" }>, pos: number): number | undefined {
    const token = text.tokens[pos];
    if (!token) return undefined;
    if (node.kind === "word") return token.stem === node.stem ? run(node.next, pos + 1, false) : undefined;
    if (node.kind === "prefix") return token.word.startsWith(node.prefix) ? run(node.next, pos + 1, false) : undefined;
    for (const mark of text.marksAt.get(pos) ?? []) {
      if (mark.name !== node.name) continue;
      const end = run(node.next, mark.to, false);
      if (end !== undefined) return end;
    }
    return undefined;
  }
}
