import { expect, test } from "vitest";
import { usedTerms } from "../../src/draft/used-terms.ts";

const definitions = new Map([
  ["Agreement", "this agreement, with its Schedules"],
  ["Business Day", "a day that is no holiday"],
  ["Container", "a process from a Container Image"],
  ["Container Image", "a package"],
  ["Party", "a party to this Agreement"],
  ["Personal Data", "personal data of a Data Subject"],
  ["Personal Data Breach", "a breach that affects Personal Data"],
  ["Data Subject", "a person"],
  ["Schedule", "an annex"],
  ["Term", "the time until the end"],
]);

test("finds a term in the singular and the plural, and those of its definition", () => {
  expect(usedTerms(["within two Business Days"], definitions)).toEqual(["Business Day"]);
  expect(usedTerms(["both Parties"], definitions)).toEqual(["Agreement", "Party", "Schedule"]);
});

test("a longer term does not use the shorter one in it, but its definition may", () => {
  expect(usedTerms(["each Container Image"], definitions)).toEqual(["Container Image"]);
  expect(usedTerms(["each Container"], definitions)).toEqual(["Container", "Container Image"]);
  expect(usedTerms(["a Personal Data Breach"], definitions)).toEqual([
    "Data Subject",
    "Personal Data",
    "Personal Data Breach",
  ]);
});

test("a word that only begins like a term is none", () => {
  expect(usedTerms(["Termination, Terms of others' making, sub-Term, agreement"], new Map([["Term", "time"]]))).toEqual(
    ["Term"],
  );
  expect(usedTerms(["Termination and short-Term"], new Map([["Term", "time"]]))).toEqual([]);
  expect(usedTerms(["nothing"], definitions)).toEqual([]);
});
