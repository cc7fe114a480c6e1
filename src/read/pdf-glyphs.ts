/** Glyphs of Microsoft's TrueType fonts from 172 on stand one place before the order of Apple's 'post' table, format 1. */
const MOVED = 172;
const MAC_ROMAN = new TextDecoder("macintosh");

/**
 * True where text is a row of glyph numbers instead of characters: a font without a character map, whose blank (glyph 3)
 * shows as a control character.
 */
export function isGlyphNumbers(texts: readonly string[]): boolean {
  let controls = 0;
  let all = 0;
  for (const text of texts) {
    all += text.length;
    controls += text.match(/[\u0001-\u0008\u000b\u000c\u000e-\u001f]/g)?.length ?? 0;
  }
  return all > 0 && controls >= 3 && controls >= 0.01 * all;
}

/** Turns glyph numbers into characters by the standard glyph order ('post' table, format 1: glyph 3 is the blank). */
export function fromGlyphNumbers(text: string): string {
  return [...text].map(characterOf).join("");
}

function characterOf(glyph: string): string {
  const number = glyph.codePointAt(0) ?? 0;
  // pdfjs puts in blanks where it sees a gap; they are no glyph numbers.
  if (number < 3 || number > 224 || number === 0x20 || number === 0xa0) return glyph;
  if (number < 98) return String.fromCharCode(number + 29);
  return MAC_ROMAN.decode(new Uint8Array([number < MOVED ? number + 30 : number + 31]));
}
