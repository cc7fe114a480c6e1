import type { TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { assemblePdf, type PdfSource } from "./pdf-assemble.ts";
import { openPdf, type PdfDocument } from "./pdf-document.ts";
import { maybeTable } from "./pdf-layout.ts";
import { piecesOf } from "./pdf-pieces.ts";
import type { Rules } from "./pdf-rules.ts";

const NO_RULES: Rules = { across: [], down: [] };

/**
 * Reads a PDF into blocks in reading order: columns one after the other, paragraphs whole over pages, tables with their
 * rows, running headers and footers once. Pages that cannot be read become diagnostics. Throws ContractCheckError
 * "password-protected" or "unreadable-file".
 */
export async function readPdf(
  bytes: Uint8Array,
  options: { readonly name: string; readonly sha256: string; readonly password?: string },
): Promise<ReadFile> {
  const { name, sha256, password } = options;
  const document = await openPdf(bytes, name, password);
  try {
    const diagnostics: Diagnostic[] = [];
    const { sources, fonts } = await collect(document, name, diagnostics);
    const blocks: TextBlock[] = assemblePdf(sources, fonts);
    const unreadPages = diagnostics.flatMap((diagnostic) => diagnostic.page ?? []);
    return { name, sha256, mediaType: "application/pdf", pages: document.pages, blocks, diagnostics, unreadPages };
  } finally {
    await document.close();
  }
}

async function collect(document: PdfDocument, name: string, diagnostics: Diagnostic[]) {
  const sources: PdfSource[] = [];
  const fonts = new Map<string, string>();
  for (let number = 1; number <= document.pages; number++) {
    try {
      const source = await document.withPage(number, async (page) => {
        const pieces = piecesOf(page.raw.runs);
        const drawing = maybeTable(pieces) ? await page.drawing() : undefined;
        for (const [id, font] of drawing?.fonts ?? []) fonts.set(id, font);
        const { width, height, turned } = page.raw;
        return { width, height, turned, pieces, rules: drawing?.rules ?? NO_RULES };
      });
      sources.push(source);
      if (source.pieces.length === 0 && source.turned.join("").trim() === "") diagnostics.push(withoutText(name, number));
    } catch {
      sources.push({ width: 0, height: 0, turned: [], pieces: [], rules: NO_RULES });
      diagnostics.push(unreadable(name, number));
    }
  }
  if (document.pages > 0 && diagnostics.filter((item) => item.code === "page-unreadable").length === document.pages) {
    throw new ContractCheckError("unreadable-file", `${name}: no page of this PDF can be read; send a fresh copy.`);
  }
  await nameFonts(document, sources, fonts);
  return { sources, fonts };
}

/** Font names tell bold headings. They cost as much as a page's text, so few pages are asked: those with new fonts. */
async function nameFonts(document: PdfDocument, sources: readonly PdfSource[], fonts: Map<string, string>): Promise<void> {
  const letters = new Map<string, number>();
  const onPage = sources.map((source) => new Set(source.pieces.flatMap((piece) => piece.runs.map((run) => run.font))));
  for (const source of sources) {
    for (const run of source.pieces.flatMap((piece) => piece.runs)) letters.set(run.font, (letters.get(run.font) ?? 0) + run.text.length);
  }
  const main = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
  const unknown = new Set([...letters].filter(([font, count]) => font !== main && count > 2 && !fonts.has(font)).map(([font]) => font));
  for (let asked = 0; asked < Math.max(1, sources.length / 8) && unknown.size > 0; asked++) {
    const counts = onPage.map((used) => [...used].filter((font) => unknown.has(font)).length);
    const best = counts.indexOf(Math.max(...counts));
    if (!counts[best]) return;
    const found = await document.withPage(best + 1, async (page) => (await page.drawing()).fonts).catch(() => new Map<string, string>());
    for (const [id, font] of found) fonts.set(id, font);
    for (const font of onPage[best] ?? []) unknown.delete(font);
  }
}

function withoutText(file: string, page: number): Diagnostic {
  const message = `${file}: page ${page} has no text that can be read; if it is a scan, run text recognition over it.`;
  return { code: "page-without-text", severity: "warning", message, file, page };
}

function unreadable(file: string, page: number): Diagnostic {
  const message = `${file}: page ${page} is damaged and could not be read; send a fresh copy.`;
  return { code: "page-unreadable", severity: "error", message, file, page };
}
