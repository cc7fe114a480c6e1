import type { HeatRow } from "../views/heat-map.ts";
import type { ReportView } from "../views/report-view.ts";
import { cell, type GridCell, grid, headRow } from "./grid.ts";
import { barInk, heatInk, INK, SOFT, TINT } from "./ink.ts";
import { verdictMark, verdictShape } from "./marks.ts";
import { bold, paragraph, plain, run, type Xml } from "./xml.ts";

/** Pieces into which a whole bar is divided. */
const UNITS = 60;
const UNIT = 95;

/** A bar for each area, its pieces as wide as their share and each with its number. */
export function coverage({ areas, verdicts }: ReportView): Xml {
  const widths = [2100, ...Array.from({ length: UNITS }, () => UNIT), 1838];
  const head = headRow(["Area", "Requirements by verdict", "Of what applies"]);
  const rows = areas.map(({ name, bar, coveredWords }) => ({
    height: 340,
    cells: [cell(name, { tight: true }), ...pieces(bar), cell(coveredWords)],
  }));
  const keys = verdicts
    .filter(({ verdict }) => verdict !== "not-applicable")
    .map(({ verdict, word }) => verdictMark(verdict, word))
    .join(run("    "));
  return [
    plain("Caption", "Verdicts by area"),
    grid({ caption: "Verdicts by area", widths, rules: "gaps" }, [
      { ...head, cells: head.cells.map((own, i) => (i === 1 ? { ...own, span: UNITS } : own)) },
      ...rows,
    ]),
    paragraph("Small", keys),
  ].join("");
}

function pieces(bar: ReportView["areas"][number]["bar"]): GridCell[] {
  if (bar.length === 0) return [cell("–", { span: UNITS })];
  const spans = spansOf(bar.map(({ count }) => count));
  return bar.map(({ verdict, count }, i) => {
    const span = spans[i] ?? 1;
    const color = verdict === "adverse" ? "FFFFFF" : INK;
    const number = run(String(count), { bold: true, color });
    const content =
      span >= 3 + String(count).length ? `${verdictShape(verdict, color)}${run("\u00a0")}${number}` : number;
    return { content: paragraph("TableText", content, { align: "center" }), span, fill: barInk(verdict), tight: true };
  });
}

/** Shares of the bar in whole units, each wide enough for its number. */
export function spansOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const least = counts.map((count) => String(count).length + 1);
  const spans = counts.map((count, i) => Math.max(least[i] ?? 1, Math.round((count / total) * UNITS)));
  // What rounding and the narrow pieces took or left, the widest piece gives or gets.
  for (let rest = UNITS - spans.reduce((sum, span) => sum + span, 0); rest !== 0; rest += rest > 0 ? -1 : 1) {
    const widest = spans.indexOf(Math.max(...spans));
    spans[widest] = (spans[widest] ?? 0) + Math.sign(rest);
  }
  return spans;
}

/** Severity by verdict: the stronger the shade, the sooner to raise. */
export function heatTable(heat: readonly HeatRow[]): Xml {
  const [first] = heat;
  if (first === undefined) return "";
  const caption = "Severity by verdict: the stronger the shade, the sooner to raise";
  const head = headRow(["Severity", ...first.cells.map(({ word }) => word), "All"], "center");
  return [
    plain("Caption", caption),
    grid({ caption, widths: [1900, ...first.cells.map(() => 1310), 1188], rules: "gaps" }, [
      head,
      ...heat.map(({ word, cells, total }) => ({
        height: 460,
        cells: [
          { content: paragraph("TableText", bold(word)), tight: true },
          ...cells.map(heatCell),
          { ...cell(String(total), { align: "center" }), tight: true },
        ],
      })),
    ]),
    paragraph("Gap", ""),
  ].join("");
}

function heatCell({ verdict, count, accepted, heat }: HeatRow["cells"][number]): GridCell {
  const { fill, text } = heatInk(heat);
  const number =
    count === 0
      ? run("0", { color: SOFT })
      : `${verdictShape(verdict, text)}${run(`\u00a0${count}`, { bold: true, color: text, size: 22 })}`;
  const of = accepted === 0 ? "" : run(`\n${accepted} accepted`, { color: text, size: 15 });
  return {
    content: paragraph("TableText", `${number}${of}`, { align: "center" }),
    fill: heat === 0 ? TINT : fill,
    tight: true,
  };
}
