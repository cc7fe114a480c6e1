import type { QuantityHit } from "../model/match.ts";
import type { Playbook, QuantityRule } from "../model/requirement.ts";

export interface QuantityState {
  readonly hit: QuantityHit;
  readonly limit: number;
  readonly preferred: number;
  readonly standing: "within" | "weak" | "failing";
}

/**
 * Each number found, against the playbook's limit or the library's. For "<=" a value up to `pass` is within it, up to
 * `fail_beyond` weak, above failing; for ">=" the mirror image; for "==" any other value fails. Worst first.
 */
export function weighQuantities(hits: readonly QuantityHit[], playbook: Playbook): QuantityState[] {
  const rank = { failing: 0, weak: 1, within: 2 };
  return hits
    .map((hit) => {
      const own = playbook.limits[hit.rule.metric];
      const pass = own?.pass ?? hit.rule.pass;
      const failBeyond = own?.fail_beyond ?? (own ? own.pass : hit.rule.fail_beyond);
      const preferred = own?.preferred ?? (own ? own.pass : hit.rule.preferred);
      return { hit, limit: pass, preferred, standing: standingOf(hit.value, hit.rule.op, pass, failBeyond) };
    })
    .sort((a, b) => rank[a.standing] - rank[b.standing] || a.hit.provision - b.hit.provision);
}

/** True where the number is at least as good as the preferred one. */
export function isPreferred({ hit, preferred }: QuantityState): boolean {
  return standingOf(hit.value, hit.rule.op, preferred, preferred) === "within";
}

function standingOf(
  value: number,
  op: QuantityRule["op"],
  pass: number,
  failBeyond: number,
): QuantityState["standing"] {
  if (op === "==") return value === pass ? "within" : "failing";
  const isWithin = op === "<=" ? value <= pass : value >= pass;
  if (isWithin) return "within";
  const isWeak = op === "<=" ? value <= failBeyond : value >= failBeyond;
  return isWeak ? "weak" : "failing";
}
