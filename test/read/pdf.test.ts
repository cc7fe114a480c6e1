import { describe, expect, it } from "vitest";
import { ContractCheckError } from "../../src/model/diagnostic.ts";
import { readPdf } from "../../src/read/pdf.ts";
import { drawText, makePdf, read, texts, writePdf } from "./pdf-fixture.ts";

const options = { name: "contract.pdf", sha256: "0".repeat(64) };
const sentence = (subject: string) =>
  `The ${subject} shall keep records of every service that it renders under this agreement and shall hand them over within ten days of a request in writing.`;

describe("readPdf", () => {
  it("names headings, clauses and items with level, page and indent", async () => {
    const file = await read({
      content: [
        { text: "Services Agreement", fontSize: 18 },
        { text: "1. Duties", bold: true, margin: [0, 10, 0, 4] },
        { text: `1.1 ${sentence("Supplier")}`, margin: [0, 0, 0, 6] },
        { text: `(a) ${sentence("Supplier")}`, margin: [20, 0, 0, 6] },
        { text: `(b) ${sentence("Customer")}`, margin: [20, 0, 0, 6], pageBreak: "after" },
        { text: `1.2 ${sentence("Customer")}` },
      ],
    });
    expect(file.pages).toBe(2);
    expect(file.mediaType).toBe("application/pdf");
    expect(file.diagnostics).toEqual([]);
    expect(file.blocks).toEqual([
      { kind: "heading", text: "Services Agreement", page: 1, origin: "body", indent: 40, level: 1 },
      { kind: "heading", text: "1. Duties", page: 1, origin: "body", indent: 40, level: 2, emphasis: true },
      { kind: "paragraph", text: `1.1 ${sentence("Supplier")}`, page: 1, origin: "body", indent: 40 },
      { kind: "list-item", text: `(a) ${sentence("Supplier")}`, page: 1, origin: "body", indent: 60, level: 0 },
      { kind: "list-item", text: `(b) ${sentence("Customer")}`, page: 1, origin: "body", indent: 60, level: 0 },
      { kind: "paragraph", text: `1.2 ${sentence("Customer")}`, page: 2, origin: "body", indent: 40 },
    ]);
  });

  it("keeps a reference at the start of a line inside its sentence", async () => {
    const page = drawText([
      [50, 700, "2.1 The Supplier pays the credits that are due for the month in question under clause"],
      [50, 688, "7.2(a) within thirty days of the end of that month, and shows them on the next invoice that"],
      [50, 676, "it sends."],
      [50, 664, "2.2 The Customer may set them off."],
    ]);
    const file = await readPdf(writePdf([page]), options);
    expect(texts(file)).toEqual([
      "2.1 The Supplier pays the credits that are due for the month in question under clause 7.2(a) within thirty days of the end of that month, and shows them on the next invoice that it sends.",
      "2.2 The Customer may set them off.",
    ]);
  });

  it("reads two columns one after the other, under a heading that spans both", async () => {
    const clauses = (from: number) =>
      [0, 1, 2, 3].map((n) => ({ text: `${from + n}. ${sentence("Supplier")}`, margin: [0, 0, 0, 5 + from] }));
    const file = await read({
      content: [
        { text: "General Terms and Conditions of Purchase", fontSize: 16, alignment: "center" },
        { columns: [clauses(1), clauses(5)], columnGap: 20 },
      ],
    });
    expect(texts(file)).toEqual([
      "General Terms and Conditions of Purchase",
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}. ${sentence("Supplier")}`),
    ]);
  });

  it("reads two columns line by line drawn across the page", async () => {
    const words = "the supplier keeps its records safe".split(" ");
    const rows = [...Array(12).keys()].map((n) => 700 - 12 * n);
    const line = (column: string, row: number) => `${column}${row} ${words.join(` ${column}`)} ${column}`;
    const page = drawText(
      rows.flatMap((y, row) => [[50, y, line("l", row)] as const, [310, y, line("r", row)] as const]),
    );
    const text = texts(await readPdf(writePdf([page]), options)).join(" ");
    expect(text.indexOf("l11 ")).toBeGreaterThan(0);
    expect(text.indexOf("r0 ")).toBeGreaterThan(text.indexOf("l11 "));
  });

  it("gives running lines once and joins the paragraph that runs over the page", async () => {
    const long = ["Supplier", "Customer"].map(
      (party) =>
        `The ${party} keeps records ${Array(300).fill("of each service that it renders, and").join(" ")} reports.`,
    );
    const file = await read({
      header: { text: "Master Services Agreement - Confidential", margin: [40, 20] },
      footer: (page: number, pages: number) => ({ text: `Version 3 - Page ${page} of ${pages}`, margin: [40, 10] }),
      content: long,
    });
    expect(file.pages).toBeGreaterThan(1);
    expect(texts(file)).toEqual(long);
    expect(file.blocks.filter((block) => block.origin !== "body")).toEqual([
      { kind: "paragraph", text: "Master Services Agreement - Confidential", page: 1, origin: "header" },
      { kind: "paragraph", text: `Version 3 - Page 1 of ${file.pages}`, page: 1, origin: "footer" },
    ]);
    expect(file.blocks.filter((block) => block.origin === "body").map((block) => block.page)).toEqual([1, 2]);
  });

  it("rejoins cut words and keeps true hyphens", async () => {
    const page = drawText([
      [50, 700, "The Supplier is respon-"],
      [50, 688, "sible for each sub-"],
      [50, 676, "processor, for short- and long-"],
      [50, 664, "term storage and for each day-to-"],
      [50, 652, "day task, and no long-term storage goes without records."],
    ]);
    const file = await readPdf(writePdf([page]), options);
    expect(texts(file)).toEqual([
      "The Supplier is responsible for each sub-processor, for short- and long-term storage and for each day-to-day task, and no long-term storage goes without records.",
    ]);
  });

  it("tells a page without text from one with text", async () => {
    const file = await readPdf(
      writePdf([drawText([[50, 700, "1. Duties of the Supplier under this agreement."]]), "0 0 100 100 re f"]),
      options,
    );
    expect(file.unreadPages).toEqual([2]);
    expect(file.diagnostics).toEqual([
      {
        code: "page-without-text",
        severity: "warning",
        message: "contract.pdf: page 2 has no text that can be read; if it is a scan, run text recognition over it.",
        file: "contract.pdf",
        page: 2,
      },
    ]);
  });

  it("reads what was typed into form fields", async () => {
    const file = await readPdf(
      writePdf([drawText([[50, 700, "Notice of a breach within:"]])], {
        catalog: "/AcroForm << /Fields [7 0 R] >>",
        page: "/Annots [7 0 R]",
        objects: ["<< /Type /Annot /Subtype /Widget /FT /Tx /T (hours) /V (24 hours) /Rect [200 695 300 710] >>"],
      }),
      options,
    );
    expect(texts(file)).toEqual(["Notice of a breach within: 24 hours"]);
  });
});

describe("readPdf and files that cannot be read", () => {
  const definition = { content: [sentence("Supplier")] };
  const codeOf = async (bytes: Uint8Array, password?: string) => {
    const outcome = await readPdf(bytes, password === undefined ? options : { ...options, password }).catch(
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(ContractCheckError);
    const { code, message } = outcome as ContractCheckError;
    expect(message).toMatch(/^contract\.pdf: .*\.$/);
    return code;
  };

  it("asks for the password and reads with it", async () => {
    const bytes = await makePdf({ ...definition, userPassword: "open sesame", ownerPassword: "owner" });
    expect(await codeOf(bytes)).toBe("password-protected");
    expect(await codeOf(bytes, "wrong")).toBe("password-protected");
    const file = await readPdf(bytes, { ...options, password: "open sesame" });
    expect(texts(file)).toEqual([sentence("Supplier")]);
  });

  it("refuses truncated, renamed and empty files in one line", async () => {
    const bytes = await makePdf(definition);
    expect(await codeOf(bytes.slice(0, 200))).toBe("unreadable-file");
    expect(await codeOf(new TextEncoder().encode("PK this is no PDF at all"))).toBe("unreadable-file");
    expect(await codeOf(new Uint8Array())).toBe("unreadable-file");
  });

  it("leaves the caller's bytes as they are", async () => {
    const bytes = await makePdf(definition);
    const before = bytes.slice();
    await readPdf(bytes, options);
    expect(bytes).toEqual(before);
  });
});
