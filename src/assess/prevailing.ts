import type { Contract } from "../model/contract.ts";

const ATTACHED = /\b(?:schedule|annex|appendix|exhibit|attachment|addendum|dpa)\b/i;
const BODY = /\b(?:agreement|contract|clauses|terms|conditions|body|articles|msa)\b/i;
const PREVAILS = /\b(?:prevails?|takes? (?:precedence|priority)|controls?|governs?|supersedes?)\b/i;
const NOUNS =
  /\b(?:schedules?|annex(?:es)?|appendi(?:x|ces)|exhibits?|attachments?|addendum|dpa|agreement|contract|clauses|terms|conditions|body|articles|msa)\b/gi;

/**
 * Which of two clauses prevails by the contract's own order of precedence, and the clause that says so. Undefined where it has
 * none, where both stand in documents of the same kind, or where the order does not tell these two apart.
 */
export function prevailing(
  contract: Contract,
  one: number,
  other: number,
): { readonly clause: number; readonly by: number } | undefined {
  const by = contract.precedence;
  const order = by === undefined ? undefined : contract.clauses[by];
  if (by === undefined || !order) return undefined;
  const attached = [isAttached(contract, one), isAttached(contract, other)];
  if (attached[0] === attached[1]) return undefined;
  const text = textBelow(contract, by);
  if (UNSURE.test(text)) return undefined;
  const first = firstNamed(text);
  if (first === undefined) return undefined;
  return { clause: attached[0] === (first === "attached") ? one : other, by };
}

/** Denials, exceptions and names within names: whoever reads it by rule may read it backwards. */
const UNSURE =
  /\b(?:not|nothing|except|unless|other than|supersedes?)\b|\b(?:schedules?|annex(?:es)?|appendi(?:x|ces)|exhibits?) (?:to|of) (?:this|the) (?:agreement|contract)\b/i;

/** The kind of document that an order of precedence puts first: the subject of "prevail", or the head of a list. */
function firstNamed(text: string): "attached" | "body" | undefined {
  const verb = PREVAILS.exec(text);
  const isPassive = verb !== null && /\border\b/i.test(text.slice(Math.max(0, verb.index - 120), verb.index));
  const list = /\border\b[^:]{0,160}:?/i.exec(text);
  const scope =
    list && (!verb || isPassive || list.index < verb.index) ? text.slice(list.index + list[0].length) : text;
  const before = verb && scope === text ? clauseBefore(text, verb.index) : scope;
  const nouns = [...before.matchAll(NOUNS)].map((match) => match[0]);
  const noun = verb && scope === text ? nouns.at(-1) : nouns[0];
  if (noun === undefined) return undefined;
  return ATTACHED.test(noun.replace(/(?<!addend)s$/i, "")) || /appendices|annexes/i.test(noun)
    ? "attached"
    : BODY.test(noun)
      ? "body"
      : undefined;
}

/** The subject of the verb: what stands between the last comma and it. */
function clauseBefore(text: string, at: number): string {
  const before = text.slice(0, at);
  return before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf("."), before.lastIndexOf(";")) + 1);
}

function textBelow(contract: Contract, index: number): string {
  const inside = new Set([index]);
  let text = "";
  for (const clause of contract.clauses) {
    if (clause.parent !== undefined && inside.has(clause.parent)) inside.add(clause.index);
    if (!inside.has(clause.index)) continue;
    for (const span of clause.body) text += `${contract.text.slice(span.start, span.end)} `;
  }
  return text;
}

/** In a schedule, or in a file whose title says that it is one. */
function isAttached(contract: Contract, index: number): boolean {
  for (let at: number | undefined = index; at !== undefined; at = contract.clauses[at]?.parent) {
    if (contract.clauses[at]?.kind === "schedule") return true;
  }
  const file = contract.clauses[index]?.file;
  const first = contract.clauses.find((clause) => clause.file === file);
  const title = `${first?.heading ?? ""} ${contract.files[file ?? 0]?.name.replaceAll(/[-_.]/g, " ") ?? ""}`;
  return ATTACHED.test(title);
}
