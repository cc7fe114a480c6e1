import { expect, test } from "vitest";
import { reviewSchema } from "../../src/model/review.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { sampleReview } from "./sample-review.ts";

test("gives the review back unchanged, two spaces deep, with a final newline", () => {
  const text = renderJson(sampleReview());
  expect(reviewSchema.parse(JSON.parse(text))).toEqual(sampleReview());
  expect(text.startsWith('{\n  "schema": "clausecheck.review/1",\n  "contract": {\n    "title": ')).toBe(true);
  expect(text.endsWith("}\n")).toBe(true);
});

test("orders keys as the format describes them, whatever order the review had", () => {
  const turned = reverseKeys(sampleReview());
  expect(Object.keys(turned as object)[0]).toBe("diagnostics");
  expect(renderJson(reviewSchema.parse(turned))).toBe(renderJson(sampleReview()));
  expect(renderJson(turned as ReturnType<typeof sampleReview>)).toBe(renderJson(sampleReview()));
});

test("names the keys of a finding, an element and a quote in the order of the format", () => {
  const { findings } = JSON.parse(renderJson(sampleReview()));
  expect(Object.keys(findings[1]).filter((key) => !["title", "why"].includes(key))).toEqual([
    "requirementId",
    "area",
    "verdict",
    "severity",
    "confidence",
    "elements",
    "evidence",
    "quantities",
    "searched",
    "explanation",
    "citations",
    "suggestion",
  ]);
  expect(Object.keys(findings[1].elements[0])).toEqual([
    "id",
    "text",
    "met",
    "weak",
    "mandatory",
    "beyondStatute",
    "evidence",
  ]);
  expect(Object.keys(findings[1].evidence[0])).toEqual([
    "file",
    "page",
    "clause",
    "heading",
    "start",
    "end",
    "quote",
    "supports",
    "because",
  ]);
});

test("leaves out what the file has not: pages of a text file", () => {
  const contract = {
    title: "Terms",
    parties: [],
    names: { supplier: "we", customer: "you" },
    files: [{ name: "terms.txt", sha256: "00", mediaType: "text/plain" }],
  };
  expect(JSON.parse(renderJson(sampleReview({ contract }))).contract.files).toEqual([
    { name: "terms.txt", sha256: "00", mediaType: "text/plain" },
  ]);
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
}
