import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { asPattern, readScenario, type Scenario } from "./read-scenario.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const BIN = fileURLToPath(new URL("../../bin/clausecheck.js", import.meta.url));
const names = readdirSync(join(HERE, "scenarios")).filter((name) => name.endsWith(".txt"));

test("the scenarios are found", () => {
  expect(names.length).toBeGreaterThanOrEqual(15);
});

describe.concurrent("scenarios", () => {
  test.each(names)("%s", async (name) => {
    const scenario = readScenario(readFileSync(join(HERE, "scenarios", name), "utf8"));
    const folder = mkdtempSync(join(tmpdir(), "clausecheck-scenario-"));
    try {
      const before = prepare(folder, scenario);
      const { stdout, stderr, exit } = await start(folder, scenario.args);
      expect(stderr).toMatch(asPattern(scenario.stderr));
      expect(stdout).toMatch(asPattern(scenario.stdout));
      expect(exit).toBe(scenario.exit);
      const added = list(folder).filter((path) => !before.includes(path));
      if (scenario.after !== undefined) expect(added).toEqual(scenario.after);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Puts the library of two requirements and the scenario's own files into the folder; returns what is there. */
function prepare(folder: string, { files }: Scenario): string[] {
  cpSync(join(HERE, "library"), folder, { recursive: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return list(folder);
}

function list(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

function start(cwd: string, args: readonly string[]): Promise<{ stdout: string; stderr: string; exit: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd, encoding: "utf8" }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, exit: error === null ? 0 : Number(error.code) });
    });
  });
}
