import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { PDFParse } from "pdf-parse";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { parseSource } from "../../scripts/make-samples/source.ts";
import { makeSample } from "../../scripts/make-samples.ts";
import { VERDICTS } from "../../src/model/review.ts";

const SOURCES = globSync("samples/*/source/*.md").sort();
/** Policies are no contract: their expectations have a form of their own. */
const SAMPLES = globSync("samples/*/expected.yaml")
  .sort()
  .map((path) => basename(dirname(path)))
  .filter((sample) => sample !== "company-policy");

interface Expectation {
  readonly verdict: string;
  readonly tolerated?: readonly string[];
  readonly quotes: readonly string[];
}

type Expectations = Record<"requirements" | "later", Record<string, Expectation>>;

function readExpected(sample: string): Expectations {
  return parseYaml(readFileSync(join("samples", sample, "expected.yaml"), "utf8")) as Expectations;
}

/** One spelling for text that reaches us by different readers: single spaces, no mark for bold, no running lines. */
function plain(text: string): string {
  return text
    .replaceAll("**", "")
    .replaceAll(/-- \d+ of \d+ --/g, " ")
    .replaceAll(/\s+/g, "");
}

async function textOf(path: string, bytes: Uint8Array): Promise<string> {
  if (path.endsWith(".docx")) return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  const { text } = await parser.getText();
  await parser.destroy();
  return text;
}

/** Without the running header and footer, which would stand in the middle of a sentence that crosses a page. */
function withoutRunningLines(text: string, source: string): string {
  const { head } = parseSource(readFileSync(source, "utf8"), source);
  const running = new RegExp(
    `^(${escapeRegex(head.title)}\\s+${escapeRegex(head.reference)}|${escapeRegex(head.footer)}\\s+Page .*)$`,
    "gm",
  );
  return text.replaceAll(running, " ");
}

function escapeRegex(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

describe.each(SOURCES)("%s", (source) => {
  it("gives the same bytes twice", async () => {
    const [first, second] = [await makeSample(source), await makeSample(source)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it("is what the stored file says, paragraph by paragraph", async () => {
    const { path, bytes } = await makeSample(source);
    const stored = await textOf(path, new Uint8Array(readFileSync(path)));
    expect(stored).toBe(await textOf(path, bytes));
    const read = plain(withoutRunningLines(stored, source));
    for (const part of parseSource(readFileSync(source, "utf8"), source).parts) {
      const texts = part.kind === "table" ? part.rows.flat() : "text" in part ? [part.text] : [];
      for (const text of texts) expect(read).toContain(plain(text));
    }
  });

  it("refers only to clauses that exist", () => {
    const { parts } = parseSource(readFileSync(source, "utf8"), source);
    const numbers = new Set(parts.flatMap((part) => (part.kind === "clause" ? [part.number.replace(/\.$/, "")] : [])));
    const own = basename(source).startsWith("0") && !source.includes("01-") ? "paragraph" : "(?:clause|section)";
    const references = new RegExp(`\\b${own}s? (\\d+(?:\\.\\d+)?)(?! of (?:the|Schedule))`, "g");
    const texts = parts.flatMap((part) => ("text" in part ? [part.text] : []));
    // Clauses of the standard contractual clauses and of an Act are not ours.
    const ours = texts.map((text) =>
      text.replaceAll(/sections? \d+(\(\d+\))?( and \d+)? of the Data Protection Act/g, ""),
    );
    const found = ours.flatMap((text) => [...text.matchAll(references)].map((match) => match[1] ?? ""));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((number) => !numbers.has(number))).toEqual([]);
  });
});

describe("the DOCX samples", () => {
  it("number their clauses automatically, by paragraph or by style", async () => {
    const made = await Promise.all(SOURCES.map(makeSample));
    const files = made.filter(({ path }) => path.endsWith(".docx")).map(({ bytes }) => unzipSync(bytes));
    expect(files).toHaveLength(5);
    for (const file of files) {
      expect(strFromU8(file["word/numbering.xml"] ?? new Uint8Array())).toContain('w:lvlText w:val="%1.%2"');
      const styles = strFromU8(file["word/styles.xml"] ?? new Uint8Array());
      const body = strFromU8(file["word/document.xml"] ?? new Uint8Array());
      expect(styles.includes("<w:numPr>") !== body.includes("<w:numPr>")).toBe(true);
    }
  });
});

describe("parseSource", () => {
  const head = "---\noutput: a.pdf\ntitle: A\n---\n";

  it("refuses a number that automatic numbering would not give", () => {
    expect(() => parseSource(`${head}1. ONE\n\n1.2 Two.\n`, "a.md")).toThrow("a.md: clause 1.2 should be 1.1");
  });

  it("refuses a head without output or title", () => {
    expect(() => parseSource("---\ntitle: A\n---\n1. ONE\n", "a.md")).toThrow("a.md: the head needs");
  });
});

describe.each(SAMPLES)("expectations of %s", (sample) => {
  const { requirements, later } = readExpected(sample);
  const all = { ...requirements, ...later };

  it("name all 38 data protection requirements, with known verdicts", () => {
    expect(Object.keys(requirements)).toHaveLength(38);
    const verdicts = Object.values(all).flatMap((one) => [one.verdict, ...(one.tolerated ?? [])]);
    expect(verdicts.filter((verdict) => !VERDICTS.some((known) => known === verdict))).toEqual([]);
  });

  it("quote the sources word for word", () => {
    const sources = SOURCES.filter((path) => path.startsWith(join("samples", sample)));
    const text = sources.map((path) => readFileSync(path, "utf8").replaceAll("**", "")).join("\n");
    const quotes = Object.values(all).flatMap((one) => one.quotes);
    expect(quotes.length).toBeGreaterThan(30);
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });

  it("have a quote for every verdict but missing and not-applicable", () => {
    const silent = Object.entries(all).filter(([, one]) => one.quotes.length === 0);
    expect(silent.filter(([, one]) => !["missing", "not-applicable"].includes(one.verdict))).toEqual([]);
  });

  it("agree with the README", () => {
    const readme = readFileSync(join("samples", sample, "README.md"), "utf8");
    const rows = [...readme.matchAll(/^\|[^|]+\| ([a-z][a-z0-9.-]+)(?: \/ [a-z0-9, -]+)? *\|[^|]+\| ([a-z-]+) *\|$/gm)];
    expect(rows.length).toBeGreaterThan(20);
    const wrong = rows.filter(([, id = "", verdict]) => all[id]?.verdict !== verdict);
    expect(wrong.map(([row]) => row)).toEqual([]);
  });
});
