import type { Policy } from "../model/policy.ts";
import type { Playbook } from "../model/requirement.ts";
import type { PolicyGap } from "../model/review.ts";
import type { QuantityState } from "./quantities.ts";
import type { Weighed } from "./weighed.ts";

/**
 * Where the contract is weaker than the company's own policy, point by point: an element that the policy states and the contract does
 * not, or says in weak words, or takes back elsewhere; a number worse than the policy's. A number that falls short stands for its
 * element too. Undefined where the playbook carries no policy; [] where the policy asks for no more than the contract gives.
 */
export function policyGaps(weighed: Weighed, { policy }: Playbook): PolicyGap[] | undefined {
  if (!policy || weighed.verdict === "not-applicable") return undefined;
  const numbers = numberGaps(weighed.quantities, policy);
  const said = new Set(numbers.map(({ rule }) => rule.element));
  const stated = policy.requirements[weighed.requirement.id] ?? {};
  const elements = weighed.elements.flatMap(({ element, met, weak }): PolicyGap[] => {
    const quote = stated[element.id];
    if (!quote || said.has(element.id) || (met && !weak)) return [];
    return [{ element: element.id, how: met ? "weakly" : "not-met", policy: quote }];
  });
  return [...takenBack(weighed, stated, elements), ...elements, ...numbers.map(({ gap }) => gap)];
}

/** An adverse clause defeats what the policy asks for first of all. */
function takenBack(
  weighed: Weighed,
  stated: Policy["requirements"][string],
  others: readonly PolicyGap[],
): PolicyGap[] {
  if (weighed.verdict !== "adverse") return [];
  const first = weighed.elements.find(({ element }) => element.mandatory && stated[element.id]);
  const quote = first && stated[first.element.id];
  if (!quote || others.some(({ element }) => element === first.element.id)) return [];
  return [{ element: first.element.id, how: "taken-back", policy: quote }];
}

function numberGaps(quantities: readonly QuantityState[], { limits }: Policy) {
  const worst = new Map<string, { rule: QuantityState["hit"]["rule"]; gap: PolicyGap }>();
  for (const { hit } of quantities) {
    const { metric, op, unit } = hit.rule;
    const own = limits[metric];
    if (!own || !isWorse(hit.value, own.value, op)) continue;
    const known = worst.get(metric)?.gap.found;
    if (known !== undefined && !isWorse(hit.value, known, op)) continue;
    const { value, ...policy } = own;
    worst.set(metric, {
      rule: hit.rule,
      gap: { metric, how: "number", wanted: value, found: hit.value, unit, policy },
    });
  }
  return [...worst.values()];
}

function isWorse(value: number, than: number, op: "<=" | ">=" | "=="): boolean {
  if (op === "==") return value !== than;
  return op === "<=" ? value > than : value < than;
}
