import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ContractCheckError } from "../../src/model/diagnostic.ts";
import { readArchive } from "../../src/read/archive.ts";
import { type CollectedInput, collectInputs } from "../../src/read/collect-inputs.ts";
import { readInput } from "../../src/read/read-input.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "clausecheck-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
}

const collect = (names: readonly string[], bundle = false): Promise<CollectedInput[]> =>
  collectInputs(
    names.map((name) => join(root, name)),
    { bundle },
  );
const outline = (inputs: readonly CollectedInput[]) =>
  inputs.map((input) => [input.name, input.files.map((file) => file.name)]);
const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]),
    ) as Zippable,
  );
const TEXT = "The Supplier shall pay.";

/** Changes the two bytes of general purpose flags in every header (APPNOTE.TXT 4.4.4). */
function encrypted(archive: Uint8Array): Uint8Array {
  const copy = Buffer.from(archive);
  for (let at = 0; at + 10 < copy.length; at += 1) {
    if (copy.readUInt32LE(at) === 0x04034b50) copy[at + 6] = 1;
    if (copy.readUInt32LE(at) === 0x02014b50) copy[at + 8] = 1;
  }
  return copy;
}

describe("collectInputs", () => {
  it("makes a contract of each file, folder and zip, named without extension", async () => {
    await put({
      "msa.v2.txt": TEXT,
      "deal/dpa.md": TEXT,
      "deal/annex/b.txt": TEXT,
      "deal/annex/a.txt": TEXT,
      "pack.zip": zip({ "x/2.txt": TEXT, "1.txt": TEXT }),
    });
    expect(outline(await collect(["msa.v2.txt", "deal/", "pack.zip"]))).toEqual([
      ["msa.v2", ["msa.v2.txt"]],
      ["deal", ["annex/a.txt", "annex/b.txt", "dpa.md"]],
      ["pack", ["1.txt", "x/2.txt"]],
    ]);
  });

  it("makes one contract of everything with bundle, named after the first folder or else the first file", async () => {
    await put({ "msa.txt": TEXT, "deal/msa.txt": TEXT, "other/msa.txt": TEXT });
    expect(outline(await collect(["msa.txt", "deal", "other"], true))).toEqual([
      ["deal", ["msa.txt", "deal/msa.txt", "other/msa.txt"]],
    ]);
    expect(outline(await collect(["deal/msa.txt", "other/msa.txt"], true))).toEqual([
      ["msa", ["msa.txt", "msa-2.txt"]],
    ]);
    expect(outline(await collect(["deal"], true))).toEqual([["deal", ["msa.txt"]]]);
  });

  it("numbers names that clash, whatever their case", async () => {
    await put({ "a/msa.txt": TEXT, "b/MSA.md": TEXT, "c/msa.txt": TEXT });
    expect((await collect(["a/msa.txt", "b/MSA.md", "c/msa.txt"])).map((input) => input.name)).toEqual([
      "msa",
      "MSA-2",
      "msa-3",
    ]);
  });

  it("skips hidden and system files, and links to folders with a word", async () => {
    await put({
      "deal/.git/x": TEXT,
      "deal/.DS_Store": TEXT,
      "deal/Thumbs.db": TEXT,
      "deal/~$msa.docx": TEXT,
      "deal/README.md": TEXT,
    });
    await symlink(join(root, "deal"), join(root, "deal", "again"));
    const [input] = await collect(["deal"]);
    expect(input?.files.map((file) => file.name)).toEqual(["README.md"]);
    expect(input?.problems.map((problem) => problem.message)).toEqual([
      "deal: again is a link that is not followed; copy its files into the folder.",
    ]);
  });

  it("reports a missing path and an empty folder, and goes on", async () => {
    await put({ "msa.txt": TEXT, "empty/.keep": "" });
    const inputs = await collect(["nowhere.pdf", "empty", "msa.txt"]);
    expect(inputs.map((input) => input.problems.map((problem) => problem.code))).toEqual([
      ["missing-path"],
      ["no-files"],
      [],
    ]);
    expect(await collectInputs([], { bundle: true })).toEqual([]);
  });

  it("flattens an archive inside an archive by one level, and keeps a DOCX whole", async () => {
    const docx = zip({ "[Content_Types].xml": "x", "word/document.xml": "x" });
    const deepest = zip({ "c.txt": TEXT });
    await put({ "pack.zip": zip({ "a.docx": docx, "in.zip": zip({ "b.txt": TEXT, "deep.zip": deepest }) }) });
    const [input] = await collect(["pack.zip"]);
    expect(input?.files.map((file) => file.name)).toEqual(["a.docx", "in.zip/b.txt"]);
    expect(input?.problems.map((problem) => problem.message)).toEqual([
      "pack.zip: in.zip: deep.zip is an archive inside archives; unpack it first.",
    ]);
    expect(await input?.files[0]?.load()).toEqual(docx);
  });
});

describe("readArchive", () => {
  it("refuses names that lead out, and reads the rest", () => {
    const { files, problems } = readArchive(
      zip({ "../evil.txt": TEXT, "/etc/x.txt": TEXT, "c:/x.txt": TEXT, "a\\..\\..\\b.txt": TEXT, "ok.txt": TEXT }),
    );
    expect(files.map((file) => file.name)).toEqual(["ok.txt"]);
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain("evil");
  });

  it("reports entries with a password", () => {
    expect(readArchive(encrypted(zip({ "a.txt": TEXT })))).toMatchObject({
      files: [],
      problems: ["a.txt has a password; unpack it and send it without"],
    });
  });

  it("refuses bombs before unpacking: one part, all parts, too many parts", () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    expect(readArchive(zip({ "bomb.txt": zeros })).problems).toEqual([
      "bomb.txt would unpack to 200 times its size or more; it was not read",
    ]);
    const many = zip(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.txt`, ""])));
    expect(readArchive(many)).toEqual({ files: [], problems: ["holds more than 2000 files; send fewer"] });
    const large = Buffer.from(zip({ "a.txt": TEXT }));
    large.writeUInt32LE(600 * 1024 * 1024, large.indexOf("PK\x01\x02", 0, "latin1") + 24);
    expect(readArchive(large).problems).toEqual(["unpacks to more than 500 MB; send the contract files only"]);
  });

  it("stops at the stated size and notices damage", () => {
    const lying = Buffer.from(zip({ "a.txt": TEXT.repeat(50) }));
    lying.writeUInt32LE(10, lying.indexOf("PK\x01\x02", 0, "latin1") + 24);
    expect(() => readArchive(lying).files[0]?.load()).toThrow("is damaged inside its zip archive");
    const whole = zip({ "a.txt": TEXT });
    expect(readArchive(whole.subarray(0, whole.length - 30))).toEqual({
      files: [],
      problems: ["is a damaged zip archive; send it again"],
    });
  });
});

describe("readInput", () => {
  it("reads what it can and says what it left out", async () => {
    await put({
      "deal/a.txt": TEXT,
      "deal/b.jpg": "\u0000",
      "deal/c.txt": "",
      "deal/d.pdf": "%PDF-1.7\n",
      "deal/p.zip": encrypted(zip({ "x.txt": TEXT })),
    });
    const [input] = await collect(["deal"]);
    const { files, diagnostics } = await readInput(input ?? { name: "", files: [], problems: [] });
    expect(files.map((file) => file.name)).toEqual(["a.txt"]);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ["part-unreadable", undefined],
      ["file-skipped", "b.jpg"],
      ["file-skipped", "c.txt"],
      ["part-unreadable", "d.pdf"],
    ]);
    expect(diagnostics.map((diagnostic) => diagnostic.message).join()).not.toContain(root);
  });

  it("throws where nothing can be read, and for a path that is not there", async () => {
    await put({ "deal/a.txt": "", "msa.txt": TEXT });
    const codes = [];
    for (const input of [...(await collect(["deal"])), ...(await collect(["nowhere", "msa.txt"], true))]) {
      const error = await readInput(input).catch((caught: unknown) => caught);
      codes.push(error instanceof ContractCheckError ? error.code : error);
    }
    expect(codes).toEqual(["empty-file", "missing-path"]);
  });
});
