// Where the pieces that a Markdown lexer cuts out stand in the source: it drops indentation, ">" marks and tabs on its way.

/** Text with the source offset of each of its characters. */
export interface Placed {
  readonly text: string;
  readonly at: readonly number[];
}

/** The source without carriage returns, as the lexer sees it. */
export function placeSource(source: string): Placed {
  const at: number[] = [];
  let text = "";
  let from = 0;
  for (const match of source.matchAll(/\r\n?/g)) {
    for (let index = from; index < match.index; index += 1) at.push(index);
    text += `${source.slice(from, match.index)}\n`;
    // The line feed of a pair, or the lone return itself.
    at.push(match.index + match[0].length - 1);
    from = match.index + match[0].length;
  }
  for (let index = from; index < source.length; index += 1) at.push(index);
  return { text: text + source.slice(from), at };
}

/** Part of a placed text. */
export function slicePlaced(placed: Placed, start: number, end: number): Placed {
  return { text: placed.text.slice(start, end), at: placed.at.slice(start, end) };
}

/**
 * Finds `child` in `parent` from `from` on. Characters must follow each other as they do in the parent; only white space
 * and, at the start of a line, quotation marks (">") of the parent may be passed over. White space that the lexer made up takes the
 * place of what stands there. Undefined where the child does not stand there.
 */
export function align(child: string, parent: Placed, from: number): { placed: Placed; next: number } | undefined {
  const at: number[] = [];
  let cursor = from;
  for (const sign of child) {
    if (/\s/.test(sign)) {
      const here = parent.text[cursor];
      at.push(parent.at[Math.min(cursor, parent.at.length - 1)] ?? 0);
      if (here !== undefined && /\s/.test(here) && (sign !== "\n" || here === "\n")) cursor += 1;
      else if (sign === "\n") cursor = afterLineEnd(parent.text, cursor);
      continue;
    }
    cursor = skipTo(sign, parent.text, cursor);
    if (!parent.text.startsWith(sign, cursor)) return undefined;
    for (let unit = 0; unit < sign.length; unit += 1) at.push(parent.at[cursor + unit] ?? 0);
    cursor += sign.length;
  }
  return { placed: { text: child, at }, next: cursor };
}

function skipTo(sign: string, text: string, from: number): number {
  let cursor = from;
  while (cursor < text.length && !text.startsWith(sign, cursor)) {
    const here = text[cursor] ?? "";
    const quotes = here === ">" && /(^|\n)[ \t>]*$/.test(text.slice(Math.max(0, cursor - 40), cursor));
    if (!/\s/.test(here) && !quotes) return cursor;
    cursor += 1;
  }
  return cursor;
}

/** Trailing blanks before a line end may be gone in the child. */
function afterLineEnd(text: string, from: number): number {
  let cursor = from;
  while (text[cursor] === " " || text[cursor] === "\t") cursor += 1;
  return text[cursor] === "\n" ? cursor + 1 : from;
}
