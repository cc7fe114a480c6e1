// Wording for people who negotiate. In: a model clause, a contract, a playbook. Out: text in the contract's own names.
// Never: verdicts, files.
import type { Contract } from "../model/contract.ts";

/** What the contract calls its parties, ready to stand in a sentence: "the Service Provider", "Hostco", "we". */
export interface PartyNames {
  readonly supplier: string;
  readonly customer: string;
}

/**
 * The name that the contract defines for each party and uses most, in its usual spelling and article; without a defined one the name it
 * uses most; "the Supplier" and "the Customer" where it has none.
 */
export function partyNames(contract: Contract): PartyNames {
  const uses = usesOf(contract);
  return { supplier: nameOf(uses, "supplier"), customer: nameOf(uses, "customer") };
}

/** How a contract uses one form of words for a party. */
interface Use {
  readonly role: string;
  readonly spellings: readonly string[];
  /** True for "the Supplier", false for "Hostco". */
  readonly hasArticle: boolean;
  /** True where the contract has it in quotation marks: (the "Customer"). */
  readonly isDefined: boolean;
}

function usesOf({ text, roleNames }: Contract): Use[] {
  const names = roleNames.map(({ words, role }) => ({ words, role, found: matchesOf(text, words) }));
  return names
    .filter(({ words, role }) => (role === "supplier" || role === "customer") && !PRONOUNS.has(words))
    .map(({ words, role, found }) => {
      // "Provider" within "Service Provider" is no use of it.
      const longer = names.filter((other) => other.words !== words && within(words, other.words));
      const taken = longer.flatMap((other) => other.found.map(({ index, 0: whole }) => [index, index + whole.length]));
      const own = found.filter(({ index }) => !taken.some(([start = 0, end = 0]) => index >= start && index < end));
      const plain = own.filter(({ index, 0: name }) => !isQuoted(text, index, name));
      return {
        role,
        spellings: plain.map(([spelling]) => spelling.replace(/\s+/g, " ")),
        hasArticle: hasArticle(text, plain),
        isDefined: plain.length < own.length && !LEGAL.has(words),
      };
    });
}

function matchesOf(text: string, words: string): RegExpExecArray[] {
  const pattern = new RegExp(
    `\\b${words
      .split(/[\s-]+/)
      .map(RegExp.escape)
      .join("[\\s-]+")}\\b(?!\\s+(?:Data|Personal|Content))`,
    "giu",
  );
  return [...text.matchAll(pattern)].filter(([name]) => /^\p{Lu}/u.test(name));
}

function within(words: string, longer: string): boolean {
  const plain = (name: string) => ` ${name.replace(/[\s-]+/g, " ")} `;
  return plain(longer).includes(plain(words));
}

function isQuoted(text: string, at: number, { length }: string): boolean {
  return /["'“‘«]/.test(text[at - 1] ?? "") && /["'”’»]/.test(text[at + length] ?? "");
}

function nameOf(uses: readonly Use[], role: "supplier" | "customer"): string {
  const own = uses.filter((use) => use.role === role && use.spellings.length > 0);
  const defined = own.filter(({ isDefined }) => isDefined);
  let best: Use | undefined;
  for (const use of defined.length > 0 ? defined : own)
    if (!best || use.spellings.length > best.spellings.length) best = use;
  if (!best) return role === "supplier" ? "the Supplier" : "the Customer";
  const name = mostFrequent(best.spellings);
  return best.hasArticle ? `the ${name}` : name;
}

/** Told by where it acts, "the Supplier shall"; elsewhere the article may be another word's: "the Hostco platform". */
function hasArticle(text: string, uses: readonly RegExpExecArray[]): boolean {
  const acting = uses.filter(({ index, 0: name }) =>
    ACTS.test(text.slice(index + name.length, index + name.length + 20)),
  );
  const alone = uses.filter(({ index, 0: name }) => !/^\s+\p{L}/u.test(text.slice(index + name.length)));
  const telling = [acting, alone, uses].find(({ length }) => length > 0) ?? [];
  return telling.filter(({ index }) => followsThe(text, index)).length * 2 > telling.length;
}

const ACTS = /^(?:['’]s\b|\s+(?:shall|will|must|may|is|has|agrees|undertakes|warrants|acknowledges|represents|can)\b)/;

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

/** Terms of the law: in quotation marks they do not say what the contract calls a party. */
const LEGAL = new Set([
  "controller",
  "processor",
  "data controller",
  "data processor",
  "data exporter",
  "data importer",
]);

const PRONOUNS = new Set(["we", "us", "our", "ours", "you", "your", "yours"]);
