// Reviews labelled contracts and prints how right the reviews are, with 95 % intervals: the tables of docs/accuracy.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadLibrary } from "../src/library/load-library.ts";
import { loadPlaybook } from "../src/library/load-playbook.ts";
import { AREAS, type Finding, type Responsibility } from "../src/model/review.ts";
import { collectInputs } from "../src/read/collect-inputs.ts";
import { readInput } from "../src/read/read-input.ts";
import { reviewContract } from "../src/review.ts";
import {
  CELL_FIGURES,
  type Counts,
  countCells,
  countContract,
  FIGURES,
  type Labels,
  labelSchema,
  sum,
  sumCells,
} from "./accuracy/figures.ts";
import { interval } from "./accuracy/interval.ts";

const USAGE = `npm run accuracy -- LABELS CONTRACTS [--held-out name,name] [--playbook id]

LABELS     a folder with <name>.json for each contract (docs/accuracy.md describes the form)
CONTRACTS  a folder with a folder <name> of files for each contract
--held-out names of contracts kept out of tuning: reported apart
`;

interface Reviewed {
  readonly name: string;
  readonly labels: Labels;
  readonly findings: readonly Finding[];
  readonly responsibilities: readonly Responsibility[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "held-out": { type: "string", default: "" }, playbook: { type: "string" } },
});
const [labelFolder, contractFolder] = positionals;
if (labelFolder === undefined || contractFolder === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else await main(labelFolder, contractFolder);

async function main(labelsIn: string, contractsIn: string): Promise<void> {
  const library = loadLibrary();
  const playbook = loadPlaybook(library, values.playbook);
  const reviewed: Reviewed[] = [];
  for (const file of readdirSync(labelsIn)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const name = file.slice(0, -5);
    const labels = labelSchema.parse(JSON.parse(readFileSync(join(labelsIn, file), "utf8")));
    const [input] = await collectInputs([join(contractsIn, name)], { bundle: true });
    if (!input) continue;
    const { files, diagnostics } = await readInput(input);
    const { findings, responsibilities } = reviewContract(files, { library, playbook, diagnostics });
    reviewed.push({ name, labels, findings, responsibilities });
  }
  const heldOut = new Set(values["held-out"].split(",").filter(Boolean));
  const parts: [string, Reviewed[]][] = [
    ["tuned", reviewed.filter(({ name }) => !heldOut.has(name))],
    ["held out", reviewed.filter(({ name }) => heldOut.has(name))],
    ["all", reviewed],
  ];
  const shown = heldOut.size > 0 ? parts : parts.slice(2);
  const names = Object.keys(FIGURES);
  print(["Area", "Part", "Contracts", "Verdicts", ...names]);
  print(["Area", "Part", "Contracts", "Verdicts", ...names].map(() => "---"));
  for (const area of [...AREAS, undefined]) for (const [part, list] of shown) print(row(area, part, list));
  process.stdout.write("\nThe responsibility matrix:\n\n");
  const cellNames = Object.keys(CELL_FIGURES);
  print(["Part", "Contracts", "Cells", ...cellNames]);
  print(["Part", "Contracts", "Cells", ...cellNames].map(() => "---"));
  for (const [part, list] of shown) print(cellRow(part, list));
  process.stdout.write("\nHow often a verdict is right, by its confidence:\n\n");
  print(["Confidence", "Verdicts", "Right"]);
  print(["---", "---", "---"]);
  for (const line of reliability(sum(reviewed.map((r) => count(r, undefined))))) print(line);
}

function count({ labels, findings }: Reviewed, area: string | undefined): Counts {
  const inArea = new Set(findings.filter((f) => area === undefined || f.area === area).map((f) => f.requirementId));
  return countContract(labels, findings, (id) => inArea.has(id));
}

function row(area: string | undefined, part: string, list: readonly Reviewed[]): string[] {
  const counts = list.map((reviewed) => count(reviewed, area));
  const total = sum(counts);
  const cells = Object.values(FIGURES).map((figure) => {
    const value = figure(total);
    if (Number.isNaN(value)) return "-";
    const [low, high] = interval(counts, (sample) => figure(sum(sample)));
    return `${short(value)} (${short(low)}-${short(high)})`;
  });
  return [area ?? "all", part, String(list.length), String(total.sure.length), ...cells];
}

function cellRow(part: string, list: readonly Reviewed[]): string[] {
  const counts = list.map(({ labels, responsibilities }) => countCells(labels, responsibilities));
  const total = sumCells(counts);
  const cells = Object.values(CELL_FIGURES).map((figure) => {
    const [low, high] = interval(counts, (sample) => figure(sumCells(sample)));
    return `${short(figure(total))} (${short(low)}-${short(high)})`;
  });
  return [part, String(list.length), String([...total.values()].reduce((sum, n) => sum + n, 0)), ...cells];
}

function reliability({ sure }: Counts): string[][] {
  return [
    [0, 0.5],
    [0.5, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 1.01],
  ].flatMap(([from = 0, to = 0]) => {
    const bin = sure.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = bin.filter((verdict) => verdict.right).length;
    return bin.length === 0 ? [] : [[`${from} to ${Math.min(1, to)}`, String(bin.length), short(right / bin.length)]];
  });
}

function short(value: number): string {
  return value.toFixed(2).replace(/^0/, "");
}

function print(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
