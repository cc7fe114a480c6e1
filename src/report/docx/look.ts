import { AlignmentType, PageNumber, PageOrientation, Paragraph, type ParagraphChild, TextRun } from "docx";

/** What every Word file of this tool looks like. */
export const FONT = "Arial";
export const ACCENT = "1F3A5F";
export const HEAD_FILL = "E8ECF1";
const GREY = "666666";
/** No document carries the day on which it was made. */
export const NO_DATE = "2000-01-01";
export const LANGUAGE = "en-GB";
export const AUTHOR = { creator: "clausecheck", lastModifiedBy: "clausecheck" } as const;

const LONG = 16838;
const SHORT = 11906;

/** A4 with the same margin, in twips, on all sides. */
export function sheet(margin: number, isLandscape = false) {
  return {
    // Width and height are those of the upright sheet; the orientation turns it.
    size: {
      width: SHORT,
      height: LONG,
      ...(isLandscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
    },
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  };
}

/** Twips of text between those margins. */
export function textWidth(margin: number, isLandscape = false): number {
  return (isLandscape ? LONG : SHORT) - 2 * margin;
}

/** What stands at the head of each page: the title, small and grey; `more` follows it. */
export function runningHead(title: string, ...more: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: title, size: 16, color: GREY }), ...more],
  });
}

/** "Page 2 of 9" at the foot of each page. */
export function pageNumbers(look: { readonly size?: number; readonly color?: string } = { size: 16, color: GREY }) {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ ...look, children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
  });
}

/** Bookmarks with any id, or counted over the life of the process: here they are counted over the document. */
export function countedBookmarks(xml: string): string {
  const ids = new Map<string, number>();
  return xml.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]+)(")/g,
    (_, before: string, id: string, after: string) => {
      const own = ids.get(id) ?? ids.size + 1;
      ids.set(id, own);
      return `${before}${own}${after}`;
    },
  );
}
