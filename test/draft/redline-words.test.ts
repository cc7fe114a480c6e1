import { describe, expect, test } from "vitest";
import { changedNumber, type NumberChange } from "../../src/draft/redline/number.ts";
import { inOwnTerms } from "../../src/draft/redline/own-terms.ts";
import { firmWords } from "../../src/draft/redline/words.ts";
import { loadRedlineWords } from "../../src/library/load-redline-words.ts";
import { inWords } from "../../src/text/spell-number.ts";

const words = loadRedlineWords();

function changed(text: string, change: NumberChange): string | undefined {
  const found = changedNumber(text, { start: 0, end: text.length }, change);
  return found && text.slice(0, found.span.start) + found.text + text.slice(found.span.end);
}

describe("changedNumber", () => {
  test.each([
    ["within seventy-two (72) hours of it", 72, 24, "hours", "within twenty-four (24) hours of it"],
    ["within 72 (seventy-two) hours", 72, 24, "hours", "within 24 (twenty-four) hours"],
    ["within 3 business days of it", 100.8, 24, "hours", "within 24 hours of it"],
    ["within fifteen Business Days", 21, 15, "days", "within fifteen days"],
    ["twenty (20) days’ written notice", 20, 30, "days", "thirty (30) days’ written notice"],
    ["no later than 96 hours", 4, 2, "days", "no later than 48 hours"],
    ["within 1 day of it", 1, 3, "days", "within 3 days of it"],
    ["Thirty (30) days after", 30, 1, "days", "One (1) day after"],
    ["available for 99.5% of the month", 99.5, 99.9, "percent", "available for 99.9% of the month"],
    ["tested once every two years", 0.5, 1, "per_year", "tested once a year"],
    ["encrypted with 128 bits", 128, 256, "bits", "encrypted with 256 bits"],
  ])("%s", (text, found, wanted, unit, expected) => {
    expect(changed(text, { found, wanted, unit })).toBe(expected);
  });

  test("nothing where the number is not there, or is an adjective", () => {
    expect(changed("without delay", { found: 72, wanted: 24, unit: "hours" })).toBeUndefined();
    expect(changed("an annual test", { found: 1, wanted: 2, unit: "per_year" })).toBeUndefined();
  });
});

test.each([
  [0, "zero"],
  [12, "twelve"],
  [20, "twenty"],
  [96, "ninety-six"],
  [120, "one hundred and twenty"],
  [300, "three hundred"],
  [1000, "1000"],
])("inWords(%d)", (value, expected) => expect(inWords(value)).toBe(expected));

describe("firmWords", () => {
  const firm = (text: string, id = "any") => {
    const found = firmWords(text, { start: 0, end: text.length }, id, words.firm, ["the supplier", "hostco"]);
    return found
      .toReversed()
      .reduce((now, { span, text: to }) => now.slice(0, span.start) + to + now.slice(span.end), text);
  };

  test.each([
    ["Hostco shall use reasonable endeavours to notify us.", "Hostco shall notify us."],
    ["Provider will use commercially reasonable efforts to restore it.", "Provider will restore it."],
    ["The Supplier should encrypt data.", "The Supplier shall encrypt data."],
    ["If a fault should occur, the Supplier shall mend it.", "If a fault should occur, the Supplier shall mend it."],
  ])("%s", (text, expected) => expect(firm(text)).toBe(expected));

  test("words that are right for one requirement only are left alone elsewhere", () => {
    const text = "Hostco shall inform us as soon as reasonably practicable.";
    expect(firm(text)).toBe(text);
    expect(firm(text, "gdpr.art28.unlawful-instruction-notice")).toBe("Hostco shall inform us immediately.");
  });
});

describe("inOwnTerms", () => {
  const model = ["Personal Data", "Personal Data Breach", "Data Protection Law", "Systems"];

  test("speaks in the terms that the contract defines, and leaves longer ones whole", () => {
    const own = inOwnTerms(model, words, ["Customer Personal Data", "Data Protection Laws"]);
    expect(own("Personal Data and each Personal Data Breach under Data Protection Law")).toBe(
      "Customer Personal Data and each Personal Data Breach under Data Protection Laws",
    );
    expect(own("Customer Personal Data")).toBe("Customer Personal Data");
  });

  test("leaves a term that the contract defines itself", () => {
    const own = inOwnTerms(model, words, ["Personal Data", "Customer Personal Data"]);
    expect(own("Personal Data")).toBe("Personal Data");
  });
});
