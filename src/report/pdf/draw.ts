import type { Document, Outline, StructElement } from "./engine.ts";
import { drawMark } from "./marks.ts";
import type { Inline, Line, Page, Vector } from "./page.ts";
import type { Tag } from "./tags.ts";

/** Draws the pages: each text under its tag, everything else (rules, shapes, running heads, repeated heads of tables) as artifact. */
export function drawPages(document: Document, pages: readonly Page[]): void {
  const pen = new Pen(document);
  for (const page of pages) pen.draw(page);
}

class Pen {
  readonly #document: Document;
  /** Lines that are drawn already: the head of a table comes again on each page. */
  readonly #drawn = new WeakSet<object>();
  readonly #bookmarks: Outline[];
  readonly #marked = new Set<Tag>();
  /** What is open on the page: an element of the structure or a kind of artifact. */
  #open: StructElement | string | undefined;
  #color = "";

  constructor(document: Document) {
    this.#document = document;
    this.#bookmarks = [document.outline];
  }

  draw({ items, pageSize }: Page): void {
    this.#document.addPage({ size: [pageSize.width, pageSize.height] });
    Object.assign(this.#document.page.dictionary.data, { Tabs: "S" });
    this.#color = "";
    for (const { type, item } of items) {
      if (type === "line") this.#line(item);
      else if (type === "vector") {
        this.#artifact("Layout");
        this.#vector(item);
        this.#color = "";
      }
    }
    this.#rails(items);
    for (const { type, item } of items) if (type === "line") this.#marks(item);
    this.#close();
  }

  #line(line: Line): void {
    const again = this.#drawn.has(line.inlines);
    this.#drawn.add(line.inlines);
    if (line.id !== undefined && !again) this.#document.addNamedDestination(line.id, "XYZ", 0, line.y - 4, null);
    for (const inline of line.inlines) numberPage(inline);
    for (const run of runsOf(line)) {
      const [first] = run;
      const element = again ? undefined : first.tag?.element;
      if (first.tag && element) this.#bookmark(first.tag, line.y);
      const text = textOf(run);
      if (text === "" || first.mark) continue;
      if (element === undefined) this.#artifact("Pagination");
      else if (first.to !== undefined) {
        this.#link(element, line, run, first.to, text);
        continue;
      } else this.#content(element);
      this.#write(line, first, text);
    }
  }

  #write(line: Line, inline: Inline, text: string): void {
    if (inline.color !== this.#color) this.#document.fillColor(inline.color);
    this.#color = inline.color;
    inline.font.draw(text, inline.fontSize, line.x + inline.x, line.y + line.getAscenderHeight());
  }

  #vector({ type, x, y, w, h, x1, y1, x2, y2, color, lineColor, lineWidth }: Vector): void {
    const document = this.#document;
    if (type === "line") {
      document.lineWidth(lineWidth ?? 1).strokeColor(lineColor ?? "#000000");
      document.moveTo(x1, y1).lineTo(x2, y2).stroke();
      return;
    }
    if (color) document.rect(x, y, w, h).fillColor(color).fill();
    if (lineColor)
      document
        .rect(x, y, w, h)
        .lineWidth(lineWidth ?? 1)
        .strokeColor(lineColor)
        .stroke();
  }

  #link(parent: StructElement, line: Line, run: Run, target: string, text: string): void {
    const [first] = run;
    const last = run.at(-1) ?? first;
    const link = this.#document.struct("Link");
    parent.add(link);
    this.#content(link);
    this.#write(line, first, text);
    this.#close();
    const width = last.x + last.width - first.x;
    this.#document.annotate(line.x + first.x, line.y, width, line.getHeight(), {
      Subtype: "Link",
      Dest: target,
      structParent: link,
      Contents: new String(text.trim()),
    });
    // Ended on its own page: pdfkit writes the current page beside the annotation.
    link.end();
  }

  #bookmark(tag: Tag, y: number): void {
    if (!tag.bookmark || this.#marked.has(tag)) return;
    this.#marked.add(tag);
    const { level, title } = tag.bookmark;
    const { width } = this.#document.page;
    const parent = this.#bookmarks[Math.min(level, this.#bookmarks.length) - 1] ?? this.#document.outline;
    this.#bookmarks.length = Math.min(level, this.#bookmarks.length);
    // pdfkit takes `left` from the right edge.
    const at = { top: y - 4, left: width, zoom: 0, fit: false, expanded: level === 1 };
    this.#bookmarks.push(parent.addItem(title, at));
  }

  /** Lines beside text, one for all its lines on the page. */
  #rails(items: Page["items"]): void {
    const rails = new Map<Tag, { x: number; top: number; bottom: number }>();
    for (const { type, item } of items) {
      const tag = type === "line" ? item.inlines[0]?.tag : undefined;
      if (type !== "line" || !tag?.rail) continue;
      const rail = rails.get(tag) ?? { x: item.x - 9, top: item.y, bottom: item.y };
      rail.bottom = Math.max(rail.bottom, item.y + item.getHeight());
      rails.set(tag, rail);
    }
    for (const [{ rail }, { x, top, bottom }] of rails) {
      if (!rail) continue;
      this.#artifact("Layout");
      const { color, width, dotted } = rail;
      const document = this.#document.lineWidth(width).strokeColor(color);
      if (dotted) document.dash(width, { space: width });
      document
        .moveTo(x, top - 1)
        .lineTo(x, bottom - 1)
        .stroke();
      if (dotted) document.undash();
    }
  }

  #marks(line: Line): void {
    for (const inline of line.inlines) {
      if (!inline.mark) continue;
      this.#artifact("Layout");
      const size = inline.fontSize * 0.86;
      drawMark(this.#document, inline.mark, line.x + inline.x, line.y + line.getAscenderHeight() - size * 0.93, size);
    }
  }

  #content(element: StructElement): void {
    if (this.#open === element) return;
    this.#close();
    element.add(this.#document.markStructureContent(String(element.dictionary.data.S)));
    this.#open = element;
  }

  #artifact(kind: "Layout" | "Pagination"): void {
    if (this.#open === kind) return;
    this.#close();
    this.#document.markContent("Artifact", { type: kind });
    this.#open = kind;
  }

  #close(): void {
    if (this.#open !== undefined) this.#document.endMarkedContent();
    this.#open = undefined;
  }
}

type Run = readonly [Inline, ...Inline[]];

/** Neighbours in one style under one tag: written as one text, so that words stay whole for those who copy or read aloud. */
function runsOf({ inlines }: Line): Run[] {
  const runs: [Inline, ...Inline[]][] = [];
  for (const inline of inlines) {
    const run = runs.at(-1);
    if (run && isAlike(run[0], inline)) run.push(inline);
    else runs.push([inline]);
  }
  return runs;
}

function isAlike(a: Inline, b: Inline): boolean {
  return (
    a.tag === b.tag &&
    a.font === b.font &&
    a.fontSize === b.fontSize &&
    a.color === b.color &&
    a.to === b.to &&
    a.mark === b.mark &&
    !a._pageNodeRef &&
    !b._pageNodeRef
  );
}

function textOf(run: Run): string {
  return run.map((inline) => inline.text).join("");
}

/** A reference to a page gets its number, now that all pages are known. */
function numberPage(inline: Inline): void {
  const page = inline._pageNodeRef?.positions?.[0]?.pageNumber;
  if (page === undefined) return;
  inline.text = String(page);
  const width = inline.font.widthOf(inline.text) * inline.fontSize;
  inline.x += inline.width - width;
  inline.width = width;
}
