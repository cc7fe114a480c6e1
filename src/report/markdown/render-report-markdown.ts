import type { Review } from "../../model/review.ts";
import type { Audience } from "../views/audience.ts";
import { type Light, procurementView } from "../views/procurement-view.ts";
import { type ReportView, reportView } from "../views/report-view.ts";
import { deviationLine, findingBlocks, findingLine, markedVerdict } from "./finding.ts";
import { matrixBlocks } from "./matrix.ts";
import { blocks, bullets, numberedList, plain, table } from "./text.ts";

/**
 * The report as GitHub Flavored Markdown: for legal everything, in the order of the HTML report; for procurement the one page.
 * No text of the contract becomes markup.
 */
export function renderReportMarkdown(review: Review, audience: Audience): string {
  return blocks(audience === "procurement" ? onePage(review) : wholeReport(reportView(review)));
}

function wholeReport(view: ReportView): string[] {
  return [
    `# Gap report: ${plain(view.title)}`,
    bullets([
      ...view.parties.map(({ role, name }) => `${role}: ${plain(name)}`),
      `Playbook: ${plain(`${view.playbook.id} ${view.playbook.version}`)}`,
    ]),
    ...summary(view.sentence, view.rest, view.reservation),
    ...(view.worst.length === 0
      ? []
      : [
          "## Raise these first",
          numberedList(
            view.worst.map(({ view: finding, request }) => [
              `**${markedVerdict(finding.verdict, finding.verdictWord)}** · ${finding.severityWord} · ${plain(finding.title)} (finding ${finding.number})`,
              plain(request),
            ]),
          ),
        ]),
    ...(view.accepted.length === 0
      ? []
      : [
          "## Accepted shortfalls",
          numberedList(
            view.accepted.map((finding) => [
              `**${markedVerdict(finding.verdict, finding.verdictWord)}** · ${finding.severityWord} · ${plain(finding.title)} (finding ${finding.number})`,
              deviationLine(finding),
            ]),
          ),
        ]),
    ...areaBlocks(view),
    "## Findings",
    bullets(view.verdicts.map(({ verdict, word, meaning }) => `**${markedVerdict(verdict, word)}**: ${meaning}`)),
    ...view.groups.flatMap(({ word, total, open, covered, notApplicable }) => [
      `### ${word} (${total})`,
      ...open.flatMap(findingBlocks),
      ...(covered.length === 0
        ? []
        : [`#### ${word} and covered (${covered.length})`, bullets(covered.map(findingLine))]),
      ...(notApplicable.length === 0
        ? []
        : [`#### ${word}, not applicable (${notApplicable.length})`, bullets(notApplicable.map(findingLine))]),
    ]),
    ...matrixBlocks(view.matrix),
    "## Limits of this check",
    view.diagnostics.length === 0
      ? "None: every page and part of the files was read."
      : bullets(
          view.diagnostics.map(
            ({ word, message, place }) => `**${word}**: ${plain(message)}${place === "" ? "" : ` (${plain(place)})`}`,
          ),
        ),
    ...factBlocks(view),
    ...(view.terms.length === 0
      ? []
      : ["## Defined terms", bullets(view.terms.map(({ term, quote }) => `${plain(term)}: “${plain(quote)}”`))]),
    ...sourceBlocks(view),
  ];
}

function summary(sentence: string, rest: string, reservation: string): string[] {
  return [`**${plain(sentence)}**`, plain(rest), reservation === "" ? "" : `**Reservation:** ${plain(reservation)}`];
}

function areaBlocks({ areas, heat, verdicts }: ReportView): string[] {
  const words = verdicts.map(({ verdict, word }) => markedVerdict(verdict, word));
  const [first] = heat;
  const all = verdicts.map((_, i) => i + 1);
  return [
    "## Areas",
    table(
      ["Area", ...words, "All"],
      areas.map(({ name, cells, total }) => [name, ...cells.map(({ count }) => `${count}`), `${total}`]),
      [...all, all.length + 1],
    ),
    first === undefined
      ? ""
      : table(
          ["Severity", ...first.cells.map(({ verdict, word }) => markedVerdict(verdict, word)), "All"],
          heat.map(({ word, cells, total }) => [
            word,
            ...cells.map(({ count, accepted }) => `${count}${accepted === 0 ? "" : ` (${accepted} accepted)`}`),
            `${total}`,
          ]),
          all,
        ),
  ];
}

function factBlocks({ facts }: ReportView): string[] {
  if (facts.length === 0)
    return [
      "## What was assumed",
      "Nothing: every requirement of the playbook applies whatever the contract is about.",
    ];
  return [
    "## What was assumed",
    "Which requirements apply follows from these facts. If one is wrong, check again with the right one.",
    table(
      ["Fact", "Answer", "Basis", "Where"],
      facts.map(({ sentence, answer, basis, quotes }) => [
        plain(sentence),
        answer,
        basis,
        plain(
          quotes
            .map(({ place, text, file, page }) => `${place}: “${text}” (${file}${page === "" ? "" : `, ${page}`})`)
            .join("; "),
        ),
      ]),
    ),
  ];
}

function sourceBlocks({ playbook, library, files, asOf }: ReportView): string[] {
  return [
    "## Files and sources",
    `Playbook ${plain(`${playbook.id} ${playbook.version}`)}. Clause library ${plain(library.version)}, SHA-256 ${plain(library.sha256)}.`,
    table(
      ["File", "Type", "Pages", "SHA-256"],
      files.map(({ name, mediaType, pages, sha256 }) => [plain(name), plain(mediaType), `${pages}`, plain(sha256)]),
      [2],
    ),
    `${asOf === "" ? "" : `Accepted shortfalls are weighed for ${asOf}. `}The report shows what the text says; it is not legal advice.`,
  ];
}

const LIGHT_MARKS: Readonly<Record<Light, string>> = { red: "▲", amber: "◐", green: "✓", grey: "–" };

function onePage(review: Review): string[] {
  const view = procurementView(review);
  const { overall, lights, worst, more, accepted, playbook } = view;
  return [
    `# ${plain(view.title)}`,
    `Supplier: ${plain(view.supplier)} · Customer: ${plain(view.customer)}`,
    `**${LIGHT_MARKS[overall.light]} ${overall.word}** · ${overall.counts}`,
    ...summary(view.sentence, view.rest, view.reservation),
    table(
      ["Area", "Result", "Open"],
      lights.map(({ name, light, word, counts }) => [name, `${LIGHT_MARKS[light]} **${word}**`, counts]),
    ),
    ...(worst.length === 0
      ? []
      : [
          "## Raise these first",
          numberedList(
            worst.map(({ title, verdict, verdictWord, severityWord, why, request }) =>
              [
                `**${markedVerdict(verdict, verdictWord)}** · ${severityWord} · ${plain(title)}`,
                `${plain(request)}`,
                plain(why),
              ].filter((part) => part !== ""),
            ),
          ),
        ]),
    more > 0 ? `${more} further point${more === 1 ? "" : "s"} in the full report.` : "",
    ...(accepted.length === 0
      ? []
      : [
          "## Accepted shortfalls",
          bullets(accepted.map(({ title, word, by }) => `${plain(title)}: ${word}, by ${plain(by)}`)),
        ]),
    `Checked with playbook ${plain(`${playbook.id} ${playbook.version}`)}. It shows what the text says; it is not legal advice.`,
  ];
}
