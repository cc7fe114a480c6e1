import type { ChoiceNode, Phrase, PhraseNode } from "./phrase.ts";
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
  "the",
  "a",
  "an",
  "any",
  "all",
  "such",
  "its",
  "their",
  "his",
  "her",
  "our",
  "your",
  "said",
  "relevant",
  "applicable",
  "each",
  "every",
  "this",
  "that",
  "these",
  "those",
  "own",
  "respective",
  "other",
]);

const MOST_DETERMINERS = 3;

/**
 * First match of the phrase that ends after token `from` (so that it touches a provision's own words, not its lead-in
 * alone). Takes time in proportion to states times tokens times gap.
 */
export function matchPhrase(phrase: Phrase, text: MarkedText, from = 0): PhraseMatch | undefined {
  const { tokens, marksAt } = text;
  const width = tokens.length + 1;
  let failed: Uint8Array | undefined;
  for (let at = 0; at < tokens.length; at++) {
    if (!mayBegin(phrase.start, text, at)) continue;
    failed ??= new Uint8Array(phrase.nodes * width);
    const to = attempt(phrase.start, at);
    if (to !== undefined) return { at, to };
  }
  return undefined;

  /** End of the rest of the phrase from here, determiners stepped over. */
  function run(node: PhraseNode, pos: number): number | undefined {
    if (node.kind === "end") return pos > from ? pos : undefined;
    const key = node.id * width + pos;
    if (failed?.[key] === 1) return undefined;
    const end = node.kind === "gap" ? runGap(node, pos) : runHere(node, pos);
    if (end === undefined && failed) failed[key] = 1;
    return end;
  }

  function runGap(node: Extract<PhraseNode, { kind: "gap" }>, pos: number): number | undefined {
    const last = Math.min(pos + node.max, tokens.length);
    for (let at = pos; at <= last; at++) {
      const end = run(node.next, at);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  function runHere(node: PhraseNode, pos: number): number | undefined {
    for (let skip = 0; skip <= MOST_DETERMINERS; skip++) {
      const end = attempt(node, pos + skip);
      if (end !== undefined) return end;
      const token = tokens[pos + skip];
      if (!token || !DETERMINERS.has(token.word)) return undefined;
    }
    return undefined;
  }

  /** End of the rest of the phrase if this node takes the token right here. */
  function attempt(node: PhraseNode, pos: number): number | undefined {
    const token = tokens[pos];
    switch (node.kind) {
      case "end":
        return run(node, pos);
      case "gap":
        return runGap(node, pos);
      case "word":
        return token?.stem === node.stem ? run(node.next, pos + 1) : undefined;
      case "prefix":
        return token?.word.startsWith(node.prefix) ? run(node.next, pos + 1) : undefined;
      case "exact":
        return token?.word === node.word ? run(node.next, pos + 1) : undefined;
      case "mark":
        return marked(node.name, pos, (to) => run(node.next, to));
      case "choice":
        return choose(node, pos);
      default:
        return node satisfies never;
    }
  }

  function choose(node: ChoiceNode, pos: number): number | undefined {
    for (const option of node.byStem.get(tokens[pos]?.stem ?? "") ?? []) {
      const end = attempt(option, pos);
      if (end !== undefined) return end;
    }
    for (const mark of marksAt.get(pos) ?? []) {
      for (const option of node.byMark.get(mark.name) ?? []) {
        const end = attempt(option, pos);
        if (end !== undefined) return end;
      }
    }
    for (const option of node.others) {
      const end = option.kind === "prefix" || option.kind === "exact" ? attempt(option, pos) : run(option, pos);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  function marked(name: string, pos: number, rest: (to: number) => number | undefined): number | undefined {
    for (const mark of marksAt.get(pos) ?? []) {
      const end = mark.name === name ? rest(mark.to) : undefined;
      if (end !== undefined) return end;
    }
    return undefined;
  }
}

function mayBegin(node: PhraseNode, text: MarkedText, at: number): boolean {
  if (node.kind === "word") return text.tokens[at]?.stem === node.stem;
  if (node.kind === "mark") return text.marksAt.has(at);
  if (node.kind === "choice")
    return (
      node.others.length > 0 ||
      node.byStem.has(text.tokens[at]?.stem ?? "") ||
      (node.byMark.size > 0 && text.marksAt.has(at))
    );
  return true;
}
