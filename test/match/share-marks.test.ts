import { describe, expect, test } from "vitest";
import { hasRemark, marksIn, readLegend } from "../../src/match/share-marks.ts";

const usual = readLegend("");

describe("a cell of a party's column", () => {
  test.each([
    ["R", ["performs"]],
    ["A/R", ["answers", "performs"]],
    ["R, A", ["performs", "answers"]],
    ["RA", ["performs", "answers"]],
    ["RACI", ["performs", "answers", "aside", "aside"]],
    ["I", ["aside"]],
    ["**R**", ["performs"]],
    ["✓", ["bears"]],
    ["x", ["bears"]],
    ["Yes", ["bears"]],
    ["Y (basic)", ["bears"]],
    ["Basic - Y", ["bears"]],
    ["N", ["none"]],
    ["–", ["none"]],
    ["N/A", ["none"]],
    ["£", ["none"]],
    ["Responsible", ["performs"]],
  ])("%s", (cell, marks) => {
    expect(marksIn(cell, usual)).toEqual(marks);
  });

  test.each(["", "Paragraph 7", "The Supplier patches it within 30 days", "Q", "RQ"])("%s is no mark", (cell) => {
    expect(marksIn(cell, usual)).toBeUndefined();
  });

  test("a remark beside the mark is seen as one", () => {
    expect(hasRemark("Y (in consultation with the customer)", usual)).toBe(true);
    expect(hasRemark("Basic - Y", usual)).toBe(true);
    expect(hasRemark("(R)", usual)).toBe(false);
    expect(hasRemark("R/A", usual)).toBe(false);
  });
});

describe("a legend", () => {
  test.each([
    ["A = Assists", "A", "aside"],
    ["S: Shared lead. D – delivers", "D", "performs"],
    ["O means owner", "O", "bears"],
    ["Consulted (K)", "K", "aside"],
    ["R is the party that performs a function, A the party that is accountable for it", "A", "answers"],
    ["| P | Provides |", "P", "bears"],
  ])("%s", (text, letter, mark) => {
    expect(readLegend(text).get(letter)).toBe(mark);
  });

  test.each(["Annex I - Responsibilities", "Part I: Provider obligations", "Schedule A - Information Security"])(
    "a heading is none: %s",
    (text) => {
      expect(readLegend(text)).toEqual(readLegend(""));
    },
  );

  test("the first meaning given holds", () => {
    expect(readLegend("S = Supports. Later: S = Responsible.").get("S")).toBe("aside");
  });

  test("a sentence that begins with a letter is none", () => {
    expect(readLegend("A provider that is informed shall act. I inform you.").get("A")).toBe("answers");
  });
});
