import type { Evidence, Review } from "../../model/review.ts";
import { handoverSentence } from "../views/matrix-view.ts";
import { type QuoteView, quoteView, quoteViews } from "../views/quote-views.ts";
import { FACT_WORDS } from "../views/words.ts";
import { bearerWord } from "./matrix-sheets.ts";
import { NUMBER, type NumberedFinding, VERDICT, verdictCell } from "./sheet-parts.ts";
import type { Sheet } from "./spreadsheet.ts";

type Row = Sheet["rows"][number];

/** Every quote of the review with its place: of findings and what came nearest, of responsibilities, of facts. */
export function quotesSheet(review: Review, findings: readonly NumberedFinding[]): Sheet {
  return {
    name: "Quotes",
    columns: [
      NUMBER,
      { head: "Belongs to", width: 38 },
      VERDICT,
      { head: "Kind", width: 24 },
      { head: "Elements", width: 10 },
      { head: "Clause", width: 24 },
      { head: "Heading", width: 28 },
      { head: "Quote", width: 90 },
      { head: "Because", width: 40 },
      { head: "File", width: 30 },
      { head: "Page", width: 8 },
    ],
    rows: [
      ...findings.flatMap(ofFinding),
      ...review.responsibilities.flatMap((item) => [
        ...item.evidence.map((quote) => other(item.name, `Who does it: ${bearerWord(quote.bearer)}`, quote)),
        ...item.handovers.flatMap((handover) =>
          handover.evidence.map((quote) => other(item.name, handoverSentence(handover), quote)),
        ),
      ]),
      ...review.facts.flatMap(({ id, evidence }) => evidence.map((quote) => other(FACT_WORDS[id], "Fact", quote))),
    ],
  };
}

function ofFinding(row: NumberedFinding): Row[] {
  const { finding, number, view } = row;
  const quoted = (quote: QuoteView, kind: string, page: number | undefined): Row => [
    number,
    view.title,
    verdictCell(row),
    kind,
    quote.letters.join(", "),
    ...placed(quote, page),
  ];
  return [
    ...quoteViews(finding, "", Number.POSITIVE_INFINITY).map((quote) =>
      quoted(quote, quote.kindWord === "" ? "Shows an element" : quote.kindWord, pageOf(quote)),
    ),
    ...finding.searched.near.map((evidence) =>
      quoted(quoteView(evidence, [], ""), "Nearest, does not count", evidence.page),
    ),
  ];
}

function other(owner: string, kind: string, evidence: Evidence): Row {
  return ["", owner, "", kind, "", ...placed(quoteView(evidence, [], ""), evidence.page)];
}

function placed(quote: QuoteView, page: number | undefined): (string | number)[] {
  return [quote.place, quote.heading, quote.text, quote.because, quote.file, page ?? ""];
}

/** The view has it as "page 12". */
function pageOf({ page }: QuoteView): number | undefined {
  return page === "" ? undefined : Number(page.replace(/\D+/g, ""));
}
