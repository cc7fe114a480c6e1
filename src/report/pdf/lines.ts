import type { Inline } from "./page.ts";

/** The words of a paragraph and how many of them stand in lines already. */
export interface Words {
  readonly _inlines: Inline[];
  _set?: number;
}

type WidthOf = (text: string, inline: Inline) => number;

/**
 * The words of the next line of this width; a word that is wider than the line is cut. Empty at the end. pdfmake's own way
 * copies all words that are left for every word that it sets.
 */
export function nextLine(words: Words, width: number, widthOf: WidthOf): Inline[] {
  const all = words._inlines;
  const start = words._set ?? 0;
  const line: Inline[] = [];
  let used = 0;
  for (let at = start; at < all.length; at++) {
    const inline = all[at];
    const last = line.at(-1);
    if (!inline || last?.lineEnd) break;
    const isAlone = !inline.noNewLine || last?.noNewLine;
    if (last && used + (isAlone ? visibleWidth(inline) : widthTogether(all, at, width)) > width) break;
    if (!last && visibleWidth(inline) > width && inline.text.length > 1 && !inline.noWrap) {
      const [head, tail] = cut(inline, width, widthOf);
      all.splice(at, 1, head, tail);
      line.push(head);
      break;
    }
    line.push(inline);
    used += inline.width;
  }
  words._set = start + line.length;
  return line;
}

function visibleWidth({ width, trailingCut }: Inline): number {
  return width - trailingCut;
}

/** Of words that must not be parted; no further than matters for a line. */
function widthTogether(all: readonly Inline[], start: number, most: number): number {
  let width = 0;
  for (let at = start; at < all.length && width <= most; at++) {
    const inline = all[at];
    if (!inline) break;
    if (!inline.noNewLine) return width + visibleWidth(inline);
    width += inline.width;
  }
  return width;
}

/** As many letters as fit, at least one; and the rest. */
function cut(inline: Inline, width: number, widthOf: WidthOf): [Inline, Inline] {
  let length = 0;
  let used = 0;
  for (const letter of inline.text) {
    const own = widthOf(letter, inline);
    if (length > 0 && used + own > width) break;
    length += letter.length;
    used += own;
  }
  const head = { ...inline, text: inline.text.slice(0, length), width: used, trailingCut: 0, lineEnd: false };
  return [head, { ...inline, text: inline.text.slice(length), width: inline.width - used }];
}
