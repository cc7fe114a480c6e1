import type { Review } from "../model/review.ts";
import { type MatrixRow, matrixView } from "../report/views/matrix-view.ts";
import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";
import { wrapText } from "./wrap-text.ts";

const WIDTH = 80;
const NAME = 44;

/**
 * The responsibility matrix of one contract for a terminal of 80 columns: the holes first, each with why; what the contract does
 * not speak of in one list.
 */
export function matrixText(review: Review, color: Terminal["color"]): string {
  const view = matrixView(review);
  const sections = view.sections.map(({ title, rows }) => {
    const silent = rows.filter(isSilent);
    return [
      color.bold(title),
      ...rows.filter((row) => !isSilent(row)).flatMap((row) => rowLines(row, color)),
      ...silentLines(silent, color),
    ];
  });
  const head = [
    color.dim(visible(review.contract.title).slice(0, WIDTH)),
    "",
    ...wrapText(view.sentence, WIDTH).map(color.bold),
  ];
  const legend = "* core function: without an owner for it breaches come through";
  return `${[head, ...sections, [color.dim(legend)]].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The contract says nothing of it. */
function isSilent({ allocation, named, cells }: MatrixRow): boolean {
  return allocation === "unassigned" && named.length === 0 && cells.every((cell) => cell.quotes.length === 0);
}

function silentLines(rows: readonly MatrixRow[], color: Terminal["color"]): string[] {
  if (rows.length === 0) return [];
  const names = rows.map(label).join("; ");
  return [
    `  ${color.red("Nobody")}, no clause speaks of it:`,
    ...wrapText(names, WIDTH - 4).map((line) => `    ${line}`),
  ];
}

function rowLines(row: MatrixRow, color: Terminal["color"]): string[] {
  const [first = "", ...rest] = wrapText(label(row), NAME - 2);
  const word = row.hole ? color.red(row.word) : row.word;
  const why = row.hole ? [row.explanation, ...row.concerns] : row.concerns;
  return [
    `  ${first.padEnd(NAME)}${word}`,
    ...rest.map((line) => `  ${line}`),
    ...why.flatMap((text) => wrapText(visible(text), WIDTH - 4)).map((line) => color.dim(`    ${line}`)),
  ];
}

/** The name, with a star on a core function that never stands on a line of its own. */
function label({ name, core }: MatrixRow): string {
  return core ? `${name}*` : name;
}
