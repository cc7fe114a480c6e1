import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareFolder, writeWhole } from "../../src/cli/write-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clausecheck-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("replaces a report whole and leaves no draft behind", () => {
  writeWhole(folder, "a.json", "old, and much longer");
  expect(writeWhole(folder, "a.json", "new")).toBe(join(folder, "a.json"));
  expect(readFileSync(join(folder, "a.json"), "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

test("says in one line that a report cannot be written, and leaves what was there", () => {
  mkdirSync(join(folder, "a.json"));
  writeFileSync(join(folder, "a.json", "kept"), "");
  expect(() => writeWhole(folder, "a.json", "new")).toThrow(
    /a\.json: cannot be written; check the folder's permissions/,
  );
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

test("makes the folder, however deep, and refuses a file in its place", () => {
  prepareFolder(join(folder, "deep", "er"));
  expect(readdirSync(join(folder, "deep"))).toEqual(["er"]);
  writeFileSync(join(folder, "file"), "");
  expect(() => prepareFolder(join(folder, "file"))).toThrow(/file: is a file; name a folder with --out\./);
  expect(() => prepareFolder(join(folder, "file", "below"))).toThrow(
    /cannot be made; name another folder with --out\./,
  );
});
