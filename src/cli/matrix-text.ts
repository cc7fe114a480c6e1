import type { Review } from "../model/review.ts";
import { type MatrixRow, matrixView } from "../report/matrix-view.ts";
import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";
import { wrapText } from "./wrap-text.ts";

const WIDTH = 80;
const NAME = 44;

/** The responsibility matrix of one contract for a terminal of 80 columns: the holes first, each with why. */
export function matrixText(review: Review, color: Terminal["color"]): string {
  const view = matrixView(review);
  const sections = view.sections.map(({ title, rows }) => [
    color.bold(title),
    ...rows.flatMap((row) => rowLines(row, color)),
  ]);
  const head = [color.dim(visible(review.contract.title).slice(0, WIDTH)), "", color.bold(view.sentence)];
  return `${[head, ...sections].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function rowLines(row: MatrixRow, color: Terminal["color"]): string[] {
  const [first = "", ...rest] = wrapText(`${row.name}${row.core ? " *" : ""}`, NAME - 2);
  const word = row.hole ? color.red(row.word) : row.word;
  const why = [row.explanation, ...row.concerns].flatMap((text) => wrapText(visible(text), WIDTH - 4));
  const shown = row.hole ? why : row.concerns.flatMap((text) => wrapText(visible(text), WIDTH - 4));
  return [
    `  ${first.padEnd(NAME)}${word}`,
    ...rest.map((line) => `  ${line}`),
    ...shown.map((line) => color.dim(`    ${line}`)),
  ];
}
