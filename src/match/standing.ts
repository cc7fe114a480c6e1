import type { Standing } from "../model/match.ts";
import type { Element, Requirement } from "../model/requirement.ts";
import { isAttribute, presentPassive } from "../text/actors.ts";
import { stem } from "../text/inflection.ts";
import { isRefusal } from "../text/phrase.ts";
import { governing, type Predicate } from "../text/predicates.ts";
import { SIGN } from "../text/tokens.ts";
import type { ProvisionMatch } from "./provision-index.ts";

/** What the judgement needs of an element, or of adverse and weak wording taken as a fact. */
export interface Asked {
  readonly voice: Element["voice"];
  /** The party that must act; absent where either may. */
  readonly party: "supplier" | "customer" | undefined;
  readonly holder: "supplier" | "customer" | undefined;
  /** Whoever acts: a company's own policy states what it wants done, by its people or by those who work for it. */
  readonly byAnyone?: boolean;
  /** Weak and adverse wording: being freed of a duty is what it says. */
  readonly isWording?: boolean;
}

const ASKS = new Set("request requests require requires instruct instructs ask demand direct".split(" "));
const QUALIFIES = new Set(
  "unless except save if where extent unsuccessful only until beyond other solely outside caused attributable installed instructed event fails failure altered modified".split(
    " ",
  ),
);
const PROTECTS = new Set(
  "prevent limit restrict exclude affect prejudice relieve release waive reduce diminish permit allow entitle authorise authorize"
    .split(" ")
    .map(stem),
);
/** "not only", "not less than", "not to exceed": these deny nothing. */
const COMPARES = new Set("only limited less more later earlier fewer exceeding exceed merely".split(" "));
const BURDENS = new Set(["obligation", "duty", "responsibility", "requirement"]);
const DENIES = new Set(["not", "never", "neither", "nor"]);

export function askedOf(requirement: Requirement, element: Element): Asked {
  const by = element.by ?? (requirement.party_duty === "both" ? "any" : requirement.party_duty);
  return { voice: element.voice, party: by === "any" ? undefined : by, holder: requirement.right_holder };
}

/**
 * How a match stands: who bears it, whether it binds, whether it is denied. A number
 * behind another verb ("shall notify ... and shall answer tickets within 24 hours") belongs to that verb.
 */
export function standingOf(found: ProvisionMatch, asked: Asked): { standing: Standing; confidence: number } {
  const { provision, match, phrase } = found;
  if (provision.isBlank) return { standing: "blank", confidence: 0.9 };
  if (isPast(found)) return { standing: "negated", confidence: 0.9 };
  if (asked.voice === "fact") return { standing: "good", confidence: inheritance(found) };
  if (provision.isRecital) return { standing: "negated", confidence: 0.9 };
  const predicate = governing(provision, provision.predicates, match);
  if (phrase.slots.size > 0 && provision.predicates.some((p) => p !== predicate && p.at > match.at && p.at < match.to))
    return { standing: "negated", confidence: 0.9 };
  const denied = denial(found, asked, predicate);
  if (denied && asked.isWording && predicate?.force === "relief")
    return { standing: "good", confidence: inheritance(found) };
  if (denied === "relieved" && isOthers(predicate, asked)) return { standing: "wrong-party", confidence: 0.9 };
  if (denied) return { standing: denied, confidence: inheritance(found) };
  if (asked.voice === "right") return { standing: "good", confidence: inheritance(found) };
  const actor = (predicate ? predicate.actor : subjectOf(found)) ?? ownerOf(found);
  if (!asked.byAnyone && phrase.subject && actor && actor !== phrase.subject && isParty(actor))
    return { standing: "wrong-party", confidence: 0.9 };
  if (asked.party && isParty(actor) && actor !== asked.party && !isAsking(found, predicate, asked)) {
    return { standing: "wrong-party", confidence: 0.9 };
  }
  if (predicate?.force === "right" && isOnlyAllowed(found, predicate, asked))
    return { standing: "permissive", confidence: 0.8 };
  // A prohibition binds whoever might do it.
  return { standing: "good", confidence: inheritance(found) * (actor || phrase.negative ? 1 : 0.9) };
}

/** Where no word of the sentence says who acts: the party whose column or list it stands in. */
function ownerOf({ provision: { owner } }: ProvisionMatch): string | undefined {
  if (owner?.by === "measures") return undefined;
  const [bearer, ...others] = owner?.bearers ?? [];
  return others.length === 0 ? bearer : undefined;
}

/**
 * The party that should be bound only may; where either party may bear the duty, whoever is allowed,
 * but for the customer, whose right is the supplier's duty.
 */
function isOnlyAllowed(found: ProvisionMatch, predicate: Predicate, asked: Asked): boolean {
  if (found.phrase.negative) return false;
  if (asked.party) return predicate.actor === asked.party && asked.holder !== predicate.actor;
  return asked.holder === undefined && predicate.actor !== "customer" && !isAsking(found, predicate, asked);
}

const PAST = new Set(["was", "were", "had"]);
const DATED = /^(?:in (?:19|20)\d\d\b|before (?:signature|the (?:date|signature) of))/;

/** "The systems were tested until last year", "In 2023 the Supplier won ...": told, not promised. A modal anywhere is a promise. */
export function isPast({ provision, match }: ProvisionMatch): boolean {
  if (provision.predicates.length > 0 || provision.isRow) return false;
  const words = provision.tokens.slice(provision.own, match.to).map((token) => token.word);
  return words.some((word) => PAST.has(word)) || DATED.test(words.slice(0, 6).join(" "));
}

function denial(found: ProvisionMatch, asked: Asked, predicate: Predicate | undefined): Standing | undefined {
  if (asked.isWording ? found.phrase.negative : isRefusal(found.phrase, wordsOf(found)))
    return !asked.isWording && isLoosened(found, predicate) ? "negated" : undefined;
  const nothing = startsWithNothing(found, predicate);
  if (nothing && isProtective(found)) return undefined;
  if (predicate?.force === "relief" || nothing) return isQualified(found) ? "negated" : "relieved";
  if (predicate?.negative) return "negated";
  const { tokens } = found.provision;
  const from = Math.max(predicate?.to ?? 0, found.match.at - 4);
  for (let i = from; i < found.match.at; i++) {
    const next = tokens[i + 1]?.word === "to" ? tokens[i + 2] : tokens[i + 1];
    if (DENIES.has(tokens[i]?.word ?? "") && !COMPARES.has(next?.word ?? "")) return "negated";
  }
  return undefined;
}

/** "shall not process the data only on instructions": a limit that is denied binds nobody. */
function isLoosened(found: ProvisionMatch, predicate: Predicate | undefined): boolean {
  if (!predicate?.negative || predicate.force !== "duty") return false;
  const words = found.provision.tokens.slice(predicate.to, found.match.to).map((token) => token.word);
  return words.some((word) => LIMITS.has(word)) && !words.some((word) => OPENINGS.has(word));
}

const LIMITS = new Set(["only", "solely", "exclusively"]);
const OPENINGS = new Set("unless except save without other otherwise not nor any".split(" "));

function wordsOf({ provision, match }: ProvisionMatch) {
  return provision.tokens.slice(match.at, match.to);
}

/** "The Customer is not obliged to ...": that frees nobody who should bear it. */
function isOthers(predicate: Predicate | undefined, asked: Asked): boolean {
  return asked.party !== undefined && isParty(predicate?.actor) && predicate?.actor !== asked.party;
}

/** "... is not obliged to notify unsuccessful attempts": an exception to the duty, not a release from it. */
function isQualified(found: ProvisionMatch): boolean {
  return found.provision.tokens.slice(found.provision.own).some((token) => QUALIFIES.has(token.word));
}

/** "Nothing in this clause limits the Supplier's duty to ...": it takes nothing away, it presumes the duty. */
export function isProtective(found: ProvisionMatch): boolean {
  return found.provision.tokens.slice(found.provision.own, found.match.to).some((token) => PROTECTS.has(token.stem));
}

/** "Nothing in this clause ...", "No obligation to ..."; not what follows: "..., and the Supplier shall ...". */
export function startsWithNothing({ provision, match }: ProvisionMatch, predicate: Predicate | undefined): boolean {
  const [first, second] = provision.tokens.slice(provision.own, provision.own + 2);
  if (first?.word !== "nothing" && !(first?.word === "no" && BURDENS.has(second?.word ?? ""))) return false;
  if (!predicate?.actor || predicate.at >= match.to) return true;
  const between = provision.tokens.slice(provision.own, predicate.at);
  return !between.some(({ word, before }) => word === "and" && (before & SIGN.comma) !== 0);
}

/** "The Customer may require the Processor to delete": a right of the one is the duty of the other. */
function isAsking(found: ProvisionMatch, predicate: Predicate | undefined, asked: Asked): boolean {
  if (predicate?.force !== "right") return false;
  if (asked.holder && predicate.actor === asked.holder) return true;
  return found.provision.tokens.slice(predicate.to, predicate.to + 3).some((token) => ASKS.has(token.word));
}

/** Without a modal: the first role named up to the match (what comes later is an object), unless it only stands behind a preposition. */
export function subjectOf(found: ProvisionMatch): string | undefined {
  const { provision, match } = found;
  for (let i = mainClause(found); i <= match.at; i++) {
    const role = provision.marksAt.get(i)?.find((mark) => isParty(mark.name));
    if (!role || isAttribute(provision, role.to)) continue;
    if (/^(to|by|from|with|for|of|upon|against|under|between|behalf)$/.test(provision.tokens[i - 1]?.word ?? ""))
      continue;
    if (
      /^(to|by|from|with|for|of|upon|against|under|between)$/.test(provision.tokens[i - 2]?.word ?? "") &&
      provision.tokens[i - 1]?.word === "the"
    )
      continue;
    const passive = presentPassive(provision, role.to);
    return passive ? passive.agent : role.name;
  }
  return undefined;
}

const OPENS = new Set("when if where once after before while whenever".split(" "));

/** "When you close your account, we erase": the subject stands behind the comma, where a party does. */
function mainClause({ provision, match }: ProvisionMatch): number {
  if (!OPENS.has(provision.tokens[provision.own]?.word ?? "")) return 0;
  for (let i = match.at; i > provision.own; i--) {
    if (((provision.tokens[i]?.before ?? 0) & SIGN.comma) === 0) continue;
    for (let k = i; k <= Math.min(i + 2, match.at); k++)
      if (provision.marksAt.get(k)?.some((mark) => isParty(mark.name))) return i;
  }
  return 0;
}

function isParty(role: string | undefined): boolean {
  return role === "supplier" || role === "customer";
}

function inheritance(found: ProvisionMatch): number {
  return found.match.at < found.provision.own && !found.provision.isRow ? 0.9 : 0.97;
}
