import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { ReadFile } from "../../src/model/contract.ts";
import { type Evidence, type Finding, type Review, reviewSchema } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { reviewContract } from "../../src/review.ts";

interface Expected {
  readonly verdict: string;
  /** Other verdicts that can be defended. */
  readonly tolerated?: readonly string[];
  readonly not_met?: readonly string[];
  /** Stated, but weakly. */
  readonly weak?: readonly string[];
  /** Where the program is known to say something else, and why. */
  readonly program?: string;
  readonly quotes?: readonly string[];
}

const samples = dirname(fileURLToPath(new URL("../../samples/README.md", import.meta.url)));
const library = loadLibrary();
const playbook = loadPlaybook(library);

const inputs: readonly (readonly [string, readonly string[]])[] = [
  [
    "managed-hosting",
    readdirSync(join(samples, "managed-hosting", "contract"))
      .sort()
      .map((name) => join("managed-hosting", "contract", name)),
  ],
  ["saas-dpa", [join("saas-dpa", "contract.pdf")]],
  ["good-contract", [join("good-contract", "contract.docx")]],
];

const letters = (text: string) =>
  text
    .replaceAll("*", "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
const quotesOf = (finding: Finding): Evidence[] => [
  ...finding.evidence,
  ...finding.elements.flatMap((e) => e.evidence),
  ...finding.quantities.flatMap((q) => q.evidence),
];

/** The verdict, or one that can be defended; in a partial one what lacks is unmet or weak, and nothing else is unmet. */
function isAsAReaderFinds({ verdict, elements }: Finding, want: Expected): boolean {
  if (verdict !== want.verdict) return want.tolerated?.includes(verdict) === true;
  if (verdict !== "partial") return true;
  const { not_met: lacking = [], weak = [] } = want;
  const mandatory = elements.filter((element) => element.mandatory);
  return mandatory.every(({ id, met, weak: isWeak }) =>
    lacking.includes(id) ? !met || isWeak : met || weak.includes(id),
  );
}

describe.each(inputs)("%s", (name, paths) => {
  let files: ReadFile[] = [];
  let review: Review;
  const {
    requirements: expected,
    later,
    functions,
  } = parse(readFileSync(join(samples, name, "expected.yaml"), "utf8")) as {
    requirements: Record<string, Expected>;
    later: Record<string, Expected>;
    functions: Record<string, string>;
  };

  beforeAll(async () => {
    files = await Promise.all(
      paths.map((path) => readFile(readFileSync(join(samples, path)), path.split(/[\\/]/).at(-1) ?? path)),
    );
    review = reviewContract(files, { library, playbook });
  });

  test("is read without a warning", () => {
    expect(files.flatMap((file) => file.diagnostics)).toEqual([]);
  });

  test.each(Object.keys(expected))("%s", (id) => {
    const finding = review.findings.find((f) => f.requirementId === id);
    const want = expected[id];
    if (!want || !finding) throw new Error(`${id} is not in the ${want ? "library" : "expectation"}`);
    expect(finding.verdict, finding.explanation).toBe(want.verdict);
    if (finding.verdict === "partial") {
      expect(
        finding.elements.filter((e) => e.mandatory && !e.met).map((e) => e.id),
        finding.explanation,
      ).toEqual([...(want.not_met ?? [])]);
    }
    const quoted = quotesOf(finding).map((e) => letters(e.quote));
    const isQuoted = (want.quotes ?? []).some((quote) =>
      quoted.some((q) => q.includes(letters(quote)) || letters(quote).includes(q)),
    );
    if (want.quotes && finding.verdict !== "missing" && finding.verdict !== "not-applicable")
      expect(isQuoted, `one of: ${want.quotes.join(" | ")}`).toBe(true);
  });

  test.each(Object.keys(later))("beyond data protection: %s", (id) => {
    const finding = review.findings.find((f) => f.requirementId === id);
    const want = later[id];
    if (!want || !finding) throw new Error(`${id} is not in the ${want ? "library" : "expectation"}`);
    const isAsExpected = isAsAReaderFinds(finding, want);
    // What is known to differ must differ: else its remark is out of date.
    expect(isAsExpected, finding.explanation).toBe(want.program === undefined);
  });

  test.each(Object.entries(functions))("function %s: %s", (id, allocation) => {
    const row = review.responsibilities.find((item) => item.functionId === id);
    expect(row?.allocation, row?.explanation).toBe(allocation);
  });

  test("every quote stands in the file it names, at the place it names", () => {
    const texts = new Map(
      files.map((file) => [
        file.name,
        letters(
          file.blocks.flatMap((b) => [b.text, ...(b.rows ?? []).flatMap((r) => r.cells.map((c) => c.text))]).join(" "),
        ),
      ]),
    );
    const quotes = [
      ...review.findings.flatMap(quotesOf),
      ...review.facts.flatMap((fact) => fact.evidence),
      ...review.responsibilities.flatMap((row) => [...row.evidence, ...row.handovers.flatMap((told) => told.evidence)]),
    ];
    expect(quotes.length).toBeGreaterThan(50);
    for (const quote of quotes) {
      expect(quote.end - quote.start).toBe(quote.quote.length);
      expect(texts.get(quote.file), quote.file).toContain(letters(quote.quote));
    }
  });

  test("the review has the form that is promised, and comes out the same twice", () => {
    expect(reviewSchema.parse(JSON.parse(renderJson(review)))).toEqual(review);
    expect(renderJson(reviewContract(files, { library, playbook }))).toBe(renderJson(review));
  });
});
