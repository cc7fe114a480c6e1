import type { Comparison, Run } from "../model/comparison.ts";
import { type ClauseChangeView, comparisonView, type FindingChangeView } from "../report/views/comparison-view.ts";
import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";
import { wrapText } from "./wrap-text.ts";

const WIDTH = 80;
/** Unchanged words shown on either side of a change. */
const AROUND = 8;

/** The comparison for a terminal of 80 columns. Deleted words stand in [-…-], inserted words in {+…+}: colour says nothing more. */
export function comparisonText(comparison: Comparison, color: Terminal["color"]): string {
  const view = comparisonView(comparison);
  const head = [
    ...wrapped(`Old: ${view.old}`).map(color.dim),
    ...wrapped(`New: ${view.new}`).map(color.dim),
    "",
    ...wrapped(view.sentence).map(color.bold),
    ...wrapped(view.clauseSentence),
  ];
  const groups = view.groups.map(({ effect, word, findings }) => [
    (effect === "opened" || effect === "worse" ? color.red : color.green)(`${word} (${findings.length})`),
    ...findings.flatMap((finding) => findingLines(finding, color)),
  ]);
  const matters = view.matters.map(({ title, rows }) => [
    color.bold(title),
    ...rows.flatMap(({ name, said }) => wrapped(`${name}: ${said}`, 2)),
  ]);
  const clauses =
    view.clauses.length === 0
      ? []
      : [color.bold("Wording"), ...view.clauses.flatMap((change) => clauseLines(change, color))];
  const parts = [head, view.reservations.flatMap((line) => wrapped(line)), ...groups, ...matters, clauses];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** Sentence and count of clauses, for where the comparison itself goes to a file. */
export function comparisonSummary(comparison: Comparison, color: Terminal["color"]): string {
  const { sentence, clauseSentence } = comparisonView(comparison);
  return `\n${[...wrapped(sentence).map(color.bold), ...wrapped(clauseSentence)].join("\n")}\n`;
}

function findingLines(finding: FindingChangeView, color: Terminal["color"]): string[] {
  const behind =
    finding.causes.length > 0 ? `Behind it: ${finding.causes.map(({ label }) => label).join("; ")}.` : finding.without;
  return [
    ...wrapped(finding.title, 2).map(color.bold),
    ...wrapped(`${finding.severityWord}. ${finding.verdicts}. ${finding.accepted}`, 4),
    ...finding.points.flatMap(({ isLoss, said }) =>
      wrapped(said, 6).map((line, i) => (i === 0 ? `    ${isLoss ? "-" : "+"} ${line.slice(6)}` : line)),
    ),
    ...wrapped(behind, 4).map(color.dim),
  ];
}

function clauseLines(
  { place, heading, word, file, runs, redirects, moved }: ClauseChangeView,
  color: Terminal["color"],
): string[] {
  const effect =
    moved.length === 0 ? "Changes nothing that is checked." : `Effect: ${moved.map(({ label }) => label).join("; ")}.`;
  return [
    ...wrapped(`${`${place} ${heading}`.trim()}: ${word.toLowerCase()}${file === "" ? "" : ` (${file})`}`, 2).map(
      color.bold,
    ),
    ...wrapped(runs.map(runWords).join(""), 4),
    ...redirects.flatMap((line) => wrapped(line, 4)),
    ...wrapped(effect, 4).map(color.dim),
  ];
}

function runWords({ kind, text }: Run, index: number, runs: readonly Run[]): string {
  const words = text.split(/\s+/).filter(Boolean);
  const before = index > 0 && /^\s/.test(text) ? " " : "";
  if (kind === "deleted") return `${before}[-${words.join(" ")}-]`;
  if (kind === "inserted") return `${before}{+${words.join(" ")}+}`;
  const isFirst = index === 0;
  const isLast = index === runs.length - 1;
  const keep = (isFirst ? 0 : AROUND) + (isLast ? 0 : AROUND);
  if (words.length <= keep + 2) return before + words.join(" ");
  const shown = [...(isFirst ? [] : words.slice(0, AROUND)), "…", ...(isLast ? [] : words.slice(-AROUND))];
  return before + shown.join(" ");
}

function wrapped(text: string, indent = 0): string[] {
  return wrapText(visible(text), WIDTH - indent).map((line) => " ".repeat(indent) + line);
}
