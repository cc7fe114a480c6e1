// How much of a file's text the readers reach: one row a PDF and DOCX of a folder, against an independent count of words.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { ReadFile } from "../src/model/contract.ts";
import { ContractCheckError } from "../src/model/diagnostic.ts";
import { readFile } from "../src/read/read-file.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("Give a folder: node scripts/reading-coverage.ts FOLDER\n");
  process.exit(2);
}
const hasPdftotext = runs("pdftotext", ["-v"]);
if (!hasPdftotext)
  process.stdout.write("pdftotext is not installed (package poppler-utils): PDF files get no reference.\n");

const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.(?:pdf|docx)$/i.test(name),
);
process.stdout.write(
  `${"file".padEnd(48)} ${"words".padStart(7)} ${"reached".padStart(7)} ${"share".padStart(7)} ${"order".padStart(7)}  diagnostics\n`,
);
for (const name of files.sort()) process.stdout.write(`${await row(join(folder, name))}\n`);

async function row(path: string): Promise<string> {
  const label = relative(folder ?? ".", path)
    .slice(-48)
    .padEnd(48);
  try {
    const file = await readFile(new Uint8Array(readFileSync(path)), basename(path));
    const reference = wordsOf(/\.pdf$/i.test(path) ? pdfReference(path) : docxReference(path));
    const reached = countReached(reference, file);
    const counts = [...new Set(file.diagnostics.map(({ code }) => code))].map(
      (code) => `${code} ${file.diagnostics.filter((item) => item.code === code).length}`,
    );
    const share = reference.length === 0 ? "-" : percent(reached / reference.length);
    const order = reference.length < 5 ? "-" : percent(orderShare(reference, file));
    return `${label} ${String(reference.length).padStart(7)} ${String(reached).padStart(7)} ${share.padStart(7)} ${order.padStart(7)}  ${counts.join(", ")}`;
  } catch (error) {
    if (!(error instanceof ContractCheckError)) throw error;
    return `${label} ${error.code}`;
  }
}

/** Words of the reference that the blocks hold, each as often as it stands there. A running line is read once for all pages. */
function countReached(reference: readonly string[], file: ReadFile): number {
  const left = new Map<string, number>();
  const running = new Set<string>();
  for (const block of file.blocks) {
    const words = wordsOf(textOf(block));
    for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
    if (block.origin === "header" || block.origin === "footer") for (const word of words) running.add(word);
  }
  return reference.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count > 0 || running.has(word);
  }).length;
}

/** Share of the reference's five-word sequences that stand in the blocks in the same order. */
function orderShare(reference: readonly string[], file: ReadFile): number {
  const words = file.blocks.flatMap((block) => wordsOf(textOf(block)));
  const sequences = (list: readonly string[]) => list.slice(4).map((_, at) => list.slice(at, at + 5).join(" "));
  const found = new Set(sequences(words));
  const wanted = sequences(reference);
  return wanted.filter((sequence) => found.has(sequence)).length / wanted.length;
}

function textOf(block: ReadFile["blocks"][number]): string {
  const cells = (block.rows ?? []).flatMap((line) => line.cells.map((cell) => cell.text));
  return [block.label ?? "", block.text, ...cells].join(" ");
}

/** Letters and figures only: what is left of a word without hyphens, quotes and dashes. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .replace(/[-\u00ad\u2010\u2011]\s*/g, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function pdfReference(path: string): string {
  return hasPdftotext
    ? execFileSync("pdftotext", [path, "-"], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "ignore"],
      })
    : "";
}

/** All text runs that are not deleted, of the parts a reader of the document sees. */
function docxReference(path: string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path)), {
    filter: ({ name }) => /^word\/(?:document|footnotes|endnotes|header|footer)\d*\.xml$/.test(name),
  });
  return Object.values(parts)
    .map((part) => strFromU8(part).replace(/<\/w:p>|<w:(?:tab|br|cr)\b[^>]*>/g, "<w:t> </w:t>"))
    .flatMap((xml) => xml.match(/<w:t(?:\s[^>]*)?>[^<]*<\/w:t>/g) ?? [])
    .map((run) =>
      run.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ""),
    )
    .join("");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
