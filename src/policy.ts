import { weighElements } from "./assess/elements.ts";
import { toEvidence } from "./assess/evidence.ts";
import { selectRequirements } from "./library/select-requirements.ts";
import { matchContract } from "./match/match-contract.ts";
import type { Contract, ReadFile } from "./model/contract.ts";
import type { Hit, QuantityHit, RequirementMatch } from "./model/match.ts";
import type { Policy, PolicyQuote } from "./model/policy.ts";
import type { Library, Playbook, PlaybookFile, QuantityRule, Requirement } from "./model/requirement.ts";
import type { FactId } from "./model/review.ts";
import { withoutGuidance } from "./segment/policy-text.ts";
import { segmentContract } from "./segment/segment-contract.ts";

/**
 * What a company's own policies state: elements of requirements, whoever is to act, and numbers, each with its quote. Guidance
 * ("should"), aims, examples, what used to be, definitions and version histories state nothing. Of several numbers for the same
 * the strictest counts. Pure: the same files and library give the same policy.
 */
export function readPolicy(files: readonly ReadFile[], library: Library, playbook: Playbook): Policy {
  const contract = withoutGuidance(segmentContract(files));
  const isAsked = (requirement: Requirement) => requirement.in_policies && isOfSector(requirement, playbook);
  const matched = matchContract(contract, library, { byAnyone: true }).requirements(isAsked);
  const stated = matched.flatMap((match) => {
    const elements = statedBy(contract, match);
    const isStated = match.requirement.elements.some(({ id, mandatory }) => mandatory && elements[id] !== undefined);
    return isStated ? [[match.requirement.id, elements] as const] : [];
  });
  return {
    documents: contract.files.map(({ name }) => name),
    requirements: Object.fromEntries(stated),
    limits: numbersIn(contract, matched),
  };
}

/** Facts of a sector: what only it must do is not read out of a policy unless the playbook is for that sector. */
const SECTORS: readonly string[] = [
  "financial_sector_uk",
  "financial_sector_eu",
  "law_enforcement_processing",
  "nis2_entity",
];

function isOfSector({ applies_when }: Requirement, { facts }: Playbook): boolean {
  return applies_when.some((when) => !SECTORS.includes(when) || facts[when as FactId] === true);
}

/**
 * The numbers, a metric each. A sentence on incidents in general times many duties at once: of several numbers for one duty the
 * one of the sentence that speaks of the fewest counts, then the strictest.
 */
function numbersIn(contract: Contract, matched: readonly RequirementMatch[]): Policy["limits"] {
  const hits = matched.flatMap(({ quantities }) => quantities);
  const duties = new Map<number, Set<string>>();
  for (const { provision, rule } of hits) duties.set(provision, (duties.get(provision) ?? new Set()).add(rule.metric));
  const breadth = (hit: QuantityHit) => duties.get(hit.provision)?.size ?? 0;
  const limits: Policy["limits"] = {};
  for (const [metric, own] of Map.groupBy(hits, ({ rule }) => rule.metric)) {
    const stricter = (a: QuantityHit, b: QuantityHit) => (a.rule.op === "<=" ? a.value - b.value : b.value - a.value);
    const [best] = own.toSorted((a, b) => breadth(a) - breadth(b) || stricter(a, b));
    if (best) limits[metric] = { value: best.value, ...quoteOf(contract, best) };
  }
  return limits;
}

function statedBy(contract: Contract, match: RequirementMatch): Record<string, PolicyQuote> {
  const states = weighElements(match).filter((state) => state.met && !state.weak);
  return Object.fromEntries(
    states.flatMap(({ element, hits }) => {
      // What times an element says it best.
      const timing = match.quantities.filter(({ rule }) => rule.element === element.id);
      const hit =
        hits.find(({ provision }) => timing.some((timed) => timed.provision === provision)) ?? timing[0] ?? hits[0];
      return hit ? [[element.id, quoteOf(contract, hit)] as const] : [];
    }),
  );
}

function quoteOf(contract: Contract, hit: Hit): PolicyQuote {
  const quotes = toEvidence(contract, hit, "element");
  const isRow = contract.clauses[hit.clause]?.kind === "row";
  // Of a table row each cell is a quote; a sentence is quoted line by line where its file breaks it.
  const quote = quotes
    .map(({ quote: text, shown }) => shown ?? text)
    .join(isRow ? " | " : " ")
    .replace(/(?<=\p{L}-) (?=\p{Ll})/gu, "");
  return { quote, file: quotes[0]?.file ?? "", clause: quotes[0]?.clause ?? "" };
}

/**
 * A playbook that carries what the policies say: their numbers as limits, the requirements they state on top of the base's, each with
 * its quote. What they leave open keeps the base's value.
 */
export function policyPlaybook(
  policy: Policy,
  base: Playbook,
  library: Library,
  { id, title }: Pick<Playbook, "id" | "title">,
): PlaybookFile {
  const rules = new Map(
    library.requirements.flatMap(({ quantities }) => quantities.map((rule) => [rule.metric, rule] as const)),
  );
  const limits = Object.entries(policy.limits).flatMap(([metric, { value }]) => {
    const rule = rules.get(metric);
    if (!rule) return [];
    const beyond = base.limits[metric]?.fail_beyond ?? rule.fail_beyond;
    const fail_beyond = rule.op === "<=" ? Math.max(beyond, value) : Math.min(beyond, value);
    return [[metric, { preferred: wholeOf(value, rule), pass: value, fail_beyond }] as const];
  });
  const chosen = new Set(selectRequirements(library, base).requirements.map((requirement) => requirement.id));
  const more = Object.keys(policy.requirements).filter((requirement) => !chosen.has(requirement));
  return {
    id,
    title,
    version: "1",
    extends: base.id,
    ...(more.length > 0 ? { requirements: more } : {}),
    limits: Object.fromEntries(limits),
    policy,
  };
}

const TIMES = new Set<QuantityRule["unit"]>(["minutes", "hours", "days", "weeks", "months", "years"]);

/** What a clause drafted with it says: two working days are 2.8 days, and a clause of two days keeps to them. */
function wholeOf(value: number, { op, unit }: QuantityRule): number {
  if (!TIMES.has(unit) || value < 1) return value;
  return op === "<=" ? Math.floor(value) : Math.ceil(value);
}
