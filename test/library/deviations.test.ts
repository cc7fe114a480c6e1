import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { appendDeviation } from "../../src/library/append-deviation.ts";
import { checkDeviations, loadDeviations } from "../../src/library/load-deviations.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import type { Deviation } from "../../src/model/deviation.ts";
import { ContractCheckError } from "../../src/model/diagnostic.ts";

const library = loadLibrary();
const folder = mkdtempSync(join(tmpdir(), "clausecheck-deviations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = `deviations:
  - requirement: sec.logging
    verdict: partial
    accepts: [retention-period, log_retention_months]
    by: Dana Okafor
    because: Until our own archive is there.
    accepted: 2026-01-01
    until: 2026-12-31
`;
const ENTRY: Deviation = {
  contract: "Hosting: Agreement #2",
  requirement: "sec.backup-restore",
  verdict: "missing",
  by: "Rory Lindqvist",
  because: "Backed up by ourselves.",
  accepted: "2026-03-01",
  until: "2027-03-01",
};

function mistakesOf(text: string): string {
  try {
    checkDeviations("d.yaml", text, library);
  } catch (error) {
    if (error instanceof ContractCheckError && error.code === "invalid-deviations") return error.message;
    throw error;
  }
  return "";
}

describe("each mistake is one line with file and line", () => {
  test.each<[string, string, string]>([
    ["nothing wrong", GOOD, ""],
    ["no deviation at all", "deviations: []", ""],
    [
      "an unknown requirement",
      GOOD.replace("sec.logging", "sec.loging"),
      'd.yaml:2: requirement: "sec.loging" is no requirement of the library; see "clausecheck library list".',
    ],
    [
      "an unknown element",
      GOOD.replace("retention-period,", "retention,"),
      expect.stringMatching(
        /^d\.yaml:4: accepts: "retention" is no element, number or adverse wording of sec\.logging; it has .*retention-period/,
      ),
    ],
    [
      "days in the wrong order",
      GOOD.replace("2026-12-31", "2025-12-31"),
      "d.yaml:8: until: is before the day on which it was accepted.",
    ],
    [
      "no day",
      GOOD.replace("2026-12-31", "next year"),
      "d.yaml:8: deviations.0.until: is not a day; write it as 2026-03-01.",
    ],
    [
      "a day that is none",
      GOOD.replace("2026-12-31", "2026-02-30"),
      "d.yaml:8: deviations.0.until: is not a day; write it as 2026-03-01.",
    ],
    ["a field too few", GOOD.replace(/ {4}by: .*\n/, ""), "d.yaml:2: deviations.0.by: is missing."],
    ["no verdict", GOOD.replace(/ {4}verdict: .*\n/, ""), "d.yaml:2: deviations.0.verdict: is missing."],
    ["a field too many", `${GOOD}    vat: 1\n`, 'd.yaml:2: deviations.0: "vat": no such field of a deviation.'],
    [
      "a number for a name",
      GOOD.replace("Dana Okafor", "12"),
      "d.yaml:5: deviations.0.by: is not what belongs here; it takes text; write a number or a date in quotes.",
    ],
    [
      "an empty reason",
      GOOD.replace("Until our own archive is there.", '" "'),
      "d.yaml:6: deviations.0.because: is empty.",
    ],
    [
      "a reason of two letters",
      GOOD.replace("Until our own archive is there.", "ok"),
      "d.yaml:6: deviations.0.because: is too short to say anything.",
    ],
    [
      "a verdict that needs no accepting",
      GOOD.replace("partial", "covered"),
      "d.yaml:3: deviations.0.verdict: is not one of undecided, partial, missing, adverse.",
    ],
    [
      "accepts nothing",
      GOOD.replace(/accepts: .*/, "accepts: []"),
      "d.yaml:4: deviations.0.accepts: is an empty list; leave it out or name one.",
    ],
    ["no list", "deviations: none", "d.yaml:1: deviations: is not what belongs here; it takes a list."],
    ["an empty file", "", 'd.yaml:1: holds no deviations; it begins with "deviations:".'],
    ["a list at the top", "- requirement: sec.logging", 'd.yaml:1: holds no deviations; it begins with "deviations:".'],
    ["no YAML", `${GOOD}  - : [`, expect.stringMatching(/^d\.yaml:\d+: [A-Z][^\n]*[^:]\.$/)],
  ])("%s", (_, text, expected) => {
    expect(mistakesOf(text)).toEqual(expected);
  });

  test("two mistakes are two lines", () => {
    const lines = mistakesOf(GOOD.replace("2026-12-31", "2025-12-31").replace("retention-period,", "retention,")).split(
      "\n",
    );
    expect(lines.map((line) => line.split(": ")[1])).toEqual(["accepts", "until"]);
  });
});

test("a file is read; one that is not there, and a folder, are told", () => {
  const file = join(folder, "good.yaml");
  writeFileSync(file, GOOD);
  expect(loadDeviations(file, library)).toHaveLength(1);
  expect(() => loadDeviations("nowhere.yaml", library)).toThrow(
    new ContractCheckError("missing-path", "nowhere.yaml: no such file of deviations."),
  );
  expect(() => loadDeviations(folder, library)).toThrow(
    new ContractCheckError("invalid-deviations", `${folder}: is a folder; name a file of deviations (YAML).`),
  );
});

describe("one more at the end", () => {
  const added = `  - contract: "Hosting: Agreement #2"
    requirement: sec.backup-restore
    verdict: missing
    by: Rory Lindqvist
    because: Backed up by ourselves.
    accepted: 2026-03-01
    until: 2027-03-01
`;

  test("of a file that has none", () => {
    expect(appendDeviation("d.yaml", "", ENTRY)).toMatch(/^# Shortfalls .*\ndeviations:\n/);
    expect(appendDeviation("d.yaml", "", ENTRY).endsWith(`deviations:\n${added}`)).toBe(true);
  });

  test.each<[string, string, string]>([
    ["comments and layout stay", `# ours\n${GOOD}# end\n`, `# ours\n${GOOD}${added}# end\n`],
    ["without a last line break", GOOD.trimEnd(), GOOD + added],
    [
      "with a comment behind the last field",
      `${GOOD.trimEnd()} # review in May\n`,
      `${GOOD.trimEnd()} # review in May\n${added}`,
    ],
    ["a list that is not set in", GOOD.replaceAll(/^ {2}/gm, ""), (GOOD + added).replaceAll(/^ {2}/gm, "")],
    ["line ends of Windows", GOOD.replaceAll("\n", "\r\n"), (GOOD + added).replaceAll("\n", "\r\n")],
    [
      "text over several lines",
      `${GOOD}    because: |\n      Long\n      story\n`.replace(/ {4}because: U.*\n/, ""),
      `${GOOD}    because: |\n      Long\n      story\n${added}`.replace(/ {4}because: U.*\n/, ""),
    ],
  ])("%s", (_, before, after) => {
    expect(appendDeviation("d.yaml", before, ENTRY)).toBe(after);
  });

  test.each([
    "deviations: []",
    "{deviations: []} # none",
    `deviations: [{${GOOD.slice(16).trim().replaceAll(/\n\s*/g, ", ")}}] # one`,
  ])("a list within a line: %s", (before) => {
    const kept = checkDeviations("d.yaml", before, library);
    const after = appendDeviation("d.yaml", before, ENTRY);
    expect(checkDeviations("d.yaml", after, library)).toEqual([...kept, ENTRY]);
    expect(after.includes("#")).toBe(true);
  });
});
