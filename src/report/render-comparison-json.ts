import { type Comparison, comparisonSchema } from "../model/comparison.ts";

/**
 * The comparison as "clausecheck.comparison/1": keys in the order of the form's description, two spaces, a final newline. The same
 * comparison gives the same bytes whatever order its keys had.
 */
export function renderComparisonJson(comparison: Comparison): string {
  return `${JSON.stringify(comparisonSchema.parse(comparison), undefined, 2)}\n`;
}
