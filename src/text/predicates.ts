import { ADVERBS, actorOf, ROLES } from "./actors.ts";
import type { MarkedText, PhraseMatch } from "./match-phrase.ts";
import { BE, type Force, type Modal, modalAt } from "./modals.ts";
import { SIGN } from "./tokens.ts";

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

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const OBLIGES = set("obliged obligated required bound");
const UNDOES = set("only merely less later more fail cease released relieved excused exempt exempted discharged");
const ASSURES = set("warrant guarantee represent promise undertake commit assure warranty representation assurance");
const DENIES = set("not no never cannot neither nor");
/** How far behind the denied assurance its verb may stand. */
const DISCLAIMED = 14;
/** "No later than the next day", "no less than": these deny nothing. */
const COMPARES = set("later less more fewer longer sooner earlier");
/** "in no event", "under no circumstances". */
const NO_WAY = set("case event circumstance circumstances way");
const DO = set("do does did");
const SUBORDINATES = set(
  "if where when unless that which who whose whether extent until while because since as event case provided",
);
/** "does not limit the right": what is denied is the limit. */
const CHANGES_NOTHING = set(
  "limit restrict exclude affect prejudice relieve release waive reduce diminish prevent preclude need have mean constitute apply include extend exceed imply only warrant represent guarantee accept agree object wish",
);
const RELATIVE = set("that which who as");

/** Modals and their like in a provision, in order, each with force, polarity and actor. */
export function findPredicates(text: MarkedText): Predicate[] {
  const { tokens } = text;
  const found: Predicate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const entry = modalAt((k) => tokens[k]?.word, i);
    if (!entry) {
      const denied = deniedVerbAt(text, i, found.at(-1));
      if (denied) found.push(denied);
      continue;
    }
    const previous = found.at(-1);
    const predicate = describe(text, i, entry, previous);
    // "warrants that it is entitled to": what it warrants is its duty.
    if (previous && entry.force === "right" && isAssurance(text, previous) && i - previous.to <= 2) {
      i = predicate.to - 1;
      continue;
    }
    if (previous && extendsModal(text, i, previous)) found[found.length - 1] = joined(previous, predicate);
    else if (!RELATIVE.has(tokens[i - 1]?.word ?? "")) found.push(predicate);
    i = predicate.to - 1;
  }
  return found;
}

/** "shall be entitled to", "will not be liable for", "in no case shall it be bound to": one predicate, whose force is the later word's. */
function extendsModal(text: MarkedText, at: number, previous: Predicate): boolean {
  const within = previous.force === "duty" ? 1 : previous.force === "relief" ? BURDEN : -1;
  return at - previous.to <= within && BE.includes(text.tokens[at]?.word ?? "");
}

function joined(first: Predicate, second: Predicate): Predicate {
  const isRelease = first.force === "relief" || (first.negative && second.force === "duty" && !second.negative);
  return {
    at: first.at,
    to: second.to,
    force: isRelease ? "relief" : second.force,
    negative: !isRelease && (first.negative || second.negative),
    actor: first.actor ?? second.actor,
  };
}

/** "The Supplier does not monitor": no modal, and yet it is denied; not in a condition ("if it does not pay"). */
function deniedVerbAt(text: MarkedText, at: number, previous: Predicate | undefined): Predicate | undefined {
  const { tokens } = text;
  if (!DO.has(tokens[at]?.word ?? "") || tokens[at + 1]?.word !== "not") return undefined;
  if (CHANGES_NOTHING.has(tokens[at + 2]?.word ?? "") || tokens[at - 1]?.word === "and") return undefined;
  for (let i = at - 1; i >= (previous?.to ?? 0); i--) {
    if (SUBORDINATES.has(tokens[i]?.word ?? "")) return undefined;
    if (((tokens[i]?.before ?? 0) & (SIGN.semicolon | SIGN.stop | SIGN.colon)) !== 0) break;
  }
  const to = at + 2;
  return { at, to, force: "duty", negative: true, actor: actorOf(text, at, to, previous) };
}

function isAssurance({ tokens }: MarkedText, { to }: Predicate): boolean {
  return tokens[to - 1]?.word === "that" && ASSURES.has((tokens[to - 2]?.word ?? "").replace(/s$/, ""));
}

/** How far behind its subject a predicate may stand. */
const NEAR = 12;
/** Words between a modal and the burden it speaks of, the subject of an inverted sentence included. */
const BURDEN = 5;
/** A verb stands at most this far behind its modal ("shall promptly notify"). */
const ADJACENT = 3;

/**
 * The predicate that governs a match: the one right before its first word ("shall | notify ..."), else the first inside it, else
 * the last before it, else one close behind, whose subject the match is ("The measures of section 66 shall be taken by ...").
 */
export function governing(
  text: MarkedText,
  predicates: readonly Predicate[],
  match: PhraseMatch,
): Predicate | undefined {
  const before = predicates.findLast((p) => p.at < match.at && !isConditionBetween(text, p.to, match.at));
  if (before && match.at - before.to < ADJACENT) return before;
  return (
    predicates.find((p) => p.at >= match.at && p.at < match.to) ??
    before ??
    predicates.find((p) => p.at >= match.to && p.at < match.to + NEAR && isOneClause(text, match.to, p.at))
  );
}

/** "X may use others, provided that X remains liable": what stands on the condition has a verb of its own. */
function isConditionBetween({ tokens }: MarkedText, from: number, to: number): boolean {
  const word = (at: number) => (at < to ? (tokens[at]?.word ?? "") : "");
  for (let i = from; i < to; i++) {
    if (word(i) === "provided" && /^(?:that|always|however)$/.test(word(i + 1))) return true;
    if (word(i) === "long" && word(i + 1) === "as") return true;
    if (word(i) === "condition" && word(i + 1) === "that") return true;
    if (word(i) === "subject" && word(i + 1) === "to") return true;
  }
  return false;
}

/** No comma, no "and" and no other party stands between: the words up to `to` are one noun phrase. */
function isOneClause(text: MarkedText, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const token = text.tokens[i];
    if (
      !token ||
      JOINS.has(token.word) ||
      text.marksAt.get(i)?.some((mark) => ROLES.has(mark.name)) ||
      (token.before & (SIGN.comma | SIGN.semicolon | SIGN.stop | SIGN.colon)) !== 0
    )
      return false;
  }
  return true;
}

const JOINS = set("and or but");

function describe(text: MarkedText, at: number, entry: Modal, previous: Predicate | undefined): Predicate {
  const { tokens } = text;
  let to = at + entry.words.length;
  let scan = to;
  while (ADVERBS.has(tokens[scan]?.word ?? "") && scan - to < 3) scan++;
  const next = tokens[scan]?.word;
  let negative = (next === "not" && !isUndone(text, scan + 1)) || next === "never";
  if (next === "not" || next === "never") to = scan + 1;
  if (entry.words.at(-1) === "from") negative = true;
  const subjectFrom = previous?.to ?? 0;
  negative ||= beginsWithNo(text, subjectFrom, at) || isDisclaimed(text, at);
  const actor = actorOf(text, at, to, previous);
  // "Neither party is obliged to", "in no case shall it be bound to", "neither shall have a duty to": nobody must.
  const isRelease = negative && (OBLIGES.has(entry.words.at(-2) ?? "") || isBurdened(text, to));
  return { at, to, force: isRelease ? "relief" : entry.force, negative: negative && !isRelease, actor };
}

/** "not only", "not less than", "not fail to", "not be released from": the word that follows takes the denial back. */
function isUndone(text: MarkedText, at: number): boolean {
  const next = text.tokens[at]?.word === "be" ? text.tokens[at + 1]?.word : text.tokens[at]?.word;
  return UNDOES.has(next ?? "");
}

/** "does not warrant that it will", "makes no promise that the Services will": what follows is denied. */
function isDisclaimed(text: MarkedText, at: number): boolean {
  const { tokens } = text;
  for (let i = at; i > Math.max(0, at - DISCLAIMED); i--) {
    if (((tokens[i]?.before ?? 0) & (SIGN.semicolon | SIGN.stop | SIGN.colon)) !== 0 && i < at) return false;
    const isOwn = i === at && ASSURES.has(tokens[at]?.word ?? "");
    if (!isOwn && !(tokens[i]?.word === "that" && ASSURES.has(tokens[i - 1]?.word ?? ""))) continue;
    const verb = isOwn ? at : i - 1;
    if (DENIES.has(tokens[verb - 1]?.word ?? "") || DENIES.has(tokens[verb - 2]?.word ?? "")) return true;
  }
  return false;
}

/** "shall ... be bound to", "shall have a duty to": the modal of a burden, not yet of what is to be done. */
function isBurdened({ tokens }: MarkedText, from: number): boolean {
  for (let i = from; i < from + BURDEN; i++) {
    const [word, next, third] = [tokens[i]?.word, tokens[i + 1]?.word ?? "", tokens[i + 2]?.word ?? ""];
    if (word === "be" && OBLIGES.has(next)) return true;
    if (word === "have" && /^(?:any|a|an|no)$/.test(next) && /^(?:duty|obligation|responsibility)$/.test(third))
      return true;
  }
  return false;
}

/** "No Sub-processor shall", "Neither party may", "Nothing in this clause shall". */
function beginsWithNo(text: MarkedText, from: number, at: number): boolean {
  for (let i = Math.max(from, at - 12); i < at; i++) {
    const word = text.tokens[i]?.word;
    const starts =
      i === 0 ||
      ((text.tokens[i]?.before ?? 0) & (SIGN.comma | SIGN.semicolon | SIGN.stop | SIGN.colon)) !== 0 ||
      text.tokens[i - 1]?.word === "and";
    if (word === "no" && NO_WAY.has(text.tokens[i + 1]?.word ?? "") && i >= at - 4) return true;
    if (starts && word === "no" && COMPARES.has(text.tokens[i + 1]?.word ?? "")) continue;
    if (starts && (word === "no" || word === "neither" || word === "nothing" || word === "none")) return true;
  }
  return false;
}
