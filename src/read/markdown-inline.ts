// Inline Markdown tokens -> the parts of the source that a reader sees.

import { isBlockTag } from "./html-visible.ts";
import { type Placed, slicePlaced } from "./markdown-align.ts";
import type { MarkedToken, Token } from "./markdown-lexer.ts";
import type { Part } from "./markdown-slice.ts";

/** Next to a real blank only: a written-out one is all that divides "a&nbsp;b". */
const UNSPOKEN =
  /\[\^[^\]\s]{1,40}\]:?|(?<=\s)(?:&(?:nbsp|ensp|emsp|#160|#x20|#xA0|#8203);)+|(?:&(?:nbsp|ensp|emsp|#160|#x20|#xA0|#8203);)+(?=\s)/g;

/** Visible parts of `placed`, whose lexed tokens are given. A token that cannot be found in it is shown as it stands. */
export function inlineParts(tokens: readonly Token[], placed: Placed, strong = false): Part[] {
  const parts: Part[] = [];
  let cursor = 0;
  let bold = strong;
  for (const token of tokens as readonly MarkedToken[]) {
    const found = placed.text.indexOf(token.raw, cursor);
    if (found < 0) return [...parts, ...shown(slicePlaced(placed, cursor, placed.text.length), bold)];
    const own = slicePlaced(placed, found, found + token.raw.length);
    cursor = found + token.raw.length;
    if (token.type === "html") {
      const tag = /^<\/?([a-zA-Z][\w-]*)/.exec(token.raw)?.[1]?.toLowerCase() ?? "";
      if (tag === "br" || isBlockTag(tag)) parts.push("break");
      if (tag === "b" || tag === "strong") bold = token.raw.startsWith("</") ? strong : true;
      continue;
    }
    parts.push(...tokenParts(token, own, bold));
  }
  return parts;
}

function tokenParts(token: MarkedToken, own: Placed, strong: boolean): Part[] {
  const inner = (text: string, tokens: readonly Token[], bold: boolean): Part[] => {
    const found = own.text.indexOf(text, own.text.startsWith(text) ? 0 : 1);
    if (found < 0) return shown(own, bold);
    return inlineParts(tokens, slicePlaced(own, found, found + text.length), bold);
  };
  switch (token.type) {
    case "strong":
      return inner(token.text, token.tokens, true);
    case "em":
    case "del":
      return inner(token.text, token.tokens, strong);
    case "link":
      return inner(token.tokens.map((child) => child.raw).join(""), token.tokens, strong);
    case "codespan": {
      const ticks = /^`+/.exec(own.text)?.[0].length ?? 0;
      return shown(slicePlaced(own, ticks, own.text.length - ticks), strong);
    }
    case "escape":
      return shown(slicePlaced(own, own.text.length - token.text.length, own.text.length), strong);
    case "image":
      return [];
    case "br":
      // The line end itself stays in the text where the sentence goes on.
      return [...shown(slicePlaced(own, own.text.length - 1, own.text.length), strong), "break"];
    case "text":
      return token.tokens === undefined ? textParts(own, strong) : inner(token.text, token.tokens, strong);
    default:
      return shown(own, strong);
  }
}

/**
 * Plain text without footnote marks "[^1]", which programs show as small numbers and are no word of the sentence, and without
 * a written-out blank beside a real one.
 */
function textParts(own: Placed, strong: boolean): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const mark of own.text.matchAll(UNSPOKEN)) {
    parts.push(...shown(slicePlaced(own, from, mark.index), strong));
    from = mark.index + mark[0].length;
  }
  return [...parts, ...shown(slicePlaced(own, from, own.text.length), strong)];
}

/** All characters of a placed text as ranges that run on in the source. */
export function shown(placed: Placed, strong: boolean): Part[] {
  const parts: { start: number; end: number; strong: boolean }[] = [];
  for (const offset of placed.at) {
    const last = parts.at(-1);
    if (last !== undefined && offset === last.end) last.end = offset + 1;
    else if (last === undefined || offset > last.end) parts.push({ start: offset, end: offset + 1, strong });
  }
  return parts;
}
