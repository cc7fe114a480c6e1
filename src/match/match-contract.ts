import type { Contract } from "../model/contract.ts";
import type { FactMatch, FunctionMatch, Hit, QuantityHit, RequirementMatch } from "../model/match.ts";
import type { Element, Hedge, Library, QuantityRule, Requirement } from "../model/requirement.ts";
import { findQuantities, inUnit } from "../text/quantities.ts";
import { type ClaimGround, findAssignments } from "./claim-ground.ts";
import { bearingHits, matchFunction } from "./claims.ts";
import { type CompiledRequirement, compileLibrary } from "./compile.ts";
import type { CompiledPhrases } from "./compiled-phrases.ts";
import { byStanding, findHedges, nearProvision, rankOf, toHit } from "./hits.ts";
import { findListOwners } from "./list-owners.ts";
import { makeMarker } from "./marks.ts";
import { nearestProvisions } from "./nearest.ts";
import { readPartyTables } from "./party-tables.ts";
import { ProvisionIndex, type ProvisionMatch } from "./provision-index.ts";
import type { ProvisionSet } from "./provision-set.ts";
import { buildProvisions, type Provision } from "./provisions.ts";
import type { RowShare } from "./shares.ts";
import { type Asked, askedOf } from "./standing.ts";
import { indexHeadings, topicProvisions } from "./topic.ts";
import { findUnder } from "./under.ts";

export interface ContractMatch {
  readonly facts: readonly FactMatch[];
  readonly functions: readonly FunctionMatch[];
  /** Evidence for every requirement, in library order; for one that is not asked for, none. */
  readonly requirements: (isAsked: (requirement: Requirement) => boolean) => readonly RequirementMatch[];
}

interface Ground extends ClaimGround {
  /** Provisions that speak only of what the customer itself does or fails to do: adverse to nothing. */
  readonly narrow: ProvisionSet;
  readonly headings: ProvisionIndex;
  readonly byAnyone: boolean;
  /** A row of the contract's tables of responsibilities leaves open who answers. */
  readonly hasOpenRows: boolean;
}

const OPEN_ROWS: Hedge = {
  id: "open-rows",
  phrases: [],
  anywhere: true,
  because: "In the contract's own table a function has nobody, or two parties who both answer for it.",
};

const FACT: Asked = { voice: "fact", party: undefined, holder: undefined };
/** Weak and adverse wording names its parties itself; only a denial ("nothing ... shall") takes it away. */
const STATED: Asked = { voice: "duty", party: undefined, holder: undefined, isWording: true };

/**
 * Evidence for the facts and the requirements of the library. Pure and deterministic. `byAnyone`: whoever acts meets an element,
 * as in a company's own policy.
 */
export function matchContract(contract: Contract, library: Library, { byAnyone = false } = {}): ContractMatch {
  const compiled = compileLibrary(library);
  const mark = makeMarker(contract, compiled);
  const headings = indexHeadings(contract, mark);
  const shares = {
    rows: readPartyTables(contract, mark),
    lists: findListOwners(contract, compiled.assignments, headings, mark),
  };
  const index = new ProvisionIndex(buildProvisions(contract, mark, shares));
  const owned = index.emptySet();
  for (const provision of index.provisions) if (provision.owner) owned.add(provision.index);
  const ground: Ground = {
    contract,
    byAnyone,
    hasOpenRows: [...shares.rows.values()].some(isOpenRow),
    index,
    headings,
    owned,
    ...findAssignments(compiled.assignments, index),
    narrow: index.where(compiled.customersOwn),
    hedges: findHedges(compiled, index),
  };
  const functions = compiled.functions.map((entry) => matchFunction(entry, compiled.assignments, ground));
  const borne = new Map(functions.map((match) => [match.rule.id, bearingHits(match)]));
  return {
    requirements: (isAsked) =>
      compiled.requirements.map((entry) =>
        isAsked(entry.requirement) ? matchRequirement(entry, ground, borne) : noMatch(entry.requirement),
      ),
    functions,
    facts: compiled.facts.map(({ rule, shown, denied }) => ({
      id: rule.id,
      shown: hits(ground, index.find(shown), FACT),
      denied: hits(ground, index.find(denied), FACT),
    })),
  };
}

function isOpenRow({ bearers, isSplit, isVoid, said }: RowShare): boolean {
  return !isVoid && said.size === 0 && (bearers.length === 0 || (bearers.length > 1 && !isSplit));
}

function hedgedByRows(hit: Hit): Hit {
  return hit.standing === "good" ? { ...hit, standing: "hedged", hedge: OPEN_ROWS } : hit;
}

function noMatch(requirement: Requirement): RequirementMatch {
  const topic = { size: 0, has: () => false };
  return { requirement, topic, elements: new Map(), weak: [], adverse: [], quantities: [], otherwise: [], nearest: [] };
}

/** A row or list of the party that need not bear the requirement's duty. */
function isOthersPart({ owner }: Provision, { party_duty }: Requirement): boolean {
  if (!owner || owner.by === "measures" || party_duty === "both" || owner.bearers.length !== 1) return false;
  return owner.bearers[0] !== party_duty;
}

/** Hits of a function by its id. */
type Borne = ReadonlyMap<string, readonly Hit[]>;

function matchRequirement(compiled: CompiledRequirement, ground: Ground, borne: Borne): RequirementMatch {
  const { requirement } = compiled;
  const topic = topicProvisions(compiled.topic, ground.contract, ground.index, ground.headings);
  const elements = new Map<string, readonly Hit[]>();
  for (const { element, compiled: phrases, under } of compiled.elements) {
    const found = [
      ...ground.index.findAll(phrases, element.within_topic ? topic : undefined),
      ...findUnder(under, ground.contract, ground.index, ground.headings),
    ].filter((f) => element.in_definitions || !f.provision.isDefinition);
    const given = givenTogether(element.functions ?? [], borne);
    const best = bestOfEach([...hits(ground, found, askedIn(ground, requirement, element)), ...given]).map((hit) =>
      hit.standing === "relieved" && ground.narrow.has(hit.provision) ? { ...hit, standing: "negated" as const } : hit,
    );
    const weakened = element.single_rows && ground.hasOpenRows ? best.map(hedgedByRows) : best;
    const inTopic = (hit: Hit) => (topic.has(hit.provision) ? 0 : 1);
    elements.set(
      element.id,
      weakened.sort(
        (a, b) => rankOf(a) - rankOf(b) || inTopic(a) - inTopic(b) || b.confidence - a.confidence || byStanding(a, b),
      ),
    );
  }
  const bearing = ground.index.emptySet();
  for (const hit of [...elements.values()].flat()) bearing.add(hit.provision);
  const around = ground.index.emptySet();
  around.addAll(bearing);
  around.addAll(topic);
  const isGeneral = ({ provision }: ProvisionMatch) => !ground.narrow.has(provision.index);
  const isMet = (id: string) => elements.get(id)?.some((hit) => hit.standing === "good") ?? false;
  return {
    requirement,
    topic: { size: topic.members().length, has: (at) => topic.has(at) },
    elements,
    weak: compiled.weak.map(({ wording, compiled: phrases }) => {
      const found = ground.index
        .findAll(phrases, wording.alone ? around : bearing, true)
        .filter((f) => bearing.has(f.provision.index) || !f.provision.isDefinition)
        .filter((f) => !isOthersPart(f.provision, requirement));
      return { wording, hits: standing(bestOfEach(hits(ground, found, STATED)), wording.alone) };
    }),
    adverse: compiled.adverse.map(({ wording, compiled: phrases }) => ({
      wording,
      hits: standing(bestOfEach(hits(ground, ground.index.findAll(phrases).filter(isGeneral), STATED))),
    })),
    quantities: compiled.quantities.flatMap(({ rule, compiled: phrases }) =>
      quantityHits(ground, rule, phrases, topic, compiled),
    ),
    otherwise: standing(hits(ground, ground.index.find(compiled.otherwise), STATED)),
    nearest: requirement.elements.every((element) => !element.mandatory || isMet(element.id))
      ? []
      : nearestProvisions(compiled.subject, ground.index).map((provision) => nearProvision(provision, ground.contract)),
  };
}

function askedIn({ byAnyone }: Ground, requirement: Requirement, element: Element): Asked {
  const asked = askedOf(requirement, element);
  return byAnyone ? { ...asked, party: undefined, holder: undefined, byAnyone } : asked;
}

/** The first hits of each function, where every one of them is given to a party. */
function givenTogether(ids: readonly string[], borne: Borne): Hit[] {
  const all = ids.map((id) => borne.get(id) ?? []);
  return all.every((own) => own.length > 0) ? all.flatMap((own) => own.slice(0, 1)) : [];
}

function hits(ground: Ground, found: readonly ProvisionMatch[], asked: Asked): Hit[] {
  return found.map((f) => toHit(f, asked, ground));
}

function standing(all: readonly Hit[], alsoBlank = false): Hit[] {
  return all.filter(
    ({ standing: s }) => s === "good" || s === "hedged" || s === "permissive" || (alsoBlank && s === "blank"),
  );
}

/** One hit a provision: the one that stands best. */
function bestOfEach(all: readonly Hit[]): Hit[] {
  const best = new Map<number, Hit>();
  for (const hit of [...all].sort(byStanding)) if (!best.has(hit.provision)) best.set(hit.provision, hit);
  return [...best.values()];
}

/** Numbers inside a match of the rule's phrases, by a party that may bear them. */
function quantityHits(
  ground: Ground,
  rule: QuantityRule,
  phrases: CompiledPhrases,
  topic: ProvisionSet,
  compiled: CompiledRequirement,
): QuantityHit[] {
  const element = compiled.elements.find((entry) => entry.element.id === rule.element)?.element;
  const asked = element ? askedIn(ground, compiled.requirement, element) : FACT;
  const result: QuantityHit[] = [];
  for (const found of ground.index.findAll(phrases, topic)) {
    if (found.provision.isDefinition) continue;
    const hit = toHit(found, asked, ground);
    if (hit.standing !== "good" && hit.standing !== "hedged" && hit.standing !== "permissive") continue;
    const numbers = findQuantities(found.provision.tokens, ground.contract.text).filter(
      (q) =>
        found.phrase.slots.has(q.kind) &&
        q.at >= found.match.at &&
        q.to <= found.match.to &&
        inUnit(q, rule.unit) !== undefined,
    );
    // Of several numbers the phrase means the one it begins or ends with.
    const quantity = numbers.find((q) => q.at === found.match.at || q.to === found.match.to) ?? numbers[0];
    const value = quantity && inUnit(quantity, rule.unit);
    if (value !== undefined && !result.some((other) => other.provision === hit.provision && other.value === value))
      result.push({ ...hit, rule, value });
  }
  return result;
}
