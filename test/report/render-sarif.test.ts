import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { renderSarif } from "../../src/report/sarif/render-sarif.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";

// The schema is of draft 4, which differs here in the name of its id alone; one of its patterns is no Unicode pattern.
const { $schema, id, ...schema } = JSON.parse(
  readFileSync(new URL("schemas/sarif-2.1.0-rtm.5.json", import.meta.url), "utf8"),
);
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function logOf(review: Review) {
  const log = JSON.parse(renderSarif(review));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

const deviation = {
  by: "Dana Okafor",
  because: "Our own key service opens later.",
  accepted: "2026-03-02",
  until: "2027-03-01",
  status: "active" as const,
};

test("the schema is the one of SARIF 2.1.0 and finds faults", () => {
  expect([$schema, id]).toEqual([
    "http://json-schema.org/draft-04/schema#",
    "https://raw.githubusercontent.com/schemastore/schemastore/master/src/schemas/json/sarif-2.1.0-rtm.5.json",
  ]);
  const run = { tool: { driver: { name: "x" } }, results: [{ message: { text: "x" }, kind: "failed" }] };
  expect(validate({ version: "2.1.0", runs: [run] })).toBe(false);
});

describe("a log", () => {
  const run = logOf(sampleReview());

  test("names the tool, a rule a requirement and the files", () => {
    expect(run.tool.driver.name).toBe("clausecheck");
    expect(run.tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+/);
    expect(run.tool.driver.rules[1]).toMatchSnapshot();
    expect(run.artifacts).toEqual([
      {
        location: { uri: "hosting.pdf", index: 0 },
        roles: ["analysisTarget"],
        mimeType: "application/pdf",
        hashes: { "sha-256": "ab".repeat(32) },
        properties: { pages: 41 },
      },
    ]);
  });

  test("gives each verdict the kind and level that SARIF has for it", () => {
    const kinds = run.results.map((result: { properties: object; kind: string; level: string }) => {
      const { verdict, severity } = result.properties as { verdict: string; severity: string };
      return `${severity} ${verdict}: ${result.kind} ${result.level}`;
    });
    expect(kinds).toEqual([
      "critical missing: fail error",
      "critical partial: fail error",
      "high adverse: fail error",
      "high covered: pass none",
      "medium undecided: review none",
      "medium not-applicable: notApplicable none",
    ]);
    const unread = { ...finding().searched, unreadPages: [{ file: "hosting.pdf", page: 7 }] };
    const levels = logOf(
      sampleReview({
        findings: [
          finding({ verdict: "undecided", searched: unread }),
          breachNotice({ severity: "high" }),
          breachNotice({ severity: "medium" }),
          finding({ severity: "low" }),
        ],
      }),
    ).results.map(({ kind, level }: { kind: string; level: string }) => `${kind} ${level}`);
    expect(levels).toEqual(["open none", "fail warning", "fail note", "fail note"]);
  });

  test("shows a result with what must change and what was found beside it", () => {
    expect(run.results[1]).toMatchSnapshot();
  });

  test("claims no place in the bytes of a file", () => {
    expect(JSON.stringify(run)).not.toMatch(/"(region|charOffset|byteOffset|startLine)"/);
  });

  test("says what was not read", () => {
    expect(run.invocations).toEqual([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            descriptor: { id: "page-without-text", index: 0 },
            level: "warning",
            message: { text: "Page 7 has no text layer; its clauses were not checked: supply a searchable copy." },
            locations: [{ physicalLocation: { artifactLocation: { uri: "hosting.pdf", index: 0 } } }],
            properties: { page: 7 },
          },
        ],
      },
    ]);
    const failed = { code: "part-unreadable", severity: "error" as const, message: "Not read." };
    expect(logOf(sampleReview({ diagnostics: [failed] })).invocations[0].executionSuccessful).toBe(false);
  });

  test("without accepted shortfalls says nothing of suppressions, with them says it of every result", () => {
    expect(run.results.some((result: object) => "suppressions" in result)).toBe(false);
    const findings = [
      finding({ deviation }),
      breachNotice({ deviation: { ...deviation, status: "outgrown" } }),
      finding({ verdict: "covered", deviation: { ...deviation, status: "not-needed" } }),
      ownPurposes(),
    ];
    const { results } = logOf(sampleReview({ asOf: "2026-11-24", findings }));
    const standings = results.map(({ suppressions }: { suppressions: { status: string }[] }) =>
      suppressions.map(({ status }) => status),
    );
    expect(standings).toEqual([["accepted"], [], [], []]);
    expect(results[0].suppressions[0]).toEqual({
      kind: "external",
      status: "accepted",
      justification: "Our own key service opens later. Accepted until 1 March 2027, by Dana Okafor on 2 March 2026.",
    });
    for (const result of results.slice(0, 3)) expect(result.properties.accepted.by).toBe("Dana Okafor");
  });
});

test("a result keeps its fingerprint when the file, the page or the verdict changes, and only then", () => {
  const print = (review: Review) => logOf(review).results[0].partialFingerprints["contractRequirement/v1"];
  const moved = breachNotice({
    verdict: "missing",
    evidence: [evidence({ file: "v2.pdf", page: 3, start: 9, end: 12 })],
  });
  const before = print(sampleReview({ findings: [breachNotice()] }));
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(print(sampleReview({ findings: [moved] }))).toBe(before);
  expect(print(sampleReview({ findings: [finding()] }))).not.toBe(before);
  const contract = { ...sampleReview().contract, title: "Another Agreement" };
  expect(print(sampleReview({ contract, findings: [breachNotice()] }))).not.toBe(before);
});

test("file names become relative URIs", () => {
  const names = ["a b/c d.pdf", "../x%y.docx", "https://example.org/é.txt", "C:\\tmp\\ü?.md", "\ud800"];
  const files = names.map((name) => ({ name, sha256: "ab", mediaType: "text/plain" }));
  const run = logOf(sampleReview({ contract: { ...sampleReview().contract, files } }));
  expect(run.artifacts.map((item: { location: { uri: string } }) => item.location.uri)).toEqual([
    "a%20b/c%20d.pdf",
    "x%25y.docx",
    "https%3A/example.org/%C3%A9.txt",
    "C%3A%5Ctmp%5C%C3%BC%3F.md",
    "%EF%BF%BD",
  ]);
});

test("words of a contract are neither link nor placeholder, and the log is always valid", () => {
  const link = /(?<!\\)(?:\\\\)*\[(?:[^\\[\]]|\\.)*\]\(/;
  const texts = fc.array(fc.constantFrom("[", "](", "\\", "{0}", "}", "a", "(b)", "\u0000", "\ud800", "{"), {
    minLength: 1,
  });
  fc.assert(
    fc.property(
      texts.map((parts) => parts.join("")),
      (text) => {
        const quotes = [
          evidence({ quote: text, clause: text, heading: text, file: text, supports: "adverse" }),
          evidence({ quote: text, start: 1 }),
        ];
        const review = sampleReview({
          contract: { ...sampleReview().contract, title: text },
          findings: [ownPurposes({ title: text, explanation: text, why: text, citations: [text], evidence: quotes })],
          diagnostics: [{ code: "reader-note", severity: "info", message: text, file: text }],
        });
        const { message, locations } = logOf(review).results[0];
        for (const shown of [message.text, locations[0].message.text]) {
          expect(shown).not.toMatch(link);
          expect(shown.replaceAll("{{", "").replaceAll("}}", "")).not.toMatch(/[{}]/);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("the same review gives the same bytes", () => {
  expect(renderSarif(sampleReview())).toBe(renderSarif(sampleReview()));
});
