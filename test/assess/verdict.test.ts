import { expect, test } from "vitest";
import { weighQuantities } from "../../src/assess/quantities.ts";
import { type Ground, verdictOf } from "../../src/assess/verdict.ts";
import type { QuantityHit } from "../../src/model/match.ts";
import { playbookSchema } from "../../src/model/requirement.ts";

const met = { met: true, weak: false, addressed: false };
const weak = { met: true, weak: true, addressed: false };
const not = { met: false, weak: false, addressed: false };
const addressed = { met: false, weak: false, addressed: true };

const base: Ground = {
  applies: true,
  chosenOtherwise: false,
  adverse: false,
  mandatory: [met, met],
  numberOutside: false,
  weakAlone: false,
  unread: false,
};

test.each<[string, Partial<Ground>, string]>([
  ["every mandatory element", {}, "covered"],
  ["adverse wording beside full cover", { adverse: true }, "adverse"],
  ["does not apply, even if adverse", { applies: false, adverse: true }, "not-applicable"],
  ["the contract chose otherwise", { chosenOtherwise: true, mandatory: [not, not] }, "not-applicable"],
  ["chose otherwise, yet states it", { chosenOtherwise: true }, "covered"],
  ["one element lacks", { mandatory: [met, not] }, "partial"],
  ["one element weak", { mandatory: [met, weak] }, "partial"],
  ["a number outside the limit", { numberOutside: true }, "partial"],
  ["weak wording alone", { mandatory: [not, not], weakAlone: true }, "partial"],
  ["only a permission", { mandatory: [addressed, not] }, "partial"],
  ["a failing number alone", { mandatory: [not, not], numberOutside: true }, "partial"],
  ["nothing", { mandatory: [not, not] }, "missing"],
  ["nothing, and a page unread", { mandatory: [not, not], unread: true }, "undecided"],
  ["covered although a page is unread", { unread: true }, "covered"],
])("%s", (_, change, expected) => {
  expect(verdictOf({ ...base, ...change })).toBe(expected);
});

const playbook = playbookSchema.parse({ id: "test", title: "Test", version: "1" });
const hit = (op: "<=" | ">=" | "==", value: number, pass: number, failBeyond: number): QuantityHit => ({
  provision: 0,
  clause: 0,
  spans: [],
  lead: [],
  standing: "good",
  confidence: 1,
  value,
  rule: {
    metric: "m",
    op,
    pass,
    unit: "hours",
    preferred: pass,
    fail_beyond: failBeyond,
    basis: "benchmark",
    phrases: [],
  },
});

test.each([
  ["<=", 48, "within"],
  ["<=", 49, "weak"],
  ["<=", 72, "weak"],
  ["<=", 73, "failing"],
] as const)("at most 48, never above 72: %s %d is %s", (op, value, standing) => {
  expect(weighQuantities([hit(op, value, 48, 72)], playbook)[0]?.standing).toBe(standing);
});

test.each([
  [30, "within"],
  [29, "weak"],
  [10, "weak"],
  [9, "failing"],
] as const)("at least 30, never below 10: %d is %s", (value, standing) => {
  expect(weighQuantities([hit(">=", value, 30, 10)], playbook)[0]?.standing).toBe(standing);
});

test("exactly is exactly", () => {
  expect(weighQuantities([hit("==", 72, 72, 72)], playbook)[0]?.standing).toBe("within");
  expect(weighQuantities([hit("==", 71, 72, 72)], playbook)[0]?.standing).toBe("failing");
});

test("the playbook's limit goes before the library's", () => {
  expect(weighQuantities([hit("<=", 36, 48, 72)], { ...playbook, limits: { m: { pass: 24 } } })[0]).toMatchObject({
    limit: 24,
    standing: "failing",
  });
});
