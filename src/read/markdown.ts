// Markdown file -> blocks.

import type { TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
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
  return { name, sha256, mediaType: "text/markdown", blocks, diagnostics: [], unreadPages: [] };
}
