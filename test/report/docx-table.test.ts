import { expect, test } from "vitest";
import { widthsOf } from "../../src/report/docx/table.ts";

const WIDTH = 9298;

test("columns fill the width, and the narrowest still has room for its longest word", () => {
  const widths = widthsOf(
    [
      ["Step", "What is done"],
      ["12", "Access rights and network connections of each party to the systems of the other are withdrawn"],
    ],
    WIDTH,
  );
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(WIDTH);
  expect(widths[0]).toBeGreaterThan("Step".length * 125);
  expect(widths[1]).toBeGreaterThan((widths[0] ?? 0) * 3);
});

test("words too long for the page share it in proportion", () => {
  const [left = 0, right = 0] = widthsOf([["x".repeat(80), "y".repeat(80)]], WIDTH);
  expect(left).toBe(right);
  expect(left + right).toBe(WIDTH);
});
