import { describe, expect, it } from "vitest";
import type { TextBlock } from "../../src/model/block.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";
import { fileOf, heading, lines, paragraph } from "./blocks.ts";

describe("segmentContract", () => {
  const main = [
    heading("Hosting Agreement", 1),
    paragraph("This agreement is made between Northwind Traders Ltd (the “Customer”) and Hostco Ltd (the “Supplier”)."),
    heading("1. Services", 2),
    paragraph("1.1 The Supplier shall host the platform as set out in clause 1.2."),
    paragraph("1.2 The platform is described in the order form."),
  ];

  it("reads a bundle as one contract", () => {
    const contract = segmentContract([
      fileOf(main, "agreement.docx"),
      {
        ...fileOf(
          [heading("Schedule 1: Security", 1), paragraph("1. The Supplier shall encrypt data.")],
          "security.pdf",
        ),
        unreadPages: [3],
      },
    ]);
    expect(contract.title).toBe("Hosting Agreement");
    expect(contract.files.map((file) => file.name)).toEqual(["agreement.docx", "security.pdf"]);
    expect(contract.clauses.map((clause) => clause.number).filter(Boolean)).toEqual([
      "1",
      "1.1",
      "1.2",
      "Schedule 1",
      "Schedule 1, 1",
    ]);
    expect(contract.unreadPages).toEqual([{ file: "security.pdf", page: 3 }]);
    const reference = contract.references[0];
    expect(contract.clauses[reference?.target ?? -1]?.number).toBe("1.2");
  });

  it("falls back on the file name for a title", () => {
    const contract = segmentContract([
      fileOf([paragraph("The Supplier shall host the platform for the Customer.")], "hosting terms.pdf"),
    ]);
    expect(contract.title).toBe("hosting terms");
  });

  it("takes the title from front matter", () => {
    const contract = segmentContract([
      fileOf([paragraph('title: "Data Terms"'), paragraph("We process data for you as told.")]),
    ]);
    expect(contract.title).toBe("Data Terms");
    expect(contract.clauses[0]?.kind).toBe("front");
  });

  it("never throws on a contract without text", () => {
    expect(segmentContract([fileOf([])]).clauses).toEqual([]);
  });
});

describe("speed", () => {
  const timed = (blocks: readonly TextBlock[]): number => {
    const start = performance.now();
    segmentContract([fileOf(blocks)]);
    return performance.now() - start;
  };

  // Generous: a pattern that backtracks takes minutes here, not a second.
  it.each([
    ["dots", [paragraph(`${". ".repeat(50_000)}x`)]],
    ["capitals", [paragraph("THE SUPPLIER AND THE CUSTOMER OF ".repeat(3000))]],
    ["blanks", [paragraph(`The Supplier${" ".repeat(100_000)}shall`)]],
    ["quotation marks", [paragraph("“Term” and ".repeat(10_000))]],
    ["numbered lines in one block", [paragraph("1.1 The Supplier shall act.\n(a) and report;\n".repeat(2500))]],
    ["references", [paragraph("clauses 1, 2, 3 and 4(a)(b)(c) of ".repeat(3000))]],
    [
      "a long contract",
      lines(
        "4.1 Audit. The Supplier shall allow audits once a year as clause 4.2 says.\n(a) first item of the list;\n".repeat(
          1500,
        ),
      ),
    ],
  ])("stays linear on %s", (_name, blocks) => {
    expect(timed(blocks)).toBeLessThan(3000);
  });
});
