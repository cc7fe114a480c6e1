import type { Document } from "./engine.ts";

/** The family in one style, letter by letter. */
export interface Letters {
  /** In thousandths of an em, as pdfmake counts. */
  readonly ascender: number;
  /** Of a line in this size, without extra lead. */
  lineHeight(size: number): number;
  shows(code: number): boolean;
  /** In ems. */
  widthOf(text: string): number;
  /** Draws text with its baseline at x, y. */
  draw(text: string, size: number, x: number, y: number): void;
}

interface Letter {
  readonly width: number;
  /** Its number in the file, once it is drawn. */
  hex: string;
}

/**
 * Text is set without kerning and ligatures: fontkit takes longer to work those out than everything else takes together, and
 * text for reading aloud and copying is better off without ligatures.
 */
export function lettersOf(document: Document, bold: boolean, italics: boolean): Letters {
  const font = document.provideFont("Roboto", bold, italics);
  const known = new Map<string, Letter>();
  const measured = (letter: string): Letter => {
    const glyph = font.font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    const made = { width: (glyph.advanceWidth * font.scale) / 1000, hex: "" };
    known.set(letter, made);
    return made;
  };
  const encoded = (letter: string): string => {
    const entry = known.get(letter) ?? measured(letter);
    if (entry.hex === "") entry.hex = font.encode(letter)[0].join("");
    return entry.hex;
  };
  return {
    ascender: font.ascender,
    lineHeight: (size) => font.lineHeight(size),
    shows: (code) => font.font.hasGlyphForCodePoint(code),
    widthOf: (text) => {
      let width = 0;
      for (const letter of text) width += (known.get(letter) ?? measured(letter)).width;
      return width;
    },
    draw: (text, size, x, y) => {
      const { page } = document;
      page.fonts[font.id] ??= font.ref();
      let hex = "";
      for (const letter of text) hex += encoded(letter);
      // The page is drawn from the top down; the matrix turns the letters upright again.
      document.addContent(`BT /${font.id} ${short(size)} Tf 1 0 0 -1 ${short(x)} ${short(y)} Tm <${hex}> Tj ET`);
    },
  };
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
