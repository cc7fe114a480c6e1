import type { Effect, ElementChange, FindingChange, NumberChange, WordingChange } from "../model/comparison.ts";
import type { ElementResult, Evidence, Finding, Review, Verdict } from "../model/review.ts";
import type { ChangeIndex, Side } from "./change-index.ts";
import { compareNumbers, type Direction } from "./compare-numbers.ts";

/** From what is closed to what works against the reader. */
const RANK: Readonly<Record<Verdict, number>> = {
  covered: 4,
  "not-applicable": 4,
  partial: 3,
  undecided: 2,
  missing: 1,
  adverse: 0,
};
const CLOSED = 4;
const ORDER: readonly Effect[] = ["opened", "worse", "closed", "better", "unchanged"];

export type DirectionOf = (requirementId: string, metric: string) => Direction;

/** What became of each requirement, opened first; requirements of the one review only do not count as changes. */
export function compareFindings(
  old: Review,
  now: Review,
  index: ChangeIndex,
  directionOf: DirectionOf,
): FindingChange[] {
  const before = new Map(old.findings.map((finding) => [finding.requirementId, finding]));
  return now.findings
    .flatMap((finding) => {
      const was = before.get(finding.requirementId);
      return was ? [compare(was, finding, index, (metric) => directionOf(finding.requirementId, metric))] : [];
    })
    .toSorted((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect));
}

function compare(
  old: Finding,
  now: Finding,
  index: ChangeIndex,
  direction: (metric: string) => Direction,
): FindingChange {
  const applies = old.verdict !== "not-applicable" && now.verdict !== "not-applicable";
  const elements = applies ? compareElements(old, now) : [];
  const numbers = applies ? compareNumbers(old, now, index, direction) : [];
  const wording = applies ? compareWording(old, now, index) : [];
  const lost = losses(elements, numbers, wording);
  const effect = effectOf(old.verdict, now.verdict, lost, elements.length + numbers.length + wording.length > 0);
  return {
    requirementId: now.requirementId,
    title: now.title,
    area: now.area,
    severity: now.severity,
    effect,
    lost: lost || RANK[now.verdict] < RANK[old.verdict],
    old: old.verdict,
    new: now.verdict,
    explanation: now.explanation,
    elements,
    numbers,
    wording,
    causes: effect === "unchanged" ? [] : causesOf(old, now, elements, numbers, wording, index),
    ...(now.deviation ? { deviation: now.deviation } : {}),
  };
}

function effectOf(old: Verdict, now: Verdict, lost: boolean, isChanged: boolean): Effect {
  if (RANK[now] > RANK[old]) return RANK[now] === CLOSED ? "closed" : "better";
  if (RANK[now] < RANK[old]) return RANK[old] === CLOSED ? "opened" : "worse";
  if (!isChanged) return "unchanged";
  return lost ? "worse" : "better";
}

function losses(
  elements: readonly ElementChange[],
  numbers: readonly NumberChange[],
  wording: readonly WordingChange[],
): boolean {
  return (
    elements.some(({ change }) => change === "lost" || change === "weakened") ||
    numbers.some((number) => number.lost) ||
    wording.some((each) => each.in === "new")
  );
}

function compareElements(old: Finding, now: Finding): ElementChange[] {
  const before = new Map(old.elements.map((element) => [element.id, element]));
  return now.elements.flatMap((element) => {
    const was = before.get(element.id);
    if (!was || strength(was) === strength(element)) return [];
    const change = element.met
      ? was.met
        ? strength(element) > strength(was)
          ? "strengthened"
          : "weakened"
        : "gained"
      : "lost";
    const { id, text, mandatory } = element;
    return [{ id, text, mandatory, change, old: was.evidence, new: element.evidence } as const];
  });
}

function strength({ met, weak }: ElementResult): number {
  return met ? (weak ? 1 : 2) : 0;
}

/** Weak and adverse wording of one version that the other has neither at that place nor, where the place did not change, at all. */
function compareWording(old: Finding, now: Finding, index: ChangeIndex): WordingChange[] {
  const before = old.evidence.filter(isWording);
  const after = now.evidence.filter(isWording);
  const only = (side: Side, own: readonly Evidence[], others: readonly Evidence[]): WordingChange[] =>
    own
      .filter((evidence) => {
        const same = others.filter((other) => nameOf(other) === nameOf(evidence));
        if (same.length === 0) return true;
        if (index.ownChangeOf(side, evidence) === undefined) return false;
        const mask = index.maskOf(side, evidence);
        const other = side === "old" ? "new" : "old";
        return !same.some(
          (each) =>
            (side === "old" ? index.isSamePlace(evidence, each) : index.isSamePlace(each, evidence)) ||
            index.maskOf(other, each) === mask,
        );
      })
      .map((evidence) => ({ in: side, evidence }));
  return [...only("new", after, before), ...only("old", before, after)];
}

function isWording({ supports }: Evidence): boolean {
  return supports === "weak" || supports === "adverse";
}

function nameOf({ supports, wording, because }: Evidence): string {
  return `${supports} ${wording ?? because ?? ""}`;
}

/** The changed clauses behind it: those of the quotes that differ, else of any quote of the finding, else of the terms they use. */
function causesOf(
  old: Finding,
  now: Finding,
  elements: readonly ElementChange[],
  numbers: readonly NumberChange[],
  wording: readonly WordingChange[],
  index: ChangeIndex,
): string[] {
  const direct = {
    old: [
      ...elements.flatMap((element) => element.old),
      ...numbers.flatMap(({ oldEvidence }) => oldEvidence),
      ...wording.flatMap((each) => (each.in === "old" ? [each.evidence] : [])),
    ],
    new: [
      ...elements.flatMap((element) => element.new),
      ...numbers.flatMap(({ newEvidence }) => newEvidence),
      ...wording.flatMap((each) => (each.in === "new" ? [each.evidence] : [])),
    ],
  };
  const all = { old: evidenceOf(old), new: evidenceOf(now) };
  const near = { old: old.searched.near, new: now.searched.near };
  for (const { old: before, new: after } of [direct, all, near]) {
    const found = [
      ...before.map((evidence) => index.changeOf("old", evidence)),
      ...after.map((evidence) => index.changeOf("new", evidence)),
    ].filter((change) => change !== undefined);
    if (found.length > 0) return inOrder(found);
  }
  return inOrder([...all.old, ...all.new].flatMap((evidence) => index.definitionsOf(evidence)));
}

function evidenceOf({ evidence, elements, quantities }: Finding): Evidence[] {
  return [
    ...evidence,
    ...elements.flatMap((element) => element.evidence),
    ...quantities.flatMap((quantity) => quantity.evidence),
  ];
}

/** Each once, in the order of the changes ("c2" before "c10"). */
function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}
