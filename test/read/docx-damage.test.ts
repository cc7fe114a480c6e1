import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ContractCheckError } from "../../src/model/diagnostic.ts";
import { readDocx } from "../../src/read/docx.ts";
import { makeDocx, p } from "./docx-fixture.ts";

async function failure(bytes: Uint8Array): Promise<ContractCheckError> {
  const error = await readDocx(bytes, { name: "bad.docx", sha256: "00" }).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof ContractCheckError)) throw new Error(`expected a ContractCheckError, got ${String(error)}`);
  expect(error.message).toMatch(/^bad\.docx: .+\.$/);
  expect(error.message).not.toContain("\n");
  return error;
}

/** Sets the declared size of the entry in the central directory. */
function declareSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + 24, size, true);
  }
  return copy;
}

describe("files that cannot be read", () => {
  const good = makeDocx({ body: p("text") });

  it.each([
    ["not a zip", strToU8("plain text")],
    ["cut off", good.subarray(0, good.length - 40)],
    ["cut in the middle", good.subarray(0, 200)],
    ["a zip without a Word document", zipSync({ "a.xml": strToU8("<a/>") })],
    ["a damaged document part", makeDocx({ body: "<w:p>" })],
    [
      "a document type declaration",
      makeDocx({ body: "", extra: { "word/document.xml": strToU8("<!DOCTYPE x []><x/>") } }),
    ],
    ["an old Word file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...strToU8("WordDocument")])],
  ])("%s", async (_, bytes) => {
    expect((await failure(bytes)).code).toBe("unreadable-file");
  });

  it("damaged deflate data", async () => {
    const copy = makeDocx({ body: p("text ".repeat(500)) }).slice();
    const start = copy.findIndex(
      (_, at) => new TextDecoder().decode(copy.subarray(at, at + 17)) === "word/document.xml",
    );
    copy.fill(0xff, start + 17, start + 60);
    expect((await failure(copy)).code).toBe("unreadable-file");
  });

  it("nothing at all", async () => {
    expect((await failure(new Uint8Array())).code).toBe("empty-file");
  });

  it("an encrypted package", async () => {
    const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
    const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...name]);
    expect((await failure(bytes)).code).toBe("password-protected");
  });

  it("a zip with encrypted entries", async () => {
    const copy = good.slice();
    const view = new DataView(copy.buffer);
    for (let at = 0; at < copy.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect((await failure(copy)).code).toBe("password-protected");
  });
});

describe("zip bombs", () => {
  const bomb = makeDocx({ body: "", extra: { "word/document.xml": new Uint8Array(60 * 1024 * 1024) } });

  it("are refused by the size they declare, before inflating", async () => {
    // Inflating would find these few bytes damaged, not large.
    const declared = declareSize(makeDocx({ body: p("text") }), "word/document.xml", 60 * 1024 * 1024);
    expect((await failure(declared)).message).toContain("refused");
  });

  it("are refused while inflating when they lie about their size", async () => {
    expect((await failure(declareSize(bomb, "word/document.xml", 1000))).message).toContain("refused");
  });

  it("are refused by the sum of their parts", async () => {
    const extra = Object.fromEntries([1, 2, 3, 4, 5].map((id) => [`word/x${id}.xml`, new Uint8Array(1000)]));
    let zip = makeDocx({ body: p("text"), extra });
    for (const name of Object.keys(extra)) zip = declareSize(zip, name, 45 * 1024 * 1024);
    expect((await failure(zip)).message).toContain("refused");
  });
});

describe("crafted files", () => {
  const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

  it("end in one clear error however deep they nest", async () => {
    const body = nested(60_000, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>");
    expect((await failure(makeDocx({ body }))).code).toBe("unreadable-file");
  });

  it("are read in bounded time with absurd list levels and counters", async () => {
    const lvl = (at: number, start: number): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>`;
    const list = `<w:abstractNum w:abstractNumId="0">${lvl(0, 2e15)}${lvl(4e9, 1)}</w:abstractNum>`;
    const numbering = `${list}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const item = (at: number): string => p("text", `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
    const bytes = makeDocx({ body: item(0) + item(4e9), numbering });
    const file = await readDocx(bytes, { name: "odd.docx", sha256: "00" });
    expect(file.blocks.map(({ label }) => label)).toEqual(["2000000000000000.", undefined]);
  });

  it("are read in bounded time with styles based on each other", async () => {
    const style = (id: string, base: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/></w:style>`;
    const bytes = makeDocx({ body: p("text", '<w:pStyle w:val="A"/>'), styles: style("A", "B") + style("B", "A") });
    const file = await readDocx(bytes, { name: "odd.docx", sha256: "00" });
    expect(file.blocks).toEqual([{ kind: "paragraph", text: "text", origin: "body" }]);
  });
});
