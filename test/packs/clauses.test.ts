import { describe, expect, test } from "vitest";
import { type ClauseLine, fillLines, parseClauseTemplate, textOf } from "../../src/draft/clause-template.ts";
import { draftLines } from "../../src/draft/draft-clause.ts";
import { SCHEDULES, templateValues } from "../../src/draft/template-values.ts";
import type { Requirement } from "../../src/model/requirement.ts";
import { EVERYTHING, judge } from "../../src/test-library.ts";
import { library, packs } from "./pack-input.ts";

const NAMES = { supplier: "the Supplier", customer: "the Customer" };
const inPacks = new Set(packs.flatMap(({ parts }) => parts.flatMap(({ requirements }) => requirements)));

test("every requirement has a clause, a note and a place in the bundle", () => {
  const ids = library.requirements.map(({ id }) => id);
  expect(ids.filter((id) => !library.notes.has(id))).toEqual([]);
  expect([...inPacks].filter((id) => !ids.includes(id))).toEqual([]);
});

describe.each(library.requirements)("$id", (requirement) => {
  const lines = draftLines(library, requirement, NAMES, EVERYTHING);

  test("its clause states each mandatory element in one statement, two in none", () => {
    expect(statementFaults(requirement, lines)).toEqual([]);
  });

  test("its fallback is worth less than the clause, though not nothing", () => {
    const fallback = library.notes.get(requirement.id)?.fallback ?? "";
    const values = templateValues(library.requirements, EVERYTHING, NAMES, {
      clause: (id) => `the clause headed "${library.notes.get(id)?.heading ?? id}"`,
      schedule: (key) => `the Schedule "${SCHEDULES[key]}"`,
    });
    const text = textOf(fillLines(parseClauseTemplate(fallback), values));
    const alone = { ...library, requirements: [requirement], functions: [] };
    expect(["partial", "covered"], text).toContain(judge(alone, text).verdict);
    expect(text).not.toBe(textOf(lines));
  });
});

/** A statement is a line with the items below it. */
function statementFaults(requirement: Requirement, lines: readonly ClauseLine[]): string[] {
  const statements = lines.flatMap((line, i) => {
    if (line.level === 1) return [];
    const end = lines.findIndex((other, j) => j > i && other.level === 0);
    return [lines.slice(i, end < 0 ? undefined : end)];
  });
  const elements = new Map(requirement.elements.map((element) => [element.id, element]));
  const isMandatory = (id: string) => elements.get(id)?.mandatory === true;
  const unknown = lines.flatMap(({ states }) =>
    states.filter((id) => !elements.has(id)).map((id) => `no element ${id}`),
  );
  const crowded = lines
    .filter(({ states }) => states.filter(isMandatory).length > 1)
    .map(({ text }) => `two mandatory elements in one line: ${text}`);
  const counted = [...elements.keys()].filter(isMandatory).flatMap((id) => {
    const count = statements.filter((statement) => statement.some(({ states }) => states.includes(id))).length;
    return count === 1 ? [] : [`${id} is stated ${count} times`];
  });
  return [...unknown, ...crowded, ...counted];
}
