import type { TextBlock } from "../model/block.ts";
import type { MammothCell, MammothNode, MammothRow } from "./docx-mammoth.ts";
import type { ParagraphFacts } from "./docx-story.ts";
import { type DraftCell, type DraftRow, markHeaders } from "./docx-table.ts";

interface Paragraph {
  readonly text: string;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly facts: ParagraphFacts | undefined;
}

/** Turns mammoth's blocks into text blocks in reading order; `facts` are those the bookmarks "p<n>" name. */
export function buildBlocks(nodes: readonly MammothNode[], facts: readonly ParagraphFacts[]): TextBlock[] {
  return nodes.flatMap((node) => {
    if (node.type === "paragraph") return paragraphBlock(readParagraph(node, facts));
    if (node.type === "table") return tableBlocks(node.children, facts);
    return [];
  });
}

function paragraphBlock({ text, bold, underlined, facts }: Paragraph): TextBlock[] {
  if (text === "") return [];
  const outline = facts?.outline;
  const label = facts?.label;
  const isHeading = outline !== undefined && looksLikeHeading(text);
  const kind = isHeading ? "heading" : label === undefined ? "paragraph" : "list-item";
  const level = isHeading ? outline : kind === "list-item" ? (facts?.depth ?? 0) : undefined;
  return [
    {
      kind,
      text,
      ...(label === undefined ? {} : { label }),
      ...(level === undefined ? {} : { level }),
      origin: facts?.origin ?? "body",
      ...(bold || underlined ? { emphasis: true } : {}),
      ...(facts?.indent === undefined ? {} : { indent: facts.indent }),
    },
  ];
}

/**
 * Contracts often give whole clauses a heading style for its numbers, and a heading is never evidence: a text that goes on
 * after a full stop, ends as a long sentence does, or binds someone is not a heading, whatever its style.
 */
function looksLikeHeading(text: string): boolean {
  const words = text.split(/\s+/).length;
  const ends = /[.;:,]$|[;,] (?:and|or)$/.test(text);
  if (words > 25 || (ends && words > 8)) return false;
  if (ends && /\b(?:shall|must|will|may)\b/.test(text)) return false;
  return !/\p{Ll}{3}[.;]\s+\S+\s+\S+\s+\S/u.test(text);
}

function tableBlocks(rows: readonly MammothRow[], facts: readonly ParagraphFacts[]): TextBlock[] {
  const only = rows.length === 1 ? rows[0]?.children : undefined;
  // A table of one cell is a frame around text, not a table.
  if (only?.length === 1) return buildBlocks(only[0]?.children ?? [], facts);
  const origin = originOf(rows, facts);
  const followers: TextBlock[] = [];
  const drafts: DraftRow[] = rows.map((row) => ({
    header: row.isHeader,
    cells: row.children.map((cell) => readCell(cell, origin, facts, followers)),
  }));
  const empty = drafts.every((row) => row.cells.every((cell) => cell.text === ""));
  if (empty) return followers;
  return [{ kind: "table", text: "", origin, rows: markHeaders(drafts) }, ...followers];
}

/** Notes, text boxes and nested tables of a cell go to `followers`, after the table. */
function readCell(
  cell: MammothCell,
  origin: TextBlock["origin"],
  facts: readonly ParagraphFacts[],
  followers: TextBlock[],
): DraftCell {
  const own: Paragraph[] = [];
  for (const node of cell.children) {
    if (node.type === "table") followers.push(...tableBlocks(node.children, facts));
    if (node.type !== "paragraph") continue;
    const paragraph = readParagraph(node, facts);
    if (paragraph.text === "") continue;
    if ((paragraph.facts?.origin ?? origin) === origin) own.push(paragraph);
    else followers.push(...paragraphBlock(paragraph));
  }
  return {
    text: own.map((paragraph) => paragraph.text).join("\n"),
    columns: cell.colSpan,
    rows: cell.rowSpan,
    bold: own.length > 0 && own.every((paragraph) => paragraph.bold),
  };
}

function originOf(rows: readonly MammothRow[], facts: readonly ParagraphFacts[]): TextBlock["origin"] {
  for (const row of rows) {
    for (const cell of row.children) {
      const first = cell.children.find((node) => node.type === "paragraph");
      const found = first?.type === "paragraph" ? readParagraph(first, facts).facts : undefined;
      if (found) return found.origin;
    }
  }
  return "body";
}

function readParagraph(
  node: { readonly children: readonly MammothNode[] },
  facts: readonly ParagraphFacts[],
): Paragraph {
  let text = "";
  let bold = true;
  let underlined = true;
  let found: ParagraphFacts | undefined;
  const visit = (child: MammothNode, isBold: boolean, isUnderlined: boolean): void => {
    switch (child.type) {
      case "text":
        text += child.value;
        if (child.value.trim() === "") return;
        bold &&= isBold;
        underlined &&= isUnderlined;
        return;
      case "tab":
        text += "\t";
        return;
      case "break":
        text += "\n";
        return;
      case "bookmarkStart":
        found = facts[Number(child.name.slice(1))];
        return;
      case "run":
        for (const inner of child.children) visit(inner, child.isBold, child.isUnderline);
        return;
      case "hyperlink":
      case "paragraph":
        for (const inner of child.children) visit(inner, isBold, isUnderlined);
        return;
      case "table":
        return;
      default:
        child satisfies never;
    }
  };
  for (const child of node.children) visit(child, false, false);
  return { text: text.trim(), bold, underlined, facts: found };
}
