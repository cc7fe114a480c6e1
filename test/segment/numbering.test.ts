import { describe, expect, it } from "vitest";
import { parseMarker } from "../../src/segment/numbering.ts";
import { letterValue, romanValue } from "../../src/segment/numbering-values.ts";
import { heading, item, lines, numbersOf, paragraph, treeOf } from "./blocks.ts";

describe("parseMarker", () => {
  it.each([
    ["1. Term", "1"],
    ["1) Term", "(1)"],
    ["12.3 The Supplier shall act.", "12.3"],
    ["12.3.4. Records", "12.3.4"],
    ["(a) the first", "(a)"],
    ["(iv) the fourth", "(iv)"],
    ["a) the first", "(a)"],
    ["A. Parties", "A"],
    ["(aa) the next", "(aa)"],
    ["§ 4 Weisungen", "§ 4"],
    ["Article 5 – Audit", "Article 5"],
    ["Section 3.1 Audit", "Section 3.1"],
    ["Clause 7: Audit", "Clause 7"],
    ["Recital (4) The parties", "Recital (4)"],
  ])("reads %j as %j", (text, label) => {
    expect(parseMarker(text)?.label).toBe(label);
  });

  it.each([
    "Section 4 applies to both parties.",
    "Article 28 GDPR requires a contract.",
    "Clause 7 shall survive.",
    "1.5 hours of support",
    "24 hours after notice",
    "(the Supplier) shall act",
    "e.g. a firewall",
    "2026-01-01",
  ])("sees no number in %j", (text) => {
    expect(parseMarker(text)).toBeUndefined();
  });

  it("gives both readings of an ambiguous label", () => {
    expect(parseMarker("(i) x")?.readings).toEqual([
      { style: "(a)", value: 9 },
      { style: "(i)", value: 1 },
    ]);
  });

  it("takes a bullet without a number", () => {
    expect(parseMarker("• encryption")).toMatchObject({ label: "", readings: [], length: 2 });
  });
});

describe("number values", () => {
  it("reads roman numerals that are well formed only", () => {
    expect(["iv", "XIV", "xl", "iiii", "vx", "Iv"].map(romanValue)).toEqual([
      4,
      14,
      40,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("reads letters and doubled letters only", () => {
    expect(["a", "z", "bb", "ab", "iii"].map(letterValue)).toEqual([1, 26, 28, undefined, undefined]);
  });
});

describe("full numbers", () => {
  it("reads (i) after (h) as a letter", () => {
    const letters = [..."abcdefghij"].map((letter) => `(${letter}) item ${letter} of the list;`);
    const tree = treeOf(lines(["4.1 The Supplier shall provide:", ...letters].join("\n")));
    expect(numbersOf(tree)).toEqual(["4.1", ...[..."abcdefghij"].map((letter) => `4.1(${letter})`)]);
  });

  it("reads (i) after (a) as a sub-level and comes back to (b)", () => {
    const tree = treeOf(
      lines(`12.3 The Processor shall:
(a) do each of these:
(i) log access;
(ii) keep the logs; and
(b) report yearly.
12.4 The Customer shall pay.`),
    );
    expect(numbersOf(tree)).toEqual(["12.3", "12.3(a)", "12.3(a)(i)", "12.3(a)(ii)", "12.3(b)", "12.4"]);
  });

  it("opens a roman level after (h) when (ii) follows", () => {
    const tree = treeOf(
      lines(`2.1 The Supplier shall:
(g) keep records;
(h) test each of these:
(i) backups;
(ii) restores; and
(i) report the results.`),
    );
    expect(numbersOf(tree).slice(2)).toEqual(["2.1(h)", "2.1(h)(i)", "2.1(h)(ii)", "2.1(i)"]);
  });

  it("keeps clause 3 out of the list in clause 2", () => {
    const tree = treeOf(
      lines(`1. Term
1.1 This agreement starts today.
2. Services
2.1 The Supplier provides these services:
1. hosting of the platform;
2. monitoring of the platform.
3. Fees
3.1 The Customer pays monthly.`),
    );
    expect(numbersOf(tree)).toEqual(["1", "1.1", "2", "2.1", "2.1.1", "2.1.2", "3", "3.1"]);
    expect(tree.find("Fees").parent).toBeUndefined();
  });

  it("joins nested labels that the reader recovered", () => {
    const tree = treeOf([
      heading("Terms", 1),
      item("Service", 0, { label: "1." }),
      item("The Supplier shall host the platform.", 1, { label: "1." }),
      item("The Supplier shall test the platform.", 1, { label: "2." }),
      item("Fees", 0, { label: "2." }),
      item("The Customer shall pay.", 1, { label: "(a)" }),
    ]);
    expect(numbersOf(tree)).toEqual(["1", "1.1", "1.2", "2", "2(a)"]);
  });

  it("starts again in every schedule and cites the schedule", () => {
    const tree = treeOf([
      heading("1. Scope", 2),
      paragraph("1.1 The schedules form part of this agreement."),
      heading("Schedule 2: Security", 2),
      heading("1. Access control", 2),
      paragraph("1.1 Access is limited to named staff."),
      heading("Part B", 2),
      paragraph("4.1 Records are kept for one year."),
    ]);
    expect(numbersOf(tree)).toEqual([
      "1",
      "1.1",
      "Schedule 2",
      "Schedule 2, 1",
      "Schedule 2, 1.1",
      "Schedule 2, Part B",
      "Schedule 2, Part B, 4.1",
    ]);
  });

  it("puts clauses under their section and article", () => {
    const tree = treeOf(
      lines(`SECTION I
Clause 1
Purpose and scope
(a) These terms apply to transfers.
(b) The parties have agreed to them.
SECTION II
Clause 8
Safeguards
8.1 The importer shall act on instructions only.`),
    );
    expect(numbersOf(tree)).toEqual([
      "Section I",
      "Clause 1",
      "Clause 1(a)",
      "Clause 1(b)",
      "Section II",
      "Clause 8",
      "8.1",
    ]);
    expect(tree.find("Purpose and scope").number).toBe("Clause 1");
    expect(tree.find("importer").parent).toBe("Clause 8");
  });

  it("puts 2.1 under 2.0", () => {
    const tree = treeOf(lines("2.0 Support\n2.1 The Supplier shall answer calls."));
    expect(numbersOf(tree)).toEqual(["2.0", "2.1"]);
    expect(tree.find("answer calls").parent).toBe("2.0");
  });

  it("does not take a number that a line break cut out of a reference", () => {
    const tree = treeOf(
      lines(`5.1 The Supplier shall pay the credits that are described in Section
6.2 of this agreement within thirty days.`),
    );
    expect(numbersOf(tree)).toEqual(["5.1"]);
  });
});
