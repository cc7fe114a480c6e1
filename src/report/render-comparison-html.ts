import type { Comparison } from "../model/comparison.ts";
import { loadTemplates } from "./load-templates.ts";
import { renderPage } from "./render-html.ts";
import { comparisonView } from "./views/comparison-view.ts";

/** The comparison as one HTML file in the look of the gap report: no script, no request, everything from the contracts escaped. */
export function renderComparisonHtml(comparison: Comparison): string {
  const templates = loadTemplates();
  const { clauses, ...view } = comparisonView(comparison);
  const shown = clauses.map(({ runs, ...clause }) => ({
    ...clause,
    runs: runs.map(({ kind, text }) => ({ isDeleted: kind === "deleted", isInserted: kind === "inserted", text })),
  }));
  const css = `${templates.css.trim()}\n${templates.comparisonCss}`;
  return renderPage(templates.comparisonPage, { ...view, clauses: shown }, { ...templates, css });
}
