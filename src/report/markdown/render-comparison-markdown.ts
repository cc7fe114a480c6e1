import type { Comparison, Run } from "../../model/comparison.ts";
import { type ClauseChangeView, comparisonView, type FindingChangeView } from "../views/comparison-view.ts";

/** The comparison as Markdown: deleted words struck through, inserted words bold. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const view = comparisonView(comparison);
  const lines = [
    `# What changed: ${plain(view.title)}`,
    `Old: ${plain(view.old)}  \nNew: ${plain(view.new)}`,
    `**${plain(view.sentence)}** ${plain(view.clauseSentence)}`,
    ...(view.reservations.length > 0 ? [list(view.reservations.map(plain))] : []),
    ...view.groups.flatMap(({ word, meaning, findings }) => [
      `## ${word} (${findings.length})`,
      `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
      ...findings.flatMap(findingLines),
    ]),
    ...view.matters.flatMap(({ title, rows }) => [
      `## ${title}`,
      list(
        rows.map(
          ({ name, said, more }) => `**${plain(name)}**: ${plain(said)}${more === "" ? "" : `. ${plain(more)}`}`,
        ),
      ),
    ]),
    ...(view.clauses.length > 0 ? ["## Wording", "~~Struck through~~: deleted. **Bold**: inserted."] : []),
    ...view.clauses.flatMap(clauseLines),
  ];
  return `${lines.join("\n\n")}\n`;
}

function findingLines(finding: FindingChangeView): string[] {
  const points = finding.points.map(
    ({ sign, said, quotes }) =>
      `${sign === "loss" ? "−" : "+"} ${plain(said)}${quotes.map(({ version, place, text }) => `\n  - ${version}, ${plain(place)}: “${plain(text)}”`).join("")}`,
  );
  const behind =
    finding.causes.length > 0
      ? `Behind it: ${finding.causes.map(({ label }) => plain(label)).join("; ")}.`
      : finding.without;
  return [
    `### ${plain(finding.title)}`,
    `${finding.severityWord}. ${finding.verdicts}.${finding.accepted === "" ? "" : ` ${plain(finding.accepted)}`}`,
    ...(points.length > 0 ? [list(points)] : []),
    behind,
  ];
}

function clauseLines({ word, place, heading, file, runs, redirects, moved }: ClauseChangeView): string[] {
  const effect =
    moved.length === 0
      ? "Changes nothing that is checked."
      : `Effect: ${moved.map(({ label }) => plain(label)).join("; ")}.`;
  return [
    `### ${plain(place)}${heading === "" ? "" : ` ${plain(heading)}`}: ${word.toLowerCase()}${file === "" ? "" : ` (${plain(file)})`}`,
    runs.map(runWords).join("").trim(),
    ...redirects.map(plain),
    `_${effect}_`,
  ];
}

/** Marks stand close to the words: Markdown does not know them beside a space, nor across lines. */
function runWords({ kind, text }: Run): string {
  const mark = kind === "deleted" ? "~~" : kind === "inserted" ? "**" : "";
  return text
    .split("\n")
    .map((line) => {
      const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(line) ?? [];
      return words === "" ? line : `${before}${mark}${plain(words)}${mark}${after}`;
    })
    .join("  \n");
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

function plain(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").replaceAll(/[\\`*_[\]<>|#~]/g, (sign) => `\\${sign}`);
}
