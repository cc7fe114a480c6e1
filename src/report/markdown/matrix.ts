import type { MatrixRow, MatrixView } from "../views/matrix-view.ts";
import { placeWords } from "./finding.ts";
import { blockQuote, bullets, plain, table } from "./text.ts";

/** Who does what: a table for each group; below it the quotes. Nothing where the review holds no functions. */
export function matrixBlocks({ sentence, parties, sections }: MatrixView): string[] {
  if (sections.length === 0) return [];
  const heads = parties.map(({ role, name }) => (name === "" ? role : `${role}: ${plain(name)}`));
  return [
    "## Who does what",
    `${plain(sentence)} ◆ marks a core function.`,
    ...sections.flatMap(({ title, rows }) => [
      `### ${plain(title)}`,
      table(
        ["Function", ...heads, "Result", "Why"],
        rows.map((row) => [
          `${plain(row.name)}${row.core ? " ◆" : ""}`,
          ...row.cells.map(cellWords),
          `**${row.word}**`,
          plain([row.explanation, ...row.concerns].join(" ")),
        ]),
      ),
      ...rows.flatMap(handoverBlocks),
    ]),
  ];
}

/** "Bears it: Clause 3.2; Clause 4". */
function cellWords({ word, quotes }: MatrixRow["cells"][number]): string {
  const places = [...new Set(quotes.map(({ place }) => place))];
  return places.length === 0 ? word : `${word}: ${plain(places.join("; "))}`;
}

function handoverBlocks({ name, handovers }: MatrixRow): string[] {
  if (handovers.length === 0) return [];
  return [
    `**${plain(name)}: handover**`,
    ...handovers.flatMap(({ sentence, quotes }) => [
      bullets([plain(sentence)]),
      ...quotes.map((quote) => blockQuote([plain(quote.text), placeWords({ ...quote, heading: "" })])),
    ]),
  ];
}
