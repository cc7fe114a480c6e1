import { expect, test } from "vitest";
import { confidenceOf, LEAST_CONFIDENCE } from "../../src/assess/confidence.ts";
import type { ElementState } from "../../src/assess/elements.ts";
import type { RequirementMatch } from "../../src/model/match.ts";
import type { Verdict } from "../../src/model/review.ts";

const onTopic = (size: number, has = true) => ({ topic: { size, has: () => has } }) as unknown as RequirementMatch;
const state = (provisions: number, confidence = 0.97, met = true) =>
  ({
    element: { mandatory: true },
    met,
    hits: Array.from({ length: provisions }, (_, provision) => ({ provision, confidence })),
  }) as unknown as ElementState;

test.each<[string, Verdict, number, RequirementMatch, ElementState[]]>([
  ["silence where nothing speaks of the subject", "missing", 0.92, onTopic(0), []],
  ["silence where much speaks of it", "missing", 0.64, onTopic(20), []],
  ["each element stated once", "covered", 0.63, onTopic(5), [state(1), state(4)]],
  ["each element stated thrice", "covered", 0.88, onTopic(5), [state(3), state(4)]],
  ["an element in a lead-in that names nobody", "covered", 0.14, onTopic(5), [state(3), state(1, 0.81)]],
  ["an element outside any clause on the subject", "covered", 0.36, onTopic(5, false), [state(3)]],
  ["some elements met", "partial", 0.76, onTopic(5), [state(1), state(0, 0, false)]],
  ["adverse wording", "adverse", 0.9, onTopic(5), [state(1)]],
])("%s", (_, verdict, confidence, match, states) => {
  expect(confidenceOf(verdict, match, states)).toBe(confidence);
});

test("only what was mostly wrong is left to a person", () => {
  expect(confidenceOf("covered", onTopic(5), [state(1, 0.81)])).toBeLessThan(LEAST_CONFIDENCE);
  expect(confidenceOf("covered", onTopic(5), [state(1)])).toBeGreaterThan(LEAST_CONFIDENCE);
});
