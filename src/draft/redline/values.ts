import { type Deal, packSchema } from "../../model/deal.ts";
import type { Library, Playbook, QuantityRule } from "../../model/requirement.ts";
import type { Review } from "../../model/review.ts";
import type { TemplateValues } from "../clause-template.ts";
import { type PackTexts, valuesFor } from "../pack-values.ts";
import { preferredOf } from "../template-values.ts";

export interface ValuesRequest {
  readonly library: Library;
  readonly playbook: Playbook;
  readonly deal: Deal;
  readonly texts: PackTexts;
}

/**
 * All that clauses may name: the deal, and for each metric the number that the playbook would rather have, as in a letter, or the
 * contract's own where it is better. Numbers that time the same event are one: the lowest among the requirements that apply.
 */
export function redlineValues(review: Review, { library, playbook, deal, texts }: ValuesRequest): TemplateValues {
  const applying = new Set(
    review.findings.filter(({ verdict }) => verdict !== "not-applicable").map(({ requirementId }) => requirementId),
  );
  const within = review.findings.flatMap(({ quantities }) =>
    quantities.filter(({ standing }) => standing === "within"),
  );
  const found = new Map(
    [...Map.groupBy(within, ({ metric }) => metric)].map(([metric, own]) => [metric, own.map(({ value }) => value)]),
  );
  const rules = library.requirements.flatMap(({ id, quantities }) => quantities.map((rule) => ({ id, ...rule })));
  const wantedOf = ({ metric, preferred, op }: Pick<QuantityRule, "metric" | "preferred" | "op">) => {
    const wanted = preferredOf(playbook.limits, metric, preferred);
    const own = found.get(metric) ?? [];
    if (op === "<=") return Math.min(wanted, ...own);
    return op === ">=" ? Math.max(wanted, ...own) : wanted;
  };
  const limits = rules.map((rule) => {
    const same = texts.sameNumber.find((metrics) => metrics.includes(rule.metric)) ?? [rule.metric];
    const own = rules.filter(({ id, metric }) => metric === rule.metric || (applying.has(id) && same.includes(metric)));
    const wanted = same.length > 1 ? Math.min(...own.map(wantedOf)) : wantedOf(rule);
    return [rule.metric, { pass: wanted, preferred: wanted }] as const;
  });
  const pack = packSchema.parse({
    id: "redline",
    title: "Redline",
    form: "agreement",
    playbook: playbook.id,
    about: "Changes to one contract.",
    opening: "",
    parts: [{ title: "Changes", requirements: library.requirements.slice(0, 1).map(({ id }) => id) }],
  });
  return valuesFor(
    {
      pack,
      deal,
      library,
      playbook: { ...playbook, limits: { ...playbook.limits, ...Object.fromEntries(limits) } },
      texts: { ...texts, sameNumber: [] },
      applies: () => true,
      names: review.contract.names,
    },
    new Set(),
  );
}
