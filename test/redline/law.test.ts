import { expect, test } from "vitest";
import { lawsOf } from "../../src/draft/redline/law.ts";
import { loadRedlineWords } from "../../src/library/load-redline-words.ts";

const { laws } = loadRedlineWords().comments;
const CITATIONS = [
  "UK GDPR/GDPR Art 28(3)(g)",
  "DPA 2018 s.59(6)(d)",
  "DORA Art 30(2)(b)",
  "PRA SS2/21 ch 6",
  "ISO/IEC 27001:2022 A.5.20",
  "Computer Weekly Security Think Tank, Container security is evolving",
];
const fact = (id: "financial_sector_eu" | "law_enforcement_processing") => ({
  id,
  value: true,
  assumed: false,
  evidence: [],
});

test("a comment names the law of the playbook's own side, and what binds only some where they are", () => {
  expect(lawsOf(CITATIONS, laws, "uk", [])).toEqual(["Article 28(3)(g) UK GDPR"]);
  expect(lawsOf(CITATIONS, laws, "uk", [fact("law_enforcement_processing")])).toEqual([
    "Article 28(3)(g) UK GDPR",
    "section 59(6)(d) Data Protection Act 2018",
  ]);
  expect(lawsOf(CITATIONS, laws, "eu", [fact("financial_sector_eu")])).toEqual([
    "Article 28(3)(g) GDPR",
    "Article 30(2)(b) Regulation (EU) 2022/2554 (DORA)",
  ]);
});

test("several provisions are written so", () => {
  expect(lawsOf(["UK GDPR/GDPR Art 32-36"], laws, "uk", [])).toEqual(["Articles 32-36 UK GDPR"]);
});
