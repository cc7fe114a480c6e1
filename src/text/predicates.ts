import { stem } from "./inflection.ts";
import type { MarkedText, PhraseMatch } from "./match-phrase.ts";
import { SIGN } from "./tokens.ts";

/** What a modal or its like does: binds, allows, or frees ("is not obliged to"). */
export type Force = "duty" | "right" | "relief";

export interface Predicate {
  /** First token of the modal. */
  readonly at: number;
  /** One past its last token. */
  readonly to: number;
  readonly force: Force;
  /** "shall not", "may not", "no processor shall". */
  readonly negative: boolean;
  /** Role of the party that acts; absent where the sentence does not say (a passive without an agent). */
  readonly actor: string | undefined;
}

interface Modal {
  readonly words: readonly string[];
  readonly force: Force;
}

const modal = (force: Force, ...texts: string[]): Modal[] => texts.map((text) => ({ words: text.split(" "), force }));
const BE = ["is", "are", "be", "been"];
const withBe = (force: Force, ...rests: string[]): Modal[] =>
  BE.flatMap((be) => modal(force, ...rests.map((rest) => `${be} ${rest}`)));

/** Longest first, so that "shall not be obliged to" is taken before "shall". */
const MODALS: readonly Modal[] = [
  ...modal(
    "relief",
    "need not",
    "has no obligation",
    "have no obligation",
    "has no duty",
    "have no duty",
    "have no responsibility",
    "has no responsibility",
    "does not have to",
    "do not have to",
    "have no right",
    "has no right",
    "under no obligation",
    "under no duty",
  ),
  ...withBe(
    "relief",
    "not obliged to",
    "not obligated to",
    "not required to",
    "not responsible for",
    "not liable for",
    "not under any obligation",
    "not bound to",
    "under no obligation",
    "under no duty",
    "not entitled to",
    "not responsible",
    "not liable",
  ),
  ...modal(
    "duty",
    "shall",
    "must",
    "will",
    "agrees to",
    "agree to",
    "agrees that it",
    "undertakes to",
    "undertake to",
    "has to",
    "have to",
    "commits to",
    "commit to",
    "covenants to",
    "warrants that",
    "warrant that",
    "undertakes that",
    "guarantees that",
    "is to",
    "are to",
  ),
  ...withBe(
    "duty",
    "required to",
    "obliged to",
    "obligated to",
    "responsible for",
    "bound to",
    "liable for",
    "liable to",
    "prohibited from",
    "committed to",
  ),
  ...modal(
    "right",
    "may",
    "can",
    "has the right",
    "has the right to",
    "have the right",
    "have the right to",
    "have a right to",
    "has a right to",
    "reserves the right to",
    "reserve the right to",
    "could",
    "might",
  ),
  ...withBe("right", "entitled to", "permitted to", "allowed to", "free to", "authorised to", "authorized to"),
].sort((a, b) => b.words.length - a.words.length);

const BY_FIRST = Map.groupBy(MODALS, (entry) => entry.words[0] ?? "");
const ADVERBS = new Set([
  "also",
  "then",
  "at",
  "always",
  "promptly",
  "immediately",
  "only",
  "solely",
  "thereafter",
  "further",
  "each",
  "both",
  "either",
  "all",
  "times",
]);
const OBLIGES = new Set(["obliged", "obligated", "required", "bound"]);
const UNDOES = new Set([
  "only",
  "merely",
  "less",
  "later",
  "more",
  "fail",
  "cease",
  "released",
  "relieved",
  "excused",
  "exempt",
  "exempted",
  "discharged",
]);
/** "at the Customer's choice", "the Customer's request": the party named does nothing here. */
const ATTRIBUTES = new Set([
  "choice",
  "option",
  "request",
  "expense",
  "cost",
  "election",
  "discretion",
  "instruction",
  "instructions",
  "direction",
  "directions",
  "consent",
  "approval",
  "behalf",
]);
const RELATIVE = new Set(["that", "which", "who", "as"]);
const AWAY = new Set(["to", "by", "from", "with", "for", "upon", "against", "under", "between", "among"]);
const VERBS = new Set(
  [
    "notify",
    "inform",
    "tell",
    "assist",
    "help",
    "enable",
    "allow",
    "permit",
    "require",
    "give",
    "provide",
    "advise",
  ].map(stem),
);
const ASIDE = new Set([
  "at",
  "upon",
  "on",
  "to",
  "in",
  "if",
  "where",
  "when",
  "subject",
  "without",
  "as",
  "under",
  "by",
  "for",
  "with",
  "unless",
  "having",
  "taking",
  "acting",
  "after",
  "before",
  "and",
  "or",
  "including",
  "except",
]);
const STATIVE = new Set([
  "responsible",
  "liable",
  "entitled",
  "able",
  "required",
  "obliged",
  "obligated",
  "permitted",
  "allowed",
  "deemed",
  "bound",
  "subject",
  "free",
  "committed",
  "authorised",
  "authorized",
]);
const PARTICIPLE = /(ed|en|ade|ent|ept|eld|old|und|ung|one|ven|wn|ought|aid)$/;
const PRONOUN = new Set(["it", "they", "he", "she"]);
const ROLES = new Set(["supplier", "customer", "third-party", "subprocessor", "authority", "data-subject"]);

/** Modals and their like in a provision, in order, each with force, polarity and actor. */
export function findPredicates(text: MarkedText): Predicate[] {
  const { tokens } = text;
  const found: Predicate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const entry = modalAt(text, i);
    if (!entry) continue;
    const previous = found.at(-1);
    const predicate = describe(text, i, entry, previous);
    if (previous && extendsModal(text, i, previous)) found[found.length - 1] = joined(previous, predicate);
    else if (!RELATIVE.has(tokens[i - 1]?.word ?? "")) found.push(predicate);
    i = predicate.to - 1;
  }
  return found;
}

/** "shall be entitled to", "will not be liable for": one predicate, whose force is the later word's. */
function extendsModal(text: MarkedText, at: number, previous: Predicate): boolean {
  return previous.force === "duty" && at - previous.to <= 1 && BE.includes(text.tokens[at]?.word ?? "");
}

function joined(first: Predicate, second: Predicate): Predicate {
  const isRelease = first.negative && second.force === "duty" && !second.negative;
  return {
    at: first.at,
    to: second.to,
    force: isRelease ? "relief" : second.force,
    negative: !isRelease && (first.negative || second.negative),
    actor: first.actor ?? second.actor,
  };
}

/** How far behind its subject a predicate may stand. */
const NEAR = 12;

/** The predicate that governs a match: the first inside it, else the last before it, else one close behind ("... shall be taken by"). */
export function governing(predicates: readonly Predicate[], match: PhraseMatch): Predicate | undefined {
  return (
    predicates.find((p) => p.at >= match.at && p.at < match.to) ??
    predicates.findLast((p) => p.at < match.at) ??
    predicates.find((p) => p.at >= match.to && p.at < match.to + NEAR)
  );
}

function modalAt(text: MarkedText, at: number): Modal | undefined {
  const options = BY_FIRST.get(text.tokens[at]?.word ?? "");
  return options?.find((entry) => entry.words.every((word, k) => text.tokens[at + k]?.word === word));
}

function describe(text: MarkedText, at: number, entry: Modal, previous: Predicate | undefined): Predicate {
  const { tokens } = text;
  let to = at + entry.words.length;
  let scan = to;
  while (ADVERBS.has(tokens[scan]?.word ?? "") && scan - to < 3) scan++;
  const next = tokens[scan]?.word;
  let negative =
    (next === "not" && tokens[scan + 1]?.word !== "only") || next === "never" || tokens[at]?.word === "cannot";
  if (next === "not" || next === "never") to = scan + 1;
  if (entry.words.at(-1) === "from") negative = true;
  const subjectFrom = previous?.to ?? 0;
  negative ||= beginsWithNo(text, subjectFrom, at);
  const actor = actorOf(text, at, to, previous);
  // "Neither party is obliged to": nobody must.
  const isRelease = negative && OBLIGES.has(entry.words.at(-2) ?? "");
  return { at, to, force: isRelease ? "relief" : entry.force, negative: negative && !isRelease, actor };
}

/** "not only", "not less than", "not fail to", "not be released from": the word that follows takes the denial back. */
function isUndone(text: MarkedText, at: number): boolean {
  const next = text.tokens[at]?.word === "be" ? text.tokens[at + 1]?.word : text.tokens[at]?.word;
  return UNDOES.has(next ?? "");
}

/** "No Sub-processor shall", "Neither party may", "Nothing in this clause shall". */
function beginsWithNo(text: MarkedText, from: number, at: number): boolean {
  for (let i = Math.max(from, at - 12); i < at; i++) {
    const word = text.tokens[i]?.word;
    const starts =
      i === 0 ||
      ((text.tokens[i]?.before ?? 0) & (SIGN.comma | SIGN.semicolon | SIGN.stop | SIGN.colon)) !== 0 ||
      text.tokens[i - 1]?.word === "and";
    if (starts && (word === "no" || word === "neither" || word === "nothing" || word === "none")) return true;
  }
  return false;
}

function actorOf(text: MarkedText, at: number, to: number, previous: Predicate | undefined): string | undefined {
  if (isPassive(text, to)) return agentOf(text, to);
  const before = text.tokens[at - 1]?.word ?? "";
  if (PRONOUN.has(before)) return previous?.actor;
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
    if (role && !isObject(text, role.at)) return role.name;
    if (role) i = role.at;
    if (((text.tokens[i]?.before ?? 0) & (SIGN.semicolon | SIGN.stop)) !== 0) break;
  }
  return previous && at === previous.to ? previous.actor : undefined;
}

/** Behind a preposition, or behind a verb that takes a person: "to the Customer", "notifies the Customer". */
function isObject(text: MarkedText, at: number): boolean {
  return [text.tokens[at - 1], text.tokens[at - 2]].some(
    (token) => token !== undefined && (AWAY.has(token.word) || VERBS.has(token.stem)),
  );
}

function lastComma(text: MarkedText, from: number, to: number): number | undefined {
  for (let i = to; i > from; i--) if (((text.tokens[i]?.before ?? 0) & SIGN.comma) !== 0) return i;
  return undefined;
}

function isPassive(text: MarkedText, to: number): boolean {
  if (text.tokens[to]?.word !== "be" && !BE.includes(text.tokens[to - 1]?.word ?? "")) return false;
  let i = text.tokens[to]?.word === "be" ? to + 1 : to;
  while (ADVERBS.has(text.tokens[i]?.word ?? "") || /ly$/.test(text.tokens[i]?.word ?? "")) i++;
  const word = text.tokens[i]?.word ?? "";
  return PARTICIPLE.test(word) && !STATIVE.has(word);
}

function agentOf(text: MarkedText, to: number): string | undefined {
  for (let i = to; i < Math.min(to + 25, text.tokens.length); i++) {
    if (text.tokens[i]?.word !== "by") continue;
    for (let k = i + 1; k <= i + 2; k++) {
      const role = text.marksAt.get(k)?.find((mark) => ROLES.has(mark.name));
      if (role) return role.name;
    }
  }
  return undefined;
}

/** Whether what follows a role makes the party an attribute of it. */
export function isAttribute(text: MarkedText, to: number): boolean {
  return ATTRIBUTES.has(text.tokens[to]?.word ?? "");
}

function roleEndingAt(text: MarkedText, at: number): { name: string; at: number } | undefined {
  for (let start = at; start >= 0 && start > at - 6; start--) {
    const mark = text.marksAt.get(start)?.find((m) => ROLES.has(m.name) && m.to === at + 1);
    if (mark && !isAttribute(text, mark.to)) return { name: mark.name, at: start };
  }
  return undefined;
}
