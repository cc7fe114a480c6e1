import { describe, expect, it } from "vitest";
import type { TextBlock } from "../../src/model/block.ts";
import { readPdf } from "../../src/read/pdf.ts";
import { drawText, read, texts, writePdf } from "./pdf-fixture.ts";

const options = { name: "contract.pdf", sha256: "0".repeat(64) };
const cells = (block: TextBlock | undefined) => block?.rows?.map((row) => row.cells.map((cell) => cell.text));

describe("tables of a PDF", () => {
  const duty = (n: number) =>
    `The supplier carries out task ${n} at its own cost and reports the outcome to the customer by the end of the month.`;
  const body = () => [...Array(45).keys()].map((n) => [`Task ${n}`, duty(n)]);

  it("makes one table of a ruled table over two pages with a repeated header", async () => {
    const file = await read({
      content: [
        "The parties share the work as follows:",
        {
          table: {
            headerRows: 1,
            widths: [80, 200],
            body: [
              [
                { text: "Task", bold: true },
                { text: "Duty", bold: true },
              ],
              ...body(),
            ],
          },
        },
        "This table prevails over the other schedules.",
      ],
    });
    expect(file.pages).toBeGreaterThan(1);
    expect(file.blocks.map((block) => block.kind)).toEqual(["paragraph", "table", "paragraph"]);
    const table = file.blocks[1];
    expect(cells(table)).toEqual([["Task", "Duty"], ...body()]);
    expect(table?.rows?.map((row) => row.header)).toEqual([true, ...body().map(() => false)]);
    expect(table?.page).toBe(1);
    expect(new Set(table?.rows?.map((row) => row.page))).toEqual(new Set([1, 2]));
  });

  it("keeps merged cells", async () => {
    const file = await read({
      content: [
        {
          table: {
            widths: [100, 100, 100],
            body: [
              [{ text: "Response times", colSpan: 2 }, "", "Credit"],
              [{ text: "Priority 1", rowSpan: 2 }, "one hour", "5 %"],
              ["", "four hours", "10 %"],
            ],
          },
        },
      ],
    });
    expect(file.blocks[0]?.rows?.map((row) => row.cells.map((cell) => [cell.text, cell.columns, cell.rows]))).toEqual([
      [
        ["Response times", 2, 1],
        ["Credit", 1, 1],
      ],
      [
        ["Priority 1", 1, 2],
        ["one hour", 1, 1],
        ["5 %", 1, 1],
      ],
      [
        ["four hours", 1, 1],
        ["10 %", 1, 1],
      ],
    ]);
  });

  it("finds a table that only aligned columns show", async () => {
    const rows = [
      ["Service level", "Target", "Credit"],
      ["Availability", "99.9 %", "5 %"],
      ["Response", "1 hour", "2 %"],
      ["Repair", "4 hours", "3 %"],
    ];
    const page = drawText(
      rows.flatMap((row, n) => row.map((cell, column) => [50 + 150 * column, 700 - 14 * n, cell] as const)),
    );
    const file = await readPdf(writePdf([page]), options);
    expect(file.blocks.map((block) => block.kind)).toEqual(["table"]);
    expect(cells(file.blocks[0])).toEqual(rows);
  });

  it("makes no table of a contents page or of hanging labels", async () => {
    const contents = drawText(
      [1, 2, 3, 4, 5].flatMap((n) => [
        [50, 700 - 14 * n, `Duties of party ${n}`] as const,
        [500, 700 - 14 * n, `${n * 3}`] as const,
      ]),
    );
    const labels = drawText(
      [1, 2, 3, 4].flatMap((n) => [
        [50, 700 - 20 * n, `${n}.`] as const,
        [90, 700 - 20 * n, `The supplier carries out task ${n}.`] as const,
      ]),
    );
    const file = await readPdf(writePdf([contents, labels]), options);
    expect(file.blocks.filter((block) => block.kind === "table")).toEqual([]);
    expect(texts(file)).toContain("Duties of party 2 6");
    expect(texts(file)).toContain("3. The supplier carries out task 3.");
  });
});
