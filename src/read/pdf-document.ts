// The one door to pdf-parse and the pdfjs-dist it carries. In: the bytes of a PDF. Out: pages as positioned runs, font
// names, ruled lines, form fields. Never: a decision on reading order or on what a line means.
import { ContractCheckError } from "../model/diagnostic.ts";
import { pdfEngine } from "./pdf-engine.ts";
import { fontsOf, fontsWithoutMap, textsFromGlyphs } from "./pdf-glyphs.ts";
import { type Matrix, multiply, type PathOperators, type Rules, rulesOf } from "./pdf-rules.ts";
import { uprightView, type View } from "./pdf-view.ts";

/** Text that one operator of the page draws. Points, origin at the top left of the page as shown. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

interface RawPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Text that does not run from left to right (margin stamps), in drawing order. */
  readonly turned: readonly string[];
  /** True where a font had no character map, so that its text was told from glyph numbers. */
  readonly guessed: boolean;
}

interface PdfPage {
  text(): Promise<RawPage>;
  /** Ruled lines and the names of the fonts used: about as dear as the text itself, so asked for only where needed. */
  drawing(): Promise<{ readonly rules: Rules; readonly fonts: ReadonlyMap<string, string> }>;
}

export interface PdfDocument {
  readonly pages: number;
  /** Runs `use` on page `number` (from 1) and frees the page's memory afterwards; rejects where the page is damaged. */
  withPage<T>(number: number, use: (page: PdfPage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface JsItem {
  readonly str?: string;
  readonly transform: Matrix;
  readonly width: number;
  readonly fontName: string;
}
interface JsPage {
  getViewport(options: { scale: number }): View;
  getTextContent(): Promise<{ items: readonly JsItem[] }>;
  getOperatorList(options: { annotationMode: number }): Promise<PathOperators>;
  getAnnotations(): Promise<readonly JsAnnotation[]>;
  commonObjs: { has(id: string): boolean; get(id: string): { name?: string } };
  cleanup(): void;
}
interface JsAnnotation {
  readonly subtype?: string;
  readonly rect: readonly [number, number, number, number];
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly hidden?: boolean;
  readonly contentsObj?: { readonly str?: string };
}
interface JsDocument {
  readonly numPages: number;
  getPage(number: number): Promise<JsPage>;
  getFieldObjects(): Promise<object | null>;
}

/**
 * Opens a PDF. Throws ContractCheckError "password-protected" where a password is wanted or wrong, "unreadable-file"
 * where the bytes are no PDF or a damaged one. Keeps pdfjs silent.
 */
export async function openPdf(bytes: Uint8Array, name: string, password?: string): Promise<PdfDocument> {
  // Loading pdfjs takes a tenth of a second: only those who read a PDF pay.
  const { PDFParse } = await import("pdf-parse");
  const worker = await pdfEngine();
  // pdfjs takes the buffer over, so it gets a copy.
  const parser = new PDFParse({
    data: bytes.slice(),
    worker,
    verbosity: 0,
    isEvalSupported: false,
    // Pictures are never looked at: a limit of one pixel saves their decoding.
    maxImageSize: 1,
    ...(password === undefined ? {} : { password }),
  });
  try {
    // The package keeps `load` private in its types; it is the one way to the pdfjs document it already holds.
    const document = await (parser as unknown as { load(): Promise<JsDocument> }).load();
    const hasFields = await document.getFieldObjects().then(Boolean, () => false);
    return {
      pages: document.numPages,
      withPage: async (number, use) => {
        const page = await document.getPage(number);
        try {
          return await use(wrap(page, hasFields));
        } finally {
          page.cleanup();
        }
      },
      close: () => parser.destroy(),
    };
  } catch (error) {
    await parser.destroy().catch(() => undefined);
    throw explain(error, name, password !== undefined);
  }
}

function explain(error: unknown, name: string, tried: boolean): ContractCheckError {
  const kind = error instanceof Error ? error.name : "";
  if (kind === "PasswordException") {
    const what = tried
      ? "is protected by another password; supply the right one"
      : "is protected by a password; supply it";
    return new ContractCheckError("password-protected", `${name}: ${what} with --password or send an open copy.`);
  }
  const message = `${name}: is not a readable PDF (damaged, incomplete or another format); send a fresh copy.`;
  return new ContractCheckError("unreadable-file", message, { cause: error });
}

function wrap(page: JsPage, hasFields: boolean): PdfPage {
  let asked: Promise<PathOperators> | undefined;
  const operatorsOf = () => {
    asked ??= page.getOperatorList({ annotationMode: 0 });
    return asked;
  };
  let shown: View = page.getViewport({ scale: 1 });
  return {
    text: async () => {
      const { items } = await page.getTextContent();
      const isPlain = !ODD.test(items.map((item) => item.str).join(""));
      const mapless = isPlain ? NONE : fontsWithoutMap(items);
      const texts = mapless.size > 0 ? textsFromGlyphs(items, mapless, await operatorsOf()) : [];
      shown = uprightView(shown, items);
      const written = (item: JsItem, index: number) =>
        isPlain ? (item.str ?? "") : clean(texts[index] ?? item.str ?? "");
      const { runs, turned } = placeItems(items, written, shown);
      if (hasFields) runs.push(...(await fieldRuns(page, shown.transform)));
      return { width: shown.width, height: shown.height, runs, turned, guessed: mapless.size > 0 };
    },
    drawing: async () => {
      const operators = await operatorsOf();
      const fonts = new Map<string, string>();
      for (const id of fontsOf(operators))
        if (page.commonObjs.has(id)) fonts.set(id, page.commonObjs.get(id)?.name ?? "");
      return { rules: rulesOf(operators, shown.transform), fonts };
    },
  };
}

function placeItems(items: readonly JsItem[], written: (item: JsItem, index: number) => string, view: View) {
  const runs: Run[] = [];
  const turned: string[] = [];
  // Damaged files place text anywhere; what is far off the page counts as standing at its edge.
  const across = (x: number) => Math.max(-view.width, Math.min(2 * view.width, x));
  const along = (y: number) => Math.max(-view.height, Math.min(2 * view.height, y));
  items.forEach((item, index) => {
    const text = written(item, index);
    if (text === "") return;
    const [a, b, c, d, x, y] = multiply(view.transform, item.transform);
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    const isSound = [x, y, size, item.width].every(Number.isFinite) && size > 0;
    if (!isSound || Math.abs(b) > 0.1 * Math.hypot(a, b) || a < 0) turned.push(text);
    else runs.push({ text, x: across(x), right: across(x + item.width), y: along(y), size, font: item.fontName });
  });
  return { runs, turned };
}

const NONE: ReadonlySet<string> = new Set();
/** What `clean` takes away or changes. Most pages have none of it: one look at the page spares one at each of its words. */
const ODD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u02bc]/;

/**
 * Control characters come from damaged font maps: no reader sees them and no XML may hold them. Some fonts name their
 * apostrophe as the letter U+02BC, which would make one word of "Customer's".
 */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replaceAll("\u02bc", "\u2019");
}

/** What somebody typed into the form: part of the agreement, though the page's own text lacks it. */
async function fieldRuns(page: JsPage, view: Matrix): Promise<Run[]> {
  const runs: Run[] = [];
  for (const note of await page.getAnnotations()) {
    const value = note.fieldType === "Tx" || note.fieldType === "Ch" ? note.fieldValue : undefined;
    const text = Array.isArray(value) ? value.join(", ") : value;
    if (note.hidden || typeof text !== "string" || text.trim() === "") continue;
    const [, , , , left, bottom] = multiply(view, [1, 0, 0, 1, note.rect[0], note.rect[1]]);
    const [, , , , right, top] = multiply(view, [1, 0, 0, 1, note.rect[2], note.rect[3]]);
    const size = Math.min(10, Math.abs(bottom - top) || 10);
    text.split(/\r\n?|\n/).forEach((line, index) => {
      const y = text.includes("\n")
        ? Math.min(top, bottom) + size * (1.2 * index + 1)
        : Math.max(top, bottom) - size * 0.25;
      if (line.trim() !== "") runs.push({ text: line, x: left, right, y, size, font: "form-field" });
    });
  }
  return runs;
}
