import { expect, test } from "vitest";
import { inGoodEnglish } from "../../src/draft/number-words.ts";

test.each([
  ["within 1 days of receipt", "within 1 day of receipt"],
  ["1 days' notice", "1 day's notice"],
  ["1 days’ notice", "1 day’s notice"],
  ["30 days' notice", "30 days' notice"],
  ["at least once every 1 months", "at least once every month"],
  ["in every 1-month period", "in every month"],
  ["in every 3-month period", "in every 3-month period"],
  ["at least 1 times a year", "at least once a year"],
  ["at least 2 times a year", "at least twice a year"],
  ["at least 4 times a year", "at least 4 times a year"],
  ["at least 0.5 times a year", "at least once every 2 years"],
  ["within 21 days and 1 hours", "within 21 days and 1 hour"],
  ["2.1 days, 1.1 days", "2.1 days, 1.1 days"],
])("%s is %s", (filled, english) => {
  expect(inGoodEnglish(filled)).toBe(english);
});
