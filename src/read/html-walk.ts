// HTML tree -> blocks in reading order. Shared by HTML files and by the HTML inside Markdown.
import type { BlockOrigin } from "../model/block.ts";
import { listLabels } from "./html-list.ts";
import type { HtmlElement, HtmlNode } from "./html-parse.ts";
import type { Piece, Walked, WalkedBlock } from "./html-pieces.ts";
import { walkTable } from "./html-table.ts";
import { isBlockTag, isStrong, visibility } from "./html-visible.ts";

interface Setting {
  readonly strong: boolean;
  readonly preformatted: boolean;
  readonly origin: BlockOrigin;
  /** Depth of the innermost list from 0; -1 outside lists. */
  readonly depth: number;
  /** Inside `main` or `article`, where a `footer` belongs to the document. */
  readonly inContent: boolean;
}

type Head = Pick<WalkedBlock, "kind" | "label" | "level">;

/** Blocks of a tree in reading order; a nested table follows the table that holds it. Never throws on odd nesting. */
export function walkHtml(root: HtmlElement): Walked {
  const walked: Walked = { blocks: [], unseen: [] };
  let pieces: Piece[] = [];
  let head: Head | undefined;
  const start: Setting = { strong: false, preformatted: false, origin: "body", depth: -1, inContent: false };
  visitAll(root, start);
  flush(start);
  return walked;

  function flush(setting: Setting): void {
    const filled = pieces.some((piece) => piece.type === "text" && /\S/.test(piece.value));
    if (filled) {
      walked.blocks.push({ ...(head ?? { kind: "paragraph" as const }), pieces, origin: setting.origin });
      head = undefined;
    }
    pieces = [];
  }

  /** An item whose first content is another list still carries its own number. */
  function flushEmptyItem(setting: Setting): void {
    flush(setting);
    if (head?.label !== undefined) walked.blocks.push({ ...head, pieces: [], origin: setting.origin });
    head = undefined;
  }

  function visitAll(element: HtmlElement, setting: Setting): void {
    for (const child of element.children) visit(child, setting);
  }

  function visit(node: HtmlNode, setting: Setting): void {
    if (node.type === "text") {
      const { strong, preformatted } = setting;
      pieces.push({ type: "text", value: node.value, start: node.start, end: node.end, strong, preformatted });
      return;
    }
    const seen = visibility(node);
    if (seen === "hidden") walked.unseen.push({ tag: node.tag, words: countWords(node) });
    if (seen !== "shown") return;
    if (node.tag === "br") pieces.push({ type: "break" });
    else if (/^h[1-6]$/.test(node.tag)) visitHeading(node, setting);
    else if (["ol", "ul", "menu"].includes(node.tag)) visitList(node, setting);
    else if (node.tag === "table") visitTable(node, setting);
    else if (isBlockTag(node.tag)) visitBlock(node, setting);
    else visitAll(node, { ...setting, strong: setting.strong || isStrong(node) });
  }

  function visitBlock(element: HtmlElement, setting: Setting): void {
    const inContent = setting.inContent || element.tag === "main" || element.tag === "article";
    const footer = element.tag === "footer" && !inContent;
    const inner: Setting = {
      ...setting,
      inContent,
      origin: footer ? "footer" : element.attributes.get("role") === "doc-endnotes" ? "footnote" : setting.origin,
      strong: setting.strong || isStrong(element),
      preformatted: setting.preformatted || element.tag === "pre",
    };
    flush(setting);
    visitAll(element, inner);
    flush(inner);
  }

  function visitHeading(element: HtmlElement, setting: Setting): void {
    flush(setting);
    head = { ...head, kind: "heading", level: Number(element.tag.slice(1)) };
    visitAll(element, setting);
    flush(setting);
    head = undefined;
  }

  function visitList(list: HtmlElement, setting: Setting): void {
    flushEmptyItem(setting);
    const depth = setting.depth + 1;
    const labels = listLabels(list);
    for (const child of list.children) {
      if (child.type !== "element" || child.tag !== "li" || visibility(child) !== "shown") {
        visit(child, { ...setting, depth });
        continue;
      }
      flush(setting);
      const label = labels.get(child);
      head = { kind: "list-item", level: depth, ...(label === undefined ? {} : { label }) };
      visitAll(child, { ...setting, depth, strong: setting.strong || isStrong(child) });
      flushEmptyItem(setting);
    }
    flush(setting);
  }

  function visitTable(table: HtmlElement, setting: Setting): void {
    flush(setting);
    const { blocks, unseen } = walkTable(table, walkHtml);
    walked.unseen.push(...unseen);
    for (const [index, block] of blocks.entries()) {
      const origin = block.origin === "body" ? setting.origin : block.origin;
      walked.blocks.push({ ...block, ...(index === 0 && block.kind !== "table" ? head : {}), origin });
    }
    if (blocks.length > 0) head = undefined;
  }
}

function countWords(node: HtmlNode): number {
  if (node.type === "text") return node.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return node.children.reduce((sum, child) => sum + countWords(child), 0);
}
