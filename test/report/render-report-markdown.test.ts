import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { renderReportMarkdown } from "../../src/report/markdown/render-report-markdown.ts";
import { plain } from "../../src/report/markdown/text.ts";
import { elementsOf, textOf } from "./page.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";

const deviation = {
  by: "Dana Okafor",
  because: "Our own key service opens later.",
  accepted: "2026-03-02",
  until: "2026-04-01",
  status: "expired" as const,
};
const review = sampleReview({
  asOf: "2026-11-24",
  findings: [breachNotice({ deviation }), finding({ verdict: "covered", title: "Encryption at rest" }), ownPurposes()],
});

/** A review whose every word that comes from a contract, a policy or a deviation is the same text. */
function saying(text: string): Review {
  const quote = evidence({ quote: text, heading: text, because: text, file: text, clause: text });
  const near = { ...finding().searched, near: [quote], clauses: [text], unreadPages: [{ file: text, page: 2 }] };
  const [duty, ...others] = sampleReview().responsibilities;
  if (!duty) throw new Error("the sample review has a matrix");
  return sampleReview({
    contract: {
      title: text,
      files: [{ name: text, sha256: "ab", mediaType: "text/plain" }],
      parties: [
        { name: text, role: "supplier" },
        { name: text, role: "customer" },
      ],
      names: { supplier: text, customer: text },
    },
    facts: [{ id: "containers", value: true, assumed: false, evidence: [quote] }],
    findings: [
      breachNotice({
        title: text,
        explanation: text,
        why: text,
        evidence: [quote, { ...quote, start: 1, supports: "adverse" }],
        searched: near,
        // Its line breaks are paragraphs.
        suggestion: text.replaceAll("\n", " "),
        citations: [text],
        deviation: { ...deviation, by: text, because: text },
        position: { level: "below", note: text },
        weakerThanPolicy: [
          { element: "hours-stated", how: "not-met", policy: { quote: text, file: text, clause: text } },
        ],
      }),
      finding({ explanation: text, searched: near }),
      finding({ verdict: "covered", evidence: [quote] }),
      finding({ verdict: "not-applicable", explanation: text }),
    ],
    responsibilities: [
      {
        ...duty,
        name: text,
        explanation: text,
        concerns: [text],
        handovers: [{ from: "supplier", to: "customer", contact: text, evidence: [quote] }],
      },
      ...others,
    ],
    definedTerms: [{ term: text, quote: text }],
    diagnostics: [{ code: "reader-note", severity: "warning", message: text, file: text }],
  });
}

const page = (text: string) => elementsOf(marked.parse(text, { async: false, gfm: true }));
const skeleton = (text: string) => page(text).map(({ tagName }) => tagName);
const HOSTILE = [
  "[click](https://example.org)",
  "![x](https://example.org/x.png)",
  "<script>alert(1)</script><img src=x>",
  "# heading",
  "- item",
  "1. item",
  "2) item",
  "> quote",
  "```\ncode\n```",
  "a | b | c",
  "---",
  "===",
  "a\n===\nb\n\n# c",
  "**bold** _it_ ~~gone~~ `code`",
  "https://example.org www.example.org ftp://example.org a.b@example.org mailto:a@example.org",
  "[^1]: note [x]: https://example.org",
  "\\[a](b) \\\\[a](b)",
  "&lt;b&gt; &#60;b&#62; &copy;",
  "$x$ $$y$$",
  "<https://example.org> <!-- a -->",
  "    indented",
  "+ x\u0085- y\u2028# z",
  "\u0000\u202e\ud800",
  "| --- |",
];

describe("for legal", () => {
  test("has the parts of the report in its order", () => {
    const heads = page(renderReportMarkdown(review, "legal")).filter(({ tagName }) => /^h[1-4]$/.test(tagName));
    expect(heads.map((head) => `${head.tagName} ${textOf(head)}`)).toEqual([
      "h1 Gap report: Managed Hosting Agreement",
      "h2 Raise these first",
      "h2 Accepted shortfalls",
      "h2 Areas",
      "h2 Findings",
      "h3 Critical (2)",
      "h4 1. Breach notice to the customer",
      "h4 Critical and covered (1)",
      "h3 High (1)",
      "h4 3. No use of the data for the supplier's own purposes",
      "h2 Who does what",
      "h3 Without a clear owner",
      "h3 Operations",
      "h2 Limits of this check",
      "h2 What was assumed",
      "h2 Defined terms",
      "h2 Files and sources",
    ]);
  });

  test("shows a finding with its quotes as block quotes and what was accepted", () => {
    const text = renderReportMarkdown(review, "legal");
    expect(text.slice(text.indexOf("#### 1."), text.indexOf("**What was searched"))).toMatchSnapshot();
  });
});

test("for procurement it is one page", () => {
  expect(renderReportMarkdown(review, "procurement")).toMatchSnapshot();
});

describe("nothing in a contract becomes markup", () => {
  const plainly = {
    legal: skeleton(renderReportMarkdown(saying("plain"), "legal")),
    procurement: skeleton(renderReportMarkdown(saying("plain"), "procurement")),
  };

  test.each(HOSTILE)("%j", (text) => {
    for (const audience of ["legal", "procurement"] as const) {
      const rendered = renderReportMarkdown(saying(text), audience);
      expect(skeleton(rendered)).toEqual(plainly[audience]);
    }
    expect(skeleton(plain(text))).toEqual(["html", "head", "body", "p"]);
  });

  test("whatever it says", () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE, "\n", "\n\n", "  \n", "\t", "*", "_", "`", "@", "]("),
      fc.string({ unit: "grapheme" }),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => `x${parts.join("")}`);
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((said) => said.slice(1)),
        ),
        (said) => {
          if (said.trim() === "") return;
          expect(skeleton(plain(said))).toEqual(["html", "head", "body", "p"]);
          expect(skeleton(renderReportMarkdown(saying(said), "legal"))).toEqual(plainly.legal);
          expect(skeleton(renderReportMarkdown(saying(said), "procurement"))).toEqual(plainly.procurement);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("and its words are shown as they are", () => {
    const words = "A | B * [c](d) <e> 5 < 6 & _f_ #g \\ `h`, i@j.org or www.k.org.";
    const [shown] = page(`x ${plain(words)}`).filter(({ tagName }) => tagName === "p");
    expect(shown && textOf(shown).replaceAll("\u2060", "").trim()).toBe(`x ${words}`);
  });
});

test("the same review gives the same text", () => {
  expect(renderReportMarkdown(review, "legal")).toBe(renderReportMarkdown(review, "legal"));
});
