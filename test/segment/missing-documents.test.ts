import { describe, expect, it } from "vitest";
import { findMissingDocuments } from "../../src/segment/missing-documents.ts";
import { draftFrom, type TestClause } from "./draft-from-text.ts";

const titles = (clauses: readonly (string | TestClause)[], files?: readonly string[]) =>
  findMissingDocuments(draftFrom(clauses, files)).map(({ title }) => title);

describe("findMissingDocuments", () => {
  it.each([
    ["The measures are listed in Schedule 4.", "Schedule 4"],
    ["The fees are set out in Exhibit B to this Agreement.", "Exhibit B"],
    ["The Supplier shall comply with the Information Security Policy.", "Information Security Policy"],
    ["The Service is provided as described in the Service Description.", "Service Description"],
    ["The measures are in the Security Policy available at https://supplier.example/security.", "Security Policy"],
    ["The DPA available at https://supplier.example/dpa applies.", "DPA"],
  ])("%s", (text, title) => {
    const draft = draftFrom([text]);
    const missing = findMissingDocuments(draft);
    expect(missing.map((document) => document.title)).toEqual([title]);
    expect(draft.text.slice(missing[0]?.span.start, missing[0]?.span.end)).toBe(title);
  });

  it("lists a document once, where it is first referred to", () => {
    const draft = draftFrom(["See Schedule 4.", "Schedule 4 lists the measures; Schedule 5 the prices."]);
    expect(findMissingDocuments(draft).map(({ title, span }) => [title, span.start])).toEqual([
      ["Schedule 4", 4],
      ["Schedule 5", draft.text.indexOf("Schedule 5")],
    ]);
  });

  it("knows what the files contain", () => {
    expect(
      titles(
        [
          "Schedule 4 and Annex II apply, and so does Exhibit B.",
          "The Supplier shall comply with the Information Security Policy.",
          { heading: "Schedule 4 Security measures", kind: "schedule" },
          { heading: "ANNEX 2", kind: "schedule" },
          { text: "EXHIBIT B" },
        ],
        ["agreement.docx", "information-security-policy.pdf"],
      ),
    ).toEqual([]);
  });

  it.each([
    "The Supplier is certified under ISO 27001 and complies with Annex A of ISO 27001.",
    "Annex II of the Standard Contractual Clauses applies.",
    "The information in Annex I of the SCCs is completed.",
    "The Supplier complies with the Data Protection Act.",
    "Condition 1 in Schedule 1 to the Data Protection Act 2018 is met.",
    "The Supplier has a policy and keeps a plan.",
    "This Exhibit A forms part of the Agreement.",
    "Security Measures are described in the schedule.",
  ])("is silent about: %s", (text) => {
    expect(titles([text])).toEqual([]);
  });

  it("does not call a term that the contract itself defines a document", () => {
    expect(
      titles([
        'The Supplier keeps data safe (the "Security Measures").',
        "The Supplier ensures compliance with the Security Measures.",
      ]),
    ).toEqual([]);
  });
});
