// Wording for people who negotiate. In: a model clause, a contract, a playbook. Out: text in the contract's own names.
// Never: verdicts, files.
import type { Contract } from "../model/contract.ts";

/** What the contract calls its parties, ready to stand in a sentence: "the Service Provider", "Hostco", "we". */
export interface PartyNames {
  readonly supplier: string;
  readonly customer: string;
}

/** The name each party bears most often in the contract's text; "the Supplier" and "the Customer" where it has none. */
export function partyNames(contract: Contract): PartyNames {
  return { supplier: nameOf(contract, "supplier"), customer: nameOf(contract, "customer") };
}

function nameOf(contract: Contract, role: "supplier" | "customer"): string {
  let best: { name: string; count: number } = { name: role === "supplier" ? "the Supplier" : "the Customer", count: 0 };
  for (const { words, role: own } of contract.roleNames) {
    if (own !== role || PRONOUNS.has(words)) continue;
    const pattern = new RegExp(
      `\\b${words
        .split(/[\s-]+/)
        .map(RegExp.escape)
        .join("[\\s-]+")}\\b(?!\\s+(?:Data|Personal|Content))`,
      "giu",
    );
    const found = [...contract.text.matchAll(pattern)].filter(([name]) => /^\p{Lu}/u.test(name));
    if (found.length <= best.count) continue;
    const withThe = found.filter(({ index }) => followsThe(contract.text, index)).length;
    const name = mostFrequent(found.map(([spelling]) => spelling.replace(/\s+/g, " ")));
    best = { name: withThe * 2 > found.length ? `the ${name}` : name, count: found.length };
  }
  return best.name;
}

/** Looked for behind a name that is found: as a part of each search it would be tried at every place of the text. */
const THE_BEFORE = /(?<=\bthe\s+)/iuy;

function followsThe(text: string, at: number): boolean {
  THE_BEFORE.lastIndex = at;
  return THE_BEFORE.test(text);
}

/** The spelling that stands most often: titles and signature blocks write a name in capitals. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1))[0]?.[0] ?? "";
}

const PRONOUNS = new Set(["we", "us", "our", "ours", "you", "your", "yours"]);
