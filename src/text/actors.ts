import { stem } from "./inflection.ts";
import { isDeterminer, type MarkedText } from "./match-phrase.ts";
import { BE } from "./modals.ts";
import { SIGN } from "./tokens.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words that may stand between a modal and its verb. */
export const ADVERBS = set(
  "also then at always promptly immediately only solely thereafter further each both either all times",
);
/** "at the Customer's choice", "the Customer's request": the party named does nothing here. */
const ATTRIBUTES = set(
  "choice option request expense cost election discretion instruction instructions direction directions consent approval behalf",
);
const AWAY = set("to by from with for upon against under between among of at");
const VERBS = new Set(
  "notify inform tell assist help enable allow permit require give provide advise".split(" ").map(stem),
);
const ASIDE = set(
  "at upon on to in if where when subject without as under by for with unless having taking acting after before and or including except",
);
const STATIVE = set(
  "responsible liable entitled able required obliged obligated permitted allowed deemed bound subject free committed authorised authorized certified accredited insured registered licensed qualified",
);
const PARTICIPLE = /(ed|en|ade|ent|ept|eld|old|und|ung|one|ven|wn|ought|aid)$/;
const PRONOUN = set("it they he she");
export const ROLES = set("supplier customer third-party subprocessor authority data-subject");

/** What the search for an actor must know of the predicate before. */
export interface Before {
  readonly to: number;
  readonly actor: string | undefined;
}

/** Role of the party that acts under the modal at [at, to); undefined where the sentence does not say. */
export function actorOf(text: MarkedText, at: number, to: number, previous: Before | undefined): string | undefined {
  const participle = participleAt(text, to);
  if (participle !== undefined) return agentOf(text, participle);
  const before = text.tokens[at - 1]?.word ?? "";
  if (PRONOUN.has(before)) return previous ? previous.actor : antecedent(text, at - 1);
  if (previous && (before === "and" || before === "or")) return previous.actor;
  const from = previous?.to ?? 0;
  const afterComma = ((text.tokens[at]?.before ?? 0) & SIGN.comma) !== 0;
  let i = at - 1;
  if (afterComma) {
    const comma = lastComma(text, from, i);
    // "the Processor, at the Customer's request, shall": step over what stands between commas.
    if (comma !== undefined && (!previous || ASIDE.has(text.tokens[comma]?.word ?? ""))) i = comma - 1;
    // "the Supplier shall assist the Customer, shall forward": the subject is still the first one.
    else if (previous) return previous.actor;
  }
  for (let steps = 0; i >= from && steps < 25; i--, steps++) {
    const role = roleEndingAt(text, i);
    if (role && !previous && isOneOfTwo(text, role)) return undefined;
    if (role && !isObject(text, role.at)) return role.name;
    if (role) i = role.at;
    if (((text.tokens[i]?.before ?? 0) & (SIGN.semicolon | SIGN.stop)) !== 0) break;
  }
  return previous && at === previous.to ? previous.actor : undefined;
}

/** "If the Supplier learns of a breach, it shall": the one party that a subordinate clause before has as its subject. */
function antecedent(text: MarkedText, at: number): string | undefined {
  const named = new Set<string>();
  for (let i = 0; i < at; i++) {
    const role = text.marksAt.get(i)?.find((mark) => ROLES.has(mark.name) && !isAttribute(text, mark.to));
    if (role && !isObject(text, i)) named.add(role.name);
  }
  const [only, ...others] = named;
  return others.length === 0 ? only : undefined;
}

/** "The Supplier and the Customer shall": neither alone. Behind another verb the first of them may be its object. */
function isOneOfTwo(text: MarkedText, role: { readonly name: string; readonly at: number }): boolean {
  let at = role.at - 1;
  if (text.tokens[at]?.word === "the") at--;
  if (text.tokens[at]?.word !== "and" || ((text.tokens[at]?.before ?? 0) & SIGN.comma) !== 0) return false;
  const other = roleEndingAt(text, at - 1);
  return other !== undefined && other.name !== role.name;
}

/** Behind a preposition, or behind a verb that takes a person: "to the Customer", "notifies the Customer". */
function isObject(text: MarkedText, at: number): boolean {
  for (let k = at; k > at - 2; k--) {
    if (((text.tokens[k]?.before ?? 0) & (SIGN.comma | SIGN.semicolon | SIGN.colon)) !== 0) return false;
    const token = text.tokens[k - 1];
    if (token && (AWAY.has(token.word) || VERBS.has(token.stem))) return true;
    // "to the Customer", but "upon termination we": only a determiner stands between the two.
    if (!token || !isDeterminer(token.word)) return false;
  }
  return false;
}

function lastComma(text: MarkedText, from: number, to: number): number | undefined {
  for (let i = to; i > from; i--) if (((text.tokens[i]?.before ?? 0) & SIGN.comma) !== 0) return i;
  return undefined;
}

/** "is notified", "are informed": who acts is the agent, if the sentence names one. Undefined where this is no passive. */
export function presentPassive(text: MarkedText, at: number): { readonly agent: string | undefined } | undefined {
  if (!BE.includes(text.tokens[at]?.word ?? "")) return undefined;
  const participle = participleAt(text, at + 1);
  return participle === undefined ? undefined : { agent: agentOf(text, participle) };
}

/** The participle of a passive behind a modal that ends before `to` ("shall | be promptly notified"). */
function participleAt(text: MarkedText, to: number): number | undefined {
  if (text.tokens[to]?.word !== "be" && !BE.includes(text.tokens[to - 1]?.word ?? "")) return undefined;
  let i = text.tokens[to]?.word === "be" ? to + 1 : to;
  while (ADVERBS.has(text.tokens[i]?.word ?? "") || /ly$/.test(text.tokens[i]?.word ?? "")) i++;
  const word = text.tokens[i]?.word ?? "";
  return PARTICIPLE.test(word) && !STATIVE.has(word) ? i : undefined;
}

/** "... shall be notified by the Supplier"; in "on instructions issued by the Customer" the agent is another's. */
function agentOf(text: MarkedText, participle: number): string | undefined {
  for (let i = participle + 1; i < Math.min(participle + 25, text.tokens.length); i++) {
    if (text.tokens[i]?.word !== "by") continue;
    if (i - 1 !== participle && PARTICIPLE.test(text.tokens[i - 1]?.word ?? "")) continue;
    for (let k = i + 1; k <= i + 2; k++) {
      const role = text.marksAt.get(k)?.find((mark) => ROLES.has(mark.name));
      if (role) return role.name;
    }
  }
  return undefined;
}

/** Whether what follows a role makes the party an attribute of it: "at the Customer's choice", "the Customer's audit rights". */
export function isAttribute(text: MarkedText, to: number): boolean {
  if (ATTRIBUTES.has(text.tokens[to]?.word ?? "")) return true;
  const last = text.tokens[to - 1];
  if (!last || last.end - last.start !== last.word.length + 2) return false;
  return [0, 1, 2].some((k) => /^rights?$/.test(text.tokens[to + k]?.word ?? ""));
}

function roleEndingAt(text: MarkedText, at: number): { name: string; at: number } | undefined {
  for (let start = at; start >= 0 && start > at - 6; start--) {
    const mark = text.marksAt.get(start)?.find((m) => ROLES.has(m.name) && m.to === at + 1);
    if (mark && !isAttribute(text, mark.to)) return { name: mark.name, at: start };
  }
  return undefined;
}
