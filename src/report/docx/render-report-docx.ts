import type { Review } from "../../model/review.ts";
import { printable } from "../printable.ts";
import type { Audience } from "../views/audience.ts";
import { procurementView } from "../views/procurement-view.ts";
import { type ReportView, reportView } from "../views/report-view.ts";
import { type Outline, outline } from "./contents.ts";
import { acceptedTable, findings, worstTable } from "./findings.ts";
import { SOFT } from "./ink.ts";
import { matrixQuotes, matrixTable } from "./matrix.ts";
import { onePage } from "./one-page.ts";
import { docxPackage, type Section } from "./package.ts";
import { coverage, heatTable } from "./pictures.ts";
import { facts, files, limits, terms } from "./sources.ts";
import { REPORT_STYLES } from "./styles.ts";
import { paragraph, plain, run, type Xml } from "./xml.ts";

const MARGIN = 1134;

/**
 * The report as a Word document (ECMA-376): for `legal` all of it with every quote, for `procurement` exactly one A4 page, long
 * texts shortened. Text of the contract stays text; the same review gives the same bytes.
 */
export async function renderReportDocx(review: Review, audience: Audience): Promise<Uint8Array> {
  if (audience === "procurement") return onePage(printable(procurementView(review)));
  const view = printable(reportView(review, Number.POSITIVE_INFINITY));
  const title = `Gap report: ${view.title}`;
  return docxPackage(
    { title, subject: view.sentence, styles: REPORT_STYLES, margin: MARGIN, running: view.title },
    sections(view),
  );
}

function sections(view: ReportView): Section[] {
  const own = outline();
  const front = `${titleBlock(view)}${summary(view)}${worstTable(view, own)}`;
  const middle = [acceptedTable(view, own), areas(view, own), findings(view, own)].join("");
  const hasMatrix = view.matrix.sections.length > 0;
  const matrix = hasMatrix ? matrixTable(view.matrix, own) : "";
  const rest = [
    hasMatrix ? matrixQuotes(view.matrix, own) : "",
    limits(view, own),
    facts(view, own),
    terms(view, own),
    files(view, own),
  ].join("");
  const start = `${front}${plain("Caption", "Contents")}${own.contents()}${paragraph("Gap", "")}${middle}`;
  if (!hasMatrix) return [{ kind: "upright", content: `${start}${rest}` }];
  return [
    { kind: "upright", content: start },
    { kind: "landscape", content: matrix },
    { kind: "upright", content: rest },
  ];
}

function titleBlock({ title, parties, playbook, asOf }: ReportView): Xml {
  const lines = [
    ...parties.map(({ role, name }) => [role, name] as const),
    ["Playbook", `${playbook.id} ${playbook.version}`] as const,
    ...(asOf === "" ? [] : [["As of", asOf] as const]),
  ];
  return [
    plain("Kind", "Contract gap report"),
    plain("Title", title),
    ...lines.map(([role, name]) => paragraph("Particulars", `${run(role, { color: SOFT })}${run(`\t${name}`)}`)),
  ].join("");
}

function summary({ sentence, rest, reservation }: ReportView): Xml {
  return [
    plain("MainSentence", sentence),
    plain("Normal", rest),
    reservation === "" ? "" : plain("Reservation", `${reservation} See “Limits of this check”.`),
  ].join("");
}

function areas(view: ReportView, { heading }: Outline): Xml {
  if (view.areas.length === 0) return "";
  return [heading(1, "Areas"), coverage(view), heatTable(view.heat)].join("");
}
