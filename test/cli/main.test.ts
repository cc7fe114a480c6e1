import { readFileSync } from "node:fs";
import pc from "picocolors";
import { expect, test } from "vitest";
import { run } from "../../src/cli/main.ts";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

async function say(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    watched: false,
    color: pc.createColors(false),
  });
  return { code, out: out.join(""), err: err.join("") };
}

test("--version prints the package's version and nothing else", async () => {
  expect(await say("--version")).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
});

test("help goes to standard output, fits 80 columns and tells the exit codes", async () => {
  const { code, out, err } = await say("check", "--help");
  expect([code, err]).toEqual([0, ""]);
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(out).toContain("1  gaps: requirements that are missing or adverse");
});

test("mistakes give 2 and one line", async () => {
  for (const argv of [["chekc"], ["check", "a", "--out"], ["library", "shwo"], ["library", "show"], ["-x"]]) {
    const { code, out, err } = await say(...argv);
    expect([argv, code, out]).toEqual([argv, 2, ""]);
    expect(err).toMatch(/^clausecheck: .*; see "clausecheck --help"\.\n$/);
  }
});
