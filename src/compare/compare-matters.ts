// Everything of a comparison that is neither a finding nor a clause: who bears what, parties, terms, documents, facts.
import type { Comparison, ResponsibilityChange } from "../model/comparison.ts";
import type { Contract, DefinedTerm } from "../model/contract.ts";
import type { Review } from "../model/review.ts";
import type { ChangeIndex } from "./change-index.ts";
import type { Pairing } from "./pairing.ts";
import { sameWord } from "./same-words.ts";
import { type Word, wordsIn } from "./words.ts";

/** Functions that another party bears now. */
export function compareResponsibilities(old: Review, now: Review, index: ChangeIndex): ResponsibilityChange[] {
  const before = new Map(old.responsibilities.map((each) => [each.functionId, each]));
  return now.responsibilities.flatMap((each) => {
    const was = before.get(each.functionId);
    if (!was || was.allocation === each.allocation) return [];
    const causes = [
      ...was.evidence.map((evidence) => index.changeOf("old", evidence)),
      ...each.evidence.map((evidence) => index.changeOf("new", evidence)),
    ].filter((change) => change !== undefined);
    const { functionId, name, core, explanation } = each;
    return [
      { functionId, name, core, old: was.allocation, new: each.allocation, explanation, causes: [...new Set(causes)] },
    ];
  });
}

/** Parties by name, whatever its capitals. */
export function compareParties(old: Contract, now: Contract): Comparison["parties"] {
  const key = (name: string) => name.toLowerCase().replaceAll(/\s+/g, " ").trim();
  const before = new Map(old.parties.map((party) => [key(party.name), party]));
  const after = new Map(now.parties.map((party) => [key(party.name), party]));
  return [
    ...[...after].flatMap(([name, party]): Comparison["parties"] => {
      const was = before.get(name);
      if (!was) return [{ name: party.name, change: "added", new: party.role }];
      return was.role === party.role ? [] : [{ name: party.name, change: "role", old: was.role, new: party.role }];
    }),
    ...[...before].flatMap(([name, party]): Comparison["parties"] =>
      after.has(name) ? [] : [{ name: party.name, change: "removed", old: party.role }],
    ),
  ];
}

/** Defined terms by name; a term defined several times changed where one of its definitions did. */
export function compareTerms(old: Contract, now: Contract, pairing: Pairing): Comparison["terms"] {
  const isSame = sameWord(pairing);
  const before = Map.groupBy(old.terms, ({ term }) => term);
  const after = Map.groupBy(now.terms, ({ term }) => term);
  const words = (contract: Contract, terms: readonly DefinedTerm[]) => terms.map(({ span }) => wordsIn(contract, span));
  const terms = [...new Set([...before.keys(), ...after.keys()])].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return terms.flatMap((term): Comparison["terms"] => {
    const was = before.get(term);
    const is = after.get(term);
    if (!was || !is) return [{ term, change: was ? "removed" : "added" }];
    const isEqual = (a: readonly Word[], b: readonly Word[]) =>
      a.length === b.length && a.every((word, i) => isSame(word, b[i] ?? word));
    const one = words(old, was);
    const other = words(now, is);
    const isKept =
      one.length === other.length &&
      one.every((a) => other.some((b) => isEqual(a, b))) &&
      other.every((b) => one.some((a) => isEqual(a, b)));
    return isKept ? [] : [{ term, change: "changed" }];
  });
}

/** Documents relied on that were among the files and are not now, and the reverse. */
export function compareDocuments(old: Contract, now: Contract): Comparison["documents"] {
  const titles = (contract: Contract) =>
    new Map(contract.missingDocuments.map(({ title }) => [title.toLowerCase(), title]));
  const before = titles(old);
  const after = titles(now);
  const only = (one: Map<string, string>, other: Map<string, string>) =>
    [...one].filter(([key]) => !other.has(key)).map(([, title]) => title);
  return [
    ...only(after, before).map((title) => ({ title, change: "now-absent" as const })),
    ...only(before, after).map((title) => ({ title, change: "no-longer-absent" as const })),
  ];
}

/** Facts that only one version shows. */
export function compareFacts(old: Review, now: Review): Comparison["facts"] {
  const before = new Map(old.facts.map(({ id, value }) => [id, value]));
  return now.facts.flatMap(({ id, value }) => {
    const was = before.get(id);
    return was === undefined || was === value ? [] : [{ id, old: was, new: value }];
  });
}
