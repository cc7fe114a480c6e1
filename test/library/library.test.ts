import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadLibrary, problemLine, readLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import { testFunction, testRequirement } from "../../src/test-library.ts";

const { library, problems } = readLibrary();

test("the bundled library has no problem", () => {
  expect(problems.map(problemLine)).toEqual([]);
});

describe("examples and model clause are judged as their author says", () => {
  test.each(library.requirements.map((requirement) => [requirement.id, requirement] as const))(
    "%s",
    (_, requirement) => {
      expect(testRequirement(library, requirement)).toEqual([]);
    },
  );

  test.each(library.functions.map((rule) => [rule.id, rule] as const))("function %s", (_, rule) => {
    expect(testFunction(library, rule)).toEqual([]);
  });
});

test("playbooks load by id; an unknown one is refused with the known ones", () => {
  expect(loadPlaybook(library).id).toBe("uk-outsourcing");
  expect(() => loadPlaybook(library, "none")).toThrow(
    /none: no such playbook; use one of container-platform, dpa-only, .*uk-outsourcing/,
  );
});

describe("a broken library says where", () => {
  let folder = "";
  const file = "requirements/data-protection/gdpr.art33.processor-breach-notice.yaml";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "library-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function broken(change: (text: string) => string): string[] {
    const copy = mkdtempSync(join(folder, "copy-"));
    cpSync(new URL("../../clause-library", import.meta.url), copy, { recursive: true });
    writeFileSync(join(copy, file), change(readFileSync(join(copy, file), "utf8")));
    return readLibrary(copy).problems.map(problemLine);
  }

  test.each([
    ["an unknown field", (text: string) => text.replace("title:", "titel:"), /:\d+: title|Unrecognized key|titel/],
    ["a wrong severity", (text: string) => text.replace("severity: critical", "severity: grave"), /:\d+: severity: /],
    [
      "an unknown element",
      (text: string) => text.replace("unless_met: [clock-from-awareness]", "unless_met: [nothing]"),
      /:\d+: weak\.0\.unless_met: "nothing" is not an element/,
    ],
    [
      "a phrase with an open bracket",
      (text: string) => text.replace("phrases: |\n", "phrases: |\n      (never closed\n"),
      /phrase ".*": unclosed "\("/,
    ],
    [
      "a heading phrase with an unknown list",
      (text: string) => text.replace("    phrases: |\n", "    under: |\n      {no-such-list}\n    phrases: |\n"),
      /"\{no-such-list\}" is neither a role/,
    ],
    [
      "no example of an adverse entry",
      (text: string) => text.replaceAll("adverse: [supplier-decides]", "adverse: [no-duty-to-notify]"),
      /needs an example of adverse wording "supplier-decides"/,
    ],
    [
      "a template that is not there",
      (text: string) => text.replace("template: data-protection/gdpr.art33", "template: data-protection/gdpr.art99"),
      /no such model clause/,
    ],
    ["text that is not YAML", (text: string) => `${text}\n  - : [`, /:\d+: /],
  ])("%s", (_, change, message) => {
    const lines = broken(change);
    expect(lines.join("\n")).toMatch(message);
    expect(lines.every((line) => line.startsWith(file))).toBe(true);
  });

  test("loading it lists every problem in one error", () => {
    const copy = mkdtempSync(join(folder, "copy-"));
    cpSync(new URL("../../clause-library", import.meta.url), copy, { recursive: true });
    writeFileSync(join(copy, file), "id: 7\n");
    expect(() => loadLibrary(copy)).toThrow(
      /processor-breach-notice\.yaml:1: id: .*\n.*processor-breach-notice\.yaml:1: title/,
    );
  });
});
