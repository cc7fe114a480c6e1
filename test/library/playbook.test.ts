import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { extendPlaybook, playbookMistakes } from "../../src/library/extend-playbook.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import { selectRequirements } from "../../src/library/select-requirements.ts";
import { playbookSchema } from "../../src/model/requirement.ts";

const library = loadLibrary();
const folder = mkdtempSync(join(tmpdir(), "clausecheck-playbook-"));
afterAll(() => rmSync(folder, { recursive: true }));
const playbook = (text: object) => playbookSchema.parse({ title: "Test", version: "1", ...text });

test.each([
  ["uk-outsourcing", 110],
  ["eu-outsourcing", 105],
  ["dpa-only", 38],
  ["uk-financial", 110],
  ["eu-financial", 105],
  ["uk-law-enforcement", 110],
  ["container-platform", 110],
])("%s asks for %i requirements", (id, count) => {
  const own = loadPlaybook(library, id);
  expect(selectRequirements(library, own).requirements).toHaveLength(count);
  expect(Object.keys(own.fallbacks).length).toBeGreaterThan(10);
});

test("the extending playbook's word goes first, of what it does not speak the base's holds", () => {
  const base = playbook({
    id: "base",
    areas: ["security"],
    limits: { a: { pass: 1 }, b: { pass: 2 } },
    facts: { containers: true },
  });
  const own = playbook({ id: "own", extends: "base", limits: { b: { pass: 3 } }, without: ["sec.logging"] });
  expect(extendPlaybook(own, [base, own])).toMatchObject({
    id: "own",
    areas: ["security"],
    limits: { a: { pass: 1 }, b: { pass: 3 } },
    facts: { containers: true },
    without: ["sec.logging"],
  });
});

test("what a base leaves out can be put back", () => {
  const base = playbook({ id: "base", areas: ["security"], without: ["sec.logging", "sec.backup-restore"] });
  const own = playbook({ id: "own", extends: "base", requirements: ["sec.logging"] });
  expect(extendPlaybook(own, [base, own]).without).toEqual(["sec.backup-restore"]);
});

test("playbooks that extend each other end, and are refused", () => {
  const one = playbook({ id: "one", extends: "two", facts: { containers: true } });
  const two = playbook({ id: "two", extends: "one", areas: ["security"] });
  expect(extendPlaybook(one, [one, two]).areas).toEqual(["security"]);
  expect(playbookMistakes(one, library.requirements, [one, two])).toEqual(["extends itself by way of others"]);
});

describe("a playbook file that names what is not there", () => {
  test.each([
    ["extends: none-such", 'extends playbook "none-such", which is not in the library'],
    ["extends: own", 'extends playbook "own", which is itself'],
    ["severity: { sec.none: high }", 'requirement "sec.none"'],
    ["unacceptable: { sec.logging: { because: No., lacking: [none-such] } }", 'element "none-such", which sec.logging'],
    ["fallbacks: { sec.logging: { text: Yes., may_lack: [none-such], approval: ciso } }", 'element "none-such"'],
    ["limits: { none_such: { pass: 1 } }", 'limits "none_such"'],
  ])("%s", (line, message) => {
    const file = join(folder, "own.yaml");
    writeFileSync(file, `id: own\ntitle: Own\nversion: "1"\nareas: [security]\n${line}\n`);
    expect(() => loadPlaybook(library, file)).toThrow(message);
  });
});
