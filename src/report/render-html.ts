import { createHash } from "node:crypto";
import Handlebars from "handlebars";
import type { Review } from "../model/review.ts";
import { loadTemplates, type ReportTemplates } from "./load-templates.ts";
import { printable } from "./printable.ts";
import { type ProcurementView, procurementView } from "./views/procurement-view.ts";
import { reportView } from "./views/report-view.ts";
import { counted, sentenceCase } from "./views/words.ts";

/**
 * The gap report as one HTML file: no script, no request, everything from the contract escaped. `templates` replaces
 * the ones that come with the package.
 */
export function renderHtml(review: Review, options: { readonly templates?: ReportTemplates } = {}): string {
  const templates = options.templates ?? loadTemplates();
  return renderPage(templates.page, reportView(review), templates);
}

/** The responsibility matrix on a page of its own, made to be printed; as safe as the report. */
export function renderMatrixHtml(review: Review): string {
  const templates = loadTemplates();
  return renderPage(templates.matrixPage, reportView(review), templates);
}

/**
 * The one page for procurement: lights, the five worst gaps, what to ask for. Printed it is exactly one A4 page, with long
 * texts shortened; on a screen they are whole. As safe as the report.
 */
export function renderSummaryHtml(review: Review): string {
  const templates = loadTemplates();
  const view = procurementView(review);
  const hidden = view.accepted.length - ACCEPTED_ON_PAPER;
  return renderPage(
    templates.summaryPage,
    {
      ...view,
      isDense: isDense(view),
      moreWords: view.more > 0 ? `${sentenceCase(counted(view.more, "further point"))} in the full report.` : "",
      acceptedMore: hidden > 0 ? `${sentenceCase(counted(hidden, "more", "more"))} in the full report.` : "",
    },
    templates,
  );
}

/** True where the five worst need more lines than the sheet has, so that each must be shorter. */
function isDense({ worst }: ProcurementView): boolean {
  const lines = (text: string, most: number) => Math.min(most, Math.ceil(text.length / LINE));
  return worst.reduce((sum, { why, request }) => sum + lines(why, 2) + lines(request, 3), 0) > LINES;
}

/** Signs in a line of the sheet, at the least, and the lines there are for reasons and requests. */
const LINE = 85;
const LINES = 20;

/** The style sheet hides the others on paper. */
const ACCEPTED_ON_PAPER = 3;

/** A page of the package filled with a view, everything in it escaped. */
export function renderPage<T extends object>(page: string, view: T, { partials, css }: ReportTemplates): string {
  const engine = Handlebars.create();
  for (const [name, source] of Object.entries(partials)) engine.registerPartial(name, source);
  const render = engine.compile<Page<T>>(page, { strict: true, preventIndent: true });
  const style = css.trim();
  const styleHash = createHash("sha256").update(style).digest("base64");
  return render({ ...printable(view), style, styleHash });
}

type Page<T> = T & { readonly style: string; readonly styleHash: string };
