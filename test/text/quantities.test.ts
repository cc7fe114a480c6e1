import { expect, test } from "vitest";
import { findArticles } from "../../src/text/articles.ts";
import { findQuantities, inUnit } from "../../src/text/quantities.ts";
import { tokenize } from "../../src/text/tokens.ts";

const quantities = (text: string) => findQuantities(tokenize(text, { start: 0, end: text.length }), text);

test.each([
  ["within seventy-two (72) hours", "hours", 72],
  ["within 72 hours", "days", 3],
  ["30 (thirty) days' notice", "days", 30],
  ["ten Business Days", "days", 14],
  ["one hundred and twenty days", "days", 120],
  ["12 months", "years", 0.99],
  ["a fortnight of two weeks", "days", 14],
  ["once per calendar year", "per_year", 1],
  ["no more than once in any twelve (12) month period", "per_year", 1],
  ["at least annually", "per_year", 1],
  ["twice a year", "per_year", 2],
  ["twice yearly", "per_year", 2],
  ["every 24 months", "per_year", 0.5],
  ["reviewed quarterly", "months", 3],
  ["every six months", "months", 6],
  ["99.9% of the time", "percent", 99.9],
  ["125 per cent of the charges", "percent", 125],
  ["256-bit keys", "bits", 256],
  ["TLS 1.2 or later", "version", 1.2],
  ["insured for £5 million", "million_gbp", 5],
  ["thirty minutes", "minutes", 30],
  ["insured for £10m", "million_gbp", 10],
  ["a cap of £1.5m", "million_gbp", 1.5],
  ["EUR 500k in all", "million_gbp", 0.5],
  ["£2.5 million", "million_gbp", 2.5],
  ["within 24h", "hours", 24],
  ["within 24 h of it", "hours", 24],
  ["tested half-yearly", "per_year", 2],
  ["bi-annually", "per_year", 2],
  ["2 x per year", "per_year", 2],
  ["4x per year", "per_year", 4],
  ["between 08:00 and 18:00 on Business Days", "hours", 10],
  ["from 9am to 5.30 pm", "hours", 8.5],
  ["22:00-06:00", "hours", 8],
] as const)("%s is %s %d", (text, unit, value) => {
  expect(quantities(text).map((q) => inUnit(q, unit))).toEqual([value]);
});

test("clock times, clause numbers and prices are no durations", () => {
  for (const text of ["24x7", "clause 12.3", "£1,500,000", "ISO 27001", "2016/679"])
    expect(quantities(text).filter((q) => q.kind === "duration")).toEqual([]);
});

test("a business day says so", () => {
  expect(quantities("five (5) working days")[0]).toMatchObject({ businessDays: true, value: 5 * 24 * 1.4 });
});

const articles = (text: string) =>
  findArticles(tokenize(text, { start: 0, end: text.length }), text).flatMap((a) => a.numbers);

test.each([
  ["Articles 32 to 36 of the GDPR", [32, 33, 34, 35, 36]],
  ["Articles 32-36", [32, 33, 34, 35, 36]],
  ["Art. 28(3)(f) and 32", [28, 32]],
  ["Article 28.3 GDPR", [28]],
  ["Article 33(3), 34 and Article 35", [33, 34, 35]],
  ["Article 5 of this Agreement", []],
  ["section 66 of the Data Protection Act 2018", [66]],
  ["section 62 of the DPA 2018", [62]],
  ["Section 4 of the DPA", []],
])("%s", (text, numbers) => {
  expect(articles(text)).toEqual(numbers);
});
