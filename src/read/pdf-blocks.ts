import type { TextBlock } from "../model/block.ts";
import { hasWideGap, isContentsRow, type Line } from "./pdf-lines.ts";
import type { Paragraph, Setting } from "./pdf-paragraphs.ts";

/** A heading is at most this long. */
const HEADING = 150;

/** Names what each paragraph is: heading, list item or plain text, with level, page, indent and emphasis. */
export function blocksOf(paragraphs: readonly Paragraph[], setting: Setting, bodySize: number): TextBlock[] {
  const looks = paragraphs.map((paragraph) => ({ paragraph, look: lookOf(paragraph, setting, bodySize) }));
  const ranks = ranksOf(
    looks.filter(({ look }) => look.isHeading).map(({ paragraph, look }) => rankKey(paragraph, look)),
  );
  const stack: number[] = [];
  return looks.map(({ paragraph, look }): TextBlock => {
    const first = paragraph.lines[0] as Line;
    const base = {
      text: paragraph.text,
      page: first.page,
      ...(paragraph.pageBreaks.length > 0 ? { pageBreaks: paragraph.pageBreaks } : {}),
      origin: "body" as const,
      indent: Math.round(first.x),
    };
    const emphasis = look.isBold ? { emphasis: true } : {};
    if (look.isHeading) {
      stack.length = 0;
      return { kind: "heading", ...base, level: ranks.get(rankKey(paragraph, look)) ?? 1, ...emphasis };
    }
    if (paragraph.label === "bullet" || paragraph.label === "item") {
      while (stack.length > 0 && (stack.at(-1) ?? 0) > first.x + 3) stack.pop();
      if ((stack.at(-1) ?? Number.NEGATIVE_INFINITY) < first.x - 3) stack.push(first.x);
      return { kind: "list-item", ...base, level: Math.max(0, stack.length - 1), ...emphasis };
    }
    if (paragraph.label !== undefined) stack.length = 0;
    return { kind: "paragraph", ...base, ...emphasis };
  });
}

interface Look {
  readonly isHeading: boolean;
  readonly isBold: boolean;
}

function lookOf(paragraph: Paragraph, setting: Setting, bodySize: number): Look {
  const { text, lines, label } = paragraph;
  const isBold = lines.every((line) => setting.isBold(line));
  const first = lines[0] as Line;
  if (text.length > HEADING || lines.length > 3 || lines.some((line) => isContentsRow(line.pieces) || hasWideGap(line)))
    return { isHeading: false, isBold };
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (letters.length < 2 || label === "bullet" || /[;,]$/.test(text)) return { isHeading: false, isBold };
  if (/[.:?!]$/.test(text) && (text.length > 70 || !label || label === "item")) {
    const isTitle = isBold && text.length <= 70 && text.split(" ").length <= 8;
    return { isHeading: isTitle && label !== "item", isBold };
  }
  const isLarge = first.size >= 1.12 * bodySize;
  const isCapitals =
    letters === letters.toUpperCase() && letters.length >= 4 && text.length <= 100 && lines.length <= 2;
  const isTitled = (label === "named" || label === "number") && lines.length === 1 && isTitleCase(text);
  return {
    isHeading: isLarge || (isBold && (label !== "item" || isCapitals)) || (isCapitals && label !== "item") || isTitled,
    isBold,
  };
}

/** "12.3 Limitation of Liability": every word of weight has a capital, and there are few. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length === 0 || words.length > 9) return false;
  return words.every(
    (word) =>
      /^\p{Lu}/u.test(word) ||
      /^(?:and|or|of|the|for|to|in|on|by|with|a|an|at|from|de|et|du|des|la|le|und|der|die)$/.test(word),
  );
}

function rankKey(paragraph: Paragraph, look: Look): number {
  const size = Math.round((paragraph.lines[0]?.size ?? 10) * 2);
  return size * 2 + (look.isBold ? 1 : 0);
}

function ranksOf(keys: readonly number[]): Map<number, number> {
  const distinct = [...new Set(keys)].sort((a, b) => b - a);
  return new Map(distinct.map((key, index) => [key, Math.min(6, index + 1)]));
}
