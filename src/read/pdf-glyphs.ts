import type { PathOperators } from "./pdf-rules.ts";

interface Item {
  readonly str?: string;
  readonly fontName: string;
}

// Operator numbers of pdfjs-dist 5.4.296 (`OPS`).
const SET_FONT = 37;
const SHOW_TEXT = 44;
/** Glyphs of Microsoft's TrueType fonts from 172 on stand one place before the order of Apple's 'post' table, format 1. */
const MOVED = 172;
const MAC_ROMAN = new TextDecoder("macintosh");
const CLOSING = "\t\n\f\r";

/**
 * Fonts without a character map: their text is a row of glyph numbers, which the blank (glyph 3) betrays, because it comes
 * as a control character.
 */
export function fontsWithoutMap(items: readonly Item[]): ReadonlySet<string> {
  const counts = new Map<string, { controls: number; all: number }>();
  for (const { str, fontName } of items) {
    if (str === undefined || str === "") continue;
    const count = counts.get(fontName) ?? { controls: 0, all: 0 };
    count.all += str.length;
    count.controls += str.match(/[\u0001-\u0008\u000b\u000c\u000e-\u001f]/g)?.length ?? 0;
    counts.set(fontName, count);
  }
  const isMapless = ({ controls, all }: { controls: number; all: number }) => controls >= 3 && controls >= 0.01 * all;
  return new Set([...counts].filter(([, count]) => isMapless(count)).map(([font]) => font));
}

/**
 * Texts of the items with glyph numbers turned into characters by the standard order ('post' table, format 1: glyph 3 is
 * the blank). pdfjs takes the numbers of some marks for white space and drops them ("(" is 11, ")" is 12); what the page
 * draws tells them. Undefined for an item of another font.
 */
export function textsFromGlyphs(
  items: readonly Item[],
  mapless: ReadonlySet<string>,
  operators: PathOperators,
): (string | undefined)[] {
  const drawn = drawnGlyphs(operators, mapless);
  let at = 0;
  return items.map(({ str, fontName }) => {
    if (!mapless.has(fontName)) return undefined;
    let text = "";
    for (const character of str ?? "") {
      if (character === " ") {
        text += isBlank(drawn[at]) ? characterOf(drawn[at++] ?? "") : " ";
        continue;
      }
      while (isBlank(drawn[at])) text += characterOf(drawn[at++] ?? "");
      const found = drawn.indexOf(character, at);
      if (found >= 0 && found - at < 8) at = found + 1;
      text += characterOf(character);
    }
    // An opening bracket belongs to the next item.
    while (str !== "" && drawn[at] !== undefined && CLOSING.includes(drawn[at] ?? "-"))
      text += characterOf(drawn[at++] ?? "");
    return text;
  });
}

/** Ids of the fonts a page draws with. */
export function fontsOf(operators: PathOperators): ReadonlySet<string> {
  return new Set(
    operators.fnArray.flatMap((operator, index) =>
      operator === SET_FONT ? String((operators.argsArray[index] as unknown[])[0]) : [],
    ),
  );
}

function drawnGlyphs(operators: PathOperators, mapless: ReadonlySet<string>): string[] {
  const drawn: string[] = [];
  let isMapless = false;
  operators.fnArray.forEach((operator, index) => {
    const [first] = (operators.argsArray[index] ?? []) as readonly unknown[];
    if (operator === SET_FONT) isMapless = mapless.has(String(first));
    if (operator !== SHOW_TEXT || !isMapless) return;
    for (const glyph of first as readonly ({ unicode?: string } | number | null)[]) {
      if (typeof glyph === "object" && glyph?.unicode) drawn.push(glyph.unicode);
    }
  });
  return drawn;
}

function isBlank(glyph: string | undefined): boolean {
  return glyph !== undefined && /^[\t\n\v\f\r ]$/.test(glyph);
}

function characterOf(glyph: string): string {
  const number = glyph.codePointAt(0) ?? 0;
  if (number < 3 || number > 224) return glyph;
  if (number < 98) return String.fromCharCode(number + 29);
  return MAC_ROMAN.decode(new Uint8Array([number < MOVED ? number + 30 : number + 31]));
}
