import type { MatrixRow } from "../views/matrix-view.ts";
import type { ReportView } from "../views/report-view.ts";
import { fileWords } from "./finding-body.ts";
import type { PdfNode } from "./node.ts";
import { cell, heading, kept, label, para, table } from "./nodes.ts";
import { INK, RULE, SIZE, SOFT, VERDICT_INK } from "./styles.ts";

/** A name in the head of a table, on a line or two. */
const NAME = 60;

/** Who does what: the whole matrix as a table, then function by function the clauses that say so. */
export function matrix({ matrix: { sections, sentence, parties } }: ReportView): PdfNode[] {
  if (sections.length === 0) return [];
  const numbers = new Map(sections.flatMap(({ rows }) => rows).map((row, index) => [row, `duty-${index + 1}`]));
  const idOf = (row: MatrixRow) => numbers.get(row) ?? "";
  const body = sections.flatMap(({ title, rows }) => [
    groupRow(title, parties),
    ...rows.map((row) => rowOf(row, idOf(row))),
  ]);
  const details = sections.flatMap(({ rows }) => rows.map((row) => detail(row, idOf(row), parties)));
  return [
    {
      role: "Sect",
      stack: [
        kept([
          heading(2, "Who does what", { id: "matrix" }),
          para(`${sentence} The clauses stand below the table, function by function.`),
        ]),
        table([176, "*", "*", "*", 84], headsOf(parties), body, { whole: true }),
        kept([heading(3, "Function by function", { margin: [0, 14, 0, 4] }), ...details.slice(0, 1)]),
        ...details.slice(1),
      ],
    },
  ];
}

type Parties = ReportView["matrix"]["parties"];

function headsOf(parties: Parties): PdfNode[] {
  const named = parties.map(({ role, name }) =>
    cell(
      [
        { text: role, bold: true },
        ...(name === "" ? [] : [{ text: `\n${cutTo(name, NAME)}`, color: SOFT, fontSize: SIZE.tiny }]),
      ],
      { fontSize: SIZE.small },
    ),
  );
  const head = { bold: true, fontSize: SIZE.small };
  return [cell("Function", head), ...named, cell("Result", head)];
}

function cutTo(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** The name of a group over the whole width. */
function groupRow(title: string, parties: Parties): PdfNode[] {
  const head = cell(title, {
    bold: true,
    colSpan: parties.length + 2,
    scope: "Row",
    color: SOFT,
    margin: [0, 6, 0, 0],
  });
  return [head, ...Array.from({ length: parties.length + 1 }, () => ({}))];
}

function rowOf(row: MatrixRow, id: string): PdfNode[] {
  const core = row.core ? [{ text: "  core", color: SOFT, fontSize: SIZE.tiny }] : [];
  return [
    cell([{ text: row.name, bold: true, to: id }, ...core], { scope: "Row" }),
    ...row.cells.map(({ kind, word }) => cell(word, CELLS[kind] ?? {})),
    cell([{ text: row.word, bold: row.hole, color: row.hole ? VERDICT_INK.missing : INK }]),
  ];
}

const STRONG = "#d6e6df";
const CELLS: Readonly<Record<string, Pick<PdfNode, "fillColor" | "color">>> = {
  whole: { fillColor: STRONG },
  part: { fillColor: "#edf4f1" },
  both: { fillColor: "#f7ead0" },
  claimed: { fillColor: "#f7ead0" },
  also: { color: SOFT },
  named: { color: SOFT },
  none: { color: SOFT },
};

function detail(
  { name, core, word, hole, explanation, concerns, cells, named, handovers }: MatrixRow,
  id: string,
  parties: Parties,
): PdfNode {
  const said = saidOf(cells, parties);
  return {
    role: "Sect",
    stack: [
      kept([
        heading(4, [{ text: name }, { text: core ? "  core" : "", color: SOFT, bold: false, fontSize: SIZE.small }], {
          id,
          fontSize: 10,
          margin: [0, 7, 0, 1],
          bookmark: 3,
        }),
        para([{ text: word, bold: true, color: hole ? VERDICT_INK.missing : INK }, { text: `  ${explanation}` }]),
        ...concerns.map((concern) =>
          para([{ text: "To mend: ", bold: true, color: VERDICT_INK.partial }, { text: concern }]),
        ),
      ]),
      ...said.map(({ quote, lead }) => quoted(quote, lead)),
      ...named.map((quote) => quoted(quote, "Names it, though nobody bears it")),
      ...handovers.flatMap(({ sentence, quotes }) => [
        kept([label("Handover"), para(sentence)]),
        ...quotes.map((quote) => quoted(quote, "")),
      ]),
    ],
  };
}

/** Each quote once, with all the parties that it names. */
function saidOf(cells: MatrixRow["cells"], parties: Parties): { quote: Quote; lead: string }[] {
  const all = cells.flatMap(({ quotes, word }, index) =>
    quotes.map((quote) => ({ quote, party: parties[index]?.role ?? "", share: word.toLowerCase() })),
  );
  const same = Map.groupBy(all, ({ quote, share }) =>
    [quote.file, quote.page, quote.place, quote.text, share].join("\n"),
  );
  return [...same.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [{ quote: first.quote, lead: `${group.map(({ party }) => party).join(" and ")}: ${first.share}` }]
      : [];
  });
}

type Quote = MatrixRow["named"][number];

function quoted({ text, place, file, page }: Quote, lead: string): PdfNode {
  return kept([
    para(
      [
        { text: place, bold: true },
        { text: `  ·  ${fileWords(file, page)}${lead === "" ? "" : `  ·  ${lead}`}`, color: SOFT },
      ],
      { fontSize: SIZE.small, margin: [0, 1, 0, 1] },
    ),
    para(`“${text}”`, { role: "BlockQuote", rail: { color: RULE, width: 0.9 }, margin: [14, 0, 0, 3] }),
  ]);
}
