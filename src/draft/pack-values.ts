import type { Deal, Pack } from "../model/deal.ts";
import type { Library, Playbook, Requirement } from "../model/requirement.ts";
import type { TemplateValues } from "./clause-template.ts";
import { customerLayersOf, locationsOf, supplierLayersOf, wordsOf } from "./deal-values.ts";
import type { PartyNames } from "./party-names.ts";
import { markOf } from "./references.ts";
import { preferredOf, type ScheduleKey, templateValues } from "./template-values.ts";

/** Everything besides the clauses that packs are made of. */
export interface PackTexts {
  /** Definition by defined term, templates. */
  readonly terms: ReadonlyMap<string, string>;
  /** Schedule source by key. */
  readonly schedules: ReadonlyMap<string, string>;
  /** Metrics that time the same event: all of them get the strictest number. */
  readonly sameNumber: readonly (readonly string[])[];
}

export interface PackRequest {
  readonly pack: Pack;
  readonly deal: Deal;
  readonly library: Library;
  readonly playbook: Playbook;
  readonly texts: PackTexts;
  /** The requirements that the deal's facts call for. */
  readonly applies: (requirement: Requirement) => boolean;
  /** What the parties are called; the Supplier and the Customer unless the contract has other names. */
  readonly names?: PartyNames;
  /** Terms that the contract defines already. */
  readonly defined?: readonly string[];
  /** Number of the first clause; 1 unless the pack goes on where a contract ends. */
  readonly firstNumber?: number;
}

/** Parties of a contract that has no other names for them. */
export const NAMES: PartyNames = { supplier: "the Supplier", customer: "the Customer" };

/** All that the templates of a pack may name: the deal, the law, the numbers, references to what the pack has. */
export function valuesFor(request: PackRequest, included: ReadonlySet<string>): TemplateValues {
  const { deal, library, names = NAMES } = request;
  const law = request.pack.law ?? deal.law ?? request.playbook.law ?? "uk";
  const numbers = Object.entries(deal.numbers).map(([metric, value]) => [metric, { preferred: value, pass: value }]);
  const limits = { ...request.playbook.limits, ...Object.fromEntries(numbers) };
  const own = library.requirements.filter(({ id }) => included.has(id));
  const playbook = { ...request.playbook, law, limits: { ...limits, ...oneNumber(request, limits, own) } };
  const references = {
    clause: (id: string) =>
      included.has(id)
        ? markOf(`clause-${id}`)
        : `the terms of this Agreement on ${inSentence(library.notes.get(id)?.heading ?? id, request.texts)}`,
    schedule: (key: ScheduleKey) => markOf(`schedule-${key}`),
  };
  return {
    ...templateValues(library.requirements, playbook, names, references, wordsOf(deal, law)),
    deal,
    is_uk: law === "uk",
    is_eu: law === "eu",
    is_agreement: request.pack.form === "agreement",
    location_list: locationsOf(deal, law),
    supplier_layer_list: supplierLayersOf(deal),
    customer_layer_list: customerLayersOf(deal),
    has: (id: string) => included.has(id),
  };
}

/** A heading within a sentence: a defined term keeps its capital. */
function inSentence(heading: string, { terms }: PackTexts): string {
  const isName = /^\p{Lu}{2}/u.test(heading) || [...terms.keys()].some((term) => heading.startsWith(term));
  return isName ? heading : heading.charAt(0).toLowerCase() + heading.slice(1);
}

/**
 * Of numbers that time the same event the lowest in the pack's clauses holds in all of them and in the schedules; where no clause has
 * one of them, the lowest of all; what the deal itself names goes first, as far as each may go.
 */
function oneNumber(
  { texts, library, deal, playbook }: PackRequest,
  limits: Playbook["limits"],
  own: readonly Requirement[],
): Playbook["limits"] {
  const rulesIn = (requirements: readonly Requirement[]) =>
    new Map(requirements.flatMap(({ quantities }) => quantities.map((rule) => [rule.metric, rule] as const)));
  const [rules, ownRules] = [rulesIn(library.requirements), rulesIn(own)];
  return Object.fromEntries(
    texts.sameNumber.flatMap((metrics) => {
      const inClauses = metrics.filter((metric) => ownRules.has(metric));
      const asked = inClauses.length > 0 ? inClauses : metrics;
      const given = asked.filter((metric) => deal.numbers[metric] !== undefined);
      const values = (given.length > 0 ? given : asked).map((metric) =>
        preferredOf(limits, metric, rules.get(metric)?.preferred ?? 0),
      );
      const most = asked.map((metric) => playbook.limits[metric]?.pass ?? rules.get(metric)?.pass ?? Infinity);
      const lowest = Math.min(...values, ...most);
      return metrics.map((metric) => [metric, { preferred: lowest, pass: lowest }] as const);
    }),
  );
}
