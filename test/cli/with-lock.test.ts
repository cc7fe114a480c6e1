import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withLock } from "../../src/cli/with-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "clausecheck-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("twenty who add to one file at once lose nothing, and no lock stays", async () => {
  const file = join(folder, "list.txt");
  writeFileSync(file, "");
  const add = (line: number) =>
    withLock(file, "--x", () => writeFileSync(file, `${readFileSync(file, "utf8")}${line}\n`));
  await Promise.all(Array.from({ length: 20 }, (_, line) => add(line)));
  expect(
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map(Number)
      .toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 20 }, (_, line) => line));
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test("a lock is given back where the work fails", async () => {
  const file = join(folder, "other.txt");
  await expect(
    withLock(file, "--x", () => {
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await expect(withLock(file, "--x", () => 1)).resolves.toBe(1);
});

test("a folder that is not there is named", async () => {
  await expect(withLock(join(folder, "none", "x.txt"), "--x", () => 1)).rejects.toThrow("cannot be written");
});
