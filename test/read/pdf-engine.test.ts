import { readFileSync } from "node:fs";
import { PDFParse } from "pdf-parse";
import { expect, it } from "vitest";
import { readPdf } from "../../src/read/pdf.ts";
import { pdfEngine } from "../../src/read/pdf-engine.ts";

const SAMPLE = new URL("../../samples/managed-hosting/contract/01-managed-hosting-agreement.pdf", import.meta.url);
const sample = () => new Uint8Array(readFileSync(SAMPLE));

interface Document {
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ items: object[] }>;
    getOperatorList(): Promise<{ fnArray: number[]; argsArray: unknown[] }>;
  }>;
}

/** Text and drawing of two pages of the sample, the second with a table; without the ids of fonts, which name the document. */
async function pagesOf(worker?: Awaited<ReturnType<typeof pdfEngine>>): Promise<string> {
  const parser = new PDFParse({ data: sample(), verbosity: 0, ...(worker ? { worker } : {}) });
  const document = await (parser as unknown as { load(): Promise<Document> }).load();
  const pages = [];
  for (const number of [3, 14]) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({ items, fnArray, argsArray });
  }
  await parser.destroy();
  return JSON.stringify(pages).replace(/g_d\d+_f/g, "f");
}

it("hands on what pdfjs hands on with its own engine, which copies all of it", async () => {
  expect(await pagesOf(await pdfEngine())).toBe(await pagesOf());
});

it("reads two documents at once as it reads them one after the other", async () => {
  const read = () => readPdf(sample(), { name: "contract.pdf", sha256: "0".repeat(64) });
  const alone = await read();
  expect(await Promise.all([read(), read()])).toEqual([alone, alone]);
});
