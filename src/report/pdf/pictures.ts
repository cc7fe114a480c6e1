import type { Verdict } from "../../model/review.ts";
import type { ReportView } from "../views/report-view.ts";
import { verdictMark } from "./marks.ts";
import type { PdfNode } from "./node.ts";
import { cell, heading, kept, para, table } from "./nodes.ts";
import { BAR_INK, HEAT_INK, INK, SIZE, SOFT, VERDICT_INK } from "./styles.ts";

const BAR = { width: 178, height: 9 };

/** Coverage by area and severity by verdict: tables with every number, the pictures beside or behind the numbers. */
export function areas(view: ReportView): PdfNode {
  if (view.areas.length === 0) return { role: "Sect", stack: [heading(2, "Areas", { id: "areas" })] };
  return {
    role: "Sect",
    stack: [
      kept([
        heading(2, "Areas", { id: "areas" }),
        para("Verdicts by area", { color: SOFT, fontSize: SIZE.small, role: "Caption" }),
        coverage(view),
      ]),
      kept([
        para("Severity by verdict: the stronger the shade, the sooner to raise", {
          color: SOFT,
          fontSize: SIZE.small,
          role: "Caption",
          margin: [0, 8, 0, 3],
        }),
        heat(view),
      ]),
    ],
  };
}

function coverage({ areas: rows, verdicts }: ReportView): PdfNode {
  const heads = [
    cell("Area", { bold: true, fontSize: SIZE.small }),
    ...verdicts.map(({ verdict, word }) =>
      cell([...verdictMark(verdict), { text: `\n${word}` }], { alignment: "right", fontSize: SIZE.tiny }),
    ),
    cell("\nAll", { alignment: "right", fontSize: SIZE.tiny }),
  ];
  return table(
    [BAR.width, ...verdicts.map(() => "*"), 26],
    heads,
    rows.map(({ name, cells, total, bar, coveredWords }) => [
      {
        scope: "Row",
        stack: [
          cell([
            { text: name, bold: true },
            { text: `  ${coveredWords}`, color: SOFT, fontSize: SIZE.tiny },
          ]),
          barOf(bar),
        ],
      },
      ...cells.map(({ verdict, count }) =>
        cell([{ text: String(count), bold: count > 0, color: count > 0 ? VERDICT_INK[verdict] : SOFT }], {
          alignment: "right",
        }),
      ),
      cell(String(total), { alignment: "right", color: SOFT }),
    ]),
    { whole: true },
  );
}

/** A stacked bar; each verdict has a pattern besides its tone, for grey print. */
function barOf(bar: ReportView["areas"][number]["bar"]): PdfNode {
  const canvas = bar.flatMap(({ verdict, x, width }) =>
    piece(verdict, (x / 100) * BAR.width, (width / 100) * BAR.width),
  );
  return { canvas, margin: [0, 2, 0, 1] };
}

function piece(verdict: Verdict, x: number, width: number): object[] {
  const w = Math.max(0.8, width - 0.8);
  const h = BAR.height;
  const lineColor = verdict === "covered" ? "#5d8f80" : verdict === "undecided" ? "#7a828a" : BAR_INK[verdict];
  const area = { type: "rect", x, y: 0, w, h, color: BAR_INK[verdict], lineColor, lineWidth: 0.5 };
  const line = (x1: number, y1: number, x2: number, y2: number, color: string) => ({
    type: "line",
    x1,
    y1,
    x2,
    y2,
    lineColor: color,
    lineWidth: 0.7,
  });
  const steps = (step: number) => Array.from({ length: Math.floor(w / step) }, (_, index) => x + step * (index + 0.5));
  if (verdict === "missing") {
    const slanted = steps(5).filter((at) => at - x + 4 <= w);
    return [area, ...slanted.map((at) => line(at, h, at + 4, 0, "#ffffff"))];
  }
  if (verdict === "partial") return [area, ...steps(5).map((at) => line(at, 0, at, h, "#ffffff"))];
  if (verdict === "undecided") return [area, ...steps(4).map((at) => line(at, h / 2, at + 1.2, h / 2, "#555b62"))];
  return [area];
}

function heat({ heat: rows }: ReportView): PdfNode {
  const heads = [
    cell("Severity", { bold: true, fontSize: SIZE.small }),
    ...(rows[0]?.cells ?? []).map(({ word, verdict }) =>
      cell([...verdictMark(verdict), { text: word }], { alignment: "center", fontSize: SIZE.small }),
    ),
    cell("All", { alignment: "center", fontSize: SIZE.small }),
  ];
  return table(
    [64, ...(rows[0]?.cells ?? []).map(() => "*"), 40],
    heads,
    rows.map(({ word, cells, total }) => [
      cell(word, { bold: true, scope: "Row" }),
      ...cells.map(({ count, accepted, heat: warmth }) => {
        const { fill, text } = count === 0 ? { fill: "#ffffff", text: SOFT } : HEAT_INK[warmth];
        const ofThese = accepted === 0 ? "" : `  ${accepted} accepted`;
        return cell(
          [
            { text: String(count), bold: count > 0, fontSize: 10.5, color: text },
            ...(ofThese === "" ? [] : [{ text: ofThese, fontSize: SIZE.tiny, color: text }]),
          ],
          { alignment: "center", fillColor: fill },
        );
      }),
      cell(String(total), { alignment: "center", color: SOFT }),
    ]),
    { whole: true, layout: HEAT_LAYOUT },
  );
}

const HEAT_LAYOUT = {
  hLineWidth: () => 1.2,
  vLineWidth: () => 1.2,
  hLineColor: () => "#ffffff",
  vLineColor: () => "#ffffff",
  paddingLeft: (column: number) => (column === 0 ? 0 : 4),
  paddingRight: () => 4,
  paddingTop: () => 4,
  paddingBottom: () => 3,
};

/** What the shapes and words mean. */
export function legend({ verdicts }: ReportView): PdfNode {
  return {
    role: "L",
    margin: [0, 0, 0, 6],
    stack: verdicts.map(({ verdict, word, meaning }) => ({
      role: "LI",
      columns: [
        para([...verdictMark(verdict), { text: word, bold: true, color: VERDICT_INK[verdict] }], {
          role: "Lbl",
          width: 96,
          margin: [0, 0, 0, 0],
        }),
        para(meaning, { role: "LBody", width: "*", margin: [0, 0, 0, 0], color: INK }),
      ],
      fontSize: SIZE.small,
      margin: [0, 0, 0, 1],
    })),
  };
}
