// Block tokens of a Markdown document -> text blocks.
import type { TextBlock } from "../model/block.ts";
import { align, type Placed, slicePlaced } from "./markdown-align.ts";
import { readMarkdownHtml } from "./markdown-html.ts";
import { inlineParts, shown } from "./markdown-inline.ts";
import type { MarkedToken, Token, Tokens } from "./markdown-lexer.ts";
import { type Part, type Slice, sliceSource } from "./markdown-slice.ts";
import { readMarkdownTable } from "./markdown-table.ts";
import { readsAsParagraph } from "./plain-text-marks.ts";

export interface MarkdownContext {
  readonly source: string;
  readonly inline: (line: string) => Token[];
  /** Depth of the innermost list from 0; -1 outside lists. */
  readonly depth: number;
}

/**
 * Blocks of `tokens`, which were lexed from `container`, in reading order. Should a token not be found in it, the rest of
 * the container follows as it stands, so that nothing is lost.
 */
export function readMarkdownBlocks(tokens: readonly Token[], container: Placed, context: MarkdownContext): TextBlock[] {
  const blocks: TextBlock[] = [];
  let cursor = 0;
  let checkbox: Part[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as MarkedToken;
    if (token.type === "space") continue;
    const found = align(token.raw, container, cursor);
    if (found === undefined)
      return [...blocks, ...rawBlocks(slicePlaced(container, cursor, container.text.length), context)];
    cursor = found.next;
    if (token.type === "checkbox") checkbox = shown(found.placed, false);
    else if (token.type === "html" && opensTable(token.raw)) {
      const end = lastOfTable(tokens, index);
      const start = container.at.indexOf(found.placed.at[0] ?? -1);
      for (const inner of tokens.slice(index + 1, end + 1))
        cursor = align(inner.raw, container, cursor)?.next ?? cursor;
      blocks.push(...readMarkdownHtml(slicePlaced(container, start, cursor), context.source, context.inline));
      index = end;
    } else {
      blocks.push(...readToken(token, found.placed, checkbox, context));
      checkbox = [];
    }
  }
  return blocks;
}

function readToken(token: MarkedToken, own: Placed, lead: readonly Part[], context: MarkdownContext): TextBlock[] {
  switch (token.type) {
    case "heading": {
      const marks = /^ {0,3}#{1,6}[ \t]*/.exec(own.text)?.[0].length ?? 0;
      const parts = inlineParts(token.tokens, slicePlaced(own, marks, own.text.length));
      return sliceSource(context.source, parts).map((slice) =>
        readsAsParagraph(slice.text)
          ? toBlock(slice, "paragraph")
          : { ...toBlock(slice, "heading"), level: token.depth },
      );
    }
    case "paragraph":
    case "text": {
      const parts = token.tokens === undefined ? shown(own, false) : inlineParts(token.tokens, own);
      const note = /^\[\^[^\]\s]{1,40}\]:/.test(own.text);
      return sliceSource(context.source, [...lead, ...parts]).map((slice) => ({
        ...toBlock(slice, "paragraph"),
        ...(note ? { origin: "footnote" as const } : {}),
      }));
    }
    case "list":
      return readList(token, own, context);
    case "blockquote":
      return readMarkdownBlocks(token.tokens, own, context);
    case "table":
      return [readMarkdownTable(own, context.source, context.inline)];
    case "code":
      return rawBlocks(withoutFences(own), context);
    case "html":
      return readMarkdownHtml(own, context.source, context.inline);
    case "def":
      return token.tag.startsWith("^") ? footnote(own, context) : [];
    case "hr":
      return [];
    default:
      return rawBlocks(own, context);
  }
}

function readList(list: Tokens.List, own: Placed, context: MarkdownContext): TextBlock[] {
  const printed = list.items.map((item) => /^\s*(\d{1,9})([.)])/.exec(item.raw));
  // "1." before every item asks the program to count; other numbers are the author's own.
  const counted = list.items.length > 1 && printed.every((mark) => mark?.[1] === printed[0]?.[1]);
  const blocks: TextBlock[] = [];
  let cursor = 0;
  for (const [index, item] of list.items.entries()) {
    const found = align(item.raw, own, cursor);
    if (found === undefined) return [...blocks, ...rawBlocks(slicePlaced(own, cursor, own.text.length), context)];
    cursor = found.next;
    const mark = /^\s*(?:[*+-]|\d{1,9}[.)])/.exec(found.placed.text)?.[0].length ?? 0;
    const body = slicePlaced(found.placed, mark, found.placed.text.length);
    const number = counted ? String(Number(list.start) + index) : printed[index]?.[1];
    const label = list.ordered && number !== undefined ? `${number}${printed[index]?.[2] ?? "."}` : undefined;
    const depth = context.depth + 1;
    blocks.push(...asItem(readMarkdownBlocks(item.tokens, body, { ...context, depth }), item, label, depth));
  }
  return blocks;
}

/** The first block of an item carries its number; an item that opens with another list keeps its number on an empty block. */
function asItem(inner: TextBlock[], item: Tokens.ListItem, label: string | undefined, level: number): TextBlock[] {
  const [first, ...rest] = inner;
  const marks = label === undefined ? {} : { label };
  const startsWithList = item.tokens.find((token) => token.type !== "space")?.type === "list";
  if (first === undefined || startsWithList || first.kind === "table") {
    if (label === undefined) return inner;
    return [{ kind: "list-item", text: "", origin: "body", level, ...marks }, ...inner];
  }
  if (first.kind === "heading") return [{ ...first, ...marks }, ...rest];
  return [{ ...first, kind: "list-item", level, ...marks }, ...rest];
}

function toBlock(slice: Slice, kind: "heading" | "paragraph"): TextBlock {
  return {
    kind,
    text: slice.text,
    origin: "body",
    ...(slice.hidden.length > 0 ? { hidden: slice.hidden } : {}),
    ...(slice.strong && kind === "paragraph" ? { emphasis: true } : {}),
  };
}

/** A definition such as "[^1]: Deleted" is a footnote of one word, not a link. */
function footnote(own: Placed, context: MarkdownContext): TextBlock[] {
  const mark = own.text.indexOf("]:") + 2;
  const slices = sliceSource(context.source, shown(slicePlaced(own, mark, own.text.length), false));
  return slices.map((slice) => ({ ...toBlock(slice, "paragraph"), origin: "footnote" }));
}

/** Text that is shown as typed: paragraphs at blank lines. */
function rawBlocks(own: Placed, context: MarkdownContext): TextBlock[] {
  const parts: Part[] = [];
  let from = 0;
  for (const line of own.text.split("\n")) {
    if (line.trim() === "") parts.push("break");
    else parts.push(...shown(slicePlaced(own, from, from + line.length + 1), false));
    from += line.length + 1;
  }
  return sliceSource(context.source, parts).map((slice) => toBlock(slice, "paragraph"));
}

function withoutFences(own: Placed): Placed {
  const open = /^ {0,3}(`{3,}|~{3,})[^\n]*\n?/.exec(own.text)?.[0].length ?? 0;
  if (open === 0) return own;
  const close = /\n {0,3}(`{3,}|~{3,})\s*$/.exec(own.text)?.index ?? own.text.length;
  return slicePlaced(own, open, Math.max(open, close));
}

function opensTable(raw: string): boolean {
  return tableDepth(raw) > 0;
}

/** An HTML table with blank lines inside reaches the lexer in pieces: index of the piece that closes it. */
function lastOfTable(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    depth += tableDepth(tokens[index]?.raw ?? "");
    if (depth <= 0) return index;
  }
  return tokens.length - 1;
}

function tableDepth(raw: string): number {
  return (raw.match(/<table[\s>]/gi)?.length ?? 0) - (raw.match(/<\/table\s*>/gi)?.length ?? 0);
}
