import type { MatrixRow, MatrixView } from "../views/matrix-view.ts";
import type { Outline } from "./contents.ts";
import { cell, type GridCell, type GridRow, grid, headRow } from "./grid.ts";
import { INK, SOFT, verdictInk } from "./ink.ts";
import { HEAD_FILL } from "./look.ts";
import { placeOfFile } from "./quotes.ts";
import { bold, paragraph, plain, run, type Xml } from "./xml.ts";

/** Twips across the landscape sheet. */
const WIDTHS = [3000, 2050, 2050, 1750, 1500, 4220];
const FILLS: Readonly<Record<string, string>> = { whole: "CFE3DA", part: "E6F1EC", both: "F6E6BF", claimed: "F6E6BF" };

type Quote = MatrixRow["named"][number];

/** Who does what, as one table: the picture and its words. */
export function matrixTable({ sentence, parties, sections }: MatrixView, { heading }: Outline): Xml {
  const heads = parties.map(({ role, name }) => (name === "" ? role : `${role}\n${name}`));
  const caption = "Functions and the party the contract gives them to";
  return [
    heading(1, "Who does what"),
    plain("Normal", `${sentence} ◆ marks a core function; the quotes follow the table.`, { keepNext: true }),
    grid({ caption, widths: WIDTHS }, [
      headRow(["Function", ...heads, "Result", "Why"]),
      ...sections.flatMap(({ title, rows }) => [groupRow(title), ...rows.map(functionRow)]),
    ]),
    paragraph("Gap", ""),
  ].join("");
}

function groupRow(title: string): GridRow {
  const content = paragraph("TableText", bold(title), { keepNext: true });
  return { cells: [{ content, span: WIDTHS.length, fill: HEAD_FILL }] };
}

function functionRow({ name, core, word, hole, cells, explanation, concerns }: MatrixRow): GridRow {
  const concern = concerns.map((text) => paragraph("TableText", `${bold("! ", verdictInk("partial"))}${run(text)}`));
  return {
    cells: [
      { content: paragraph("TableText", `${bold(name)}${core ? run("\u00a0◆", { style: "Mark", color: SOFT }) : ""}`) },
      ...cells.map(partyCell),
      { content: paragraph("TableText", bold(word, hole ? verdictInk("missing") : INK)) },
      { content: `${paragraph("TableText", run(explanation))}${concern.join("")}` },
    ],
  };
}

function partyCell({ kind, word, quotes }: MatrixRow["cells"][number]): GridCell {
  const fill = FILLS[kind];
  if (quotes.length === 0) return cell(word);
  const places = [...new Set(quotes.map(({ place }) => place))].join("; ");
  const content = `${paragraph("TableText", bold(word))}${paragraph("TableText", run(places, { size: 15 }))}`;
  return { content, ...(fill ? { fill } : {}) };
}

/** The quotes behind the table, function by function; "" where it rests on none. */
export function matrixQuotes({ sections }: MatrixView, { heading }: Outline): Xml {
  const blocks = sections.flatMap(({ rows }) => rows).map(functionQuotes);
  if (blocks.every((block) => block === "")) return "";
  return [heading(2, "What the contract says of each function"), ...blocks].join("");
}

function functionQuotes({ name, cells, named, handovers, word }: MatrixRow): Xml {
  const own = [...cells.flatMap(({ quotes }) => quotes), ...named].map(quoteOf);
  const told = handovers.flatMap(({ sentence, quotes }) => [
    plain("Item", `– ${sentence}`, { keepNext: true }),
    ...quotes.map(quoteOf),
  ]);
  // A quote that gives a function to both parties stands in two cells.
  const blocks = [...new Set(own), ...told];
  if (blocks.length === 0) return "";
  return [paragraph("Label", `${run(name)}${run(`: ${word}`, { color: SOFT, bold: false })}`), ...blocks].join("");
}

function quoteOf({ place, file, page, text }: Quote): Xml {
  return `${paragraph("Place", `${bold(place)}${run(`  ·  ${placeOfFile(file, page)}`, { color: SOFT })}`)}${paragraph("Quote", run(text))}`;
}
