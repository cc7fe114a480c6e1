import { describe, expect, it } from "vitest";
import { assembleText } from "../../src/segment/assemble-text.ts";
import { fileOf, paragraph, row, table } from "./blocks.ts";

describe("assembleText", () => {
  it("separates blocks and cells by one line break, files by two", () => {
    const { text, files } = assembleText([
      fileOf([paragraph("One."), table([row(["Two", "", "Three"])])], "a.txt"),
      fileOf([paragraph("Four.")], "b.txt"),
    ]);
    expect(text).toBe("One.\nTwo\nThree\n\nFour.");
    expect(files.map(({ name, span }) => [name, text.slice(span.start, span.end)])).toEqual([
      ["a.txt", "One.\nTwo\nThree"],
      ["b.txt", "Four."],
    ]);
  });

  it("notes where pages start and shifts hidden ranges", () => {
    const { text, pageStarts, hidden } = assembleText([
      fileOf([
        paragraph("first", { page: 1 }),
        paragraph("**bold**", {
          page: 2,
          hidden: [
            { start: 0, end: 2 },
            { start: 6, end: 8 },
          ],
        }),
        paragraph("more", { page: 2 }),
      ]),
    ]);
    expect(pageStarts).toEqual([
      { offset: 0, file: 0, page: 1 },
      { offset: 6, file: 0, page: 2 },
    ]);
    expect(hidden.map(({ start, end }) => text.slice(start, end))).toEqual(["**", "**"]);
  });

  it("keeps the span of a file without text empty", () => {
    const { text, files } = assembleText([fileOf([], "a.txt"), fileOf([paragraph("x")], "b.txt")]);
    expect(files.map(({ span }) => text.slice(span.start, span.end))).toEqual(["", "x"]);
  });
});
