import { describe, expect, it } from "vitest";
import { findDefinedTerms } from "../../src/segment/defined-terms.ts";
import { draftFrom, type TestClause } from "./draft-from-text.ts";

const found = (clauses: readonly (string | TestClause)[]) => {
  const draft = draftFrom(clauses);
  return findDefinedTerms(draft).map(({ term, span, clause }) => ({
    term,
    words: draft.text.slice(span.start, span.end),
    clause,
  }));
};

describe("findDefinedTerms", () => {
  it.each([
    ['"Service Data" means all data that the Customer stores.', "Service Data"],
    ["'Service Data' means all data that the Customers' staff store.", "Service Data"],
    ["“Service Data” shall mean all data that the Customer stores.", "Service Data"],
    ['"Service Data" has the meaning given in clause 4.', "Service Data"],
    ['"Service Data" refers to data that the Customer stores.', "Service Data"],
    ['"Service Data" includes backups.', "Service Data"],
    ['**"Service Data"** means all data that the Customer stores.', "Service Data"],
    ["**Service Data** means all data that the Customer stores.", "Service Data"],
    ["_Service Data_ means all data that the Customer stores.", "Service Data"],
    ['The Supplier keeps data that the Customer stores (the "Service Data").', "Service Data"],
    ["The Supplier keeps data that the Customer stores (“Service Data”).", "Service Data"],
    ['The data that the Customer stores is hereinafter referred to as "Service Data".', "Service Data"],
  ])("reads %s", (text, term) => {
    expect(found([text])).toEqual([{ term, words: text, clause: 0 }]);
  });

  it("takes only the sentence that defines", () => {
    const [term] = found(['The term is long. The Supplier keeps backups (the "Copies"). They are encrypted.']);
    expect(term).toMatchObject({ term: "Copies", words: 'The Supplier keeps backups (the "Copies").' });
  });

  it("reads lists and tables under a heading for definitions", () => {
    const terms = found([
      { heading: "1. Definitions", kind: "heading" },
      { text: "Business Hours: 9 to 5 on a Business Day.", parent: 0 },
      { kind: "table", parent: 0 },
      { cells: ["Incident", "an event that harms the Service"], parent: 2 },
    ]);
    expect(terms.map(({ term, clause }) => [term, clause])).toEqual([
      ["Business Hours", 1],
      ["Incident", 3],
    ]);
  });

  it("gives several terms of one definition", () => {
    expect(
      found(['"Controller", "Processor" and "Personal Data" have the meaning given in the law.']).map(
        ({ term }) => term,
      ),
    ).toEqual(["Controller", "Processor", "Personal Data"]);
  });

  it("prefers the meaning to a bracket, and names a term once", () => {
    const terms = found([
      'This is the first agreement (the "Agreement").',
      '"Agreement" means this document and its schedules.',
    ]);
    expect(terms).toEqual([
      { term: "Agreement", words: '"Agreement" means this document and its schedules.', clause: 1 },
    ]);
  });

  it.each([
    "Opening hours: 9 to 5.",
    "This means that the Supplier must act.",
    'The Supplier shall show logos (e.g. under "Clients").',
    { cells: ["Patching", "Supplier patches every month"] },
  ])("leaves alone what defines nothing: %j", (clause) => {
    expect(found([clause])).toEqual([]);
  });
});
