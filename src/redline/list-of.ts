import { child, childrenNamed, childValue, type XmlElement } from "../ooxml/docx-xml.ts";
import { childOf, type SourceElement } from "../ooxml/xml-source.ts";

/** The list a paragraph belongs to, by its own properties or its styles; undefined where it has no number (ECMA-376 17.9.18). */
export type ListOf = (paragraph: SourceElement) => string | undefined;

/** Styles on styles: nobody builds higher, and a crafted file must not make us climb for ever. */
const LONGEST_CHAIN = 50;

/** Reads from styles.xml and numbering.xml what tells whether two paragraphs count in one list. */
export function readLists(styles: XmlElement | undefined, numbering: XmlElement | undefined): ListOf {
  const byId = new Map(childrenNamed(styles, "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const usual = childrenNamed(styles, "w:style").find(
    ({ attributes }) =>
      attributes["w:type"] === "paragraph" && ["1", "true", "on"].includes(attributes["w:default"] ?? ""),
  );
  // Lists of one abstract definition count on from each other.
  const abstracts = new Map(
    childrenNamed(numbering, "w:num").map((num) => [
      num.attributes["w:numId"] ?? "",
      childValue(num, "w:abstractNumId"),
    ]),
  );
  const listNamed = (numId: string | undefined) =>
    numId === undefined || numId === "0" ? undefined : abstracts.get(numId);
  return (paragraph) => {
    const properties = childOf(paragraph, "w:pPr");
    const own = childOf(childOf(properties, "w:numPr"), "w:numId")?.attributes["w:val"];
    if (own !== undefined) return listNamed(own);
    let style = byId.get(childOf(properties, "w:pStyle")?.attributes["w:val"] ?? "") ?? usual;
    for (let climbed = 0; style && climbed < LONGEST_CHAIN; climbed++) {
      const numId = childValue(child(child(style, "w:pPr"), "w:numPr"), "w:numId");
      if (numId !== undefined) return listNamed(numId);
      style = byId.get(childValue(style, "w:basedOn") ?? "");
    }
    return undefined;
  };
}
