import type { RedlineWords } from "../../model/redline-words.ts";

/** Text of model clauses in the terms that a contract defines for the same things; `defined`: its defined terms. */
export type OwnTerms = (text: string) => string;

/**
 * Speaks in the contract's own terms: a model term that it does not define gives way to the first of the equal ones that it does. What a
 * model clause says that such a term means, the contract's own then includes: it has a meaning already.
 */
export function inOwnTerms(terms: readonly string[], { ownTerms }: RedlineWords, defined: readonly string[]): OwnTerms {
  const own = new Map(
    Object.entries(ownTerms).flatMap(([term, equals]) => {
      const instead = defined.includes(term) ? undefined : equals.find((one) => defined.includes(one));
      return instead === undefined ? [] : [[term, instead] as const];
    }),
  );
  if (own.size === 0) return (text) => text;
  // Longer terms are looked for too, so that no part of them is changed.
  const all = [...new Set([...terms, ...defined, ...own.keys()])].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}-])(${all.map(RegExp.escape).join("|")})(s?)(?![\\p{L}-])([”"’']?\\s+means?(?!\\p{L}))?`,
    "gu",
  );
  return (text) =>
    text.replace(pattern, (whole, term: string, plural: string, means = "") => {
      const instead = own.get(term);
      if (instead === undefined) return whole;
      const named = plural !== "" && instead.endsWith("s") ? instead : `${instead}${plural}`;
      return `${named}${means.replace(/means?$/, plural === "" ? "includes" : "include")}`;
    });
}
