/**
 * Defined terms that the texts use, with those that their definitions use in turn, in alphabetical order. A term counts where it
 * stands as a whole, in the singular or the plural, and is no part of a longer term.
 */
export function usedTerms(texts: readonly string[], definitions: ReadonlyMap<string, string>): string[] {
  const longestFirst = [...definitions.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}-])(${longestFirst.map(formsOf).join("|")})(?![\\p{L}-])`, "gu");
  const used = new Set<string>();
  const waiting = [...texts];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [form] of text.matchAll(pattern)) {
      const term = definitions.has(form) ? form : (longestFirst.find((name) => pluralOf(name) === form) ?? form);
      if (used.has(term)) continue;
      used.add(term);
      waiting.push(definitions.get(term) ?? "");
    }
  }
  return [...used].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

function formsOf(term: string): string {
  return [pluralOf(term), term].map(RegExp.escape).join("|");
}

function pluralOf(term: string): string {
  return /[^aeiou]y$/.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`;
}
