import type { NumberChange } from "../model/comparison.ts";
import type { QuantityRule } from "../model/requirement.ts";
import type { Finding, QuantityResult } from "../model/review.ts";
import type { ChangeIndex } from "./change-index.ts";

/** Which way the numbers of a metric are good. */
export type Direction = QuantityRule["op"];

/**
 * Numbers that changed, by metric: those of one place first, then what is left in reading order. A number that only stands in one
 * place more or less than before is no change.
 */
export function compareNumbers(
  old: Finding,
  now: Finding,
  index: ChangeIndex,
  direction: (metric: string) => Direction,
): NumberChange[] {
  const metrics = [...new Set([...old.quantities, ...now.quantities].map(({ metric }) => metric))];
  return metrics.flatMap((metric) => {
    const before = inOrder(old.quantities, metric);
    const after = inOrder(now.quantities, metric);
    const pairs: [QuantityResult | undefined, QuantityResult | undefined][] = [];
    take(before, after, pairs, (a, b) => isSamePlace(a, b, index) && a.value === b.value);
    take(before, after, pairs, (a, b) => isSamePlace(a, b, index));
    take(before, after, pairs, (a, b) => a.value === b.value);
    take(before, after, pairs, () => true);
    const oldValues = new Set(old.quantities.filter((each) => each.metric === metric).map(({ value }) => value));
    const newValues = new Set(now.quantities.filter((each) => each.metric === metric).map(({ value }) => value));
    for (const each of before) if (!newValues.has(each.value)) pairs.push([each, undefined]);
    for (const each of after) if (!oldValues.has(each.value)) pairs.push([undefined, each]);
    return pairs.flatMap(([a, b]) => changeOf(a, b, direction(metric)));
  });
}

function inOrder(quantities: readonly QuantityResult[], metric: string): QuantityResult[] {
  return quantities
    .filter((each) => each.metric === metric)
    .toSorted((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
}

function take(
  before: QuantityResult[],
  after: QuantityResult[],
  pairs: [QuantityResult | undefined, QuantityResult | undefined][],
  test: (a: QuantityResult, b: QuantityResult) => boolean,
): void {
  for (const a of [...before]) {
    const at = after.findIndex((b) => test(a, b));
    const b = after[at];
    if (!b) continue;
    pairs.push([a, b]);
    before.splice(before.indexOf(a), 1);
    after.splice(at, 1);
  }
}

function isSamePlace(a: QuantityResult, b: QuantityResult, index: ChangeIndex): boolean {
  const [one] = a.evidence;
  const [other] = b.evidence;
  return one !== undefined && other !== undefined && index.isSamePlace(one, other);
}

function changeOf(a: QuantityResult | undefined, b: QuantityResult | undefined, direction: Direction): NumberChange[] {
  const either = b ?? a;
  if (!either || a?.value === b?.value) return [];
  const { metric, unit, limit } = either;
  const change =
    a === undefined
      ? "added"
      : b === undefined
        ? "removed"
        : distance(b.value, limit, direction) < distance(a.value, limit, direction)
          ? "better"
          : "worse";
  return [
    {
      metric,
      unit,
      ...(a ? { old: a.value } : {}),
      ...(b ? { new: b.value } : {}),
      limit,
      change,
      lost: isLoss(change, distance((b ?? either).value, limit, direction) > 0),
      oldEvidence: a?.evidence ?? [],
      newEvidence: b?.evidence ?? [],
    },
  ];
}

/** A number that is there or gone is a loss where the one is beyond the limit and the other was within it. */
function isLoss(change: NumberChange["change"], isBeyond: boolean): boolean {
  if (change === "added") return isBeyond;
  return change === "removed" ? !isBeyond : change === "worse";
}

/** How far a number is on the bad side of the limit; below nought on the good side. */
function distance(value: number, limit: number, direction: Direction): number {
  if (direction === "==") return Math.abs(value - limit);
  return direction === "<=" ? value - limit : limit - value;
}
