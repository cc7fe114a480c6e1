import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { renderHtml } from "../../src/report/render-html.ts";
import { attribute, elementsOf, textOf } from "./page.ts";
import { evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";

const page = renderHtml(sampleReview());
const elements = elementsOf(page);
const byTag = (...tags: string[]) => elements.filter(({ tagName }) => tags.includes(tagName));

describe("the page stands alone", () => {
  test("no script, no handler, no style attribute, no form, nothing fetched", () => {
    expect(byTag("script", "link", "iframe", "img", "object", "embed", "form", "base", "audio", "video")).toEqual([]);
    const names = elements.flatMap((element) => element.attrs.map(({ name }) => name));
    expect(
      names.filter((name) => name.startsWith("on") || ["style", "src", "srcset", "action"].includes(name)),
    ).toEqual([]);
    expect(
      elements.map((element) => attribute(element, "href") ?? "#").filter((href) => !href.startsWith("#")),
    ).toEqual([]);
    expect(page).not.toMatch(/url\(|@import|https?:/);
  });

  test("the policy allows its own style sheet and nothing else", () => {
    const style = byTag("style").map(textOf)[0] ?? "";
    const policy = attribute(
      byTag("meta").find((meta) => attribute(meta, "content")?.startsWith("default-src")) ?? never(),
      "content",
    );
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  });

  test("the same review gives the same bytes", () => {
    expect(renderHtml(sampleReview())).toBe(page);
  });
});

describe("the page can be found one's way in", () => {
  test("headings go down one level at a time from one h1", () => {
    const levels = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });

  test("ids are unique and every link and label leads to one", () => {
    const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elements.flatMap((element) => [
      ...(attribute(element, "href")?.slice(1).split(" ") ?? []),
      ...(attribute(element, "aria-labelledby")?.split(" ") ?? []),
    ]);
    expect(targets.length).toBeGreaterThan(40);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test("language, landmarks, skip link, and a scope on every table header", () => {
    expect(attribute(byTag("html")[0] ?? never(), "lang")).toBe("en");
    expect(byTag("header", "main", "nav", "footer").map(({ tagName }) => tagName)).toEqual([
      "header",
      "main",
      "nav",
      "footer",
    ]);
    expect(attribute(byTag("a")[0] ?? never(), "href")).toBe("#main");
    expect(byTag("th").filter((cell) => attribute(cell, "scope") === undefined)).toEqual([]);
    expect(
      byTag("table").filter((table) => !/caption/.test(table.childNodes.map((child) => child.nodeName).join())),
    ).toEqual([]);
  });
});

describe("what the reader is told", () => {
  const text = textOf(byTag("body")[0] ?? never()).replaceAll(/[ \n]+/g, " ");

  test("the one sentence comes first, then the worst, the areas, the findings", () => {
    const headings = byTag("h2").map((heading) => textOf(heading));
    expect(headings).toEqual([
      "Summary",
      "Raise these first",
      "Areas",
      "Findings",
      "Who does what",
      "Limits of this check",
      "What was assumed",
      "Defined terms",
      "Files and sources",
    ]);
    expect(text.indexOf("2 of 5 requirements are gaps, 1\u00a0critical")).toBeLessThan(
      text.indexOf("Raise these first"),
    );
    expect(text).toContain("2 of 5 requirements are gaps, 1\u00a0critical");
  });

  test("each quote stands with its clause, file and page; weak and adverse ones with their reason", () => {
    expect(text).toContain(
      "Clause 8.4 Service improvement hosting.pdf, page 7 Works against you: The supplier gives itself a purpose of its own. The Supplier may use Customer Data to develop and improve its other products.",
    );
    expect(text).toContain("Weak wording: An effort is not a duty.");
    expect(byTag("blockquote").map(textOf)).toContain(evidence().quote);
  });

  test("numbers against their limit, marks of elements, law, and the proof of absence", () => {
    expect(text).toContain(
      "Breach notice: the contract says 96 hours; the playbook asks for at most 48 hours beyond the limit",
    );
    expect(text).toContain("Maximum time stated in hours met weakly mandatory beyond the statute Clause 14.2(a)");
    expect(text).toContain("UK GDPR/GDPR Art 28(3)(a)");
    expect(text).toContain(
      "214 clauses and table rows read; nearest to the subject Clause 14 Data protection hosting.pdf, page 12 The Supplier shall process Personal Data only on the instructions of the Customer. Speaks of the subject, but states none of the elements that lack.",
    );
  });

  test("unread pages, assumptions, versions and hashes", () => {
    expect(text).toContain("One reservation limits what this report can say.");
    expect(text).toContain("Warning Page 7 has no text layer");
    expect(text).toContain("The service runs on containers no assumed");
    expect(text).toContain("Playbook uk-outsourcing 1.0. Clause library 1.0, SHA-256");
    expect(text).toContain("ab".repeat(32));
  });

  test("every verdict stands as a word beside its shape", () => {
    const words = byTag("article").map((article) => textOf(article).trim().split(/\s+/)[0]);
    expect(words).toEqual(["Missing", "Partial", "Adverse", "Undecided"]);
    const shapes = byTag("use").map((use) => attribute(use, "href"));
    expect(new Set(shapes.filter((href) => href?.startsWith("#v-"))).size).toBe(6);
  });

  test("an empty review is a page too", () => {
    const empty = renderHtml(
      sampleReview({ findings: [], facts: [], responsibilities: [], definedTerms: [], diagnostics: [] }),
    );
    expect(empty).toContain("No requirement of the playbook applies to this contract.");
    expect(empty).toContain("None: every page and part of the files was read.");
  });
});

describe("contract text is hostile", () => {
  const skeleton = (review: Review) =>
    elementsOf(renderHtml(review)).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(" ")}`);
  const filled = (hostile: string) =>
    sampleReview({
      contract: {
        title: hostile,
        files: [{ name: hostile, sha256: "00", mediaType: hostile, pages: 1 }],
        parties: [{ name: hostile, role: "customer" }],
        names: { supplier: hostile, customer: hostile },
      },
      findings: [
        ownPurposes({
          explanation: hostile,
          suggestion: `x${hostile.replaceAll("\n", " ")}`,
          evidence: [
            evidence({
              quote: hostile,
              clause: `1${hostile}`,
              heading: `x${hostile}`,
              file: hostile,
              because: `x${hostile}`,
              supports: "adverse",
            }),
          ],
        }),
        finding({
          searched: {
            clauses: [hostile],
            near: [evidence({ quote: hostile, because: hostile, supports: "context" })],
            clausesRead: 1,
            unreadPages: [{ file: hostile, page: 1 }],
          },
          position: { level: "fallback", note: hostile, approval: "ciso" },
        }),
      ],
      definedTerms: [{ term: hostile, quote: hostile }],
      diagnostics: [{ code: "file-skipped", severity: "error", message: hostile, file: `x${hostile}` }],
    });

  test("markup, templates, and attribute breaks stay text", () => {
    const hostile = `</style><script>alert(1)</script><img src=x onerror=alert(1)>"'\`={{title}}{{{style}}}&lt;`;
    expect(skeleton(filled(hostile))).toEqual(skeleton(filled("plain")));
    expect(
      elementsOf(renderHtml(filled(hostile)))
        .filter(({ tagName }) => tagName === "blockquote")
        .map(textOf),
    ).toContain(hostile);
  });

  test("control characters and direction overrides are shown as replaced, never obeyed", () => {
    expect(renderHtml(filled("cap of \u202e000,1\u202c EUR\u0000\u001b[31m"))).not.toMatch(
      /[\u0000-\u0008\u000e-\u001f\u202a-\u202e]/,
    );
    expect(renderHtml(filled("a\ud800b"))).toContain("a\ufffdb");
  });

  test("whatever the text, the page has the same elements", () => {
    const plain = skeleton(filled("plain"));
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (hostile) => {
        expect(skeleton(filled(hostile))).toEqual(plain);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

function never(): never {
  throw new Error("the element is not on the page");
}
