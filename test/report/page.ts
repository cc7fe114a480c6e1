import { type DefaultTreeAdapterTypes, parse } from "parse5";

export type PageElement = DefaultTreeAdapterTypes.Element;

/** Every element of an HTML page in document order, as a browser's parser sees it. */
export function elementsOf(html: string): PageElement[] {
  const found: PageElement[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ("tagName" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

/** An attribute's value, or undefined. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((item) => item.name === name)?.value;
}

/** The text of an element, white space as it stands; cells and list items do not run into each other. */
export function textOf(element: PageElement): string {
  const text = element.childNodes
    .map((child) => ("value" in child ? child.value : "tagName" in child ? textOf(child) : ""))
    .join("");
  return ["td", "th", "li", "dt", "dd", "summary"].includes(element.tagName) ? ` ${text} ` : text;
}
