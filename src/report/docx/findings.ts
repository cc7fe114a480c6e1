import type { FindingView } from "../views/finding-view.ts";
import type { ReportView } from "../views/report-view.ts";
import type { Outline } from "./contents.ts";
import { acceptance, clauseBookmark, findingBlocks, findingBookmark } from "./finding.ts";
import { grid, headRow } from "./grid.ts";
import { SOFT } from "./ink.ts";
import { verdictMark } from "./marks.ts";
import { bold, bookmarked, link, paragraph, run, type Xml } from "./xml.ts";

/** The worst five with what to ask for. */
export function worstTable({ worst }: ReportView, { heading }: Outline): Xml {
  if (worst.length === 0) return "";
  const rows = worst.map(({ view, request }) => ({
    cells: [
      stamp(view),
      {
        content: [
          paragraph("TableText", link(findingBookmark(view), view.title), { keepNext: true }),
          paragraph(
            "TableText",
            `${run(request)}${view.suggestion.length === 0 ? "" : `${run(" ")}${link(clauseBookmark(view), `Clause suggested in finding ${view.number}`)}`}`,
          ),
        ].join(""),
      },
    ],
  }));
  const caption = "Raise these first";
  return [
    heading(1, caption),
    grid({ caption, widths: [1700, 7938] }, [headRow(["Verdict", "What to ask for"]), ...rows]),
    paragraph("Gap", ""),
  ].join("");
}

/** Shortfalls that somebody accepted, whether or not that holds. */
export function acceptedTable({ accepted }: ReportView, { heading }: Outline): Xml {
  if (accepted.length === 0) return "";
  const caption = "Accepted shortfalls";
  return [
    heading(1, caption),
    grid({ caption, widths: [1700, 7938] }, [
      headRow(["Verdict", "Who accepted it, until when and why"]),
      ...accepted.map((view) => ({
        cells: [
          stamp(view),
          {
            content: [
              paragraph("TableText", link(findingBookmark(view), view.title), { keepNext: true }),
              paragraph("TableText", view.deviation ? acceptance(view.deviation) : ""),
            ].join(""),
          },
        ],
      })),
    ]),
    paragraph("Gap", ""),
  ].join("");
}

function stamp({ verdict, verdictWord, severity, severityWord }: FindingView) {
  const degree = severity === "critical" ? bold(severityWord) : run(severityWord, { color: SOFT });
  return { content: `${paragraph("TableText", verdictMark(verdict, verdictWord))}${paragraph("TableText", degree)}` };
}

/** Every finding in the order of the report, under its severity. */
export function findings({ groups, verdicts }: ReportView, own: Outline): Xml {
  return [
    own.heading(1, "Findings"),
    ...verdicts.map(({ verdict, word, meaning }) =>
      paragraph("Item", `${verdictMark(verdict, word)}${run(`: ${meaning}`)}`),
    ),
    ...groups.map(({ word, total, open, covered, notApplicable }) =>
      [
        own.heading(2, `${word} (${total})`),
        ...open.map((view) => findingBlocks(view, 3, own)),
        covered.length === 0 ? "" : own.heading(3, `${word} and covered (${covered.length})`),
        ...covered.map((view) => findingBlocks(view, 4, own)),
        notApplicable.length === 0 ? "" : own.heading(3, `${word}, not applicable (${notApplicable.length})`),
        ...notApplicable.map((view) =>
          paragraph(
            "Item",
            `${bookmarked(findingBookmark(view), bold(`${view.number}. ${view.title}. `))}${run(view.explanation)}${view.deviation ? `${run(" ")}${acceptance(view.deviation)}` : ""}`,
          ),
        ),
      ].join(""),
    ),
  ].join("");
}
