import type { Inline, ScheduleBlock } from "../model/pack-view.ts";
import { plainText } from "./references.ts";

/** A schedule's text as blocks: "# " a sub-heading, "| a | b |" a table row (the first of a run holds the heads), anything else a paragraph. */
export function blocksOf(text: string, inlinesOf: (text: string) => Inline[]): ScheduleBlock[] {
  const blocks: ScheduleBlock[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 1) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (const line of text
    .split("\n")
    .map((part) => part.trim())
    .filter((part) => part !== "")) {
    if (line.startsWith("|")) {
      rows.push(cellsOf(line).map((cell) => plainText(inlinesOf(cell))));
      continue;
    }
    flush();
    if (line.startsWith("# ")) blocks.push({ kind: "heading", text: inlinesOf(line.slice(2)) });
    else blocks.push({ kind: "paragraph", text: inlinesOf(line) });
  }
  flush();
  return blocks;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}
