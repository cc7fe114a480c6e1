import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { Library } from "../../src/model/requirement.ts";
import type { Finding } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { reviewContract } from "../../src/review.ts";

const library = loadLibrary();
const playbook = loadPlaybook(library);
const BREACH = "gdpr.art33.processor-breach-notice";
const alone: Library = { ...library, requirements: library.requirements.filter((r) => r.id === BREACH) };

async function judge(text: string, name = "contract.md"): Promise<Finding> {
  const file = await readFile(new TextEncoder().encode(text), name);
  const finding = reviewContract([file], { library: alone, playbook }).findings[0];
  if (!finding) throw new Error("one requirement gives one finding");
  return finding;
}

const met = (finding: Finding) => finding.elements.filter((e) => e.met && e.mandatory).map((e) => e.id);

describe("evidence is found where contracts put it", () => {
  test("in items under a lead-in", async () => {
    const finding = await judge(
      "# Duties\n\nThe Supplier shall:\n\n(a) keep records; and\n\n(b) notify the Customer of any personal data breach without undue delay.\n",
    );
    expect(met(finding)).toEqual(["duty-to-notify", "without-undue-delay"]);
    expect(finding.elements[0]?.evidence[0]?.quote).toBe(
      "notify the Customer of any personal data breach without undue delay.",
    );
  });

  test("in a table row under its column heads", async () => {
    const finding = await judge(
      "# Incident reporting\n\n| Event | The Supplier notifies the Customer within |\n|---|---|\n| Personal data breach | 24 hours of becoming aware |\n",
    );
    expect(met(finding)).toContain("hours-stated");
    expect(finding.quantities.map((q) => q.value)).toEqual([24]);
  });

  test("in the contract's own names", async () => {
    const finding = await judge(
      "This agreement is made between Acme Ltd (the “Client”) and Hostco GmbH (“Hostco”).\n\n1. Hostco provides hosting services to the Client for the fees.\n\n2. Hostco shall notify the Client of any personal data breach without undue delay.\n",
    );
    expect(met(finding)).toEqual(["duty-to-notify", "without-undue-delay"]);
  });

  test("not in a heading, a definition or a table of contents", async () => {
    const texts = [
      "# Personal data breach notification within 24 hours",
      "# Definitions\n\n“Breach Notice” means a notice by which the Supplier shall notify the Customer of a personal data breach within 24 hours.\n",
    ];
    for (const text of texts) expect((await judge(text)).verdict).toBe("missing");
  });
});

describe("the same words on the wrong party, denied, or only permitted are no evidence", () => {
  test.each([
    ["The Customer shall notify the Supplier of any personal data breach without undue delay.", "missing"],
    ["The Supplier shall not notify the Customer of personal data breaches.", "missing"],
    ["Nothing in this clause shall oblige the Supplier to notify the Customer of any personal data breach.", "adverse"],
    ["The Supplier may notify the Customer of a personal data breach.", "partial"],
  ])("%s", async (text, verdict) => {
    expect((await judge(`1. ${text}\n`)).verdict).toBe(verdict);
  });
});

test("swapping the parties turns evidence into none", async () => {
  const pool = [
    "notify {B} of any personal data breach without undue delay",
    "inform {B} without undue delay of a personal data breach of which it becomes aware",
    "tell {B} about every breach of personal data within 24 hours",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...pool),
      fc.constantFrom("shall", "must", "will", "agrees to", "undertakes to"),
      async (duty, modal) => {
        const text = (a: string, b: string) => `1. ${a} ${modal} ${duty.replace("{B}", b)}.\n`;
        expect(met(await judge(text("The Supplier", "the Customer")))).toContain("duty-to-notify");
        expect(met(await judge(text("The Customer", "the Supplier")))).toEqual([]);
      },
    ),
  );
});

test("whatever the text, every quote is a slice of it and the review is the same twice", async () => {
  const piece = fc.constantFrom(
    "The Supplier shall ",
    "The Customer may ",
    "notify the Customer ",
    "of any **personal data breach** ",
    "within [24 hours](#x) ",
    "without undue delay ",
    "not ",
    "\n\n",
    "1. ",
    "(a) ",
    "| a | b |\n|---|---|\n",
    "## Breach\n",
    "“Breach” means ",
    ". ",
    "; ",
    "é\u0301 ",
    "&nbsp;",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 30 }).map((parts) => `The parties agree.\n\n${parts.join("")}`),
      async (text) => {
        const finding = await judge(text);
        for (const e of [
          ...finding.evidence,
          ...finding.elements.flatMap((x) => x.evidence),
          ...finding.quantities.flatMap((x) => x.evidence),
        ]) {
          expect(text.replace(/\s+/g, "")).toContain(e.quote.replace(/\s+/g, ""));
        }
        expect(await judge(text)).toEqual(finding);
      },
    ),
    { numRuns: 150 },
  );
});
