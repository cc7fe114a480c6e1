import fc from "fast-check";
import { expect, test } from "vitest";
import { itemsOf } from "../../src/text/enumerations.ts";
import { sentences } from "../../src/text/sentences.ts";

const split = (text: string) =>
  sentences(text, { start: 0, end: text.length }).map((span) => text.slice(span.start, span.end));

test.each([
  ["The Supplier shall comply with Art. 28(3) of the GDPR. It shall keep records.", 2],
  ["Acme Ltd. provides the Services under No. 5 of Sch. 2.", 1],
  ["Reports are sent monthly, e.g. by e-mail. Invoices follow.", 2],
  ["1.2 The Supplier shall act.", 1],
  ["Is this agreed? Yes.", 2],
  ['"Personal Data" means data. "Process" has its usual meaning.', 2],
])("%s", (text, count) => {
  expect(split(text)).toHaveLength(count);
});

test("nothing but white space is lost between sentences", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("The Supplier acts", ". ", "? ", "Ltd. ", "(a) ", "e.g. ", "\n", "No. 4 ", "It ")),
      (parts) => {
        const text = parts.join("");
        expect(split(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      },
    ),
  );
});

const items = (text: string) =>
  itemsOf(text, { start: 0, end: text.length }).items.map((span) => text.slice(span.start, span.end));

test("enumerations inside a sentence are items", () => {
  expect(items("The Processor shall: (a) act on instructions; (b) keep data safe; and (c) delete it.")).toEqual([
    "(a) act on instructions;",
    "(b) keep data safe; and",
    "(c) delete it.",
  ]);
  expect(items("The notice states (i) the nature of the breach, (ii) its consequences.")).toHaveLength(2);
});

test("a citation is no enumeration", () => {
  expect(items("in accordance with Article 28(3)(a) and (b) of the GDPR")).toEqual([]);
  expect(items("the duty in clause 4(a) stands")).toEqual([]);
});
