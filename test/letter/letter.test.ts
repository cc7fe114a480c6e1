import { describe, expect, test } from "vitest";
import { supplierLetter } from "../../src/letter.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { Finding } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderLetterDocx } from "../../src/report/docx/render-letter-docx.ts";
import {
  renderInternalLetterMarkdown,
  renderLetterMarkdown,
} from "../../src/report/markdown/render-letter-markdown.ts";
import { breachNotice, evidence, finding, sampleReview } from "../report/sample-review.ts";
import { lettersOf, library, options } from "./letter-input.ts";

const ID = "gdpr.art28.subprocessor-authorisation";

function letterOf(...findings: Finding[]) {
  return lettersOf(sampleReview({ findings })).letter;
}

function textOf(...findings: Finding[]): string {
  return renderLetterMarkdown(letterOf(...findings));
}

describe("what is asked", () => {
  test("nothing where nothing is open: no letter", () => {
    expect(supplierLetter(sampleReview({ findings: [finding({ verdict: "covered" })] }), options)).toBeUndefined();
  });

  test("what could not be decided is asked about and never said to be missing", () => {
    const letter = letterOf(finding({ verdict: "undecided" }));
    expect(letter.requests.items).toEqual([]);
    expect(letter.list).toEqual({ title: "", rows: [] });
    expect(letter.questions.items).toEqual([
      { number: 1, text: "Please confirm where the Agreement deals with authorisation of Sub-processors." },
    ]);
    expect(renderLetterMarkdown(letter)).not.toMatch(/has no clause|not state|We ask you to agree/);
  });

  test("what somebody accepted is left out while that holds, and asked for again afterwards", () => {
    const accepted = (status: "active" | "expired") =>
      finding({
        deviation: { by: "The CISO", because: "Pilot only.", accepted: "2026-01-02", until: "2026-12-31", status },
      });
    expect(supplierLetter(sampleReview({ findings: [accepted("active")] }), options)).toBeUndefined();
    const { letter, internal } = lettersOf(
      sampleReview({
        findings: [accepted("expired"), finding({ ...accepted("active"), requirementId: "sec.logging" })],
      }),
    );
    expect(letter.requests.items.map(({ subject }) => subject)).toEqual(["Authorisation of Sub-processors"]);
    expect(renderLetterMarkdown(letter)).not.toContain("Pilot");
    expect(internal.accepted.rows.map(({ lines }) => lines[0]?.slice(0, 40))).toEqual([
      "The acceptance expired on 31 December 20",
      "Accepted until 31 December 2026; not in ",
    ]);
  });

  test("by severity, then what works against it, what is missing, what is there in part", () => {
    const of = (requirementId: string, verdict: Finding["verdict"], severity: Finding["severity"]) =>
      finding({ requirementId, verdict, severity });
    const letter = letterOf(
      of("sec.logging", "missing", "low"),
      of("sec.key-management", "partial", "high"),
      of("sec.access-control", "missing", "high"),
      of("sec.network-security", "adverse", "high"),
    );
    expect(letter.requests.items.map(({ subject }) => subject)).toEqual([
      "Network security",
      "Access control",
      "Encryption keys",
      "Logging",
    ]);
  });

  test("a page that could not be read is asked for, and nothing is said not to be there", () => {
    const unread = [
      { file: "hosting.pdf", page: 7 },
      { file: "hosting.pdf", page: 9 },
      { file: "hosting.pdf", page: 8 },
    ];
    const text = textOf(finding({ searched: { ...finding().searched, unreadPages: unread } }));
    expect(text).toContain("In the text that we could read we found no clause on this.");
    expect(text).toContain("We could not read pages 7, 8 and 9 of hosting.pdf.");
    expect(text).not.toContain("The Agreement has no clause on this");
  });

  test("a file that could not be read: nothing is said not to be there", () => {
    const { letter } = lettersOf(sampleReview({ findings: [finding()] }), { isReadWhole: false });
    expect(renderLetterMarkdown(letter)).toContain("In the text that we could read");
  });
});

describe("numbers", () => {
  test("in the contract's own words; of numbers for one event the strictest, once", () => {
    const incidents = finding({
      requirementId: "resp.incident-reporting",
      verdict: "partial",
      severity: "high",
      elements: finding().elements.map((one) => ({ ...one, met: true })),
      quantities: breachNotice().quantities.map((one) => ({ ...one, metric: "security_incident_notice_hours" })),
    });
    const text = textOf(breachNotice(), incidents);
    expect(text).toContain("Please replace “ninety-six (96) hours” by “4 hours” and");
    expect(text).toContain("1. Notice of Personal Data Breaches; Incident reporting (");
    expect(text.match(/Please replace/g)).toHaveLength(1);
    expect(textOf(breachNotice())).toContain("by “24 hours” and");
  });

  test("words that cannot be made out are not quoted", () => {
    const quantities = breachNotice().quantities.map((one) => ({
      ...one,
      evidence: [evidence({ quote: "See the table." })],
    }));
    expect(textOf(breachNotice({ quantities }))).toContain(
      "Please state “24 hours” in clause 14.2(a), in place of what it says now.",
    );
  });
});

describe("law", () => {
  test("of the playbook's side, for the points that the statute asks for", () => {
    const [first, second] = finding().elements;
    if (!first || !second) throw new Error("the sample has two elements");
    const mixed = finding({ elements: [first, { ...second, beyondStatute: true }] });
    expect(textOf(finding())).toContain("Article 28(2) UK GDPR requires this.");
    expect(textOf(mixed)).toContain("Article 28(2) UK GDPR requires (a).");
    expect(textOf(finding({ elements: [{ ...first, beyondStatute: true }] }))).not.toContain("requires");
    const eu = lettersOf(sampleReview({ findings: [finding()] }), {
      playbook: loadPlaybook(library, "eu-outsourcing"),
    });
    expect(renderLetterMarkdown(eu.letter)).toContain("Article 28(2) GDPR requires this.");
  });
});

describe("names", () => {
  test("to a person: her name, sincerely; to nobody: faithfully", () => {
    const { letter } = lettersOf(sampleReview({ findings: [finding()] }), { to: "Ms Grey", from: [] });
    expect([letter.to, letter.salutation, letter.farewell, letter.from, letter.signature]).toEqual([
      ["Ms Grey", "Fernhill Hosting GmbH"],
      "Dear Ms Grey,",
      "Yours sincerely,",
      ["Northwind Stationery Ltd"],
      ["For and on behalf of Northwind Stationery Ltd"],
    ]);
    const other = letterOf(finding());
    expect([other.to, other.salutation, other.farewell]).toEqual([
      ["Fernhill Hosting GmbH"],
      "Dear Sir or Madam,",
      "Yours faithfully,",
    ]);
  });

  test("the contract's own names stand in the wording", () => {
    const text = textOf(finding({ requirementId: "sec.logging", area: "security" }));
    expect(text).toContain("Fernhill shall");
    expect(text).not.toContain("The Supplier shall");
  });

  test("a number that two files have is named with its file", () => {
    const adverse = [
      evidence({ supports: "adverse", clause: "3" }),
      evidence({ supports: "adverse", clause: "3", file: "dpa.docx" }),
    ];
    const review = sampleReview({ findings: [finding({ verdict: "adverse", evidence: adverse })] });
    const { letter } = lettersOf(review);
    expect(letter.requests.items[0]?.place).toContain("dpa.docx");
  });
});

test("a contract's text cannot break the file", async () => {
  const hostile =
    "The \u202eSupplier\u0007 | may <b>not</b> `be` [here](javascript:x) & \ud800 {{customer}} \u{E000}x\u{E001}; so it says.";
  const review = sampleReview({
    findings: [
      finding({ requirementId: ID, verdict: "adverse", evidence: [evidence({ supports: "adverse", quote: hostile })] }),
    ],
  });
  const contract = { ...review.contract, title: "A {{customer}} <script> | Deal" };
  const { letter, internal } = lettersOf({ ...review, contract });
  const { blocks, diagnostics } = await readFile(await renderLetterDocx(letter), "letter.docx");
  expect(diagnostics).toEqual([]);
  expect(blocks.map(({ text }) => text).join("\n")).toContain("{{customer}} x; so it says.");
  for (const text of [renderLetterMarkdown(letter), renderInternalLetterMarkdown(internal)]) {
    expect(text).not.toMatch(/[\u0007\u202e\ud800]|(?<!\\)<(?:b|script)>/);
    expect(text).toContain("A {{customer}} \\<script\\> \\| Deal");
  }
});
