import type { Clause } from "../model/contract.ts";

/** A number without what writers vary: "Clause 4.1 (a)" and "4.1(a)" are one. */
export function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^(?:sub-?)?(?:clauses?|sections?|paragraphs?|articles?|§+)(?=[\d(ivx])/, "")
    .replace(/^(annex)(?:e|ure)?s?(?=[\divx])/, "annex");
}

/** Index of the first clause that carries each number. */
export function indexOf(clauses: readonly Clause[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const clause of clauses) {
    if (clause.number === "" || clause.kind === "contents" || clause.kind === "row") continue;
    const name = key(clause.number);
    if (!index.has(name)) index.set(name, clause.index);
  }
  return index;
}

/** The clause meant by a number, inside the schedule `scope` first; undefined where none carries it. */
export function resolve(
  index: ReadonlyMap<string, number>,
  clauses: readonly Clause[],
  word: string,
  number: string,
  scope: number | undefined,
  here: number,
): number | undefined {
  const name = /^(?:sch|ann|app|exh|att|part)/i.test(word) ? key(`${singular(word)} ${number}`) : key(number);
  const schedule = scope === undefined ? undefined : clauses[scope]?.number;
  if (name.startsWith("(")) {
    // "paragraph (b)" means the one beside or above the sentence.
    for (let at: number | undefined = here; at !== undefined; at = clauses[at]?.parent) {
      const hit = index.get(key(clauses[at]?.number ?? "") + name);
      if (hit !== undefined && clauses[at]?.number !== "") return hit;
    }
    return undefined;
  }
  const inside = schedule ? index.get(key(`${schedule}, ${number}`)) : undefined;
  return inside ?? index.get(name) ?? index.get(name.replace(/\([a-z\d]+\)$/, ""));
}

function singular(word: string): string {
  return word
    .toLowerCase()
    .replace(/appendices$/, "appendix")
    .replace(/annex(?:es|ures?|e)?s?$/, "annex")
    .replace(/(schedule|exhibit|attachment|part)s$/, "$1");
}

/** The schedule around a clause. */
export function scopeOf(clauses: readonly Clause[], here: number): number | undefined {
  for (let at: number | undefined = here; at !== undefined; at = clauses[at]?.parent) {
    if (clauses[at]?.kind === "schedule") return at;
  }
  return undefined;
}

/** The whole numbered clause around a line: "this clause" in 12.3(a) means clause 12. */
export function ownTop(clauses: readonly Clause[], here: number): number | undefined {
  let top: number | undefined;
  for (let at: number | undefined = here; at !== undefined; at = clauses[at]?.parent) {
    const clause = clauses[at];
    if (clause?.kind === "schedule") break;
    if (clause && clause.number !== "") top = at;
  }
  return top;
}

/** Form in which Markdown names the anchor of a heading. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
