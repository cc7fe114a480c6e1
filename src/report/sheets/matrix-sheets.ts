import type { Bearer } from "../../model/function.ts";
import type { Evidence, Responsibility, Review } from "../../model/review.ts";
import { ALLOCATION_WORDS, BEARER_WORDS } from "../views/matrix-view.ts";
import { clauseWords, sentenceCase } from "../views/words.ts";
import { type Sheet, toCsv, toXlsx } from "./spreadsheet.ts";

const OWNERS: Readonly<Record<Responsibility["usualOwner"], string>> = {
  supplier: "Supplier",
  customer: "Customer",
  either: "Either",
  "shared-with-lead": "Both, one leads",
};

/** The responsibility matrix as a workbook: the matrix, its quotes, the handover points. */
export function renderMatrixXlsx(review: Review): Promise<Uint8Array> {
  return toXlsx([matrixSheet(review), quoteSheet(review), handoverSheet(review)]);
}

/** The matrix alone as CSV. */
export function renderMatrixCsv(review: Review): string {
  return toCsv(matrixSheet(review));
}

/** A row a function: who bears it, by which clauses, and why. */
export function matrixSheet({ responsibilities }: Review): Sheet {
  return {
    name: "Responsibility matrix",
    columns: [
      { head: "Group", width: 20 },
      { head: "Function", width: 38 },
      { head: "Core", width: 7 },
      { head: "Allocation", width: 18 },
      { head: "Supplier", width: 22 },
      { head: "Customer", width: 22 },
      { head: "Third party", width: 22 },
      { head: "Why", width: 60 },
      { head: "To mend", width: 40 },
      { head: "Usual owner", width: 16 },
    ],
    rows: responsibilities.map((item) => [
      item.group,
      item.name,
      item.core ? "yes" : "no",
      ALLOCATION_WORDS[item.allocation],
      placesOf(item, "supplier"),
      placesOf(item, "customer"),
      placesOf(item, "third-party"),
      item.explanation,
      item.concerns.join("\n"),
      OWNERS[item.usualOwner],
    ]),
  };
}

function quoteSheet({ responsibilities }: Review): Sheet {
  return {
    name: "Quotes",
    columns: [
      { head: "Function", width: 38 },
      { head: "Party", width: 14 },
      { head: "Clause", width: 24 },
      { head: "Quote", width: 90 },
      { head: "File", width: 30 },
      { head: "Page", width: 8 },
    ],
    rows: responsibilities.flatMap((item) =>
      item.evidence.map((quote) => [
        item.name,
        bearerWord(quote.bearer),
        placeOf(quote),
        quote.shown ?? quote.quote,
        quote.file,
        quote.page ?? "",
      ]),
    ),
  };
}

function handoverSheet({ responsibilities }: Review): Sheet {
  return {
    name: "Handovers",
    columns: [
      { head: "Function", width: 38 },
      { head: "From", width: 14 },
      { head: "To", width: 14 },
      { head: "Within (hours)", width: 14 },
      { head: "Contact", width: 30 },
      { head: "Clause", width: 24 },
      { head: "Quote", width: 90 },
    ],
    rows: responsibilities.flatMap((item) =>
      item.handovers.map(({ from, to, withinHours, contact, evidence }) => [
        item.name,
        from ? BEARER_WORDS[from] : "",
        to ? BEARER_WORDS[to] : "",
        withinHours ?? "",
        contact ?? "",
        evidence[0] ? placeOf(evidence[0]) : "",
        evidence.map((quote) => quote.shown ?? quote.quote).join("\n"),
      ]),
    ),
  };
}

/** Clauses by which the party bears it, in whole or in part. */
function placesOf(item: Responsibility, party: Bearer): string {
  const own = item.evidence.filter(({ bearer }) => bearer === party || (bearer === "both" && party !== "third-party"));
  return [...new Set(own.map(placeOf))].join("; ");
}

function placeOf(quote: Evidence): string {
  return sentenceCase(clauseWords(quote));
}

/** The party that a quote gives the function to. */
export function bearerWord(bearer: Evidence["bearer"]): string {
  if (bearer === "both") return "Both";
  return bearer === undefined || bearer === "nobody" ? "Nobody" : BEARER_WORDS[bearer];
}
