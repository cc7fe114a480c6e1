import type { Light, ProcurementView } from "../views/procurement-view.ts";
import { counted, sentenceCase } from "../views/words.ts";
import type { PdfPages } from "./file.ts";
import { LOST_WORDS } from "./front.ts";
import { shapePieces, verdictMark } from "./marks.ts";
import type { Mark, PdfNode } from "./node.ts";
import { cell, heading, list, para, table } from "./nodes.ts";
import { INK, SIZE, SOFT, VERDICT_INK } from "./styles.ts";

interface Room {
  /** Letters that a text may have. */
  readonly length: number;
  readonly fontSize: number;
}

/** Tried one after the other until all fits on the page; the last fits whatever is said. */
const ROOMS: readonly Room[] = [
  { length: 600, fontSize: 9.8 },
  { length: 400, fontSize: 9.8 },
  { length: 300, fontSize: 9.4 },
  { length: 220, fontSize: 9 },
  { length: 150, fontSize: 8.8 },
  { length: 100, fontSize: 8.5 },
  { length: 60, fontSize: 8 },
];
/** Accepted shortfalls that are named. */
const NAMED = 3;

const LIGHTS: Readonly<Record<Light, Mark>> = {
  red: { shape: "light-red", color: VERDICT_INK.adverse },
  amber: { shape: "light-amber", color: VERDICT_INK.partial },
  green: { shape: "light-green", color: VERDICT_INK.covered },
  grey: { shape: "light-grey", color: VERDICT_INK["not-applicable"] },
};

/** The one page for those who buy, laid out with texts as long as the page allows. */
export function summaryPage(view: ProcurementView, lost: boolean, layOut: (content: PdfNode[]) => PdfPages): PdfPages {
  const [first, ...smaller] = ROOMS;
  let made = layOut(pageOf(view, lost, first ?? { length: 60, fontSize: 8 }));
  for (const room of smaller) {
    if (made.pages.length <= 1) break;
    made = layOut(pageOf(view, lost, room));
  }
  return made;
}

function pageOf(view: ProcurementView, lost: boolean, { length, fontSize }: Room): PdfNode[] {
  const short = (text: string, most = length) => shorten(text, Math.min(most, length));
  const { overall } = view;
  const content = [
    para("The contract on one page", { color: SOFT, margin: [0, 0, 0, 2] }),
    heading(1, short(view.title, 130), { fontSize: 18, margin: [0, 0, 0, 5] }),
    para(
      [
        { text: "Supplier: ", color: SOFT },
        { text: short(view.supplier, 70) },
        { text: "   Customer: ", color: SOFT },
        { text: short(view.customer, 70) },
      ],
      { margin: [0, 0, 0, 6] },
    ),
    heading(2, [...shapePieces(LIGHTS[overall.light]), { text: overall.word, color: LIGHTS[overall.light].color }], {
      margin: [0, 6, 0, 3],
    }),
    para(shorten(view.sentence, 200), { bold: true, fontSize: 11.5 }),
    ...(view.rest === "" ? [] : [para(shorten(view.rest, 400))]),
    ...(view.reservation === "" ? [] : [para(`${view.reservation} The full report lists what was not read.`)]),
    ...(lost ? [para(LOST_WORDS, { color: SOFT })] : []),
    heading(2, "Area by area", SECTION),
    lights(view),
    ...(view.worst.length === 0 ? [] : [heading(2, "Raise these first", SECTION), worst(view, short)]),
    ...(view.more > 0
      ? [para(`${sentenceCase(counted(view.more, "further point"))} in the full report.`, { color: SOFT })]
      : []),
    ...accepted(view, short),
    para(
      `Checked against the playbook ${short(view.playbook.id, 60)} ${short(view.playbook.version, 20)}. This page shows what the text of the contract says; it is not legal advice.`,
      { color: SOFT, fontSize: SIZE.small, margin: [0, 8, 0, 0] },
    ),
  ];
  return [{ stack: content, fontSize }];
}

const SECTION = { fontSize: 12, margin: [0, 9, 0, 3] } as const;

type Short = (text: string, most?: number) => string;

function lights({ lights: rows }: ProcurementView): PdfNode {
  const heads = ["Area", "Light", "What was found"].map((name) => cell(name, { fontSize: SIZE.small, color: SOFT }));
  return table(
    [150, 130, "*"],
    heads,
    rows.map(({ name, light, word, counts }) => [
      cell(name, { bold: true, scope: "Row" }),
      cell([...shapePieces(LIGHTS[light]), { text: word, bold: true, color: LIGHTS[light].color }]),
      cell(counts),
    ]),
    { whole: true },
  );
}

function worst({ worst: items }: ProcurementView, short: Short): PdfNode {
  return list(
    items.map(({ title, verdict, verdictWord, severityWord, why, request }, index) => ({
      sign: [{ text: `${index + 1}.` }],
      body: {
        stack: [
          para(
            [
              { text: `${short(title, 120)}   `, bold: true },
              ...verdictMark(verdict).map((piece) => ({ ...piece, fontSize: SIZE.small })),
              { text: verdictWord, bold: true, color: VERDICT_INK[verdict], fontSize: SIZE.small },
              { text: `  ·  ${severityWord}`, color: SOFT, fontSize: SIZE.small },
            ],
            { margin: [0, 0, 0, 1] },
          ),
          ...(why === "" ? [] : [para(short(why), { margin: [0, 0, 0, 1], color: SOFT })]),
          para(
            [
              { text: "Ask for: ", bold: true },
              { text: short(request), color: INK },
            ],
            { margin: [0, 0, 0, 3] },
          ),
        ],
      },
    })),
  );
}

function accepted({ accepted: items }: ProcurementView, short: Short): PdfNode[] {
  if (items.length === 0) return [];
  const hidden = items.length - NAMED;
  return [
    heading(2, "Accepted shortfalls", SECTION),
    list(
      items.slice(0, NAMED).map(({ title, word, by }) => ({
        sign: [{ text: "•", color: SOFT }],
        body: para([{ text: `${short(title, 100)}: ` }, { text: word, bold: true }, { text: `, by ${short(by, 60)}` }]),
      })),
      10,
    ),
    ...(hidden > 0
      ? [para(`${sentenceCase(counted(hidden, "more", "more"))} in the full report.`, { color: SOFT })]
      : []),
  ];
}

/** Cut at a word, with an ellipsis; line ends count as spaces. */
function shorten(text: string, most: number): string {
  const whole = text.replaceAll(/\s+/g, " ").trim();
  if (whole.length <= most) return whole;
  const [start = ""] = /^.*(?=\s)/.exec(whole.slice(0, most)) ?? [];
  return `${start.length > most / 2 ? start : whole.slice(0, most - 1)}…`;
}
