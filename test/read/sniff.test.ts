import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ContractCheckError } from "../../src/model/diagnostic.ts";
import { readFile } from "../../src/read/read-file.ts";
import { sniff } from "../../src/read/sniff.ts";

const bytes = (latin1: string): Uint8Array => new Uint8Array(Buffer.from(latin1, "latin1"));
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
const utf16 = (text: string): string => Buffer.from(text, "utf16le").toString("latin1");
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

describe("sniff: what the bytes are, whatever the name says", () => {
  it.each([
    ["%PDF-1.7\n", "scan.txt", "pdf"],
    [`${"junk\r\n".repeat(40)}%PDF-1.4\n`, "a.pdf", "pdf"],
    ["<!DOCTYPE html><p>Hi", "a.txt", "html"],
    ["<!-- saved -->\n<HTML><body>Hi", "a", "html"],
    ["<?xml version='1.0'?><!DOCTYPE html><html>", "a.xhtml", "html"],
    ["<p>The Supplier</p>", "a.htm", "html"],
    ["# Terms", "a.md", "markdown"],
    ["# Terms", "A.MARKDOWN", "markdown"],
    ["<h1>Terms</h1>", "a.md", "markdown"],
    ["From the Effective Date the Supplier shall pay.", "a.txt", "text"],
    ["BMW Ltd and MZ Ltd agree", "a.txt", "text"],
    ["[Draft] {x} agree", "a.txt", "text"],
    [`\xff\xfe${utf16("The Supplier shall pay the fees.")}`, "a.txt", "text"],
    ["caf\xe9 and na\xefve in an old code page", "a.txt", "text"],
  ])("%j named %s is %s", (content, name, format) => expect(sniff(bytes(content), name)).toBe(format));

  it.each([
    [["[Content_Types].xml", "word/document.xml"], "a.zip", "docx"],
    [["[Content_Types].xml", "word/document2.xml"], "a.docx", "docx"],
    [["msa.pdf", "dpa/terms.docx"], "a.docx", "zip"],
  ])("a zip of %j is %s", (names, name, format) => expect(sniff(zip(...names), name)).toBe(format));
});

it("tells a zip from the PDF that lies in it unpacked", () => {
  expect(sniff(zipSync({ "a.pdf": strToU8("%PDF-1.7\n") }, { level: 0 }), "a.pdf")).toBe("zip");
});

describe("sniff: what it cannot read, and what to do instead", () => {
  it.each([
    ["\xff\xd8\xff\xe0\0\x10JFIF", "scan.pdf", /^is a JPEG image, not a PDF: .*OCR/],
    ["\x89PNG\r\n\x1a\n", "scan.docx", /^is a PNG image, not a DOCX/],
    ["RIFF\x24\0\0\0WEBPVP8 ", "a.webp", /^is a WebP image: /],
    ["\0\0\0\x18ftypheic", "a.heic", /^is an HEIC or AVIF image/],
    [`${OLE}${utf16("WordDocument")}`, "old.doc", /^is a legacy Word file \(\.doc\): save it as \.docx or PDF$/],
    [`${OLE}${utf16("Workbook")}`, "old.xls", /^is a legacy Excel file/],
    ["{\\rtf1\\ansi The Supplier}", "a.docx", /^is an RTF file, not a DOCX: save it as/],
    ["MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHi", "a.eml", /^is an e-mail/],
    ["Subject: x\nFrom: a@b.example\nTo: c@d.example\nContent-Type: text/plain\n\nHi", "a.txt", /^is an e-mail/],
    ["MZ\x90\0\x03\0\0\0\x04\0\0\0", "a.pdf", /^is a Windows program/],
    ["\x7fELF\x02\x01\x01\0\0\0\0\0", "a", /^is a program/],
    ['{"clauses": []}', "expected.json", /^is a JSON file/],
    ["<?xml version='1.0'?><invoice/>", "a.xml", /^is an XML file/],
    ["PK\x03\x04truncated", "a.docx", /^is a damaged or empty zip archive, not a DOCX/],
    [
      Array.from({ length: 400 }, (_, index) => String.fromCharCode((index * 7) % 256)).join(""),
      "a.txt",
      /^is no contract in a known format/,
    ],
  ])("%j named %s", (content, name, reason) =>
    expect(sniff(bytes(content), name)).toMatchObject({ unsupported: expect.stringMatching(reason) }),
  );

  it.each([
    [["[Content_Types].xml", "xl/workbook.xml"], /an Excel workbook/],
    [["[Content_Types].xml", "ppt/presentation.xml"], /a PowerPoint file/],
    [["mimetype", "content.xml"], /an OpenDocument file.*\.docx or PDF/],
    [["mimetype", "META-INF/container.xml"], /an EPUB book/],
  ])("a zip of %j", (names, reason) =>
    expect(sniff(zip(...names), "a")).toMatchObject({ unsupported: expect.stringMatching(reason) }),
  );

  it("tells an encrypted Word file from a legacy one", () => {
    expect(sniff(bytes(`${OLE}${utf16("EncryptedPackage")}`), "a.docx")).toMatchObject({ code: "password-protected" });
  });
});

describe("readFile", () => {
  const failure = async (content: Uint8Array, name: string): Promise<ContractCheckError> => {
    const error = await readFile(content, name).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ContractCheckError);
    return error as ContractCheckError;
  };

  it("names file, trouble and remedy in one line", async () => {
    const empty = await failure(new Uint8Array(), "x.pdf");
    expect([empty.code, empty.message]).toEqual([
      "empty-file",
      "x.pdf: is empty (0 bytes); send the contract file again.",
    ]);
    const picture = await failure(bytes("\xff\xd8\xff\xe0\0\x10JFIF"), "scan.pdf");
    expect(picture.code).toBe("unsupported-format");
    expect(picture.message).toMatch(/^scan\.pdf: is a JPEG image, not a PDF: [^\n]*\.$/);
    expect((await failure(bytes(`${OLE}${utf16("EncryptedPackage")}`), "a.docx")).code).toBe("password-protected");
    expect((await failure(bytes("%PDF-1.7\nnothing more"), "cut.pdf")).code).toBe("unreadable-file");
    expect((await failure(zip("[Content_Types].xml", "word/document.xml"), "cut.docx")).message).not.toContain("\n");
    expect((await failure(zip("a.pdf"), "b.zip")).code).toBe("unsupported-format");
  });

  it("hashes the bytes and reads each text format, silently", async () => {
    const read = await readFile(bytes("The Supplier shall pay."), "a.txt");
    expect(read.sha256).toBe("74d663fcb111be77a1e184a02a5982720a51dbb85660ec4223eac5d066bf17b5");
    expect(read).toMatchObject({
      name: "a.txt",
      mediaType: "text/plain",
      diagnostics: [],
      blocks: [{ text: "The Supplier shall pay." }],
    });
    expect(await readFile(bytes("# Terms"), "a.md")).toMatchObject({
      mediaType: "text/markdown",
      blocks: [{ text: "Terms" }],
    });
    expect(await readFile(bytes("<html><p>Terms"), "a")).toMatchObject({
      mediaType: "text/html",
      blocks: [{ text: "Terms" }],
    });
  });

  it.each([
    ["\xef\xbb\xbfcaf\xc3\xa9", "a.txt", "café", []],
    [`\xff\xfe${utf16("café")}`, "a.txt", "café", []],
    ["\xfe\xff\0c\0a\0f\0\xe9", "a.txt", "café", []],
    ["\x93caf\xe9\x94", "a.txt", "“café”", ["encoding-guessed"]],
    [utf16("The café shall pay the fees."), "a.txt", "The café shall pay the fees.", ["encoding-guessed"]],
    ["<html><meta charset=iso-8859-2><p>\xb1\xe6", "a.html", "ąć", []],
  ])("decodes %j", async (content, name, text, codes) => {
    const read = await readFile(bytes(content), name);
    expect(read.blocks.map((block) => block.text)).toEqual([text]);
    expect(read.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(codes);
  });

  it("keeps a file without words and says so", async () => {
    const read = await readFile(bytes("12\n\n34\n"), "a.txt");
    expect(read.diagnostics).toMatchObject([{ code: "part-unreadable", severity: "error", file: "a.txt" }]);
  });
});
