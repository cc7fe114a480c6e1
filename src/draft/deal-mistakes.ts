import type { Deal, Pack } from "../model/deal.ts";
import type { Playbook, QuantityRule, Requirement } from "../model/requirement.ts";

/**
 * What is wrong with a deal for this pack, a line each: facts that contradict each other or the pack, numbers that no clause has, or
 * that the playbook would not sign. None: [].
 */
export function dealMistakes(
  deal: Deal,
  pack: Pack,
  playbook: Playbook,
  requirements: readonly Requirement[],
): string[] {
  return [...factMistakes(deal, pack), ...numberMistakes(deal, playbook, requirements)];
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
    const broken = own.find((rule) => !isWithin(value, rule.op, limits[metric]?.pass ?? rule.pass));
    if (!broken) return [];
    const limit = limits[metric]?.pass ?? broken.pass;
    const bound = { "<=": "at most", ">=": "at least", "==": "just" }[broken.op];
    return [`numbers.${metric}: ${value} is out of range; the playbook asks for ${bound} ${limit} (${broken.unit})`];
  });
}

function isWithin(value: number, op: QuantityRule["op"], pass: number): boolean {
  if (op === "==") return value === pass;
  return op === "<=" ? value <= pass : value >= pass;
}
