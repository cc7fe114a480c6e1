import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { supplierLetter } from "../../src/letter.ts";
import type { Finding } from "../../src/model/review.ts";
import { renderInternalLetterDocx, renderLetterDocx } from "../../src/report/docx/render-letter-docx.ts";
import {
  renderInternalLetterMarkdown,
  renderLetterMarkdown,
} from "../../src/report/markdown/render-letter-markdown.ts";
import { finding, sampleReview } from "../report/sample-review.ts";
import { lettersOf, library, MARKER, markedLibrary, markedPlaybook, options, reviews } from "./letter-input.ts";

/** Numbers of the review that no supplier may see: confidence, clauses read, the limit, what the finding would rather have. */
const NUMBERS = /43\s?%|0\.4321|4141|7373|6262/;
/** Words of our own trade, and of our own position. */
const WORDS =
  /\b(?:verdict|severities|(?<!in )confidence|playbook|fall ?backs?|conced\w+|concession|deviation|accepted by|adverse|undecided|not-applicable|partial(?:ly)? covered|unacceptable|preferred|bottom line|walk away|do not send|clausecheck|beyond statute|(?<!processing )required by law)\b/i;
const IDS = new Set(library.requirements.map(({ id }) => id));

describe("whatever the review holds", () => {
  test("nothing internal is in what may be sent", async () => {
    const own = { ...options, library: markedLibrary(), playbook: markedPlaybook() };
    await fc.assert(
      fc.asyncProperty(reviews, async (review) => {
        const letters = supplierLetter(review, own);
        if (!letters) return;
        for (const text of [renderLetterMarkdown(letters.letter), await partsOf(renderLetterDocx(letters.letter))]) {
          expect(text.toLowerCase()).not.toContain(MARKER.toLowerCase());
          expect(text.replaceAll(/<[^>]*>/g, " ")).not.toMatch(NUMBERS);
        }
      }),
      { numRuns: 60, seed: 20261124 },
    );
  }, 60_000);

  test("the internal version has it", async () => {
    const own = { ...options, library: markedLibrary(), playbook: markedPlaybook() };
    const [review] = fc.sample(
      reviews.filter(({ findings }) =>
        findings.some(({ verdict, deviation }) => verdict === "adverse" && deviation?.status === "expired"),
      ),
      { numRuns: 1, seed: 7 },
    );
    if (!review) throw new Error("no review was drawn");
    const { internal } = lettersOf(review, own);
    const fields = [
      "why",
      "because",
      "explanation",
      "position",
      "fallback",
      "suppliers say",
      "concede",
      "by",
      "accepted because",
      "policy",
      "unacceptable",
    ];
    for (const text of [renderInternalLetterMarkdown(internal), await partsOf(renderInternalLetterDocx(internal))])
      for (const field of fields) expect(text).toContain(`${MARKER} ${field}.`);
  });

  test("both versions hold the same letter", () => {
    for (const review of fc.sample(reviews, { numRuns: 10, seed: 3 })) {
      const letters = supplierLetter(review, options);
      if (letters) expect(letters.internal.letter).toBe(letters.letter);
    }
  });
});

describe.each(["missing", "adverse", "partial", "undecided"] as const)("every requirement %s", (verdict) => {
  const findings = library.requirements.map(
    (requirement): Finding =>
      finding({
        requirementId: requirement.id,
        title: requirement.title,
        area: requirement.area,
        verdict,
        severity: requirement.severity,
        citations: requirement.citations,
        elements: requirement.elements.map(({ id, text, mandatory, beyond_statute }) => ({
          id,
          text,
          mandatory,
          beyondStatute: beyond_statute,
          met: false,
          weak: false,
          evidence: [],
        })),
      }),
  );
  const { letter } = lettersOf(sampleReview({ findings }));
  const text = renderLetterMarkdown(letter);

  test("has no word of ours, no requirement id", () => {
    expect(text.match(new RegExp(`.{0,60}${WORDS.source}.{0,40}`, "i"))?.[0]).toBeUndefined();
    expect(
      [...text.matchAll(/\b[a-z0-9]+(?:\.[a-z0-9-]+)+\b/g)].map(([word]) => word).filter((word) => IDS.has(word)),
    ).toEqual([]);
    expect(text).not.toMatch(/\{\{|undefined|\[object/);
  });

  test("states no fact of a deal", () => {
    expect(text).not.toMatch(
      /\bmanaged hosting of|England and Wales|employees, customers|hypervisor, host operating system and container/,
    );
    expect(text).not.toMatch(/Schedule “|Schedule "/);
  });

  test("says that the law requires only what the statute asks for", () => {
    for (const { number, blocks } of letter.requests.items) {
      const said = blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("\n");
      const own = findings.toSorted((a, b) => rank(a) - rank(b))[number - 1];
      if (!said.includes(" requires ") || verdict === "undecided") continue;
      expect(own?.area).toBe("data-protection");
      const points = own?.elements.filter(({ mandatory }) => mandatory) ?? [];
      const isAll = said.includes(" requires this.");
      expect(points.some(({ beyondStatute }) => !beyondStatute)).toBe(true);
      if (isAll) expect(points.filter(({ beyondStatute }) => beyondStatute)).toEqual([]);
    }
  });
});

function rank({ severity }: Finding): number {
  return ["critical", "high", "medium", "low"].indexOf(severity);
}

test("the numbers asked for are the preferred ones, not the limits", () => {
  const rules = library.requirements.find(({ id }) => id === "sec.patching-timescales")?.quantities ?? [];
  const rule = rules.find(({ metric }) => metric === "patch_critical_days");
  expect(rule?.preferred).toBeLessThan(rule?.pass ?? 0);
  const { letter } = lettersOf(sampleReview({ findings: [finding({ requirementId: "sec.patching-timescales" })] }));
  expect(renderLetterMarkdown(letter)).toContain(`rated critical, within ${rule?.preferred} days`);
});

/** Every XML part of a Word file: body, headers, properties. */
async function partsOf(file: Promise<Uint8Array>): Promise<string> {
  return Object.entries(unzipSync(await file))
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join("\n");
}
