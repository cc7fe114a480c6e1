import { expect, test } from "vitest";
import { readFile } from "../../src/read/read-file.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";

async function clauses(markdown: string) {
  const contract = segmentContract([await readFile(new TextEncoder().encode(markdown), "agreement.md")]);
  return contract.clauses.map(({ kind, number, heading, body }) => [
    kind,
    number,
    heading || body.map((span) => contract.text.slice(span.start, span.end)).join(" "),
  ]);
}

test("sub-numbers inside a heading's line begin clauses of their own", async () => {
  expect(await clauses("# Agreement\n\n## 16. Liability 16.1 It follows the law. 16.2 It has no limit.\n")).toEqual([
    ["heading", "", "Agreement"],
    ["heading", "16", "Liability"],
    ["clause", "16.1", "It follows the law."],
    ["clause", "16.2", "It has no limit."],
  ]);
});

test("a reference to another clause begins none", async () => {
  expect(await clauses("# Agreement\n\n18. See clause 18.2 The other one.\n")).toContainEqual([
    "clause",
    "18",
    "See clause 18.2 The other one.",
  ]);
});

test('"Recitals" is a heading, not a numbered one, and what stands under it are recitals', async () => {
  expect(
    await clauses("# Agreement\n\n## Recitals\n\n(A) The Supplier has hosted for years.\n\n## 1. Services\n"),
  ).toEqual([
    ["heading", "", "Agreement"],
    ["heading", "", "Recitals"],
    ["recital", "(A)", "The Supplier has hosted for years."],
    ["heading", "1", "Services"],
  ]);
});

test("a short sentence in small letters is no heading", async () => {
  expect(await clauses("# Agreement\n\n1. Security\n\n1.1 Scans run every week.\n")).toContainEqual([
    "clause",
    "1.1",
    "Scans run every week.",
  ]);
});
