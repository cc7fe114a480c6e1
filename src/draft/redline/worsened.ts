import type { Review, Verdict } from "../../model/review.ts";
import type { PlannedEdit } from "./plan.ts";

/** How bad a verdict is; requirements that come to apply and are not met count as worse too. */
export const RANK: Readonly<Record<Verdict, number>> = {
  "not-applicable": 0,
  covered: 0,
  partial: 1,
  undecided: 2,
  missing: 2,
  adverse: 3,
};

/** Requirements whose changes made another finding worse: by words that work against it, or by taking away what met it. */
export function worsened(before: Review, after: Review, edits: readonly PlannedEdit[]): Set<string> {
  const harmful = new Set<string>();
  for (const finding of after.findings) {
    const was = before.findings.find(({ requirementId }) => requirementId === finding.requirementId);
    if (!was || RANK[finding.verdict] <= RANK[was.verdict]) continue;
    const against = [
      ...finding.evidence.filter(({ supports }) => supports !== "context"),
      ...finding.quantities.filter(({ standing }) => standing !== "within").flatMap(({ evidence }) => evidence),
    ].map(({ quote }) => quote.trim());
    const relied = was.elements.filter(({ met }) => met).flatMap(({ evidence }) => evidence);
    for (const { edit, requirements } of edits) {
      if (requirements.includes(finding.requirementId)) continue;
      const isAgainst =
        edit.kind === "insert" && edit.paragraphs.some(({ text }) => against.some((quote) => text.includes(quote)));
      const isLost =
        (edit.kind === "replace" || edit.kind === "strike") &&
        relied.some(({ start, end }) => start < edit.span.end && edit.span.start < end);
      if (isAgainst || isLost) for (const id of requirements) harmful.add(id);
    }
  }
  return harmful;
}

/** Inserted lines that show a fact which the contract itself does not: they would bring in what does not apply. */
export function factLines(
  before: Review,
  after: Review,
  edits: readonly PlannedEdit[],
): { requirementId: string; text: string }[] {
  const known = new Set(before.facts.filter(({ value }) => value).map(({ id }) => id));
  const quotes = after.facts
    .filter(({ id, value }) => value && !known.has(id))
    .flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  return edits.flatMap(({ edit, requirements }) =>
    edit.kind === "insert"
      ? edit.paragraphs
          .filter(({ text }) => quotes.some((quote) => text.includes(quote)))
          .flatMap(({ text }) => requirements.map((requirementId) => ({ requirementId, text })))
      : [],
  );
}
