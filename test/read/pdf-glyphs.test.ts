import { describe, expect, it } from "vitest";
import { fontsWithoutMap, textsFromGlyphs } from "../../src/read/pdf-glyphs.ts";

/** Glyph numbers of Microsoft's fonts: 29 below the character code. */
const glyphs = (text: string) => [...text].map((character) => String.fromCharCode(character.charCodeAt(0) - 29));
const drawn = (font: string, text: string) => ({
  fnArray: [37, 44],
  argsArray: [[font, 10], [glyphs(text).map((unicode) => ({ unicode }))]],
});
/** What pdfjs hands on: it takes the numbers of "(", ")", "'", "&" and "*" for white space. */
const handed = (text: string) =>
  glyphs(text)
    .join("")
    .replace(/[\t\n\v\f\r]/g, " ");

describe("text without a character map", () => {
  const sentence = "(a) the Supplier's staff (and agents) shall keep secrets & records";

  it("tells glyph numbers by their blanks", () => {
    const items = [
      { str: handed(sentence), fontName: "broken" },
      { str: "Plain text of a sound font.", fontName: "sound" },
    ];
    expect([...fontsWithoutMap(items)]).toEqual(["broken"]);
  });

  it("restores letters and the marks that were taken for white space", () => {
    const items = [
      { str: handed(sentence), fontName: "broken" },
      { str: "2.1", fontName: "sound" },
    ];
    expect(textsFromGlyphs(items, new Set(["broken"]), drawn("broken", sentence))).toEqual([sentence, undefined]);
  });

  it("restores marks that fell away at the ends of items", () => {
    const items = ["records", "(in full)", "daily"].map((text) => ({ str: handed(text).trim(), fontName: "broken" }));
    const texts = textsFromGlyphs(items, new Set(["broken"]), drawn("broken", "records(in full)daily"));
    expect(texts).toEqual(["records", "(in full)", "daily"]);
  });
});
