// What readers labelled against what the review says, counted a contract at a time so that contracts can be resampled.
import { z } from "zod";
import { ALLOCATIONS } from "../../src/model/function.ts";
import { type Finding, type Responsibility, VERDICTS, type Verdict } from "../../src/model/review.ts";

/** One labelled contract, as `labels/<name>.json` holds it. */
export const labelSchema = z.looseObject({
  requirements: z.record(
    z.string(),
    z.looseObject({
      verdict: z.enum(VERDICTS),
      elements: z.record(z.string(), z.boolean()),
      quotes: z.array(z.string()).default([]),
    }),
  ),
  responsibilities: z.record(z.string(), z.looseObject({ allocation: z.enum(ALLOCATIONS) })).default({}),
});
export type Labels = z.infer<typeof labelSchema>;

interface Tally {
  hit: number;
  false: number;
  missed: number;
}

/** Counts of one contract; those of several add up. */
export interface Counts {
  /** [labelled, said] -> how often. */
  readonly verdicts: Map<string, number>;
  readonly addressed: Tally;
  readonly gap: Tally;
  readonly element: Tally;
  readonly adverse: Tally;
  readonly evidence: { hit: number; all: number };
  /** Confidence and whether the verdict is the labelled one. */
  readonly sure: { confidence: number; right: boolean }[];
}

const tally = (): Tally => ({ hit: 0, false: 0, missed: 0 });
const noCounts = (): Counts => ({
  verdicts: new Map(),
  addressed: tally(),
  gap: tally(),
  element: tally(),
  adverse: tally(),
  evidence: { hit: 0, all: 0 },
  sure: [],
});

/** Counts over the findings of one contract whose requirement `wanted` takes. Labels "not-applicable" are left out. */
export function countContract(
  labels: Labels,
  findings: readonly Finding[],
  wanted: (requirementId: string) => boolean,
): Counts {
  const counts = noCounts();
  for (const finding of findings) {
    const label = labels.requirements[finding.requirementId];
    if (!label || label.verdict === "not-applicable" || !wanted(finding.requirementId)) continue;
    const pair = `${label.verdict} ${finding.verdict}`;
    counts.verdicts.set(pair, (counts.verdicts.get(pair) ?? 0) + 1);
    add(counts.gap, isGap(label.verdict), isGap(finding.verdict));
    add(counts.addressed, !isGap(label.verdict), !isGap(finding.verdict));
    add(counts.adverse, label.verdict === "adverse", finding.verdict === "adverse");
    for (const { id, met } of finding.elements) add(counts.element, label.elements[id] === true, met);
    counts.sure.push({ confidence: finding.confidence, right: label.verdict === finding.verdict });
    if (label.quotes.length === 0 || label.verdict === "missing") continue;
    const quotes = [...finding.evidence, ...finding.elements.flatMap((element) => element.evidence)];
    counts.evidence.all++;
    if (label.quotes.some((wantedQuote) => quotes.some(({ quote }) => overlaps(wantedQuote, quote))))
      counts.evidence.hit++;
  }
  return counts;
}

/** The counts of several contracts together. */
export function sum(all: readonly Counts[]): Counts {
  const total = noCounts();
  for (const counts of all) {
    for (const [pair, n] of counts.verdicts) total.verdicts.set(pair, (total.verdicts.get(pair) ?? 0) + n);
    for (const key of ["addressed", "gap", "element", "adverse"] as const) {
      total[key].hit += counts[key].hit;
      total[key].false += counts[key].false;
      total[key].missed += counts[key].missed;
    }
    total.evidence.hit += counts.evidence.hit;
    total.evidence.all += counts.evidence.all;
    total.sure.push(...counts.sure);
  }
  return total;
}

/** The published figures; NaN where nothing could be counted. */
export const FIGURES: Readonly<Record<string, (counts: Counts) => number>> = {
  "verdict kappa": (counts) => kappa(counts.verdicts),
  "addressed F1": (counts) => f1(counts.addressed),
  "gap F1": (counts) => f1(counts.gap),
  "elements F1": (counts) => f1(counts.element),
  "adverse precision": ({ adverse }) => adverse.hit / (adverse.hit + adverse.false),
  "adverse recall": ({ adverse }) => adverse.hit / (adverse.hit + adverse.missed),
  "evidence hits": ({ evidence }) => evidence.hit / evidence.all,
};

/** Cells of the responsibility matrix of one contract: [labelled, said] -> how often. */
export function countCells({ responsibilities }: Labels, said: readonly Responsibility[]): Map<string, number> {
  const cells = new Map<string, number>();
  for (const { functionId, allocation } of said) {
    const label = responsibilities[functionId];
    if (!label) continue;
    const pair = `${label.allocation} ${allocation}`;
    cells.set(pair, (cells.get(pair) ?? 0) + 1);
  }
  return cells;
}

/** Cells of several contracts together. */
export function sumCells(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const cells of all) for (const [pair, n] of cells) total.set(pair, (total.get(pair) ?? 0) + n);
  return total;
}

/** The published figures of the matrix. */
export const CELL_FIGURES: Readonly<Record<string, (cells: ReadonlyMap<string, number>) => number>> = {
  kappa,
  "share right": (cells) => countOf(cells, (a, b) => a === b) / countOf(cells, () => true),
  "allocated or not, F1": (cells) => {
    const isAllocated = (allocation: string) => allocation !== "unassigned";
    const hit = countOf(cells, (a, b) => isAllocated(a) && isAllocated(b));
    const wrong = countOf(cells, (a, b) => isAllocated(a) !== isAllocated(b));
    return (2 * hit) / (2 * hit + wrong);
  },
};

function countOf(cells: ReadonlyMap<string, number>, wanted: (labelled: string, said: string) => boolean): number {
  let count = 0;
  for (const [pair, n] of cells) {
    const [labelled = "", said = ""] = pair.split(" ");
    if (wanted(labelled, said)) count += n;
  }
  return count;
}

/** Cohen's kappa: agreement beyond chance. */
export function kappa(pairs: ReadonlyMap<string, number>): number {
  let all = 0;
  let same = 0;
  const labelled = new Map<string, number>();
  const said = new Map<string, number>();
  for (const [pair, n] of pairs) {
    const [a = "", b = ""] = pair.split(" ");
    all += n;
    if (a === b) same += n;
    labelled.set(a, (labelled.get(a) ?? 0) + n);
    said.set(b, (said.get(b) ?? 0) + n);
  }
  const chance = [...labelled].reduce((total, [verdict, n]) => total + (n / all) * ((said.get(verdict) ?? 0) / all), 0);
  return (same / all - chance) / (1 - chance);
}

function f1({ hit, false: wrong, missed }: Tally): number {
  return (2 * hit) / (2 * hit + wrong + missed);
}

function add(counts: Tally, truth: boolean, said: boolean): void {
  if (truth && said) counts.hit++;
  else if (said) counts.false++;
  else if (truth) counts.missed++;
}

function isGap(verdict: Verdict): boolean {
  return verdict === "missing" || verdict === "adverse";
}

/** One quote holds the other, or they share three quarters of the shorter one's words. */
function overlaps(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  if (` ${long.join(" ")} `.includes(` ${short.join(" ")} `))
    return short.join(" ").length >= 12 || x.length === y.length;
  const held = new Set(long);
  return short.length >= 5 && short.filter((word) => held.has(word)).length / short.length >= 0.75;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
