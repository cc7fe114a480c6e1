import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextBlock } from "../../src/model/block.ts";
import { assembleText } from "../../src/segment/assemble-text.ts";
import { buildClauses } from "../../src/segment/build-clauses.ts";
import { findCrossReferences } from "../../src/segment/cross-references.ts";
import { fileOf } from "./blocks.ts";

const WORDS =
  "the Supplier shall Customer data audit security and or of to in backup clause Section Schedule records".split(" ");
const PREFIXES = [
  "",
  "",
  "1. ",
  "2. ",
  "3.1 ",
  "3.2 ",
  "(a) ",
  "(b) ",
  "(i) ",
  "(ii) ",
  "A. ",
  "§ 4 ",
  "Article 5 ",
  "Schedule 2 ",
  "• ",
  "Section 3.1 ",
];
const ENDS = ["", ".", ":", ";", "; and", ",", " —"];

const phrase = fc
  .tuple(
    fc.constantFrom(...PREFIXES),
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }),
    fc.constantFrom(...ENDS),
    fc.nat(99999),
  )
  .map(([prefix, words, end, mark]) => `${prefix}${words.join(" ")} w${mark}q${end}`);

const cell = fc.record({
  text: fc.oneof(phrase, fc.constant("")),
  columns: fc.integer({ min: 1, max: 2 }),
  rows: fc.constant(1),
});
const tableBlock: fc.Arbitrary<TextBlock> = fc
  .array(fc.record({ header: fc.boolean(), cells: fc.array(cell, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows) => ({ kind: "table", text: "", origin: "body", rows }));
const textBlock: fc.Arbitrary<TextBlock> = fc
  .record({
    kind: fc.constantFrom("heading" as const, "paragraph" as const, "paragraph" as const, "list-item" as const),
    text: fc.oneof({ weight: 9, arbitrary: phrase }, { weight: 1, arbitrary: fc.string() }),
    level: fc.integer({ min: 1, max: 3 }),
    label: fc.option(fc.constantFrom("1.", "(a)", "2.3", "iv.", "•"), { nil: undefined, freq: 5 }),
    emphasis: fc.boolean(),
    origin: fc.constantFrom("body" as const, "body" as const, "body" as const, "footnote" as const, "header" as const),
    marked: fc.boolean(),
  })
  .map(({ kind, text, level, label, emphasis, origin, marked }) => ({
    kind,
    text: marked ? `**${text}**` : text,
    origin,
    emphasis,
    ...(kind === "paragraph" ? {} : { level }),
    ...(label === undefined ? {} : { label }),
    ...(marked
      ? {
          hidden: [
            { start: 0, end: 2 },
            { start: text.length + 2, end: text.length + 4 },
          ],
        }
      : {}),
  }));
const files = fc.array(
  fc.array(fc.oneof({ weight: 8, arbitrary: textBlock }, { weight: 1, arbitrary: tableBlock }), { maxLength: 30 }),
  {
    minLength: 1,
    maxLength: 2,
  },
);

const build = (blocks: TextBlock[][]) => {
  const assembled = assembleText(blocks.map((own, i) => fileOf(own, `${i}.txt`)));
  return { assembled, clauses: buildClauses(assembled) };
};

describe("buildClauses on any blocks", () => {
  it("puts every marked word into exactly one clause", () => {
    fc.assert(
      fc.property(files, (blocks) => {
        const { assembled, clauses } = build(blocks);
        const { text } = assembled;
        for (const match of text.matchAll(/w\d+q/g)) {
          const owners = clauses.filter((clause) =>
            [...clause.body, ...(clause.headingSpan ? [clause.headingSpan] : [])].some(
              (span) => span.start <= match.index && span.end >= match.index + match[0].length,
            ),
          );
          expect(owners.length, `${match[0]} in ${JSON.stringify(text)}`).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps spans inside the text and in order, and parents before children", () => {
    fc.assert(
      fc.property(files, (blocks) => {
        const { assembled, clauses } = build(blocks);
        clauses.forEach((clause, index) => {
          expect(clause.index).toBe(index);
          if (clause.parent !== undefined) expect(clause.parent).toBeLessThan(index);
          let end = 0;
          for (const span of clause.body) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(assembled.text.length);
          if (clause.leadIn) {
            const { leadIn } = clause;
            expect(clause.body.some((span) => span.start <= leadIn.start && span.end >= leadIn.end)).toBe(true);
          }
          if (clause.columnHeads) expect(clause.columnHeads).toHaveLength(clause.body.length);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same tree for the same blocks, and references inside the text", () => {
    fc.assert(
      fc.property(files, (blocks) => {
        const first = build(blocks);
        expect(build(blocks).clauses).toEqual(first.clauses);
        for (const { span, target } of findCrossReferences({ ...first.assembled, clauses: first.clauses })) {
          expect(span.end).toBeLessThanOrEqual(first.assembled.text.length);
          if (target !== undefined) expect(target).toBeLessThan(first.clauses.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});
