import { SIGN, type Token } from "./tokens.ts";

/** A reference to articles or sections of a law by number: "Articles 32 to 36", "Art. 28(3)(f)". */
export interface ArticleReference {
  readonly kind: "article" | "section";
  /** Main numbers, ranges written out. */
  readonly numbers: readonly number[];
  readonly at: number;
  readonly to: number;
}

const HEADS = new Map<string, ArticleReference["kind"]>(
  Object.entries({
    article: "article",
    articles: "article",
    art: "article",
    arts: "article",
    section: "section",
    sections: "section",
  } as const),
);
const JOIN = new Set(["and", "or", "to", "through", "until", "as", "well"]);
const OF_CONTRACT = new Set(["agreement", "dpa", "addendum", "contract", "schedule", "terms", "annex"]);

/**
 * Article and section references in a provision, in reading order. A reference that goes on "of this Agreement" is the
 * contract's own numbering and is left out. Sub-paragraphs ("(3)(f)") belong to the number before them.
 */
export function findArticles(tokens: readonly Token[], text: string): ArticleReference[] {
  const found: ArticleReference[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const kind = HEADS.get(tokens[i]?.word ?? "");
    if (!kind) continue;
    const { numbers, to } = numberList(tokens, i + 1, text);
    if (numbers.length === 0) continue;
    if (!isOfContract(tokens, to)) found.push({ kind, numbers, at: i, to });
    i = to - 1;
  }
  return found;
}

function numberList(tokens: readonly Token[], from: number, text: string): { numbers: number[]; to: number } {
  const numbers: number[] = [];
  let to = from;
  let range = false;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    const isPart = (token.before & SIGN.open) !== 0 || text[token.start - 1] === ".";
    if (isPart && i > from && numbers.length > 0 && token.word.length <= 4) {
      to = i + 1;
      continue;
    }
    if (/^\d{1,3}[a-z]?$/.test(token.word)) {
      const value = Number.parseInt(token.word, 10);
      const previous = numbers.at(-1);
      const dashed = previous !== undefined && /^\s*[-–—]\s*$/.test(text.slice(tokens[i - 1]?.end ?? 0, token.start));
      if ((range || dashed) && previous !== undefined && value > previous && value - previous < 60) {
        for (let n = previous + 1; n <= value; n++) numbers.push(n);
      } else numbers.push(value);
      range = false;
      to = i + 1;
      continue;
    }
    if (numbers.length > 0 && JOIN.has(token.word) && i - to < 4) {
      range ||= token.word === "to" || token.word === "through" || token.word === "until";
      continue;
    }
    if (HEADS.has(token.word) && i - to <= 2) continue;
    break;
  }
  return { numbers, to };
}

function isOfContract(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.word !== "of" && tokens[to]?.word !== "in") return false;
  const next = tokens[to + 1]?.word;
  // "section 62 of the DPA 2018" is the Act's.
  const isDated = /^(?:19|20)\d\d$/.test(tokens[to + 3]?.word ?? "");
  return (next === "this" || next === "the") && OF_CONTRACT.has(tokens[to + 2]?.word ?? "") && !isDated;
}
