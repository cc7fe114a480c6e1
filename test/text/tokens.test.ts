import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "../../src/text/tokens.ts";

const all = (text: string) => tokenize(text, { start: 0, end: text.length });

test.each([
  ["The Customer's sub-processors", ["the", "customer", "sub", "processors"]],
  ["Art. 28(3)(a) “GDPR”", ["art", "28", "3", "a", "gdpr"]],
  ["We don’t, we can't and we’ll not", ["we", "do", "not", "we", "can", "not", "and", "we", "will", "not"]],
  ["It cannot", ["it", "can", "not"]],
])("words of %s", (text, words) => {
  expect(all(text).map((token) => token.word)).toEqual(words);
});

test("American and British spellings, regular and irregular forms have one stem", () => {
  const stem = (word: string) => all(word)[0]?.stem;
  for (const [a, b] of [
    ["authorize", "authorised"],
    ["unauthorized", "unauthorised"],
    ["gave", "giving"],
    ["endeavors", "endeavours"],
    ["notifies", "notify"],
    ["breaches", "breach"],
  ] as const) {
    expect(stem(a), `${a} / ${b}`).toBe(stem(b));
  }
});

test("words named like properties of every object are ordinary words", () => {
  expect(all("constructor toString hasOwnProperty").map((token) => token.word)).toEqual([
    "constructor",
    "tostring",
    "hasownproperty",
  ]);
});

test("hidden ranges give no words", () => {
  const text = "see [the policy](https://example.com/policy) today";
  expect(tokenize(text, { start: 0, end: text.length }, [{ start: 15, end: 44 }]).map((token) => token.word)).toEqual([
    "see",
    "the",
    "policy",
    "today",
  ]);
});

test("each token's range holds its word, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      let last = 0;
      for (const token of all(text)) {
        expect(token.start >= last || token.end === last).toBe(true);
        expect(token.end).toBeGreaterThan(token.start);
        last = token.end;
      }
    }),
  );
});
