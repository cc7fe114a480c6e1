import { child, childrenNamed, childValue, toggle, type XmlElement } from "../ooxml/docx-xml.ts";

/** One style as far as reading needs it; `chain` runs from the style itself to the root it is based on. */
interface DocxStyle {
  readonly id: string;
  /** Built-in names are English in every language version of Word; lower case here. */
  readonly name: string;
  readonly element: XmlElement;
}

/** Questions that readers ask of styles.xml. */
export interface DocxStyles {
  /** The style and all it is based on, nearest first; the default paragraph style where `id` is absent. */
  readonly chain: (id: string | undefined) => readonly DocxStyle[];
  /** `w:numId` of a numbering style (ECMA-376 17.9.21). */
  readonly numberingOf: (id: string) => string | undefined;
  /** Run property that the styles switch on: paragraph and character styles toggle each other (ECMA-376 17.7.3). */
  readonly runToggle: (paragraphStyle: string | undefined, runStyle: string | undefined, name: string) => boolean;
  /** True where the table style makes its first row bold. */
  readonly boldFirstRow: (id: string | undefined) => boolean;
}

/** Styles on styles on styles: nobody builds higher, and a crafted file must not make us climb for ever. */
const LONGEST_CHAIN = 50;

/** Reads styles.xml; a document without one has no styles. */
export function readStyles(root: XmlElement | undefined): DocxStyles {
  const styles = new Map<string, DocxStyle>();
  let defaultParagraph: string | undefined;
  for (const element of childrenNamed(root, "w:style")) {
    const id = element.attributes["w:styleId"] ?? "";
    // ECMA-376 17.7.4.17: the first of several styles with one id keeps it.
    if (!styles.has(id)) styles.set(id, { id, name: (childValue(element, "w:name") ?? "").toLowerCase(), element });
    const isDefault = ["1", "true", "on"].includes(element.attributes["w:default"] ?? "");
    if (isDefault && element.attributes["w:type"] === "paragraph") defaultParagraph ??= id;
  }
  const chains = new Map<string, readonly DocxStyle[]>();
  const chainOf = (id: string): readonly DocxStyle[] => {
    const known = chains.get(id);
    if (known) return known;
    const chain: DocxStyle[] = [];
    for (let style = styles.get(id); style && chain.length < LONGEST_CHAIN && !chain.includes(style); ) {
      chain.push(style);
      const base = childValue(style.element, "w:basedOn");
      style = base === undefined ? undefined : styles.get(base);
    }
    chains.set(id, chain);
    return chain;
  };
  const chain = (id: string | undefined): readonly DocxStyle[] => {
    const known = id !== undefined && styles.has(id) ? id : defaultParagraph;
    return known === undefined ? [] : chainOf(known);
  };
  const switchedOn = (links: readonly DocxStyle[], name: string): boolean => {
    for (const style of links) {
      const own = toggle(child(style.element, "w:rPr"), name);
      if (own !== undefined) return own;
    }
    return false;
  };
  return {
    chain,
    numberingOf: (id) => childValue(child(child(styles.get(id)?.element, "w:pPr"), "w:numPr"), "w:numId"),
    runToggle: (paragraphStyle, runStyle, name) => {
      const inParagraph = switchedOn(chain(paragraphStyle), name);
      return runStyle === undefined ? inParagraph : inParagraph !== switchedOn(chainOf(runStyle), name);
    },
    boldFirstRow: (id) =>
      id !== undefined &&
      chainOf(id).some((style) =>
        childrenNamed(style.element, "w:tblStylePr").some(
          (part) => part.attributes["w:type"] === "firstRow" && toggle(child(part, "w:rPr"), "w:b") === true,
        ),
      ),
  };
}
