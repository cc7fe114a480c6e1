// How fast and how large, as ratios inside one run: absolute times of one machine tell nothing of another.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFParse } from "pdf-parse";
import { loadLibrary } from "../src/library/load-library.ts";
import { loadPlaybook } from "../src/library/load-playbook.ts";
import type { ReadFile } from "../src/model/contract.ts";
import { readFile } from "../src/read/read-file.ts";
import { reviewContract } from "../src/review.ts";
import { renderPdf } from "./make-samples/pdf.ts";
import { parseSource } from "./make-samples/source.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const AGREEMENT = at("samples/managed-hosting/contract/01-managed-hosting-agreement.pdf");
const SOURCE = at("samples/managed-hosting/source/01-managed-hosting-agreement.md");
const RUNS = 11;

const library = loadLibrary();
const playbook = loadPlaybook(library);
const review = (files: readonly ReadFile[]) => reviewContract(files, { library, playbook });

await main();

async function main(): Promise<void> {
  const agreement = new Uint8Array(readFileSync(AGREEMENT));
  const long = await longPdf(300);
  row("", "figure", "target");
  const [bare = 0, whole = 0, reading = 0] = await medians([
    () => bareText(agreement),
    async () => review([await readFile(agreement, "agreement.pdf")]),
    () => readFile(agreement, "agreement.pdf"),
  ]);
  row(`whole review of a PDF of 15 pages, to pdf-parse's getText of it`, `${ratio(whole, bare)}`, "1.5");
  row("  of which reading", `${ratio(reading, bare)}`, "");
  const text = await oneHundredKilobytes();
  const analysis = await median(() => review([text]));
  row(`analysis of 100 kB of text, ${library.requirements.length} requirements, warm, ms`, analysis.toFixed(0), "150");
  const version = await median(() => void execFileSync(process.execPath, [at("bin/clausecheck.js"), "--version"]));
  const empty = await median(() => void execFileSync(process.execPath, ["-e", "0"]));
  row("clausecheck --version, ms", version.toFixed(0), "150");
  row("  to an empty Node process", ratio(version, empty), "");
  const path = join(tmpdir(), "clausecheck-bench-300.pdf");
  writeFileSync(path, long.bytes);
  row(`peak memory, review of a PDF of ${long.pages} pages, MB`, memoryOf(path).toFixed(0), "350");
  rmSync(path);
}

/** Peak resident memory of the command that checks one file, in MB. */
function memoryOf(path: string): number {
  const out = mkdtempSync(join(tmpdir(), "clausecheck-bench-"));
  const script = 'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + ";"));';
  const args = ["check", path, "--format", "json", "--out", out, "--quiet", "--fail-on", "none"];
  const child = spawnSync(process.execPath, [at("bin/clausecheck.js"), ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` },
  });
  rmSync(out, { recursive: true });
  // The starter and the program it starts both report; the program is the larger.
  return Math.max(...[...child.stderr.matchAll(/peak (\d+);/g)].map((match) => Number(match[1]))) / 1024;
}

async function bareText(bytes: Uint8Array): Promise<void> {
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  await parser.getText();
  await parser.destroy();
}

/** The agreement's clauses over and over, until the PDF has the pages. */
async function longPdf(pages: number): Promise<{ bytes: Uint8Array; pages: number }> {
  const source = parseSource(readFileSync(SOURCE, "utf8"), SOURCE);
  const copies = Array.from({ length: Math.ceil(pages / 14) }, (_, copy) =>
    source.parts.map((part) =>
      part.kind === "clause" && part.level === 1
        ? { ...part, number: `${Number.parseInt(part.number, 10) + copy * 40}.` }
        : part,
    ),
  );
  const bytes = await renderPdf({ ...source, parts: copies.flat() });
  const file = await readFile(bytes, "long.pdf");
  return { bytes, pages: file.pages ?? 0 };
}

async function oneHundredKilobytes(): Promise<ReadFile> {
  const names = ["01-managed-hosting-agreement.pdf", "02-data-processing-schedule.docx", "03-security-schedule.docx"];
  const files = await Promise.all(
    names.map((name) => readFile(new Uint8Array(readFileSync(at(`samples/managed-hosting/contract/${name}`))), name)),
  );
  const blocks = files.flatMap((file) => file.blocks);
  const size = (list: typeof blocks) =>
    list.reduce(
      (sum, b) => sum + b.text.length + (b.rows ?? []).flatMap((r) => r.cells).reduce((n, c) => n + c.text.length, 0),
      0,
    );
  let all = blocks;
  while (size(all) < 100_000) all = [...all, ...blocks];
  while (size(all) > 100_000) all = all.slice(0, -1);
  const [first] = files;
  if (!first) throw new Error("the sample has files");
  return { ...first, blocks: all };
}

async function median(run: () => unknown): Promise<number> {
  const [time = 0] = await medians([run]);
  return time;
}

/** Taken in turns, so that what else the machine does falls on all alike. */
async function medians(runs: readonly (() => unknown)[]): Promise<number[]> {
  const times = runs.map((): number[] => []);
  for (let i = 0; i < RUNS + 2; i++) {
    for (const [at, run] of runs.entries()) {
      const start = performance.now();
      await run();
      if (i >= 2) times[at]?.push(performance.now() - start);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[RUNS >> 1] ?? 0);
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

function row(what: string, figure: string, target: string): void {
  process.stdout.write(`${what.padEnd(66)} ${figure.padStart(7)} ${target.padStart(7)}\n`);
}
