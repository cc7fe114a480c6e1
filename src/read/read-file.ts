// Bytes of one contract file -> its blocks.
import { createHash } from "node:crypto";
import type { ReadFile } from "../model/contract.ts";
import { ContractCheckError, type Diagnostic } from "../model/diagnostic.ts";
import { decodeHtml, decodeText } from "./decode-text.ts";
import { type FileFormat, sniff } from "./sniff.ts";

/**
 * Reads a file by what it is, not by its extension. Throws ContractCheckError of one line: "empty-file", "unsupported-format",
 * "password-protected" or "unreadable-file". A file without words is returned with a diagnostic that says so.
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: { readonly password?: string } = {},
): Promise<ReadFile> {
  if (bytes.length === 0) {
    throw new ContractCheckError("empty-file", `${name}: is empty (0 bytes); send the contract file again.`);
  }
  const format = sniff(bytes, name);
  if (typeof format === "object") throw new ContractCheckError(format.code, `${name}: ${format.unsupported}.`);
  try {
    return withWordsChecked(await readAs(format, bytes, name, options));
  } catch (error) {
    if (error instanceof ContractCheckError) throw error;
    const message = `${name}: could not be read as ${NAMES[format]}; open it, save it again and send the new file.`;
    throw new ContractCheckError("unreadable-file", message, { cause: error });
  }
}

const NAMES: Readonly<Record<FileFormat, string>> = {
  pdf: "a PDF",
  docx: "a DOCX",
  html: "an HTML page",
  markdown: "Markdown",
  text: "text",
  zip: "a zip archive",
};

/** Readers load only when a file needs them: a text file must not wait for the PDF engine. */
async function readAs(
  format: FileFormat,
  bytes: Uint8Array,
  name: string,
  options: { readonly password?: string },
): Promise<ReadFile> {
  const file = { name, sha256: createHash("sha256").update(bytes).digest("hex") };
  switch (format) {
    case "pdf":
      return (await import("./pdf.ts")).readPdf(bytes, { ...file, ...options });
    case "docx":
      return (await import("./docx.ts")).readDocx(bytes, file);
    case "html": {
      const decoded = decodeHtml(bytes);
      return withEncoding((await import("./html.ts")).readHtml(decoded.text, file), decoded);
    }
    case "markdown": {
      const decoded = decodeText(bytes);
      return withEncoding((await import("./markdown.ts")).readMarkdown(decoded.text, file), decoded);
    }
    case "text": {
      const decoded = decodeText(bytes);
      return withEncoding((await import("./plain-text.ts")).readPlainText(decoded.text, file), decoded);
    }
    case "zip":
      throw new ContractCheckError(
        "unsupported-format",
        `${name}: is a zip archive; give its path, or unpack it first.`,
      );
    default:
      return format satisfies never;
  }
}

function withEncoding(file: ReadFile, decoded: { readonly encoding: string; readonly guessed: boolean }): ReadFile {
  if (!decoded.guessed) return file;
  const message = `${file.name}: does not state its encoding and was read as ${decoded.encoding}; check accents and quotation marks.`;
  return withDiagnostic(file, { code: "encoding-guessed", severity: "info", message, file: file.name });
}

function withWordsChecked(file: ReadFile): ReadFile {
  const cells = file.blocks.flatMap((block) => block.rows ?? []).flatMap((row) => row.cells);
  if ([...file.blocks, ...cells].some((part) => /\p{L}/u.test(part.text))) return file;
  const message = `${file.name}: holds no words that can be read; check that it is the contract, and not a scan without text.`;
  return withDiagnostic(file, { code: "part-unreadable", severity: "error", message, file: file.name });
}

function withDiagnostic(file: ReadFile, diagnostic: Diagnostic): ReadFile {
  return { ...file, diagnostics: [...file.diagnostics, diagnostic] };
}
