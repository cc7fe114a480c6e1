import { describe, expect, it } from "vitest";
import { findPrecedence } from "../../src/segment/precedence.ts";
import { draftFrom, type TestClause } from "./draft-from-text.ts";

const BASE: readonly TestClause[] = [
  { number: "14", heading: "Liability" },
  { number: "14.1", text: "The Supplier's liability is unlimited.", parent: 0 },
  { number: "14.2", text: "The Supplier's liability is limited to the fees:", parent: 0 },
  { number: "14.2(a)", text: "in the first year; and", parent: 2 },
  { number: "Schedule 3", heading: "Schedule 3 Service levels", kind: "schedule" },
  { number: "Schedule 3, 1", text: "The Service is available on weekdays.", parent: 4 },
];

const amended = (text: string) => {
  const draft = draftFrom([...BASE, { number: "2", text, file: 1 }], ["agreement.docx", "amendment.docx"]);
  return [...findPrecedence(draft).superseded];
};

describe("findPrecedence", () => {
  it.each([
    "In the event of a conflict between this DPA and the Agreement, this DPA shall prevail.",
    "If there is any inconsistency between the Schedules and the main body, the main body takes precedence.",
    "Where the terms of the Order Form conflict with these terms, the Order Form controls.",
    "The documents apply in the following order of precedence: the Order Form; the Agreement.",
  ])("finds the clause: %s", (text) => {
    expect(findPrecedence(draftFrom(["The Supplier provides the Service.", text])).precedence).toBe(1);
  });

  it("prefers the clause that orders all documents to one about two of them", () => {
    const draft = draftFrom([
      "If this Annex conflicts with the Agreement, this Annex prevails.",
      {
        heading: "Conflict of documents",
        text: "If there is a conflict, the documents prevail in the following order: Order Form, Agreement.",
      },
    ]);
    expect(findPrecedence(draft).precedence).toBe(1);
  });

  it.each([
    "This Agreement is governed by English law without regard to its conflict of laws rules.",
    "The Supplier shall avoid conflicts of interest.",
    "The English language version prevails in the event of any conflict.",
    "The Supplier controls access to the data centre.",
  ])("finds none in: %s", (text) => {
    expect(findPrecedence(draftFrom([text]))).toEqual({ superseded: new Set() });
  });

  it.each([
    ["Clause 14.2 of the Agreement is deleted and replaced by the following:", [2, 3]],
    ["Clause 14.2 shall be deleted in its entirety.", [2, 3]],
    ["Schedule 3 is replaced in its entirety by the schedule attached here.", [4, 5]],
  ])("an amendment supersedes: %s", (text, expected) => {
    expect(amended(text)).toEqual(expected);
  });

  it.each([
    "The words 'limited to the fees' in clause 14.2 are deleted.",
    "If clause 14.2 is deleted, the parties shall meet.",
    "Clause 14.2 continues to apply. Equipment is replaced every year.",
    "Clause 99 is deleted.",
    "Backups are deleted in accordance with clause 14.2.",
  ])("an amendment leaves the agreement alone: %s", (text) => {
    expect(amended(text)).toEqual([]);
  });

  it("supersedes nothing in a single file, and only empties what says so", () => {
    const draft = draftFrom([
      ...BASE,
      "Clause 14.2 is deleted and replaced by the following.",
      "[Not used]",
      "This page is intentionally left blank.",
    ]);
    expect([...findPrecedence(draft).superseded]).toEqual([7, 8]);
  });
});
