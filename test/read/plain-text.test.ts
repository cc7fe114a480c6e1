import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextBlock } from "../../src/model/block.ts";
import { readPlainText } from "../../src/read/plain-text.ts";

const readAll = (source: string) => readPlainText(source, { name: "terms.txt", sha256: "0" });
const read = (source: string): readonly TextBlock[] => readAll(source).blocks;
const texts = (source: string): string[] => read(source).map((block) => block.text);

/** Sentences wrapped at 68 columns, as old word processors wrote them. */
const WRAPPED = `MANAGED HOSTING AGREEMENT

1. DEFINITIONS

1.1 In this Agreement the words below have the meanings that stand
beside them, unless the context of a clause plainly asks for another
meaning of the word.
1.2 The Supplier shall:
    (a) keep the Hosted Service running at all hours and on all days of
    the year, save for maintenance that was announced;
    (b) tell the Customer of any breach of security not later than
    24 hours after it has become aware of it; and
    (c) allow audits.

Section 4 of this Agreement lives on after its end, as do the duties
under Schedule 2, which the parties shall keep for a further period of
12 months.

SCHEDULE 2
DATA PROTECTION
`;

it("keeps a disclaimer in capitals whole, though its lines are shorter than the widest", () => {
  const disclaimer = [
    "THE SUPPLIER DISCLAIMS ANY AND ALL WARRANTIES WITH RESPECT TO",
    "THE SERVICES PROVIDED, EXPRESS OR IMPLIED, INCLUDING ANY ONE",
    "OF FITNESS FOR A PARTICULAR PURPOSE. IN NO EVENT SHALL IT BE",
    "LIABLE FOR THE LOSS OF ANY DATA.",
  ].join("\n");
  const wide = Array(8)
    .fill("The Supplier keeps the records of each service that it renders and hands them over to the Customer")
    .join("\n");
  expect(texts(`${wide}.\n\nDISCLAIMER OF LIABILITY\n\n${disclaimer}\n\n${wide}.\n`)).toContain(disclaimer);
});

describe("readPlainText: hard-wrapped text", () => {
  it("joins lines to paragraphs and opens a block at numbers, titles and schedules", () => {
    expect(read(WRAPPED).map(({ kind, text }) => [kind, text.split("\n")[0], text.split("\n").length])).toEqual([
      ["heading", "MANAGED HOSTING AGREEMENT", 1],
      ["heading", "1. DEFINITIONS", 1],
      ["paragraph", "1.1 In this Agreement the words below have the meanings that stand", 3],
      ["paragraph", "1.2 The Supplier shall:", 1],
      ["paragraph", "(a) keep the Hosted Service running at all hours and on all days of", 2],
      ["paragraph", "(b) tell the Customer of any breach of security not later than", 2],
      ["paragraph", "(c) allow audits.", 1],
      ["paragraph", "Section 4 of this Agreement lives on after its end, as do the duties", 3],
      ["heading", "SCHEDULE 2", 1],
      ["heading", "DATA PROTECTION", 1],
    ]);
  });

  it("keeps the slices verbatim with Windows line ends too", () => {
    const source = WRAPPED.replaceAll("\n", "\r\n");
    expect(read(source)).toHaveLength(read(WRAPPED).length);
    for (const text of texts(source)) expect(source).toContain(text);
  });
});

describe("readPlainText: one paragraph a line", () => {
  it("makes each line a block where lines are not wrapped", () => {
    const lines = [
      "The processor shall process personal data only on documented instructions from the controller, including as regards transfers of personal data to a third country.",
      "It keeps records.",
      "the categories of data;",
      "The processor shall make available to the controller all information that is needed to show compliance with the duties that this article lays down for processors.",
    ];
    expect(texts(lines.join("\n"))).toEqual(lines);
  });

  it("reads bullets as list items without the bullet", () => {
    expect(read("Measures:\n- firewalls\n• logging\n").map(({ kind, text }) => [kind, text])).toEqual([
      ["paragraph", "Measures:"],
      ["list-item", "firewalls"],
      ["list-item", "logging"],
    ]);
  });
});

describe("readPlainText: headings", () => {
  it.each([
    "ARTICLE V",
    "Schedule 1 – Data Processing",
    "4. Fees and Payment",
    "2.3 Technical Support",
    "LIMITATION OF LIABILITY",
    "1.2 — Ownership",
  ])("takes %s for a heading", (line) => expect(read(`${line}\n\nText follows here.`)[0]?.kind).toBe("heading"));

  it.each([
    "4.2 The Supplier shall pay the fees.",
    "1.1 Licensor grants to Licensee a licence for five years",
    "(a) the Supplier;",
    "Name: ______",
    "26 June 2026 Date: 2 July 2026",
    "345 Park Avenue San Jose",
    "1. Licence Fee:      EUR 5",
    "Section 4 of the Agreement applies",
  ])("takes %s for text", (line) => expect(read(`${line}\n\nText follows here.`)[0]?.kind).toBe("paragraph"));

  it("reads underlined titles and gives numbers their depth", () => {
    expect(
      read("Terms of service\n====\n\nScope\n-----\n\n2.3 Technical Support\n").map(({ level, text }) => [level, text]),
    ).toEqual([
      [1, "Terms of service"],
      [2, "Scope"],
      [2, "2.3 Technical Support"],
    ]);
  });
});

describe("readPlainText: pages", () => {
  const page = (number: number, text: string): string =>
    `${text}\n\n      Hosting Agreement            Page ${number}\n`;
  const source = [
    page(
      1,
      "The Supplier shall keep all records that it makes in the course of\nits work for the Customer and shall hand them over without any delay,\nand the Supplier and each of its own suppliers of services shall not",
    ),
    page(
      2,
      "keep a copy of any such record after the end of the Agreement, save\nwhere the law so requires.\n\nSection 3\n\nThe Customer shall pay the fees for each month in which the Supplier\nhas worked.",
    ),
    page(
      3,
      "Section 4\n\nEither party may end this Agreement by notice in writing that gives\nthe other party three months.",
    ),
  ];

  it.each(["\f", "<PAGE>\n"])("counts pages at %j and keeps a sentence whole over a page break", (mark) => {
    const { blocks, pages } = readAll(source.join(mark));
    expect(pages).toBe(3);
    const [first] = blocks;
    expect(source.join(mark)).toContain(first?.text);
    const hidden = first?.hidden?.[0];
    expect(hidden).toBeDefined();
    const shown = `${first?.text.slice(0, hidden?.start)}${first?.text.slice(hidden?.end)}`;
    expect(shown).toContain("of services shall not\nkeep a copy");
    expect(blocks.filter((block) => block.origin === "footer")).toHaveLength(3);
    expect(blocks.map((block) => block.text)).toContain("Section 3");
    expect(blocks.at(-2)?.page).toBe(3);
  });

  it("has no pages without a mark, and none before the text", () => {
    expect(readAll("The Supplier pays.").pages).toBeUndefined();
    expect(readAll("<PAGE>\nThe Supplier pays.").pages).toBeUndefined();
  });
});

describe("readPlainText: tables", () => {
  it("reads pipes, tabs and aligned columns", () => {
    const rows = [
      ["Control", "Owner"],
      ["Patching", "Supplier"],
      ["Backups", "Customer"],
    ];
    for (const line of [
      (row: string[]) => `| ${row.join(" | ")} |`,
      (row: string[]) => row.join("\t"),
      (row: string[]) => row.map((cell) => cell.padEnd(14)).join(""),
    ]) {
      const [table] = read(rows.map(line).join("\n"));
      expect(table?.rows?.map((row) => row.cells.map((cell) => cell.text))).toEqual(rows);
      expect(table?.rows?.map((row) => row.header)).toEqual([true, false, false]);
    }
  });

  it("does not take numbered clauses or a table of contents for a table", () => {
    expect(
      read("1.1   The Supplier pays.\n1.2   The Customer pays.\n1.3   Nobody pays.").every(
        (block) => block.kind !== "table",
      ),
    ).toBe(true);
    expect(read("Fees\t4\nTerm\t5\nAudit\t9").every((block) => block.kind !== "table")).toBe(true);
  });
});

describe("readPlainText: properties", () => {
  it("lets every word reach a block, in order, as a verbatim slice", () => {
    const piece = fc.constantFrom(
      "word ",
      "Supplier ",
      "shall.",
      "\n",
      "\n\n",
      "\r\n",
      "\t",
      "    ",
      "(a) ",
      "1.2 ",
      "- ",
      "| ",
      "FEES",
      "====",
      "lower case words that run on ",
      ";",
      "Section 4",
      "é",
      "😀 ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join("");
        const blocks = read(source);
        const shown = blocks.flatMap((block) => [
          block.text,
          ...(block.rows ?? []).flatMap((row) => row.cells.map((cell) => cell.text)),
        ]);
        for (const text of shown) expect(source).toContain(text);
        expect(shown.join(" ").match(/\p{L}+/gu)).toEqual(source.match(/\p{L}+/gu));
      }),
      { numRuns: 1000 },
    );
  });
});
