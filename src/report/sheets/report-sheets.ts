import type { Review } from "../../model/review.ts";
import { printable } from "../printable.ts";
import type { FindingView } from "../views/finding-view.ts";
import { allRequests } from "../views/procurement-view.ts";
import { DIAGNOSTIC_WORDS } from "../views/report-view.ts";
import { matrixSheet } from "./matrix-sheets.ts";
import { quotesSheet } from "./quotes-sheet.ts";
import {
  NUMBER,
  type NumberedFinding,
  numbered,
  REQUIREMENT,
  SEVERITY,
  VERDICT,
  verdictCell,
  yesOrNo,
} from "./sheet-parts.ts";
import { type Sheet, toCsv, toXlsx } from "./spreadsheet.ts";
import { summarySheet } from "./summary-sheet.ts";

/** The review as a workbook: the summary, then a sheet each for findings, elements, responsibilities, numbers, quotes, accepted shortfalls and limits. */
export function renderReportXlsx(given: Review): Promise<Uint8Array> {
  const review = printable(given);
  const rows = numbered(review);
  return toXlsx([
    summarySheet(review),
    findingsSheet(review, rows),
    elementsSheet(rows),
    { ...matrixSheet(review), name: "Responsibilities" },
    quantitiesSheet(rows),
    quotesSheet(review, rows),
    acceptedSheet(rows),
    limitsSheet(review),
  ]);
}

/** The findings as CSV (RFC 4180), one row a finding, in the columns of the workbook's sheet. */
export function renderReportCsv(given: Review): string {
  const review = printable(given);
  return toCsv(findingsSheet(review, numbered(review)));
}

function findingsSheet(review: Review, rows: readonly NumberedFinding[]): Sheet {
  const requests = new Map(allRequests(review).map(({ finding, request }) => [finding, request]));
  return {
    name: "Findings",
    columns: [
      NUMBER,
      VERDICT,
      SEVERITY,
      REQUIREMENT,
      { head: "Area", width: 20 },
      { head: "What the contract says", width: 60 },
      { head: "What to ask for", width: 50 },
      { head: "Accepted", width: 30 },
      { head: "Clauses", width: 24 },
      { head: "Confidence %", width: 16 },
      { head: "Playbook", width: 28 },
      { head: "Weaker than your policy", width: 40 },
      { head: "Why it matters", width: 50 },
      { head: "The law and standards", width: 34 },
      { head: "Suggested clause", width: 70 },
      { head: "Requirement id", width: 34 },
    ],
    rows: rows.map((row) => {
      const { number, finding, view } = row;
      return [
        number,
        verdictCell(row),
        view.severityWord,
        view.title,
        view.area,
        view.explanation,
        requests.get(finding) ?? "",
        view.deviation ? `${view.deviation.word}, by ${view.deviation.by}: ${view.deviation.because}` : "",
        view.places.join("; "),
        Math.floor(finding.confidence * 100),
        positionWords(view),
        view.ownPolicy.map(({ said, place }) => `${said} (${place})`).join("\n"),
        view.why,
        view.citations.join("\n"),
        view.suggestion.join("\n"),
        view.requirementId,
      ];
    }),
  };
}

function positionWords({ position }: FindingView): string {
  if (!position) return "";
  const { word, note, approval } = position;
  return [word, note, approval === "" ? "" : `needs approval of ${approval}`].filter((part) => part !== "").join("; ");
}

function elementsSheet(rows: readonly NumberedFinding[]): Sheet {
  return {
    name: "Elements",
    columns: [
      NUMBER,
      REQUIREMENT,
      VERDICT,
      SEVERITY,
      { head: "Element", width: 11 },
      { head: "What it must say", width: 64 },
      { head: "Standing", width: 14 },
      { head: "Mandatory", width: 14 },
      { head: "Beyond the statute", width: 12 },
      { head: "Clauses", width: 28 },
    ],
    rows: rows.flatMap((row) =>
      row.view.elements.map(({ letter, text, word, mandatory, beyondStatute, places }) => [
        row.number,
        row.view.title,
        verdictCell(row),
        row.view.severityWord,
        letter,
        text,
        word,
        yesOrNo(mandatory),
        yesOrNo(beyondStatute),
        [...new Set(places.map(({ label }) => label))].join("; "),
      ]),
    ),
  };
}

function quantitiesSheet(rows: readonly NumberedFinding[]): Sheet {
  return {
    name: "Quantities",
    columns: [
      NUMBER,
      REQUIREMENT,
      VERDICT,
      { head: "Number", width: 30 },
      { head: "The contract says", width: 18 },
      { head: "The playbook asks for", width: 22 },
      { head: "Standing", width: 26 },
      { head: "Value", width: 10 },
      { head: "Limit", width: 10 },
      { head: "Preferred", width: 10 },
      { head: "Unit", width: 14 },
      { head: "Quote", width: 80 },
      { head: "File", width: 30 },
      { head: "Page", width: 8 },
    ],
    rows: rows.flatMap((row) =>
      row.finding.quantities.map(({ value, limit, preferred, unit, evidence: [quote] }, i) => {
        const words = row.view.quantities[i];
        return [
          row.number,
          row.view.title,
          verdictCell(row),
          words?.subject ?? "",
          words?.found ?? "",
          words?.limit ?? "",
          words?.word ?? "",
          value,
          limit,
          preferred,
          unit.replaceAll("_", " "),
          quote?.shown ?? quote?.quote ?? "",
          quote?.file ?? "",
          quote?.page ?? "",
        ];
      }),
    ),
  };
}

function acceptedSheet(rows: readonly NumberedFinding[]): Sheet {
  return {
    name: "Accepted shortfalls",
    columns: [
      NUMBER,
      REQUIREMENT,
      VERDICT,
      SEVERITY,
      { head: "Standing", width: 44 },
      { head: "Holds", width: 8 },
      { head: "By", width: 28 },
      { head: "Because", width: 60 },
      { head: "Accepted on", width: 13 },
      { head: "Until", width: 13 },
    ],
    rows: rows.flatMap((row) => {
      const { view, finding } = row;
      if (!view.deviation || !finding.deviation) return [];
      const { word, holds, by, because } = view.deviation;
      const { accepted, until } = finding.deviation;
      return [
        [
          row.number,
          view.title,
          verdictCell(row),
          view.severityWord,
          word,
          yesOrNo(holds),
          by,
          because,
          accepted,
          until,
        ],
      ];
    }),
  };
}

function limitsSheet({ diagnostics }: Review): Sheet {
  const order = Object.keys(DIAGNOSTIC_WORDS);
  return {
    name: "Limits",
    columns: [
      { head: "Kind", width: 12 },
      { head: "What limits this check", width: 100 },
      { head: "File", width: 34 },
      { head: "Page", width: 8 },
      { head: "Code", width: 26 },
    ],
    rows: diagnostics
      .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
      .map(({ severity, message, file, page, code }) => [
        DIAGNOSTIC_WORDS[severity],
        message,
        file ?? "",
        page ?? "",
        code,
      ]),
  };
}
