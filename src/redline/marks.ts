import { escapeXml, type SourceElement } from "../ooxml/xml-source.ts";

/** Who made the changes, when, and the numbers they get: each id once in the file (ECMA-376 17.13.4, 17.13.5). */
export interface Marker {
  /** Attributes of a change, with the next id. */
  readonly change: () => string;
  readonly nextId: () => number;
  readonly author: string;
  /** ISO 8601 with time. */
  readonly date: string;
}

/** Begins after the highest id in `parts`. */
export function startMarking(parts: readonly string[], author: string, date: string): Marker {
  let last = Math.max(
    0,
    ...parts.flatMap((part) => [...part.matchAll(/\bw:id="(\d{1,9})"/g)].map(([, id]) => Number(id))),
  );
  const nextId = () => ++last;
  return {
    nextId,
    author,
    date,
    change: () => `w:id="${nextId()}" w:author="${escapeXml(author)}" w:date="${date}"`,
  };
}

/** Formatting of a run, without what belongs to changes of it and without what hides or links it. */
export function plainRunProperties(source: string, run: SourceElement | undefined): string {
  const properties = run?.children.find(({ name }) => name === "w:rPr");
  const kept = (properties?.children ?? [])
    .filter(({ name, attributes }) => !DROPPED.has(name) && attributes["w:val"] !== "Hyperlink")
    .map(({ start, end }) => source.slice(start, end));
  return kept.length === 0 ? "" : `<w:rPr>${kept.join("")}</w:rPr>`;
}

const DROPPED = new Set(["w:rPrChange", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:vanish", "w:specVanish"]);

/** Text as the content of a run; tabs and line ends are elements of their own. */
export function runContent(text: string): string {
  return text
    .split(/(\t|\n)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part === "\t") return "<w:tab/>";
      return part === "\n" ? "<w:br/>" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join("");
}
