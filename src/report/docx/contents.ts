import { bookmarked, link, paragraph, run, type Xml } from "./xml.ts";

interface Entry {
  readonly level: 1 | 2 | 3;
  readonly bookmark: string;
  readonly text: string;
}

/** Headings of a document and the table of contents that lists them. */
export interface Outline {
  /** A heading; levels 1 to 3 stand in the table of contents. `bookmark` is for links to it. */
  readonly heading: (level: 1 | 2 | 3 | 4, text: string, bookmark?: string) => Xml;
  /** The table of contents, to be made when every heading is. */
  readonly contents: () => Xml;
}

export function outline(): Outline {
  const entries: Entry[] = [];
  return {
    heading(level, text, bookmark) {
      const content = bookmark === undefined ? run(text) : bookmarked(bookmark, run(text));
      if (level === 4) return paragraph("Heading4", content);
      const own = `_Toc${String(entries.length + 1).padStart(6, "0")}`;
      entries.push({ level, bookmark: own, text });
      return paragraph(`Heading${level}`, bookmarked(own, content));
    },
    contents: () => contents(entries),
  };
}

/**
 * A TOC field with its entries in it, so that it stands there before Word updates it, and Word does not ask to. It has no page
 * numbers: only Word knows them. The entries are links, and updating keeps them as they are.
 */
function contents(entries: readonly Entry[]): Xml {
  const begin = `${field("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\n \\h \\z </w:instrText></w:r>${field("separate")}`;
  const lines = entries.map(({ level, bookmark, text }, index) =>
    paragraph(
      `TOC${level}`,
      `${index === 0 ? begin : ""}${link(bookmark, text, {})}${index === entries.length - 1 ? field("end") : ""}`,
    ),
  );
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${lines.join("")}</w:sdtContent></w:sdt>`;
}

function field(type: "begin" | "separate" | "end"): Xml {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}
