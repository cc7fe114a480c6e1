import type { Evidence, Finding } from "../../model/review.ts";
import { clauseWords, quantityWords, sentenceCase } from "./words.ts";

/** What to ask the other side for, in a line or two: what to strike, what to tighten, what to add. */
export function requestFor(finding: Finding): string {
  const parts = [strike(finding), tighten(finding), ...bounds(finding), add(finding)].filter((part) => part !== "");
  return parts.length === 0 ? finding.explanation : parts.join(" ");
}

function strike(finding: Finding): string {
  const places = placesOf(finding.evidence, "adverse");
  return places === "" ? "" : `Strike or rewrite ${places}.`;
}

function tighten(finding: Finding): string {
  const elements = finding.elements.flatMap((element) => element.evidence);
  const struck = new Set(finding.evidence.filter(({ supports }) => supports === "adverse").map(clauseWords));
  const kept = [...finding.evidence, ...elements].filter((evidence) => !struck.has(clauseWords(evidence)));
  const places = placesOf(kept, "weak");
  return places === "" ? "" : `Make ${places} binding.`;
}

function bounds(finding: Finding): string[] {
  return finding.quantities
    .filter(({ standing }) => standing !== "within")
    .map(quantityWords)
    .map(({ subject, found, limit }) => `${sentenceCase(subject)}: ${limit} instead of ${found}.`);
}

function add(finding: Finding): string {
  const open = finding.elements.filter((element) => element.mandatory && !element.met).map(({ text }) => text);
  if (open.length === 0) return "";
  const more = open.length > 3 ? `; and ${open.length - 3} more` : "";
  const lead = finding.verdict === "missing" ? "Add a clause" : "Add";
  return `${lead}: ${open.slice(0, 3).join("; ")}${more}.`;
}

function placesOf(evidence: readonly Evidence[], supports: Evidence["supports"]): string {
  const places = [...new Set(evidence.filter((item) => item.supports === supports).map(clauseWords))];
  if (places.length <= 2) return places.join(" and ");
  return `${places.slice(0, 2).join(", ")} and ${places.length - 2} more`;
}
