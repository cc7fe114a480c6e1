import type { Deal, Pack } from "../model/deal.ts";
import type { Playbook, QuantityRule, Requirement } from "../model/requirement.ts";
import { preferredOf } from "./template-values.ts";

/**
 * What is wrong with a deal for this pack, a line each: facts that contradict each other or the pack, numbers that no clause has, that
 * cannot be, that contradict each other or that the playbook would not sign. None: [].
 */
export function dealMistakes(
  deal: Deal,
  pack: Pack,
  playbook: Playbook,
  requirements: readonly Requirement[],
): string[] {
  const numbers = numberMistakes(deal, playbook, requirements);
  const all = numbers.length > 0 ? numbers : severityMistakes(deal, playbook, requirements);
  return [...factMistakes(deal, pack), ...all];
}

function factMistakes(deal: Deal, pack: Pack): string[] {
  const { needs, law } = pack;
  const mistakes: string[] = [];
  const say = (isSo: boolean, field: string, why: string) => {
    if (isSo) mistakes.push(`${field}: ${why}`);
  };
  say(deal.supplier.name === deal.customer.name, "customer.name", "is the supplier's name too; a deal has two parties");
  say(
    needs.personal_data === true && deal.personal_data === null,
    "personal_data",
    `none is processed, but pack ${pack.id} is about personal data; fill it in or choose another pack`,
  );
  say(
    needs.containers === true && !deal.hosting.containers,
    "hosting.containers",
    `is false, but pack ${pack.id} is about containers; say true or choose another pack`,
  );
  say(
    needs.sector !== undefined && !needs.sector.includes(deal.sector),
    "sector",
    `is ${deal.sector}, but pack ${pack.id} is for ${needs.sector?.join(" or ")}`,
  );
  say(
    law !== undefined && deal.law !== undefined && law !== deal.law,
    "law",
    `is ${deal.law}, but pack ${pack.id} is written for ${law}; leave law out or choose another pack`,
  );
  say(
    deal.personal_data === null && deal.transfers.length > 0,
    "transfers",
    "names transfers of personal data, but personal_data is null",
  );
  say(
    deal.personal_data === null && deal.sector === "law-enforcement",
    "sector",
    "is law-enforcement, which is about personal data, but personal_data is null",
  );
  say(
    (law ?? deal.law) === "eu" && (deal.sector === "law-enforcement" || deal.sector === "financial-uk"),
    "sector",
    `is ${deal.sector}, which is a matter of UK law, but the law is eu`,
  );
  say(
    (law ?? deal.law ?? "uk") === "uk" && deal.sector === "financial-eu",
    "sector",
    "is financial-eu, which is a matter of EU law, but the law is uk",
  );
  const both = deal.hosting.supplier_layers?.find((layer) => deal.hosting.customer_layers.includes(layer));
  say(both !== undefined, "hosting.customer_layers", `"${both}" is the supplier's layer too; each layer has one owner`);
  return mistakes;
}

function numberMistakes(deal: Deal, { limits }: Playbook, requirements: readonly Requirement[]): string[] {
  const rules = new Map<string, QuantityRule[]>();
  for (const rule of requirements.flatMap(({ quantities }) => quantities))
    rules.set(rule.metric, [...(rules.get(rule.metric) ?? []), rule]);
  return Object.entries(deal.numbers).flatMap(([metric, value]) => {
    const own = rules.get(metric);
    if (!own) return [`numbers.${metric}: no clause of this pack has it`];
    const most = own[0] ? mostOf(own[0]) : Number.POSITIVE_INFINITY;
    if (value > most) return [`numbers.${metric}: ${value} cannot be; there are no more than ${most}`];
    if (own.some(({ unit }) => TIMES.has(unit)) && (!Number.isInteger(value) || value === 0))
      return [`numbers.${metric}: ${value} is out of range; give a whole number of ${own[0]?.unit} above 0`];
    const broken = own.find((rule) => !isWithin(value, rule.op, limits[metric]?.pass ?? rule.pass));
    if (!broken) return [];
    const limit = limits[metric]?.pass ?? broken.pass;
    const bound = { "<=": "at most", ">=": "at least", "==": "just" }[broken.op];
    return [`numbers.${metric}: ${value} is out of range; the playbook asks for ${bound} ${limit} (${broken.unit})`];
  });
}

/** Times that turn severity round: what is high may not be due before what is critical. */
function severityMistakes(deal: Deal, { limits }: Playbook, requirements: readonly Requirement[]): string[] {
  const rules = new Map(
    requirements.flatMap(({ quantities }) => quantities.map((rule) => [rule.metric, rule] as const)),
  );
  return [...rules.values()].flatMap((rule) => {
    const critical = rules.get(rule.metric.replace("_high_", "_critical_"));
    if (!critical || critical === rule) return [];
    const [high, first] = [rule, critical].map(
      ({ metric, preferred }) => deal.numbers[metric] ?? preferredOf(limits, metric, preferred),
    );
    const isTurned = high !== undefined && first !== undefined && high < first;
    const given = [rule.metric, critical.metric].find((metric) => deal.numbers[metric] !== undefined);
    return isTurned && given !== undefined
      ? [`numbers.${given}: ${rule.metric} would be ${high}, which is less than ${critical.metric}, ${first}`]
      : [];
  });
}

const TIMES = new Set<QuantityRule["unit"]>(["minutes", "hours", "days", "weeks", "months", "years"]);

/** What a day or the whole cannot exceed. */
function mostOf({ metric, unit }: QuantityRule): number {
  if (metric.endsWith("_hours_per_day")) return 24;
  return unit === "percent" ? 100 : Number.POSITIVE_INFINITY;
}

function isWithin(value: number, op: QuantityRule["op"], pass: number): boolean {
  if (op === "==") return value === pass;
  return op === "<=" ? value <= pass : value >= pass;
}
