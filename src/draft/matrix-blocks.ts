import type { Deal } from "../model/deal.ts";
import type { FunctionRule } from "../model/function.ts";
import type { ScheduleBlock } from "../model/pack-view.ts";

/** Letters of supplier and customer. */
const LETTERS = {
  supplier: ["R/A", "I"],
  customer: ["C", "R/A"],
  shared: ["R/A (leads)", "R (own part)"],
} as const;

/** The responsibility matrix of a new deal, a table a group: each function with its usual owner, layers with the party that the deal gives them to. */
export function matrixBlocks(
  functions: readonly FunctionRule[],
  groups: Readonly<Record<string, string>>,
  deal: Deal,
): ScheduleBlock[] {
  const byGroup = Map.groupBy(functions, (rule) => rule.group);
  return [...byGroup].flatMap(([group, rules]): ScheduleBlock[] => [
    { kind: "heading", text: [{ text: groups[group] ?? group }] },
    {
      kind: "table",
      widths: [56, 22, 22],
      rows: [
        ["Function", "Supplier", "Customer"],
        ...rules.map((rule) => [rule.name, ...LETTERS[ownerOf(rule, deal)]]),
      ],
    },
  ]);
}

function ownerOf(rule: FunctionRule, { hosting }: Deal): keyof typeof LETTERS {
  if (rule.usual_owner === "supplier" || rule.usual_owner === "customer") return rule.usual_owner;
  if (rule.usual_owner === "shared-with-lead") return "shared";
  const names = [rule.name, ...rule.synonyms].join(" ").toLowerCase();
  const isTheirs = hosting.customer_layers.some((layer) => names.includes(singular(layer.toLowerCase())));
  return isTheirs ? "customer" : "supplier";
}

function singular(layer: string): string {
  return layer.replace(/s$/, "");
}
