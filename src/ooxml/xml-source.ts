/** An element of an XML part with its place in the source, so that the source can be changed and all else stays as it is. */
export interface SourceElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements only; text is read from the source. */
  readonly children: SourceElement[];
  readonly parent: SourceElement | undefined;
  /** Of the start tag. */
  readonly start: number;
  /** After the start tag. */
  readonly contentStart: number;
  /** Of the end tag; contentStart where the tag closes itself. */
  contentEnd: number;
  /** After the end tag. */
  end: number;
}

const MARKUP =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s<>/]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root of a well-formed part with the offsets of all its elements. Prefixes stay as they are written. */
export function parseSource(source: string): SourceElement {
  let root: SourceElement | undefined;
  let open: SourceElement | undefined;
  for (const match of source.matchAll(MARKUP)) {
    const [tag, closing, name, attributes = "", selfClosing] = match;
    if (name === undefined) continue;
    const after = match.index + tag.length;
    if (closing) {
      if (!open) throw new Error("an end tag stands alone");
      open.contentEnd = match.index;
      open.end = after;
      open = open.parent;
      continue;
    }
    const element: SourceElement = {
      name,
      attributes: attributesOf(attributes),
      children: [],
      parent: open,
      start: match.index,
      contentStart: after,
      contentEnd: after,
      end: after,
    };
    open?.children.push(element);
    root ??= element;
    if (!selfClosing) open = element;
  }
  if (!root) throw new Error("the part is empty");
  return root;
}

function attributesOf(source: string): Record<string, string> {
  return Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [name, unescapeXml(double ?? single ?? "")]),
  );
}

/** First child of that name. */
export function childOf(element: SourceElement | undefined, name: string): SourceElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The element as it stands in the source. */
export function outer(source: string, element: SourceElement | undefined): string {
  return element ? source.slice(element.start, element.end) : "";
}

/** Character data of an element without children. */
export function textIn(source: string, element: SourceElement): string {
  const inner = source.slice(element.contentStart, element.contentEnd);
  return inner.includes("<![CDATA[")
    ? inner.replace(
        /<!\[CDATA\[([\s\S]*?)\]\]>|([^<]+)/g,
        (_, raw?: string, text?: string) => raw ?? unescapeXml(text ?? ""),
      )
    : unescapeXml(inner);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** Text as XML has it; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A change of the source: `insert` in place of [start, end). */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The source with the splices made; those at one place in the order given. They must not overlap. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  const ordered = splices.map((splice, order) => ({ ...splice, order }));
  ordered.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let result = "";
  let at = 0;
  for (const { start, end, insert } of ordered) {
    if (start < at) throw new Error("two changes of one place");
    result += source.slice(at, start) + insert;
    at = end;
  }
  return result + source.slice(at);
}
