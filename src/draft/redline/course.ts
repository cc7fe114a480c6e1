import type { Finding, Review, Verdict } from "../../model/review.ts";
import type { Measure, PlannedEdit, RedlinePlan } from "./plan.ts";
import { factLines, RANK, worsened } from "./worsened.ts";

/** What the rounds so far have taught. */
export interface Course {
  readonly measures: Map<string, Measure>;
  readonly omitted: Map<string, Set<string>>;
  /** The verdict that mending alone reached. */
  readonly tried: Map<string, Verdict>;
}

/** A redline as it was written, and what the check says of it. */
export interface Attempt {
  readonly plan: RedlinePlan;
  readonly edits: readonly PlannedEdit[];
  readonly after: Review;
}

/** Goes further where a finding is not closed, back where one got worse. True where anything changed. */
export function adjust({ measures, omitted, tried }: Course, review: Review, { plan, edits, after }: Attempt): boolean {
  const state = () => JSON.stringify([...measures, ...[...omitted].map(([id, texts]) => [id, [...texts]])]);
  const before = state();
  for (const { requirementId, text } of factLines(review, after, edits))
    omitted.set(requirementId, new Set([...(omitted.get(requirementId) ?? []), text]));
  const harmful = worsened(review, after, edits);
  const left = new Set(plan.left.map(({ requirementId }) => requirementId));
  for (const finding of review.findings.filter(isOpen)) {
    const id = finding.requirementId;
    const measure = measures.get(id) ?? "mend";
    const now = verdictIn(after, id);
    if (harmful.has(id)) measures.set(id, measure === "whole" && tried.has(id) ? "mend" : "comment");
    if (harmful.has(id) || measure === "comment" || now === "covered" || left.has(id)) continue;
    const earlier = tried.get(id);
    if (measure === "mend" && earlier === undefined) {
      tried.set(id, now);
      measures.set(id, "whole");
    } else if (measure === "whole" && earlier !== undefined && RANK[now] >= RANK[earlier]) measures.set(id, "mend");
  }
  return state() !== before;
}

/** A finding that a redline is for: a gap or a shortfall that nobody accepted. */
export function isOpen({ verdict, deviation }: Finding): boolean {
  return (verdict === "missing" || verdict === "partial" || verdict === "adverse") && deviation?.status !== "active";
}

/** The verdict on a requirement. */
export function verdictIn(review: Review, id: string): Verdict {
  return review.findings.find(({ requirementId }) => requirementId === id)?.verdict ?? "missing";
}
