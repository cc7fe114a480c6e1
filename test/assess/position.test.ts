import { describe, expect, test } from "vitest";
import { positionOf } from "../../src/assess/position.ts";
import type { Weighed } from "../../src/assess/weighed.ts";
import { playbookSchema } from "../../src/model/requirement.ts";
import type { Verdict } from "../../src/model/review.ts";

const playbook = playbookSchema.parse({
  id: "test",
  title: "Test",
  version: "1",
  fallbacks: { "sec.logging": { text: "Retention by agreement.", may_lack: ["retention"], approval: "ciso" } },
  unacceptable: { "sec.logging": { because: "Nothing is logged.", lacking: ["events"] } },
});

function weighed(
  verdict: Verdict,
  met: readonly string[],
  values: readonly [number, "within" | "weak" | "failing"][] = [],
) {
  return {
    requirement: { id: "sec.logging" },
    verdict,
    elements: ["events", "retention", "protected"].map((id) => ({
      element: { id, mandatory: true },
      met: met.includes(id),
    })),
    quantities: values.map(([value, standing]) => ({ hit: { value, rule: { op: ">=" } }, preferred: 12, standing })),
  } as unknown as Weighed;
}

const all = ["events", "retention", "protected"];

describe("a finding stands in the playbook", () => {
  test.each([
    ["all it wants", weighed("covered", all, [[12, "within"]]), "preferred"],
    ["within the limit, less than wanted", weighed("covered", all, [[6, "within"]]), "acceptable"],
    ["what may lack, lacks", weighed("partial", ["events", "protected"]), "fallback"],
    ["only weak wording", weighed("partial", all), "fallback"],
    ["more lacks than may", weighed("partial", ["events"]), "below"],
    ["nothing there that must be", weighed("missing", []), "unacceptable"],
    ["what may not lack, lacks", weighed("partial", ["retention", "protected"]), "unacceptable"],
    ["adverse, though all is met", weighed("adverse", all), "unacceptable"],
    ["a failing number, though all else is met", weighed("partial", all, [[1, "failing"]]), "unacceptable"],
    ["does not apply", weighed("not-applicable", []), undefined],
    ["undecided", weighed("undecided", []), undefined],
  ])("%s", (_, item, level) => {
    expect(positionOf(item, playbook)?.level).toBe(level);
  });

  test("a fallback names what it says and who may agree; a gap below it names the fallback", () => {
    expect(positionOf(weighed("partial", ["events", "protected"]), playbook)).toEqual({
      level: "fallback",
      note: "Retention by agreement.",
      approval: "ciso",
    });
    expect(positionOf(weighed("partial", ["events"]), playbook)?.note).toBe("Can be conceded: Retention by agreement.");
  });
});
