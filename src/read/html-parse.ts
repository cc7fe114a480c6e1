// The only door to parse5. Comes in: HTML text. Goes out: a small tree with positions. Never: a decision about what is visible.
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

/** Text or an element; comments and doctypes are left out. `start` and `end` are offsets in the HTML text. */
export type HtmlNode = HtmlText | HtmlElement;

export interface HtmlText {
  readonly type: "text";
  /** Entities decoded. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface HtmlElement {
  readonly type: "element";
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

/** Parses as a browser without scripts would (WHATWG HTML 13.2); damage is repaired, never an error. */
export function parseHtml(html: string, as: "document" | "fragment"): HtmlElement {
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false };
  const root = as === "document" ? parse(html, options) : parseFragment(html, options);
  return { type: "element", tag: "#root", attributes: new Map(), children: convertAll(root.childNodes, 0) };
}

type ParsedNode = DefaultTreeAdapterTypes.ChildNode;

/** Browsers stop nesting at 512; deeper trees come from tags that nobody closed and would exhaust the stack. */
const DEEPEST = 512;

function convertAll(nodes: readonly ParsedNode[], depth: number): HtmlNode[] {
  if (depth > DEEPEST) return flatten(nodes);
  return nodes.flatMap((node) => convert(node, depth) ?? []);
}

function convert(node: ParsedNode, depth: number): HtmlNode | undefined {
  if (!("tagName" in node)) return convertText(node);
  return {
    type: "element",
    tag: node.tagName,
    attributes: new Map(node.attrs.map((attribute) => [attribute.name, attribute.value])),
    children: convertAll(node.childNodes, depth + 1),
  };
}

function convertText(node: ParsedNode): HtmlText | undefined {
  if (!("value" in node)) return undefined;
  const place = node.sourceCodeLocation;
  return { type: "text", value: node.value, start: place?.startOffset ?? 0, end: place?.endOffset ?? 0 };
}

/** All text below, a block each, in order; without recursion. */
function flatten(nodes: readonly ParsedNode[]): HtmlNode[] {
  const blocks: HtmlNode[] = [];
  const open = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const text = convertText(node);
    if (text !== undefined) blocks.push({ type: "element", tag: "div", attributes: new Map(), children: [text] });
    if ("tagName" in node && node.tagName !== "script" && node.tagName !== "style") {
      for (const child of node.childNodes.toReversed()) open.push(child);
    }
  }
  return blocks;
}
