import { expect, test } from "vitest";
import type { ReadFile } from "../../src/model/contract.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";

const cell = (text: string) => ({ text, columns: 1, rows: 1 });

function kindsOf(rows: readonly (readonly string[])[]): string[] {
  const file: ReadFile = {
    name: "annex.md",
    sha256: "",
    mediaType: "text/markdown",
    blocks: [
      {
        kind: "table",
        text: "",
        origin: "body",
        rows: rows.map((cells, i) => ({ header: i === 0, cells: cells.map(cell) })),
      },
    ],
    diagnostics: [],
    unreadPages: [],
  };
  return segmentContract([file]).clauses.map((clause) => clause.kind);
}

test("the first row of a label and value table is a row, though the file calls it a header", () => {
  expect(
    kindsOf([
      ["Subject matter", "Hosting of the payroll application"],
      ["Duration", "The Term"],
    ]),
  ).toEqual(["table", "row", "row"]);
});

test("a first row that names its columns stays a header", () => {
  expect(
    kindsOf([
      ["Activity", "Responsible party"],
      ["Patching", "Supplier"],
    ]),
  ).toEqual(["table", "row"]);
});
