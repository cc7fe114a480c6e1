import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareContracts } from "../../src/compare-contracts.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { TextBlock } from "../../src/model/block.ts";
import { type Comparison, comparisonSchema } from "../../src/model/comparison.ts";
import type { ReadFile } from "../../src/model/contract.ts";
import { readFile } from "../../src/read/read-file.ts";

const FOLDER = new URL("../../samples/managed-hosting/contract/", import.meta.url);
const library = loadLibrary();
const playbook = loadPlaybook(library, undefined);
const NAMES = ["01-managed-hosting-agreement.pdf", "02-data-processing-schedule.docx", "03-security-schedule.docx"];
const sample = await Promise.all(NAMES.map((name) => readFile(readFileSync(new URL(name, FOLDER)), name)));
const mended = changed(sample, [
  ["within ninety-six (96) hours of confirming", "within twenty-four (24) hours of becoming aware"],
  ["not less than seven (7) days before", "not less than thirty (30) days before"],
]);
const spoilt = changed(sample, [
  ["The Supplier remains fully liable to the Customer for", "The Supplier is not liable for"],
  ["The Supplier shall report every Security Incident", "The Supplier may report a Security Incident"],
]);

describe("a mended copy", () => {
  const comparison = compared(sample, mended);

  test("keeps to the form", () => {
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  });

  test("changes the mended clauses and no others", () => {
    expect(comparison.clauses.map(({ change, new: place }) => `${change} ${place?.clause}`)).toEqual([
      "changed Schedule 2, 6.2",
      "changed Schedule 2, 10.1",
    ]);
    expect(comparison.clauses[0]?.runs.filter(({ kind }) => kind !== "equal")).toEqual([
      { kind: "deleted", text: " seven (7" },
      { kind: "inserted", text: " thirty (30" },
    ]);
  });

  test("closes what it mends and opens nothing", () => {
    expect(comparison.findingCounts).toMatchObject({ opened: 0, worse: 0 });
    expect(effects(comparison, "closed")).toContain("gdpr.art28.subprocessor-change-objection");
    const notice = comparison.findings.find(
      ({ requirementId }) => requirementId === "gdpr.art33.processor-breach-notice",
    );
    expect(notice?.numbers).toMatchObject([{ metric: "breach_notice_hours", old: 96, new: 24, change: "better" }]);
    expect(notice?.numbers[0]?.newEvidence[0]?.quote).toContain("twenty-four (24) hours");
  });

  test("links each finding to its clause, and the clause to the finding", () => {
    for (const { requirementId, causes } of comparison.findings) {
      expect(causes.length).toBeGreaterThan(0);
      for (const { id, findings } of comparison.clauses)
        expect(findings.includes(requirementId)).toBe(causes.includes(id));
    }
  });

  test("read backwards, opened and closed change places, and so do better and worse", () => {
    const back = compared(mended, sample);
    expect(effects(back, "opened")).toEqual(effects(comparison, "closed"));
    expect(effects(back, "worse")).toEqual(effects(comparison, "better"));
    expect(back.findings.every(({ lost }) => lost)).toBe(true);
  });
});

test("a spoilt copy loses what its clauses took, and names them", () => {
  const { findings, clauses } = compared(sample, spoilt);
  const lost = findings.find(({ requirementId }) => requirementId === "gdpr.art28.subprocessor-liability");
  expect(lost).toMatchObject({ lost: true, wording: [{ in: "new", evidence: { supports: "adverse" } }] });
  const cause = clauses.find(({ id }) => id === lost?.causes[0]);
  expect(cause?.new?.clause).toBe("Schedule 2, 6.6");
});

test("a contract does not differ from itself, nor from itself under other file names", () => {
  const { findings, clauses, ...rest } = compared(sample, sample);
  expect([
    ...findings,
    ...clauses,
    ...rest.responsibilities,
    ...rest.parties,
    ...rest.terms,
    ...rest.documents,
  ]).toEqual([]);
  const renamed = sample.map((file) => ({ ...file, name: `signed ${file.name}` }));
  expect(compared(sample, renamed).clauses).toEqual([]);
});

test("quotes, dashes, spaces and soft hyphens are no wording", () => {
  const styled = sample.map((file) => ({
    ...file,
    blocks: file.blocks.map((block) => restyled(block)),
  }));
  expect(compared(sample, styled).clauses).toEqual([]);
});

function compared(old: readonly ReadFile[], now: readonly ReadFile[]): Comparison {
  return compareContracts({ files: old }, { files: now }, { library, playbook }).comparison;
}

function effects({ findings }: Comparison, effect: string): string[] {
  return findings.filter((finding) => finding.effect === effect).map(({ requirementId }) => requirementId);
}

/** The files with words replaced; each must be there. */
function changed(files: readonly ReadFile[], changes: readonly (readonly [string, string])[]): ReadFile[] {
  for (const [from] of changes)
    if (!files.some(({ blocks }) => blocks.some(({ text }) => text.includes(from)))) throw new Error(`no "${from}"`);
  const apply = (text: string) => changes.reduce((result, [from, to]) => result.replace(from, to), text);
  return files.map((file) => ({
    ...file,
    blocks: file.blocks.map((block) => ({ ...block, text: apply(block.text) })),
  }));
}

function restyled(block: TextBlock): TextBlock {
  if (block.hidden || block.pageBreaks) return block;
  const text = block.text
    .replaceAll("’", "'")
    .replaceAll("–", "-")
    .replaceAll(" the ", "  the ")
    .replaceAll("infor", "in\u00adfor");
  return { ...block, text };
}
