import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitted, linesOf } from "../../src/report/docx/fit-lines.ts";
import { spansOf } from "../../src/report/docx/pictures.ts";

const look = { width: 2000, size: 170 };

describe("texts on so many lines", () => {
  test("a text that fits stays whole, a longer one ends at a word", () => {
    expect(fitted("Audit  rights\nreach", look, 1)).toBe("Audit rights reach");
    expect(fitted("Audit rights reach subcontractors and hosting sites", look, 1)).toBe("Audit rights reach…");
  });

  test("a word longer than a line takes the lines it needs", () => {
    expect(linesOf("W".repeat(50), look)).toBe(5);
  });

  test("never takes more lines than it may", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer({ min: 1, max: 5 }), (text, most) => {
        expect(linesOf(fitted(text, look, most), look)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

test("pieces of a bar fill it whatever the numbers", () => {
  const counts = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, (own) => {
      const spans = spansOf(own);
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(60);
      expect(Math.min(...spans)).toBeGreaterThan(0);
    }),
  );
});
