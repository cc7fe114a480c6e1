import { expect, it } from "vitest";
import type { Letters } from "../../src/report/pdf/font.ts";
import { nextLine } from "../../src/report/pdf/lines.ts";
import { TEXT_STYLE } from "../../src/report/pdf/styles.ts";
import { WordMeter } from "../../src/report/pdf/words.ts";

/** Every letter as wide as high. */
const square = { ascender: 800, lineHeight: (size: number) => size, widthOf: (text: string) => text.length } as Letters;
const meter = new WordMeter(() => square);

function linesOf(width: number, ...texts: string[]): string[] {
  const { items } = meter.buildInlines(texts.map((text) => ({ ...TEXT_STYLE, fontSize: 1, text })));
  const words = { _inlines: items };
  const lines: string[] = [];
  for (;;) {
    const line = nextLine(words, width, (text) => text.length);
    if (line.length === 0) return lines;
    lines.push(line.map(({ text }) => text).join(""));
  }
}

it.each<[string, number, string[], string[]]>([
  ["breaks at spaces, which may hang over", 7, ["the law of it"], ["the law ", "of it"]],
  ["breaks after hyphens and dashes", 6, ["third-party"], ["third-", "party"]],
  ["ends a line where the text does", 20, ["one\ntwo\n\nthree"], ["one", "two", "", "three"]],
  ["keeps no-break spaces", 8, ["within 24\u00a0hours now"], ["within ", "24\u00a0hours ", "now"]],
  ["cuts a word that is wider than the line", 4, ["abcdefghij k"], ["abcd", "efgh", "ij k"]],
  ["does not part what stands together in two styles", 8, ["see (", "14.2", ") now"], ["see ", "(14.2) ", "now"]],
  ["keeps all letters of words in two styles that are too long together", 3, ["ab", "cd", "ef"], ["ab", "cd", "ef"]],
  ["sets nothing where there is nothing", 5, [""], []],
])("%s", (_what, width, texts, want) => {
  expect(linesOf(width, ...texts)).toEqual(want);
});
