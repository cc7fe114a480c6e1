// What a file is, told from its bytes.

import { listArchive } from "../ooxml/archive-directory.ts";
import { decodeText } from "./decode-text.ts";

export type FileFormat = "pdf" | "docx" | "html" | "markdown" | "text" | "zip";

/** The reason, as the end of a sentence that begins with the file's name: "is a JPEG image, not a contract: …". */
export interface Unsupported {
  readonly unsupported: string;
  readonly code: "unsupported-format" | "password-protected";
}

const PICTURE = "scan it with text recognition (OCR) into a PDF";
const AS_DOCX = "save it as .docx or PDF";

/** Magic numbers at the start of the file, in Latin-1, and what they mean. */
const SIGNATURES: readonly (readonly [string, string, string])[] = [
  ["\xff\xd8\xff", "a JPEG image", PICTURE],
  ["\x89PNG\r\n", "a PNG image", PICTURE],
  ["GIF8", "a GIF image", PICTURE],
  ["II*\0", "a TIFF image", PICTURE],
  ["MM\0*", "a TIFF image", PICTURE],
  ["BM", "a bitmap image", PICTURE],
  ["{\\rtf", "an RTF file", AS_DOCX],
  ["%!PS", "a PostScript file", "print it to PDF"],
  ["7z\xbc\xaf", "a 7-Zip archive", "unpack it and send the folder, or a .zip"],
  ["Rar!", "a RAR archive", "unpack it and send the folder, or a .zip"],
  ["\x1f\x8b", "a gzip archive", "unpack it and send the folder, or a .zip"],
  ["BZh", "a bzip2 archive", "unpack it and send the folder, or a .zip"],
  ["MZ", "a Windows program", "send the contract file"],
  ["\x7fELF", "a program", "send the contract file"],
  ["\xcf\xfa\xed\xfe", "a program", "send the contract file"],
  ["ID3", "a sound file", "send the contract file"],
  ["\xffWPC", "a WordPerfect file", AS_DOCX],
];

/** Tells the format by content; the extension only tells Markdown from text and names what was promised. Never throws. */
export function sniff(bytes: Uint8Array, name: string): FileFormat | Unsupported {
  const head = latin1(bytes.subarray(0, 2048));
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06") || head.startsWith("PK00PK"))
    return zipKind(bytes, name);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return oleKind(bytes, name);
  // Viewers accept a header anywhere in the first 1024 bytes (ISO 32000-1, Annex H, note 13).
  if (head.slice(0, 1024 + 5).includes("%PDF-")) return "pdf";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return no("a WebP image", PICTURE, name);
  if (/^....ftyp(?:hei|mif|avif)/s.test(head)) return no("an HEIC or AVIF image", PICTURE, name);
  for (const [magic, what, advice] of SIGNATURES) {
    if (head.startsWith(magic) && (magic.length > 3 || isBinary(bytes))) return no(what, advice, name);
  }
  return textKind(bytes, name);
}

function zipKind(bytes: Uint8Array, name: string): FileFormat | Unsupported {
  const names = new Set(listArchive(bytes)?.map((entry) => entry.name));
  if (names.size === 0) return no("a damaged or empty zip archive", "send the file again", name);
  if (names.has("[Content_Types].xml")) {
    const has = (folder: string): boolean => [...names].some((entry) => entry.startsWith(folder));
    if (has("xl/")) return no("an Excel workbook", "save the contract text as .docx or PDF", name);
    if (has("ppt/")) return no("a PowerPoint file", "save it as PDF", name);
    return "docx";
  }
  if (names.has("mimetype") && names.has("content.xml")) return no("an OpenDocument file", AS_DOCX, name);
  if (names.has("mimetype") && names.has("META-INF/container.xml")) return no("an EPUB book", "save it as PDF", name);
  if (names.has("Index/Document.iwa") || names.has("index.apxl")) return no("an Apple Pages file", AS_DOCX, name);
  return "zip";
}

/** OLE compound files ([MS-CFB]) name their streams in UTF-16. */
function oleKind(bytes: Uint8Array, name: string): Unsupported {
  const names = latin1(bytes.subarray(0, 4_000_000)).replaceAll("\0", "");
  if (names.includes("EncryptedPackage") || names.includes("EncryptionInfo")) {
    const unsupported = "is password-protected: remove the password in Word and send it again";
    return { unsupported, code: "password-protected" };
  }
  if (names.includes("WordDocument")) return no("a legacy Word file (.doc)", AS_DOCX, name);
  if (names.includes("Workbook"))
    return no("a legacy Excel file (.xls)", "save the contract text as .docx or PDF", name);
  if (names.includes("__substg1.0")) return no("an Outlook message (.msg)", "save its attachment and send that", name);
  return no("a legacy Office file", AS_DOCX, name);
}

function textKind(bytes: Uint8Array, name: string): FileFormat | Unsupported {
  if (isBinary(bytes))
    return no("no contract in a known format (binary data)", "send a PDF, DOCX, HTML, Markdown or text file", name);
  const { text } = decodeText(bytes.subarray(0, 65_536));
  const start = text.trimStart().slice(0, 2000);
  if (
    /^(?:From \S+@\S+ |Received: |Return-Path: |MIME-Version: |Delivered-To: |Message-ID: )/i.test(start) ||
    isMail(start)
  ) {
    return no("an e-mail", "save its attachment and send that", name);
  }
  if (/^<\?xml/.test(start) && !/<html[\s>]|<!doctype html/i.test(start)) {
    if (/<w:wordDocument|progid="Word\.Document"|pkg:package/.test(start)) return no("a Word XML file", AS_DOCX, name);
    return no("an XML file", "send the contract as PDF or DOCX", name);
  }
  if (/^[[{]/.test(start) && isJson(bytes)) return no("a JSON file", "send the contract as PDF or DOCX", name);
  if (/\.(?:md|markdown|mdx|mdown)$/i.test(name)) return "markdown";
  if (/^(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<\?xml)/i.test(start)) return "html";
  if (/\.x?html?$/i.test(name) && /<\/?[a-z][^>]*>/i.test(text)) return "html";
  return (text.match(/<\/(?:p|div|td|li|h[1-6]|span|body)>/gi)?.length ?? 0) >= 5 && /^</.test(start) ? "html" : "text";
}

function isMail(start: string): boolean {
  const headers = start.split(/\r?\n\r?\n/)[0] ?? "";
  return (
    ["from", "to", "subject", "date"].filter((field) => new RegExp(`^${field}: `, "im").test(headers)).length >= 3 &&
    /^(?:MIME-Version|Content-Type|Message-ID): /im.test(headers)
  );
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(decodeText(bytes).text);
    return true;
  } catch {
    return false;
  }
}

/** Control characters that no text holds; UTF-16 is text although it holds zero bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const { text } = decodeText(sample);
  const odd = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return odd > text.length * 0.01 || (odd > 0 && text.length < 20);
}

/** "is a JPEG image, not a PDF: …" where the extension promised something else. */
function no(what: string, advice: string, name: string): Unsupported {
  const promised = {
    pdf: "a PDF",
    docx: "a DOCX",
    html: "an HTML file",
    md: "Markdown",
    txt: "text",
    zip: "a zip archive",
  };
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const instead = Object.hasOwn(promised, extension) ? `, not ${promised[extension as keyof typeof promised]}` : "";
  return { unsupported: `is ${what}${instead}: ${advice}`, code: "unsupported-format" };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
