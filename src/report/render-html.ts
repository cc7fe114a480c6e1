import { createHash } from "node:crypto";
import Handlebars from "handlebars";
import type { Review } from "../model/review.ts";
import { loadTemplates, type ReportTemplates } from "./load-templates.ts";
import { reportView } from "./report-view.ts";

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

/**
 * Control characters and lone surrogates are not allowed in HTML, and a direction override in a quote would turn the
 * text after it around: each becomes U+FFFD, visibly.
 */
function printable<T>(value: T): T;
function printable(value: unknown): unknown {
  if (typeof value === "string") {
    return value
      .toWellFormed()
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (sign) =>
        sign === "\r" ? "\n" : "\ufffd",
      );
  }
  if (Array.isArray(value)) return value.map((item) => printable(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item)]));
}
