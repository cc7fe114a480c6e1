import type { Review, Verdict } from "../../model/review.ts";
import { VERDICT_ORDER } from "../views/order-findings.ts";
import { type ReportView, reportView } from "../views/report-view.ts";
import { VERDICT_TINTS } from "./sheet-parts.ts";
import type { Sheet, TintedCell } from "./spreadsheet.ts";

type Row = Sheet["rows"][number];

/** The first sheet: the report's sentences, what to raise first, the counts, and what it was made from. */
export function summarySheet(review: Review): Sheet {
  const view = reportView(review);
  return {
    name: "Summary",
    columns: [
      { head: "Part", width: 16 },
      { head: "What", width: 40 },
      { head: "Says", width: 70 },
      ...view.verdicts.map(({ word }) => ({ head: word, width: 15 })),
      { head: "All", width: 8 },
    ],
    rows: [
      says("Contract", "Title", view.title),
      ...view.parties.map(({ role, name }) => says("Contract", role, name)),
      says("Summary", "In one sentence", view.sentence.replaceAll("\u00a0", " ")),
      ...(view.rest === "" ? [] : [says("Summary", "The others", view.rest)]),
      ...(view.reservation === "" ? [] : [says("Summary", "Reservation", `${view.reservation} See the sheet Limits.`)]),
      ...view.worst.map(({ view: { number, title }, request }, i) =>
        says("Raise first", `${i + 1}. ${title} (finding ${number})`, request),
      ),
      ...view.areas.map(({ name, cells, total }): Row => ["By area", name, "", ...counts(cells), total]),
      ...view.heat.map(
        ({ word, cells, total }): Row => [
          "By severity",
          `${word}, of what applies`,
          acceptedWords(cells),
          ...counts(cells),
          total,
        ],
      ),
      ...madeFrom(view),
    ],
  };
}

function madeFrom(view: ReportView): Row[] {
  return [
    says("Made from", "Playbook", `${view.playbook.id} ${view.playbook.version}`),
    says("Made from", "Clause library", `${view.library.version}, SHA-256 ${view.library.sha256}`),
    ...(view.asOf === "" ? [] : [says("Made from", "Accepted shortfalls weighed for", view.asOf)]),
    ...view.files.map(({ name, mediaType, pages, sha256 }) =>
      says("File", name, `${mediaType}${pages === "" ? "" : `, ${pages} pages`}, SHA-256 ${sha256}`),
    ),
    ...view.facts.map(({ sentence, answer, basis }) => says("Fact", sentence, `${answer} (${basis})`)),
  ];
}

function says(part: string, what: string, words: string): Row {
  return [part, what, words, ...VERDICT_ORDER.map(() => ""), ""];
}

/** A cell for every verdict, coloured where there is something to see. */
function counts(cells: readonly { readonly verdict: Verdict; readonly count: number }[]): (TintedCell | number | "")[] {
  return VERDICT_ORDER.map((verdict) => {
    const count = cells.find((cell) => cell.verdict === verdict)?.count;
    if (count === undefined) return "";
    return count === 0 ? 0 : { value: count, tint: VERDICT_TINTS[verdict] };
  });
}

function acceptedWords(cells: readonly { readonly word: string; readonly accepted: number }[]): string {
  return cells
    .filter(({ accepted }) => accepted > 0)
    .map(({ word, accepted }) => `${word}: ${accepted} accepted`)
    .join("; ");
}
