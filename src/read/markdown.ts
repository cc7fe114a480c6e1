// Markdown file -> blocks.

import type { TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { placeSource } from "./markdown-align.ts";
import { readMarkdownBlocks } from "./markdown-blocks.ts";
import { takeFrontMatter } from "./markdown-front-matter.ts";
import { lexMarkdown } from "./markdown-lexer.ts";

/**
 * Reads CommonMark with GitHub's tables. Every block's text and every line of a cell is a verbatim slice of `text`, with
 * `hidden` over emphasis marks, link targets, tags and escapes; entities stay as they are written. A list number goes to `label`.
 */
export function readMarkdown(text: string, file: { readonly name: string; readonly sha256: string }): ReadFile {
  const { blocks: front, rest } = takeFrontMatter(placeSource(text), text);
  const { tokens, inline } = lexMarkdown(rest.text);
  const blocks: TextBlock[] = [...front, ...readMarkdownBlocks(tokens, rest, { source: text, inline, depth: -1 })];
  const { name, sha256 } = file;
  const diagnostics = noteComments(text, name);
  return { name, sha256, mediaType: "text/markdown", blocks, diagnostics, unreadPages: [] };
}

/** A comment that nobody closed takes the rest of the file with it; a reader of the page would not notice. */
function noteComments(text: string, name: string): Diagnostic[] {
  const comments = text.match(/<!--[\s\S]*?(?:-->|$)/g) ?? [];
  const words = comments.join(" ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words <= 20) return [];
  const message = `${name}: HTML comments of ${words} words in all, which programs do not show, were left out; check them in the file.`;
  return [{ code: "reader-note", severity: "info", message, file: name }];
}
