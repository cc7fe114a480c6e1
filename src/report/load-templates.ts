import { readdirSync, readFileSync } from "node:fs";

/** The texts a report is made of. */
export interface ReportTemplates {
  /** The gap report's page, in Handlebars. */
  readonly page: string;
  /** The responsibility matrix on a page of its own. */
  readonly matrixPage: string;
  /** The one page for procurement. */
  readonly summaryPage: string;
  /** A clause pack. */
  readonly packPage: string;
  /** What changed between two versions. */
  readonly comparisonPage: string;
  /** What that page has beyond `css`. */
  readonly comparisonCss: string;
  /** Partials by name. */
  readonly partials: Readonly<Record<string, string>>;
  readonly css: string;
}

// Two folders up from src/report and from dist/report alike lies the package.
const FOLDER = new URL("../../templates/report/", import.meta.url);

/** Reads the report templates of the package: pages, styles and every file in partials/. */
export function loadTemplates(): ReportTemplates {
  const names = readdirSync(new URL("partials/", FOLDER))
    .filter((name) => name.endsWith(".hbs"))
    .toSorted();
  return {
    page: read("report.hbs"),
    matrixPage: read("responsibilities.hbs"),
    summaryPage: read("summary-page.hbs"),
    packPage: read("pack.hbs"),
    comparisonPage: read("comparison.hbs"),
    comparisonCss: read("comparison.css"),
    partials: Object.fromEntries(names.map((name) => [name.slice(0, -4), read(`partials/${name}`)])),
    css: read("report.css"),
  };
}

/** The operative paragraphs of the schedule "Responsibility matrix", with places for the parties' names. */
export function loadSchedule(): string {
  return read("../schedules/responsibility-matrix.hbs");
}

function read(path: string): string {
  return readFileSync(new URL(path, FOLDER), "utf8");
}
