// Text -> its lines with what their setting tells: pages, blank lines, underlines, the column at which the text was wrapped.
import { markMarginalLines, type TextLine } from "./plain-text-margins.ts";

/** Lines with words, in order; rules, underlines and page marks are left out. `wrapWidth` is absent where lines are not wrapped. */
export function readTextLines(source: string): { lines: TextLine[]; pages: number; wrapWidth: number | undefined } {
  const lines: Omit<TextLine, "marginal">[] = [];
  let page = 1;
  let blankBefore = false;
  for (const match of source.matchAll(/[^\r\n\f]+|\r\n?|\n|\f/g)) {
    const raw = match[0];
    const isMark = /^\s*<PAGE>/i.test(raw);
    if (raw === "\f" || isMark) {
      if (lines.length > 0) page += 1;
      blankBefore = true;
    } else if (!/[\r\n]/.test(raw) && raw.trim() !== "") {
      const text = raw.trim();
      const level = underlineLevel(text);
      const last = lines.at(-1);
      if (level > 0 && !blankBefore && last !== undefined) lines[lines.length - 1] = { ...last, underlined: level };
      else if (/[\p{L}\p{N}]/u.test(text)) {
        const start = match.index + raw.length - raw.trimStart().length;
        const end = start + text.length;
        lines.push({ text, start, end, width: raw.trimEnd().length, page, blankBefore, underlined: 0 });
        blankBefore = false;
      }
    }
    if (/[\r\n]/.test(raw) && isBlankLine(source, match.index)) blankBefore = true;
  }
  const marked = markMarginalLines(lines);
  return { lines: marked, pages: page, wrapWidth: findWrapWidth(marked) };
}

function isBlankLine(source: string, lineEnd: number): boolean {
  let cursor = lineEnd - 1;
  while (cursor >= 0 && (source[cursor] === " " || source[cursor] === "\t")) cursor -= 1;
  return cursor < 0 || source[cursor] === "\n" || source[cursor] === "\r" || source[cursor] === "\f";
}

function underlineLevel(text: string): number {
  if (/^={3,}$/.test(text)) return 1;
  return /^-{3,}$/.test(text) ? 2 : 0;
}

/** Wrapped text has many lines that end just below one column of at most 110; one-line paragraphs have no such column. */
function findWrapWidth(lines: readonly TextLine[]): number | undefined {
  const widths = lines.map((line) => line.width).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.97)] ?? 0;
  if (lines.length < 2 || width > 110 || width < 40) return undefined;
  const full = widths.filter((each) => each > width * 0.85).length;
  const open = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && !next.blankBefore && line.width > width * 0.8 && !/[.;:!?]["”)]?$/.test(line.text);
  }).length;
  return full >= widths.length * 0.2 || open >= widths.length * 0.1 ? width : undefined;
}
