import { createHash } from "node:crypto";
import type { Review } from "../../model/review.ts";
import type { Audience } from "../views/audience.ts";
import { procurementView } from "../views/procurement-view.ts";
import { reportView } from "../views/report-view.ts";
import { PdfFile } from "./file.ts";
import { findings } from "./findings.ts";
import { accepted, contents, front } from "./front.ts";
import { legible } from "./legible.ts";
import { matrix } from "./matrix.ts";
import type { PdfNode } from "./node.ts";
import { para } from "./nodes.ts";
import type { Running } from "./page.ts";
import { areas } from "./pictures.ts";
import { sources } from "./sources.ts";
import { SHEET, SOFT } from "./styles.ts";
import { summaryPage } from "./summary-page.ts";

/**
 * The report as a tagged PDF: for `legal` all of it, for `procurement` exactly one A4 page, long texts shortened. The same
 * review gives the same bytes. What the font cannot show stands as U+FFFD, and the report says so.
 */
export async function renderReportPdf(review: Review, audience: Audience): Promise<Uint8Array> {
  const seed = createHash("sha256").update(JSON.stringify(review)).update(audience).digest("hex");
  return audience === "procurement" ? onePage(review, seed) : wholeReport(review, seed);
}

async function wholeReport(review: Review, seed: string): Promise<Uint8Array> {
  const file = new PdfFile(`Gap report: ${review.contract.title}`, "Contract gap report", seed);
  const { view, lost } = legible(reportView(review), (character) => file.shows(character));
  const content = [
    ...front(view, lost),
    contents(view),
    ...accepted(view),
    areas(view),
    findings(view),
    ...matrix(view),
    ...sources(view),
  ];
  return file.write(file.layOut(content, { head: runningHead(view.title), foot: pageNumber }));
}

async function onePage(review: Review, seed: string): Promise<Uint8Array> {
  const file = new PdfFile(`Contract on one page: ${review.contract.title}`, "Contract summary", seed);
  const { view, lost } = legible(procurementView(review), (character) => file.shows(character));
  return file.write(summaryPage(view, lost, (content) => file.layOut(content, { foot: pageNumber })));
}

const [LEFT, , RIGHT] = SHEET.margins;

const SMALL = { fontSize: 7.8, color: SOFT };

/** From the second page on: the first has the title itself. */
function runningHead(title: string): Running {
  const short = (title.length > 90 ? `${title.slice(0, 89)}…` : title).replaceAll(/\s+/g, " ");
  const right = para("Contract gap report", { alignment: "right", width: 110 });
  return (page) =>
    page === 1
      ? para(" ")
      : { ...SMALL, margin: [LEFT, 30, RIGHT, 0], columns: [para(short, { width: "*" }), { ...right }] };
}

function pageNumber(page: number, pages: number): PdfNode {
  return para(`Page ${page} of ${pages}`, { ...SMALL, margin: [LEFT, 24, RIGHT, 0], alignment: "right" });
}
