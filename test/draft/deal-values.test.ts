import { expect, test } from "vitest";
import { factsOf, listed, wordsOf } from "../../src/draft/deal-values.ts";
import { type DealInput, dealSchema } from "../../src/model/deal.ts";

const deal = (more: Partial<DealInput> = {}) =>
  dealSchema.parse({ supplier: { name: "Alder Ltd" }, customer: { name: "Birch plc" }, ...more });

test.each([
  [[], "none"],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
  [["a", "b and c", "d"], "a; b and c; and d"],
  [["Leeds, England", "Bath"], "Leeds, England; and Bath"],
])("%j in a sentence is %s", (items, words) => {
  expect(listed(items)).toBe(words);
});

test("a date is written as contracts write it, and no date is none", () => {
  expect(wordsOf(deal({ commencement: "2026-04-01" }), "uk").commencement).toBe("1 April 2026");
  expect(wordsOf(deal(), "uk").commencement).toBeUndefined();
});

test("data is kept at the locations and reached from more places", () => {
  const words = wordsOf(deal({ hosting: { locations: ["Leeds"], remote_access: ["Pune (India)"] } }), "uk");
  expect(words.locations).toBe("Leeds");
  expect(words.access_locations).toBe("Leeds and Pune (India)");
  expect(wordsOf(deal(), "eu").locations).toBe("the European Economic Area");
});

test("layers that the profile leaves out are the usual ones", () => {
  expect(wordsOf(deal({ hosting: { containers: true } }), "uk").supplier_layers).toMatch(/ and container platform$/);
  expect(wordsOf(deal(), "uk").supplier_layers).not.toContain("container");
  expect(wordsOf(deal({ hosting: { customer_layers: [] } }), "uk").customer_layers).toBe("user accounts");
  expect(wordsOf(deal({ hosting: { customer_layers: ["guest operating systems"] } }), "uk").customer_runs_guests).toBe(
    true,
  );
});

test("the profile says every fact, none is left to assumption", () => {
  expect(factsOf(deal({ personal_data: null, sector: "financial-eu" }))).toEqual({
    personal_data: false,
    special_category: false,
    international_transfer: false,
    law_enforcement_processing: false,
    financial_sector_eu: true,
    financial_sector_uk: false,
    cloud_hosting: true,
    containers: false,
    nis2_entity: true,
  });
});
