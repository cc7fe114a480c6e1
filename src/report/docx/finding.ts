import type { FindingView } from "../views/finding-view.ts";
import type { Outline } from "./contents.ts";
import { cell, grid, headRow } from "./grid.ts";
import { SOFT, verdictInk } from "./ink.ts";
import { stateMark, verdictMark } from "./marks.ts";
import { placeOfFile, quoteBlock } from "./quotes.ts";
import { bold, bookmarked, paragraph, plain, run, type Xml } from "./xml.ts";

/** The place that links to a finding lead to. */
export function findingBookmark({ number }: Pick<FindingView, "number">): string {
  return `Finding${number}`;
}

export function clauseBookmark({ number }: Pick<FindingView, "number">): string {
  return `Finding${number}Clause`;
}

/** A finding with everything it rests on. */
export function findingBlocks(finding: FindingView, level: 3 | 4, { heading }: Outline): Xml {
  const { verdict, verdictWord, severityWord, area, confidence } = finding;
  const stamp = run(`  ·  ${area}  ·  Confidence ${confidence}`, { color: SOFT });
  return [
    heading(level, `${finding.number}. ${finding.title}`, findingBookmark(finding)),
    paragraph("Stamp", `${verdictMark(verdict, verdictWord)}${bold(`  ·  ${severityWord}`)}${stamp}`),
    plain("Normal", finding.explanation),
    plain("Why", verdict === "covered" ? "" : finding.why),
    finding.deviation ? paragraph("Accepted", acceptance(finding.deviation)) : "",
    elements(finding),
    numbers(finding),
    finding.quotes.length === 0 ? "" : plain("Label", "The contract's words"),
    ...finding.quotes.map(quoteBlock),
    position(finding.position),
    ownPolicy(finding),
    searched(finding),
    finding.citations.length === 0 ? "" : labelled("The law and standards", run(finding.citations.join("; "))),
    suggestion(finding),
  ].join("");
}

/** "Accepted until 1 March 2027, by Dana Okafor on 2 March 2026: …" */
export function acceptance({ word, holds, by, accepted, because }: NonNullable<FindingView["deviation"]>): Xml {
  const ink = verdictInk(holds ? "covered" : "missing");
  return `${bold(word, ink)}${run(`, by ${by} on ${accepted}: ${because}`)}`;
}

const WIDTHS = [540, 4598, 1400, 3100];

function elements(finding: FindingView): Xml {
  if (finding.elements.length === 0) return "";
  const rows = finding.elements.map(({ letter, text, state, word, mandatory, beyondStatute, places, more }) => {
    const tags = [mandatory ? "mandatory" : "optional", beyondStatute ? "beyond the statute" : ""];
    const where = [...new Set(places.map(({ label }) => label)), more === 0 ? "" : `and ${more} more`];
    return {
      cells: [
        cell(`(${letter})`),
        {
          content: paragraph(
            "TableText",
            `${run(text)}${run(`  ${present(tags).join(", ")}`, { color: SOFT, size: 15 })}`,
          ),
        },
        { content: paragraph("TableText", stateMark(state, word)) },
        cell(present(where).join("; ")),
      ],
    };
  });
  const caption = `What the contract must say: ${finding.title}`;
  return [
    plain("Label", "What it must say"),
    grid({ caption, widths: WIDTHS }, [headRow(["Ref.", "Element", "Result", "Where"]), ...rows]),
    paragraph("Gap", ""),
  ].join("");
}

function numbers({ quantities }: FindingView): Xml {
  return listed(
    "Numbers",
    quantities.map(({ subject, found, limit, word, standing }) => {
      const ink = verdictInk(standing === "within" ? "covered" : standing === "weak" ? "partial" : "missing");
      return `${run(`${subject}: the contract says `)}${bold(found)}${run(`; the playbook asks for ${limit}: `)}${bold(word, ink)}`;
    }),
  );
}

function position(own: FindingView["position"]): Xml {
  if (own === undefined) return "";
  const note = own.note === "" ? "" : `: ${own.note}`;
  const approval = own.approval === "" ? "" : `  ·  needs approval of ${own.approval}`;
  return labelled("Playbook", `${bold(own.word)}${run(note)}${run(approval, { color: SOFT })}`);
}

function ownPolicy({ ownPolicy: gaps }: FindingView): Xml {
  return listed(
    "Weaker than your policy",
    gaps.map(
      ({ said, quote, place }) =>
        `${run(`${said}. `)}${run(`“${quote}”`, { style: "ContractWords" })}${run(` (${place})`, { color: SOFT })}`,
    ),
  );
}

function searched({ searched: view }: FindingView): Xml {
  if (view === undefined) return "";
  const lead = `${view.clausesRead} clauses and table rows read${view.nearest.length === 0 ? "." : "; nearest to the subject:"}`;
  return [
    labelled("What was searched", run(lead), view.nearest.length > 0),
    ...view.nearest.map(({ place, heading, file, page, text, because }) =>
      paragraph(
        "Item",
        [
          bold(place),
          run(
            [heading, placeOfFile(file, page)]
              .filter((part) => part !== "")
              .map((part) => `  ·  ${part}`)
              .join(""),
            { color: SOFT },
          ),
          run(": "),
          run(`“${text}”`, { style: "ContractWords" }),
          run(because && ` ${because}`, { color: SOFT }),
        ].join(""),
      ),
    ),
    ...view.unread.map((pages) => paragraph("Item", `${bold("Could not be read: ")}${run(pages)}`)),
  ].join("");
}

function suggestion(finding: FindingView): Xml {
  const [first, ...rest] = finding.suggestion;
  if (first === undefined) return "";
  return [
    plain("Label", "Suggested clause"),
    paragraph("SuggestedClause", bookmarked(clauseBookmark(finding), run(first))),
    ...rest.map((text) => plain("SuggestedClause", text)),
  ].join("");
}

/** A short matter on the line of its label. */
function labelled(label: string, content: Xml, keepNext = false): Xml {
  return paragraph(
    "Labelled",
    `${run(label, { style: "LabelWords" })}${run("\u2002")}${content}`,
    keepNext ? { keepNext } : {},
  );
}

function listed(label: string, items: readonly Xml[]): Xml {
  if (items.length === 0) return "";
  return `${plain("Label", label)}${items.map((item) => paragraph("Item", `${run("– ")}${item}`)).join("")}`;
}

function present(parts: readonly string[]): string[] {
  return parts.filter((part) => part !== "");
}
