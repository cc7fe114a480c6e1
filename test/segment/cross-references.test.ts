import { describe, expect, it } from "vitest";
import { assembleText } from "../../src/segment/assemble-text.ts";
import { buildClauses } from "../../src/segment/build-clauses.ts";
import { findCrossReferences } from "../../src/segment/cross-references.ts";
import { fileOf, lines, paragraph } from "./blocks.ts";

function references(text: string): [string, string | undefined][] {
  const assembled = assembleText([fileOf(lines(text))]);
  const clauses = buildClauses(assembled);
  const found = findCrossReferences({ ...assembled, clauses });
  return found.map(({ span, target }) => [
    assembled.text.slice(span.start, span.end),
    target === undefined ? undefined : clauses[target]?.number,
  ]);
}

const CONTRACT = `3. Audit
3.1 The Customer may audit as set out below:
(a) once a year; and
(b) after a breach.
4. Fees
4.1 The Customer shall pay monthly.
SCHEDULE 3
SECURITY MEASURES
2. The Supplier shall encrypt stored data.`;

describe("findCrossReferences", () => {
  it.each<[string, [string, string | undefined][]]>([
    ["See clause 3.1(a) for this.", [["clause 3.1(a)", "3.1(a)"]]],
    ["See Section 4 for this.", [["Section 4", "4"]]],
    [
      "See paragraph 2 of Schedule 3 for this.",
      [
        ["paragraph 2", "Schedule 3, 2"],
        ["Schedule 3", "Schedule 3"],
      ],
    ],
    [
      "See clauses 3 to 4 for this.",
      [
        ["clauses 3", "3"],
        ["4", "4"],
      ],
    ],
    [
      "See clauses 3.1(b) and 4.1 for this.",
      [
        ["clauses 3.1(b)", "3.1(b)"],
        ["4.1", "4.1"],
      ],
    ],
    ["See clause 99 for this.", [["clause 99", undefined]]],
    ["This clause survives.", [["This clause", "5"]]],
    ["Article 28 of the GDPR applies.", []],
    ["It follows section 66 of the DPA 2018.", []],
    ["It follows Article 32(1) GDPR.", []],
    ["It follows Article 5 of Regulation (EU) 2016/679.", []],
    ["Neither PARTY YIELDS its rights; section headings are for convenience.", []],
  ])("in %j", (sentence, expected) => {
    expect(references(CONTRACT.replace("SCHEDULE 3\n", `5. Other\n5.1 ${sentence}\nSCHEDULE 3\n`))).toEqual(expected);
  });

  it("resolves a number in a schedule inside it first", () => {
    const found = references(`2. Term
2.1 The term is one year.
SCHEDULE 1
SUPPORT
2. Hours of Support
2.1 Support is given by day.
3. Under paragraph 2.1 the Supplier shall answer calls.`);
    expect(found).toEqual([["paragraph 2.1", "Schedule 1, 2.1"]]);
  });

  it("follows links of Markdown to headings", () => {
    const source = "See [the audit terms](#audit-rights) for this.";
    const assembled = assembleText([
      fileOf([
        paragraph("Audit Rights", { kind: "heading", level: 2 }),
        paragraph("The Customer may audit."),
        paragraph(source, {
          hidden: [
            { start: 4, end: 5 },
            { start: 20, end: 36 },
          ],
        }),
      ]),
    ]);
    const clauses = buildClauses(assembled);
    const [link] = findCrossReferences({ ...assembled, clauses });
    expect(clauses[link?.target ?? -1]?.heading).toBe("Audit Rights");
  });
});
