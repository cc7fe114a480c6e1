import { createRequire } from "node:module";
import type { TextBlock } from "../../src/model/block.ts";
import type { ReadFile } from "../../src/model/contract.ts";
import { readPdf } from "../../src/read/pdf.ts";

interface PdfMake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allow: () => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

// pdfmake ships no types.
const pdfmake = createRequire(import.meta.url)("pdfmake") as PdfMake;
pdfmake.setFonts({
  Helvetica: {
    normal: "Helvetica",
    bold: "Helvetica-Bold",
    italics: "Helvetica-Oblique",
    bolditalics: "Helvetica-BoldOblique",
  },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith("Helvetica"));

/** A PDF made by pdfmake from its document definition, in 10 point Helvetica. */
export async function makePdf(definition: object): Promise<Uint8Array> {
  const { content, ...rest } = definition as { content: unknown };
  // pdfmake writes into what it is given.
  const made = await pdfmake
    .createPdf({ defaultStyle: { font: "Helvetica", fontSize: 10 }, ...rest, content: structuredClone(content) })
    .getBuffer();
  return new Uint8Array(made);
}

/** Reads a PDF that pdfmake makes from a definition. */
export async function read(definition: object): Promise<ReadFile> {
  return readPdf(await makePdf(definition), { name: "contract.pdf", sha256: "0".repeat(64) });
}

/**
 * A PDF written by hand, so that content and order of drawing are exact: per page a content stream in PDF operators, with
 * Helvetica as /F1 and Helvetica-Bold as /F2 on a page of 595 by 842 points. `more` adds entries to the catalog and the
 * pages, and objects with the numbers from 5 + 2 * pages on.
 */
export function writePdf(
  pages: readonly string[],
  more: { catalog?: string; page?: string; objects?: readonly string[] } = {},
): Uint8Array {
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`).join(" ");
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ""} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + 2 * index} 0 R ${more.page ?? ""} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    ...(more.objects ?? []),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** The operators that draw lines of text, each at its place: x, baseline from the bottom, text, font. */
export function drawText(lines: readonly (readonly [number, number, string, ("F1" | "F2")?])[]): string {
  return lines
    .map(([x, y, text, font = "F1"]) => `BT /${font} 10 Tf ${x} ${y} Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`)
    .join("\n");
}

/** Texts of the blocks of one origin. */
export function texts(file: ReadFile, origin: TextBlock["origin"] = "body"): string[] {
  return file.blocks.filter((block) => block.origin === origin).map((block) => block.text);
}
