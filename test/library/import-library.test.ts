import { describe, expect, test } from "vitest";
import { exportSheets, exportYaml } from "../../src/library/export-library.ts";
import { planImport } from "../../src/library/import-library.ts";
import { BUNDLED_LIBRARY } from "../../src/library/library-files.ts";
import { readSource } from "../../src/library/library-source.ts";
import { type ReadSheet, readIncomingSheets, readIncomingYaml } from "../../src/library/read-incoming.ts";
import { fromXlsx, toXlsx } from "../../src/report/sheets/spreadsheet.ts";

const source = readSource(BUNDLED_LIBRARY);
const NOTHING = { files: [], diff: [], record: [] };
const bytes = await toXlsx(exportSheets(source));
const sheets = await fromXlsx(bytes);

/** The export with some cells changed: sheet, row as a spreadsheet counts, column, value. */
function withCells(...cells: readonly (readonly [string, number, string, unknown])[]): ReadSheet[] {
  const copy = structuredClone(sheets);
  for (const [name, row, column, value] of cells) {
    const rows = copy.find((sheet) => sheet.name === name)?.rows ?? [];
    const line = rows[row - 1];
    if (line) line[rows[0]?.indexOf(column) ?? -1] = value;
  }
  return copy;
}

const importSheets = (changed: readonly ReadSheet[]) => planImport(source, readIncomingSheets("x.xlsx", changed));

describe("an export taken back changes nothing", () => {
  test("as YAML", () => {
    const text = exportYaml(source);
    expect(exportYaml(source)).toBe(text);
    expect(readIncomingYaml("x.yaml", text).requirements).toHaveLength(source.files.length);
    expect(planImport(source, readIncomingYaml("x.yaml", text))).toEqual(NOTHING);
  });

  test("as XLSX", async () => {
    expect(Buffer.from(await toXlsx(exportSheets(source))).equals(Buffer.from(bytes))).toBe(true);
    expect(readIncomingSheets("x.xlsx", sheets).requirements).toHaveLength(source.files.length);
    expect(importSheets(sheets)).toEqual(NOTHING);
  });

  test("with all rows and columns in another order, and lines in between", () => {
    const turned = sheets.map(({ name, rows: [head = [], ...rows] }) => ({
      name: ` ${name.toUpperCase()}`,
      rows: [head.toReversed(), [], ...rows.toReversed().map((row) => head.map((_, i) => row[i]).toReversed())],
    }));
    expect(importSheets(turned)).toEqual(NOTHING);
  });
});

describe("what was changed is what is written", () => {
  test("one cell", () => {
    const row = sheets[0]?.rows[1] ?? [];
    const { files, diff, record } = importSheets(withCells(["Requirements", 2, "title", "Quite another title"]));
    const path = source.files[0]?.path;
    expect(diff).toEqual([`${path}: title: ${row[1]} -> Quite another title`]);
    expect(record).toEqual([`\`${row[0]}\`: title: ${row[1]} -> Quite another title`]);
    expect(files).toEqual([
      { path, text: source.files[0]?.text.replace(`title: ${row[1]}\n`, "title: Quite another title\n") },
    ]);
  });

  test("a new requirement becomes a file of its own", () => {
    const id = String(sheets[0]?.rows[1]?.[0]);
    const more = sheets.map(({ name, rows }) => ({
      name,
      rows: [...rows, ...rows.filter(([owner]) => owner === id).map(([, ...rest]) => ["gdpr.quite-new", ...rest])],
    }));
    const { files, diff } = importSheets(more);
    expect(diff).toEqual([expect.stringMatching(/^requirements\/data-protection\/gdpr\.quite-new\.yaml: new: /)]);
    expect(files).toHaveLength(1);
  });
});

test.each<[string, () => ReadSheet[], string]>([
  [
    "a wrong word",
    () => withCells(["Requirements", 3, "severity", "urgent"]),
    "x.xlsx: Requirements, row 3, column severity: Invalid option",
  ],
  ["an empty cell", () => withCells(["Requirements", 3, "why", null]), "row 3, column why: is empty"],
  ["a date", () => withCells(["Examples", 4, "text", new Date(0)]), "Examples, row 4, column text: is a date"],
  ["no number", () => withCells(["Quantities", 2, "pass", "many"]), 'row 2, column pass: "many" is no number'],
  [
    "a broken phrase",
    () => withCells(["Elements", 6, "phrases", "(a"]),
    'Elements, row 6, column phrases: phrase "(a"',
  ],
  ["another area", () => withCells(["Requirements", 2, "area", "security"]), "row 2, column area: cannot be changed"],
  ["an id twice", () => withCells(["Requirements", 3, "id", sheets[0]?.rows[1]?.[0]]), "row 3, column id: "],
  [
    "an owner there is not",
    () => withCells(["Weak", 2, "requirement", "x.y"]),
    "Weak, row 2, column requirement: x.y is",
  ],
  ["a missing column", () => withCells(["Weak", 1, "because", "reason"]), "Weak, row 1: has no column because"],
  ["a missing sheet", () => sheets.slice(0, 5), "x.xlsx: has no sheet Examples"],
])("%s is refused with its place", (_, changed, line) => {
  expect(() => importSheets(changed())).toThrow(line);
});

test("a mistake in the YAML form is told with its line", () => {
  const text = exportYaml(source).replace(/severity: \w+/, "severity: urgent");
  const line = text.slice(0, text.indexOf("severity: urgent")).split("\n").length;
  expect(() => planImport(source, readIncomingYaml("x.yaml", text))).toThrow(`x.yaml:${line}: `);
  expect(() => planImport(source, readIncomingYaml("x.yaml", "requirements: ["))).toThrow(/^x\.yaml:\d+: /);
});
