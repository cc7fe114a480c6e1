import { DOMParser, type Element, type Node, XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * A Word file with all changes of one author accepted or rejected, as Word does it (ECMA-376 17.13.5), those of others left as they are.
 * Independent of what writes them.
 */
export function settle(bytes: Uint8Array, author: string, how: "accept" | "reject"): Uint8Array {
  const parts = unzipSync(bytes);
  const main = mainPart(parts);
  const document = new DOMParser().parseFromString(strFromU8(parts[main] ?? new Uint8Array()), "text/xml");
  const all = (name: string) =>
    (Array.from(document.getElementsByTagName(name)) as Element[]).filter((e) => e.getAttribute("w:author") === author);
  const isMark = (element: Element) => element.parentNode?.nodeName === "w:rPr";
  for (const change of all("w:pPrChange")) {
    const properties = change.parentNode as Element;
    const old = Array.from(change.childNodes).flatMap((node) => Array.from(node.childNodes));
    properties.removeChild(change);
    if (how === "accept") continue;
    const mark = Array.from(properties.childNodes).filter(
      ({ nodeName }) => nodeName === "w:rPr" || nodeName === "w:sectPr",
    );
    while (properties.firstChild) properties.removeChild(properties.firstChild);
    for (const node of [...old, ...mark]) properties.appendChild(node);
  }
  const [gone, kept] = how === "accept" ? ["w:del", "w:ins"] : ["w:ins", "w:del"];
  const marks = all(gone)
    .filter(isMark)
    .map((mark) => paragraphOf(mark));
  for (const element of all(gone)) if (!isMark(element)) element.parentNode?.removeChild(element);
  for (const element of all(kept)) {
    if (!isMark(element)) while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element);
    element.parentNode?.removeChild(element);
  }
  // What was deleted before is left in the runs of others' deletions: only ours are text again.
  if (how === "reject")
    for (const text of Array.from(document.getElementsByTagName("w:delText")) as Element[]) restore(text);
  for (const paragraph of marks) joinNext(paragraph);
  parts[main] = strToU8(new XMLSerializer().serializeToString(document));
  return zipSync(parts);
}

function restore(text: Element): void {
  for (let at: Node | null = text; at; at = at.parentNode)
    if (at.nodeName === "w:del" || at.nodeName === "w:moveFrom") return;
  const document = text.ownerDocument;
  if (!document) return;
  const plain = document.createElementNS(text.namespaceURI, "w:t");
  plain.setAttribute("xml:space", "preserve");
  while (text.firstChild) plain.appendChild(text.firstChild);
  text.parentNode?.replaceChild(plain, text);
}

function paragraphOf(mark: Element): Element {
  let at: Node | null = mark;
  while (at && at.nodeName !== "w:p") at = at.parentNode;
  return at as Element;
}

/** Without its mark a paragraph runs on into the next, whose properties hold. */
function joinNext(paragraph: Element): void {
  let next = paragraph.nextSibling;
  while (next && next.nodeType !== 1) next = next.nextSibling;
  const content = Array.from(paragraph.childNodes).filter((node) => node.nodeName !== "w:pPr");
  if (next?.nodeName === "w:p") {
    let before: Node | null = next.firstChild;
    if (before?.nodeName === "w:pPr") before = before.nextSibling;
    for (const node of content) next.insertBefore(node, before);
  }
  if (next?.nodeName === "w:p" || content.length === 0) paragraph.parentNode?.removeChild(paragraph);
}

/** Path of the main document by relationship. */
export function mainPart(parts: Readonly<Record<string, Uint8Array>>): string {
  const rels = strFromU8(parts["_rels/.rels"] ?? new Uint8Array());
  const relationship = rels.match(/<Relationship\b[^>]*\/officeDocument"[^>]*>/)?.[0] ?? "";
  return /Target="\/?([^"]+)"/.exec(relationship)?.[1] ?? "word/document.xml";
}
