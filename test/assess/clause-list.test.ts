import { expect, test } from "vitest";
import { clauseList } from "../../src/assess/clause-list.ts";

test.each([
  [[], "an unnumbered clause"],
  [["unnumbered"], "an unnumbered clause"],
  [["14.2"], "clause 14.2"],
  [["11.1", "16.2"], "clauses 11.1 and 16.2"],
  [["4.1(a)", "4.1(b)", "4.1(c)"], "clauses 4.1(a), (b) and (c)"],
  [["Schedule 2, 10.2(a)", "Schedule 2, 10.2(b)", "Schedule 2, 10.4"], "Schedule 2, 10.2(a), (b) and 10.4"],
  [["(B)", "7.1"], "clause 7.1 and Recital (B)"],
  [["16.2", "Annex A"], "clause 16.2 and Annex A"],
  [["Schedule 2, 1", "Schedule 3, 1"], "Schedule 2, 1 and Schedule 3, 1"],
])("%j is %s", (clauses, text) => {
  expect(clauseList(clauses)).toBe(text);
});
