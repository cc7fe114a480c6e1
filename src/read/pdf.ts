import type { TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { assemblePdf, type PdfSource } from "./pdf-assemble.ts";
import { openPdf, type PdfDocument, type Run } from "./pdf-document.ts";
import { maybeTable } from "./pdf-layout.ts";
import { compact, piecesOf } from "./pdf-pieces.ts";
import type { Rules } from "./pdf-rules.ts";

const UNREAD: ReadonlySet<string> = new Set<Diagnostic["code"]>(["page-without-text", "page-unreadable"]);
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
    const unreadPages = diagnostics.flatMap(({ code, page }) => (page !== undefined && UNREAD.has(code) ? [page] : []));
    return { name, sha256, mediaType: "application/pdf", pages: document.pages, blocks, diagnostics, unreadPages };
  } finally {
    await document.close();
  }
}

async function collect(document: PdfDocument, name: string, diagnostics: Diagnostic[]) {
  const sources: PdfSource[] = [];
  const fonts = new Map<string, string>();
  const guesses: number[] = [];
  for (let number = 1; number <= document.pages; number++) {
    try {
      const source = await document.withPage(number, async (page) => {
        const { width, height, runs, turned, guessed } = await page.text();
        const pieces = piecesOf(runs);
        const drawing = maybeTable(pieces) ? await page.drawing() : undefined;
        for (const [id, font] of drawing?.fonts ?? []) fonts.set(id, font);
        if (!isLegible(runs)) throw new Error("no characters");
        if (guessed) guesses.push(number);
        if (!drawing) return { width, height, turned, pieces: pieces.map(compact), rules: NO_RULES };
        return { width, height, turned, pieces, rules: drawing.rules };
      });
      sources.push(source);
      if (source.pieces.length === 0 && source.turned.join("").trim() === "")
        diagnostics.push(withoutText(name, number));
    } catch {
      sources.push({ width: 0, height: 0, turned: [], pieces: [], rules: NO_RULES });
      diagnostics.push(unreadable(name, number));
    }
  }
  const [firstGuess] = guesses;
  if (firstGuess !== undefined) diagnostics.push(guessed(name, firstGuess, guesses.length));
  if (document.pages > 0 && diagnostics.filter((item) => item.code === "page-unreadable").length === document.pages) {
    throw new ContractCheckError("unreadable-file", `${name}: no page of this PDF can be read; send a fresh copy.`);
  }
  await nameFonts(document, sources, fonts);
  return { sources, fonts };
}

/** Font names tell bold headings. They cost as much as a page's text, so few pages are asked: those with new fonts. */
async function nameFonts(
  document: PdfDocument,
  sources: readonly PdfSource[],
  fonts: Map<string, string>,
): Promise<void> {
  const letters = new Map<string, number>();
  for (const run of sources.flatMap((source) => source.pieces.flatMap((piece) => piece.runs))) {
    letters.set(run.font, (letters.get(run.font) ?? 0) + run.text.length);
  }
  const main = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
  const unknown = new Set([...letters.keys()].filter((font) => font !== main && !fonts.has(font)));
  if (unknown.size === 0) return;
  // Only a font that fills whole lines can make a heading.
  const onPage = sources.map(
    (source) => new Set(source.pieces.filter((piece) => isOneFont(piece.runs)).map((piece) => piece.runs[0]?.font)),
  );
  for (let asked = 0; asked < Math.max(1, Math.floor(sources.length / 12)); asked++) {
    const news = onPage.map((used) => [...used].filter((font) => font !== undefined && unknown.has(font)).length);
    const most = Math.max(...news);
    if (most <= 0) return;
    const length = (page: number) => sources[page]?.pieces.length ?? 0;
    const best = news.reduce(
      (least, count, page) => (count === most && (least < 0 || length(page) < length(least)) ? page : least),
      -1,
    );
    const found = await document
      .withPage(best + 1, async (page) => (await page.drawing()).fonts)
      .catch(() => new Map<string, string>());
    for (const [id, font] of found) fonts.set(id, font);
    for (const font of onPage[best] ?? []) unknown.delete(font ?? "");
  }
}

/** Fonts without a character map give signs of no script; a page of them is a picture to a reader of text. */
function isLegible(runs: readonly Run[]): boolean {
  const text = runs.map((run) => run.text).join("");
  const signs = text.match(/[\uE000-\uF8FF\uFFFD\u0080-\u009f]/g)?.length ?? 0;
  return signs < 20 || signs < 0.3 * text.length;
}

function isOneFont(runs: readonly Run[]): boolean {
  return runs.every((run) => run.font === runs[0]?.font);
}

function withoutText(file: string, page: number): Diagnostic {
  const message = `${file}: page ${page} has no text that can be read; if it is a scan, run text recognition over it.`;
  return { code: "page-without-text", severity: "warning", message, file, page };
}

function unreadable(file: string, page: number): Diagnostic {
  const message = `${file}: page ${page} could not be read (damaged, or fonts without characters); send a fresh copy or run text recognition over it.`;
  return { code: "page-unreadable", severity: "error", message, file, page };
}

function guessed(file: string, page: number, count: number): Diagnostic {
  const message = `${file}: ${count} page(s) from page ${page} on have a font without character map; letters were told by the usual glyph order, so compare quotes with the page.`;
  return { code: "encoding-guessed", severity: "warning", message, file, page };
}
