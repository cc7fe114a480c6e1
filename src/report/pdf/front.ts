import type { FindingView } from "../views/finding-view.ts";
import type { ReportView } from "../views/report-view.ts";
import { shapePieces, verdictMark } from "./marks.ts";
import type { PdfNode, Piece } from "./node.ts";
import { heading, kept, list, para } from "./nodes.ts";
import { INK, LINK, SIZE, SOFT, VERDICT_INK } from "./styles.ts";

/** Said once where the font lacks a character of the contract. */
export const LOST_WORDS =
  "Some characters of the contract cannot be shown in PDF and stand here as \ufffd; the HTML report shows them.";

/** Title, summary and what to raise first. */
export function front(view: ReportView, lost: boolean): PdfNode[] {
  return [titleBlock(view), summary(view, lost), ...(view.worst.length > 0 ? [worst(view)] : [])];
}

function titleBlock({ title, parties, playbook, asOf }: ReportView): PdfNode {
  const facts = [
    ...parties.map(({ role, name }) => [role, name]),
    ["Playbook", `${playbook.id} ${playbook.version}`],
    ...(asOf === "" ? [] : [["Accepted shortfalls as of", asOf]]),
  ];
  return {
    role: "Sect",
    stack: [
      para("Contract gap report", { fontSize: SIZE.text, color: SOFT, margin: [0, 0, 0, 2] }),
      heading(1, title),
      ...facts.map(([name = "", value = ""]) =>
        para([{ text: `${name}: `, color: SOFT }, { text: value }], { margin: [0, 0, 0, 1] }),
      ),
    ],
  };
}

function summary({ sentence, rest, reservation }: ReportView, lost: boolean): PdfNode {
  const rail = { color: INK, width: 1.5 };
  return {
    role: "Sect",
    stack: [
      heading(2, "Summary"),
      para(sentence, { fontSize: 13, bold: true, lineHeight: 1.14, margin: [0, 0, 0, 4] }),
      ...(rest === "" ? [] : [para(rest)]),
      ...(reservation === ""
        ? []
        : [
            para([{ text: `${reservation} ` }, { text: "See the limits of this check.", to: "reading", color: LINK }], {
              rail,
              margin: [10, 3, 0, 4],
            }),
          ]),
      ...(lost ? [para(LOST_WORDS, { rail, margin: [10, 3, 0, 4] })] : []),
    ],
  };
}

function worst({ worst: items }: ReportView): PdfNode {
  const entries = items.map(({ view, request }, index) => ({
    sign: [{ text: `${index + 1}.` }],
    body: {
      stack: [
        para([{ text: view.title, bold: true, to: view.anchor, fontSize: 10 }], { margin: [0, 0, 0, 1] }),
        para(stamp(view), { margin: [0, 0, 0, 1], fontSize: SIZE.small }),
        para([
          { text: request },
          ...(view.suggestion.length === 0
            ? []
            : [{ text: ` Clause suggested in finding ${view.number}`, to: view.suggestionAnchor, color: LINK }]),
        ]),
      ],
    },
  }));
  return { role: "Sect", stack: [heading(2, "Raise these first", { id: "worst" }), list(entries)] };
}

/** Shape and word of the verdict, then the severity. */
export function stamp({ verdict, verdictWord, severityWord, severity }: FindingView): Piece[] {
  return [
    ...verdictMark(verdict),
    { text: verdictWord, bold: true, color: VERDICT_INK[verdict] },
    { text: "  ·  ", color: SOFT },
    { text: severityWord, bold: severity === "critical", color: severity === "critical" ? INK : SOFT },
  ];
}

/** What the contents list: a name, where it stands, how deep. */
interface Entry {
  readonly title: string;
  readonly id: string;
  readonly level: 1 | 2;
}

/** The table of contents with page numbers. */
export function contents(view: ReportView): PdfNode {
  const entries: Entry[] = [
    ...(view.worst.length > 0 ? [{ title: "Raise these first", id: "worst", level: 1 as const }] : []),
    ...(view.accepted.length > 0 ? [{ title: "Accepted shortfalls", id: "accepted", level: 1 as const }] : []),
    { title: "Areas", id: "areas", level: 1 },
    { title: "Findings", id: "findings", level: 1 },
    ...view.groups.map(({ word, severity, total }) => ({
      title: `${word} (${total})`,
      id: `severity-${severity}`,
      level: 2 as const,
    })),
    ...(view.matrix.sections.length > 0 ? [{ title: "Who does what", id: "matrix", level: 1 as const }] : []),
    { title: "Limits of this check", id: "reading", level: 1 },
    { title: "What was assumed", id: "facts", level: 1 },
    ...(view.terms.length > 0 ? [{ title: "Defined terms", id: "terms", level: 1 as const }] : []),
    { title: "Files and sources", id: "sources", level: 1 },
  ];
  return kept([
    heading(2, "Contents"),
    {
      role: "TOC",
      stack: entries.map(({ title, id, level }) => ({
        role: "TOCI",
        columns: [
          para([{ text: title, to: id, bold: level === 1 }], {
            role: "Reference",
            width: "*",
            margin: [level === 1 ? 0 : 14, 0, 0, 0],
          }),
          para([{ text: "00000", pageReference: id }], {
            role: "Reference",
            width: 40,
            alignment: "right",
            margin: [0, 0, 0, 0],
          }),
        ],
        margin: [0, 0, 0, 2],
      })),
    },
  ]);
}

/** Findings whose shortfall somebody accepted. */
export function accepted({ accepted: items }: ReportView): PdfNode[] {
  if (items.length === 0) return [];
  const entries = items.map((view, index) => ({
    sign: [{ text: `${index + 1}.` }],
    body: {
      stack: [
        para([{ text: view.title, bold: true, to: view.anchor }], { margin: [0, 0, 0, 1] }),
        para(stamp(view), { margin: [0, 0, 0, 1], fontSize: SIZE.small }),
        para(deviationPieces(view)),
      ],
    },
  }));
  return [{ role: "Sect", stack: [kept([heading(2, "Accepted shortfalls", { id: "accepted" }), list(entries)])] }];
}

/** "Accepted until 1 March 2027, by Dana Hill on 1 October 2026: …"; nothing where nobody accepted it. */
export function deviationPieces({ deviation }: FindingView): Piece[] {
  if (!deviation) return [];
  const { word, holds, by, accepted: day, because } = deviation;
  const color = holds ? VERDICT_INK.covered : VERDICT_INK.missing;
  return [
    ...shapePieces({ shape: holds ? "holds" : "lapsed", color }),
    { text: word, bold: true, color },
    { text: `, by ${by} on ${day}: ${because}` },
  ];
}
