import { expect, test } from "vitest";
import { markOf, resolve } from "../../src/draft/references.ts";
import { blocksOf } from "../../src/draft/schedule-blocks.ts";

const inlines = (text: string) =>
  resolve(text, (anchor) => (anchor === "clause-a" ? "clause 3 (Patching)" : undefined));

test("headings, paragraphs and tables, each run of rows a table", () => {
  const blocks = blocksOf("# Head\nText.\n\n| A | B |\n| 1 | 2 |\nMore.\n| C |\n| 3 |", inlines);
  expect(blocks).toEqual([
    { kind: "heading", text: [{ text: "Head" }] },
    { kind: "paragraph", text: [{ text: "Text." }] },
    {
      kind: "table",
      rows: [
        ["A", "B"],
        ["1", "2"],
      ],
    },
    { kind: "paragraph", text: [{ text: "More." }] },
    { kind: "table", rows: [["C"], ["3"]] },
  ]);
});

test("a table of heads alone is left out", () => {
  expect(blocksOf("| A | B |\nText.", inlines)).toEqual([{ kind: "paragraph", text: [{ text: "Text." }] }]);
});

test("references are resolved in paragraphs and written out in cells; empty cells stay", () => {
  const mark = markOf("clause-a");
  expect(blocksOf(`See ${mark}.\n| A | B |\n| ${mark} |  |`, inlines)).toEqual([
    { kind: "paragraph", text: [{ text: "See " }, { text: "clause 3 (Patching)", ref: "clause-a" }, { text: "." }] },
    {
      kind: "table",
      rows: [
        ["A", "B"],
        ["clause 3 (Patching)", ""],
      ],
    },
  ]);
});

test("a reference to what the pack does not have throws", () => {
  expect(() => blocksOf(`See ${markOf("clause-b")}.`, inlines)).toThrow("clause-b");
});
