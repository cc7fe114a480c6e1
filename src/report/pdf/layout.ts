import layoutBuilder from "pdfmake/js/LayoutBuilder.js";
import line from "pdfmake/js/Line.js";
import { classOf, type Document } from "./engine.ts";
import type { Letters } from "./font.ts";
import { nextLine, type Words } from "./lines.ts";
import type { PdfNode } from "./node.ts";
import type { Line, Page, Running } from "./page.ts";
import { WordMeter } from "./words.ts";

/** The parts of pdfmake's layout that take other hands here: measuring words and filling lines. */
interface Layout {
  readonly writer: { context(): { readonly availableWidth: number } };
  docMeasure: { textInlines: object };
  tryLayoutDocument(...args: unknown[]): unknown;
  buildNextLine(words: Words): Line | null;
  layoutDocument(
    content: readonly PdfNode[],
    document: Document,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: Running | undefined,
    footer: Running,
  ): Page[];
}

const PdfmakeLine = classOf<[number], Line>(line);
const PdfmakeLayout = classOf<[object, object, object], Layout>(layoutBuilder);

class LetterLayout extends PdfmakeLayout {
  readonly #meter: WordMeter;

  constructor(meter: WordMeter, size: object, margins: object) {
    super(size, margins, {});
    this.#meter = meter;
  }

  override tryLayoutDocument(...args: unknown[]): unknown {
    this.docMeasure.textInlines = this.#meter;
    return super.tryLayoutDocument(...args);
  }

  override buildNextLine(words: Words): Line | null {
    const { availableWidth } = this.writer.context();
    const inlines = nextLine(words, availableWidth, (text, { font, fontSize }) =>
      this.#meter.widthOf(text, font, fontSize),
    );
    if (inlines.length === 0) return null;
    const made = new PdfmakeLine(availableWidth);
    for (const inline of inlines) made.addInline(inline);
    return made;
  }
}

/** Where everything comes to stand. Changes the nodes that it is given: they serve once. */
export function layOut(
  document: Document,
  fonts: (bold: boolean, italics: boolean) => Letters,
  content: readonly PdfNode[],
  style: object,
  sheet: {
    readonly width: number;
    readonly height: number;
    readonly margins: readonly [number, number, number, number];
  },
  running: { readonly head?: Running; readonly foot: Running },
): Page[] {
  const [left, top, right, bottom] = sheet.margins;
  const size = { width: sheet.width, height: sheet.height, orientation: "portrait" };
  const meter = new WordMeter(fonts);
  const builder = new LetterLayout(meter, size, { left, top, right, bottom });
  return builder.layoutDocument(content, document, {}, style, undefined, running.head, running.foot);
}
