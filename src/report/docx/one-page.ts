import type { ProcurementView } from "../views/procurement-view.ts";
import { counted, sentenceCase } from "../views/words.ts";
import { fitted, linesOf, widthOf } from "./fit-lines.ts";
import { cell, grid, headRow } from "./grid.ts";
import { SOFT } from "./ink.ts";
import { textWidth } from "./look.ts";
import { lightMark, verdictMark } from "./marks.ts";
import { docxPackage } from "./package.ts";
import { SHEET, SHEET_STYLES } from "./styles.ts";
import { bold, paragraph, plain, run, type Xml } from "./xml.ts";

const MARGIN = 850;
const WIDTH = textWidth(MARGIN);
const HEIGHT = 16838 - 2 * MARGIN;
const STAMP = 1650;
/** Of a cell, left and right together and above and below together, the rule included. */
const PADDING = { across: 160, down: 112 };
/** Accepted shortfalls that are named. */
const NAMED = 3;
/** Room that stays free: programs differ. */
const SPARE = 320;

/** The title is set in another, wider font. */
const SERIF_WIDER = 0.86;

type Look = keyof typeof SHEET;

/** Lines for the reasons and for what to ask for, tried one after the other; the last fits whatever is said. */
const ROOM = [
  { why: 5, ask: 8 },
  { why: 4, ask: 6 },
  { why: 3, ask: 5 },
  { why: 3, ask: 4 },
  { why: 2, ask: 4 },
  { why: 2, ask: 3 },
  { why: 1, ask: 3 },
  { why: 1, ask: 2 },
] as const;

/** The one page for those who buy, as a Word file: exactly one A4 page, long texts shortened. */
export function onePage(view: ProcurementView): Promise<Uint8Array> {
  const made = ROOM.map((room) => pageOf(view, room));
  const own = made.find(({ height }) => height <= HEIGHT - SPARE) ?? made.at(-1);
  const title = `Contract on one page: ${view.title}`;
  const particulars = { title, subject: view.sentence, styles: SHEET_STYLES, margin: MARGIN, running: "" };
  return docxPackage(particulars, [{ kind: "upright", content: own?.content ?? "" }]);
}

interface Piece {
  readonly content: Xml;
  /** In twips. */
  readonly height: number;
}

function pageOf(view: ProcurementView, room: (typeof ROOM)[number]): Piece {
  const { overall, worst, more } = view;
  return joined([
    added(text("Kind", "The contract on one page", 1), 160),
    text("Title", view.title, 2, { width: WIDTH * SERIF_WIDER }),
    particular("Supplier", view.supplier),
    particular("Customer", view.customer),
    piece("Heading1", lightMark(overall.light, overall.word)),
    text("MainSentence", view.sentence, 2),
    ...(view.rest === "" ? [] : [text("Normal", view.rest, 2)]),
    ...(view.reservation === ""
      ? []
      : [text("Reservation", `${view.reservation} The full report lists what was not read.`, 2)]),
    piece("Heading2", run("Area by area")),
    lights(view),
    ...(worst.length === 0 ? [] : [piece("Heading2", run("Raise these first")), worstTable(view, room)]),
    ...(more <= 0 ? [] : [text("Small", `${sentenceCase(counted(more, "further point"))} in the full report.`, 1)]),
    ...accepted(view),
    foot(view),
  ]);
}

function lights({ lights: own }: ProcurementView): Piece {
  const rows = own.map(({ name, light, word, counts }) => ({
    cells: [
      { content: paragraph("TableText", bold(name)) },
      { content: paragraph("TableText", lightMark(light, word)) },
      cell(counts === "" ? "–" : counts),
    ],
  }));
  return {
    content: grid({ caption: "Each area with its light", widths: [2900, 2700, WIDTH - 5600] }, [
      headRow(["Area", "Light", "What was found"]),
      ...rows,
    ]),
    height: (rows.length + 1) * (SHEET.TableText.line + PADDING.down),
  };
}

function worstTable({ worst }: ProcurementView, { why, ask }: (typeof ROOM)[number]): Piece {
  const width = WIDTH - STAMP - PADDING.across;
  const rows = worst.map((item) => {
    const parts = joined([
      text("TableText", item.title, 1, { width, bold: true }),
      ...(item.why === "" ? [] : [text("TableText", item.why, why, { width, color: SOFT })]),
      text("TableText", item.request, ask, { width, lead: "Ask the supplier: " }),
    ]);
    const stamp = `${paragraph("TableText", verdictMark(item.verdict, item.verdictWord))}${plain("TableText", item.severityWord)}`;
    return {
      row: { cells: [{ content: stamp }, { content: parts.content }] },
      height: Math.max(parts.height, 2 * SHEET.TableText.line) + PADDING.down,
    };
  });
  const head = SHEET.TableHead.line + PADDING.down;
  return {
    content: grid({ caption: "Raise these first", widths: [STAMP, WIDTH - STAMP] }, [
      headRow(["Verdict", "What it is, and what to ask for"]),
      ...rows.map(({ row }) => row),
    ]),
    height: rows.reduce((sum, { height }) => sum + height, head),
  };
}

function accepted({ accepted: own }: ProcurementView): Piece[] {
  if (own.length === 0) return [];
  const size = SHEET.Item.size * 10;
  const lines = own.slice(0, NAMED).map(({ title, word, by }) => {
    const width = WIDTH - widthOf(`${word}  `, { size, bold: true });
    return piece("Item", `${bold(word)}${run(`  ${fitted(`${title}, by ${by}`, { width, size }, 1)}`)}`);
  });
  const others = own.length - NAMED;
  return [
    piece("Heading2", run("Accepted shortfalls")),
    ...lines,
    ...(others > 0 ? [text("Small", `${sentenceCase(counted(others, "more"))} in the full report.`, 1)] : []),
  ];
}

function foot({ playbook }: ProcurementView): Piece {
  const size = SHEET.Small.size * 10;
  const name = fitted(`${playbook.id} ${playbook.version}`, { width: WIDTH / 3, size }, 1);
  const said = `Checked against the playbook ${name}. This page shows what the text of the contract says; it is not legal advice.`;
  return text("Small", said, 2);
}

function particular(role: string, name: string): Piece {
  const width = WIDTH - 1701;
  return piece(
    "Particulars",
    `${run(role, { color: SOFT })}${run(`\t${fitted(name, { width, size: SHEET.Particulars.size * 10 }, 1)}`)}`,
  );
}

interface TextLook {
  readonly width?: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** Set in bold before the text. */
  readonly lead?: string;
}

/** A paragraph on at most so many lines. */
function text(style: Look, words: string, most: number, { width = WIDTH, lead = "", ...look }: TextLook = {}): Piece {
  const lines = {
    width: width - (style === "Reservation" ? 170 : 0),
    size: SHEET[style].size * 10,
    bold: look.bold || style === "MainSentence",
  };
  // The lead is bold: what it takes more is given as if it were longer.
  const shown = fitted(`${lead}${words}`, lead === "" ? lines : { ...lines, width: width * 0.99 }, most);
  const content = lead === "" ? run(shown, look) : `${bold(lead)}${run(shown.slice(lead.length), look)}`;
  return piece(style, content, linesOf(shown, lines));
}

/** A paragraph of known lines. */
function piece(style: Look, content: Xml, lines = 1): Piece {
  const { line, before = 0, after = 0 }: { line: number; before?: number; after?: number } = SHEET[style];
  return { content: paragraph(style, content), height: lines * line + before + after };
}

function added({ content, height }: Piece, more: number): Piece {
  return { content, height: height + more };
}

function joined(pieces: readonly Piece[]): Piece {
  return {
    content: pieces.map(({ content }) => content).join(""),
    height: pieces.reduce((sum, { height }) => sum + height, 0),
  };
}
