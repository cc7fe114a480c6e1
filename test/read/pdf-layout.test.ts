import { describe, expect, it } from "vitest";
import { readPdf } from "../../src/read/pdf.ts";
import { drawText, texts, writePdf } from "./pdf-fixture.ts";

const options = { name: "contract.pdf", sha256: "0".repeat(64) };
const clauses = [1, 2, 3, 4, 5, 6].map(
  (n) =>
    `${n}. The supplier keeps records of all work that it renders for customer ${n} and hands them over within ten days of a request.`,
);

/** Sets clauses in narrow lines, column after column, as a typesetter would. */
function setInColumns(columns: number, linesInColumn: number): string {
  const lines = clauses.flatMap((clause) => clause.match(/.{1,28}(?:\s|$)/g)?.map((line) => line.trim()) ?? []);
  const width = 500 / columns;
  return drawText(
    lines.map((line, index) => {
      const column = Math.floor(index / linesInColumn);
      return [50 + width * column, 750 - 12 * (index % linesInColumn) - 5 * column, line] as const;
    }),
  );
}

describe("reading order of a PDF page", () => {
  it("reads three columns one after the other, clauses whole", async () => {
    const file = await readPdf(writePdf([setInColumns(3, 10)]), options);
    expect(texts(file)).toEqual(clauses);
  });

  it("reads a page that lies on its side", async () => {
    const page = drawText([
      [50, 700, "1. The supplier keeps records."],
      [50, 680, "2. The customer pays for them."],
    ]);
    for (const turn of [90, 180, 270]) {
      const file = await readPdf(writePdf([page], { page: `/Rotate ${turn}` }), options);
      expect(texts(file)).toEqual(["1. The supplier keeps records.", "2. The customer pays for them."]);
    }
  });

  it("keeps a stamp set sideways out of the sentences", async () => {
    const page = `${drawText([
      [50, 700, "The supplier keeps records of all work and hands"],
      [50, 688, "them over within ten days of a request."],
    ])}\nBT /F1 8 Tf 0 1 -1 0 30 600 Tm (DRAFT 7) Tj ET`;
    const file = await readPdf(writePdf([page]), options);
    expect(texts(file)).toEqual([
      "The supplier keeps records of all work and hands them over within ten days of a request.",
    ]);
    expect(texts(file, "text-box")).toEqual(["DRAFT 7"]);
  });

  it("keeps a footnote out of the sentence that runs over the page", async () => {
    const small = (x: number, y: number, text: string) => `BT /F1 7 Tf ${x} ${y} Td (${text}) Tj ET`;
    const body = [...Array(20).keys()].map(
      (n) =>
        [
          50,
          700 - 12 * n,
          `the supplier keeps records of all work that it renders for the customer in month ${n}, and`,
        ] as const,
    );
    const pages = [
      `${drawText(body)}\n${small(50, 100, "1 Records are papers and files.")}`,
      drawText([
        [50, 760, "hands them over."],
        [50, 740, "The customer pays."],
      ]),
    ];
    const file = await readPdf(writePdf(pages), options);
    expect(texts(file)).toHaveLength(2);
    expect(texts(file)[0]).toMatch(/in month 19, and hands them over\.$/);
    expect(texts(file, "footnote")).toEqual(["1 Records are papers and files."]);
  });

  it.each(["7", "- vii -", "B-7"])(
    "leaves out the old page number %s in the middle of a filing's page",
    async (number) => {
      const lines = (y: number, word: string) =>
        [0, 1, 2].map(
          (k) =>
            [
              50,
              y - 12 * k,
              `The supplier keeps the ${word} records of service ${k} and hands them over to the`,
            ] as const,
        );
      const page = drawText([
        ...lines(700, "first"),
        [297 - 2.5 * number.length, 600, number],
        ...lines(520, "second"),
      ]);
      const file = await readPdf(writePdf([page]), options);
      expect(file.blocks.map((block) => block.text)).not.toContain(number);
      expect(texts(file).join(" ")).not.toContain(` ${number} `);
      expect(texts(file).join(" ")).toContain("second records");
    },
  );

  it("does not take the title of every annex for a running header", async () => {
    const page = (n: number) =>
      drawText([
        [50, 780, "ANNEX TO THE AGREEMENT", "F2"],
        ...[0, 1, 2].map((k) => [50, 700 - 40 * k, `Duty ${n}.${k} of the supplier is set out here in full.`] as const),
      ]);
    const plain = (n: number) =>
      drawText([[50, 780, `The supplier keeps the records of year ${n} and hands them over on request.`]]);
    const file = await readPdf(writePdf([page(1), plain(1), plain(2), page(2), plain(3), plain(4), page(3)]), options);
    expect(texts(file).filter((text) => text === "ANNEX TO THE AGREEMENT")).toHaveLength(3);
    expect(texts(file, "header")).toEqual([]);
  });
});
