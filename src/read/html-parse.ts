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
  return { type: "element", tag: "#root", attributes: new Map(), children: convertAll(root.childNodes) };
}

function convertAll(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): HtmlNode[] {
  return nodes.flatMap((node) => convert(node) ?? []);
}

function convert(node: DefaultTreeAdapterTypes.ChildNode): HtmlNode | undefined {
  if (node.nodeName === "#text" && "value" in node) {
    const place = node.sourceCodeLocation;
    return { type: "text", value: node.value, start: place?.startOffset ?? 0, end: place?.endOffset ?? 0 };
  }
  if (!("tagName" in node)) return undefined;
  return {
    type: "element",
    tag: node.tagName,
    attributes: new Map(node.attrs.map((attribute) => [attribute.name, attribute.value])),
    children: convertAll(node.childNodes),
  };
}
