import type { Requirement } from "../model/requirement.ts";
import { stem } from "../text/inflection.ts";
import type { ProvisionIndex } from "./provision-index.ts";

const MOST = 5;
const COMMON = new Set(
  [
    "the",
    "of",
    "and",
    "or",
    "to",
    "a",
    "in",
    "for",
    "on",
    "by",
    "with",
    "is",
    "are",
    "be",
    "shall",
    "must",
    "supplier",
    "customer",
    "data",
    "personal",
    "that",
    "any",
    "as",
    "its",
    "it",
    "not",
    "from",
    "contract",
    "does",
  ].map(stem),
);

/** Clauses that speak most of the requirement's subject, nearest first: what was searched, not what was found. */
export function nearestClauses(requirement: Requirement, index: ProvisionIndex): number[] {
  const subject = [
    requirement.title,
    ...requirement.headings,
    ...requirement.elements.map((element) => element.text),
  ].join(" ");
  const stems = new Set(
    [...subject.toLowerCase().matchAll(/\p{L}+/gu)].map((match) => stem(match[0])).filter((s) => !COMMON.has(s)),
  );
  const scores = new Map<number, number>();
  const total = index.provisions.length;
  for (const key of stems) {
    const holding = index.holding(key);
    const rarity = Math.log(1 + total / (1 + holding.length));
    for (const at of holding) scores.set(at, (scores.get(at) ?? 0) + rarity);
  }
  const byClause = new Map<number, number>();
  for (const [at, score] of scores) {
    const clause = index.provisions[at]?.clause ?? -1;
    byClause.set(clause, Math.max(byClause.get(clause) ?? 0, score));
  }
  return [...byClause]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST)
    .map(([clause]) => clause);
}
