import type { ClauseChange, Comparison, Effect, FindingChange, Run } from "../../model/comparison.ts";
import { SEVERITIES } from "../../model/review.ts";
import { type MatterGroup, matterGroups } from "./comparison-matters.ts";
import { type ChangePoint, changePoints } from "./comparison-points.ts";
import { EFFECT_MEANINGS, EFFECT_WORDS, placeWords, reservationLines } from "./comparison-words.ts";
import { counted, dayWords, SEVERITY_WORDS, sentenceCase, VERDICT_WORDS } from "./words.ts";

export interface FindingChangeView {
  readonly anchor: string;
  readonly title: string;
  readonly effect: Effect;
  readonly effectWord: string;
  readonly severity: string;
  readonly severityWord: string;
  /** "Covered, now partial"; "Partial, as before". */
  readonly verdicts: string;
  readonly points: readonly ChangePoint[];
  readonly causes: readonly { readonly anchor: string; readonly label: string }[];
  /** Said in place of causes where there are none. */
  readonly without: string;
  /** "Accepted until 1 March 2027 by J. Marsh: …"; "" where nobody did. */
  readonly accepted: string;
}

export interface ClauseChangeView {
  readonly anchor: string;
  readonly change: ClauseChange["change"];
  readonly word: string;
  /** "Clause 12.3, now 14.3". */
  readonly place: string;
  readonly heading: string;
  /** File, where there are several, and page, where there are pages. */
  readonly file: string;
  readonly runs: readonly Run[];
  readonly redirects: readonly string[];
  /** What it moved; empty where it moves nothing that is checked. */
  readonly moved: readonly { readonly anchor: string; readonly label: string }[];
}

export interface ComparisonView {
  readonly title: string;
  readonly old: string;
  readonly new: string;
  readonly sentence: string;
  readonly clauseSentence: string;
  readonly isEmpty: boolean;
  readonly reservations: readonly string[];
  readonly groups: readonly {
    readonly effect: Effect;
    readonly word: string;
    readonly meaning: string;
    readonly findings: readonly FindingChangeView[];
  }[];
  readonly clauses: readonly ClauseChangeView[];
  readonly matters: readonly MatterGroup[];
  readonly playbook: Comparison["playbook"];
  readonly library: Comparison["library"];
  readonly files: readonly { readonly version: string; readonly name: string; readonly sha256: string }[];
}

const CHANGE_WORDS = { changed: "Changed", new: "New", removed: "Removed" };
const EFFECTS_SHOWN: readonly Effect[] = ["opened", "worse", "closed", "better"];

/** Everything a comparison shows, in the order it shows it. Holds raw text: what it is written to escapes it. */
export function comparisonView(comparison: Comparison): ComparisonView {
  const { findings, clauses } = comparison;
  const labels = new Map(clauses.map((change) => [change.id, labelOf(change)]));
  const matters = matterGroups(comparison, (id) => labels.get(id) ?? "");
  return {
    title: comparison.new.title,
    old: nameOf(comparison.old),
    new: nameOf(comparison.new),
    sentence: sentenceOf(comparison),
    clauseSentence: clauseSentence(comparison),
    isEmpty: findings.length + clauses.length + matters.filter(({ isChange }) => isChange).length === 0,
    reservations: reservationLines(comparison),
    groups: EFFECTS_SHOWN.map((effect) => ({
      effect,
      word: EFFECT_WORDS[effect],
      meaning: EFFECT_MEANINGS[effect],
      findings: findings.filter((finding) => finding.effect === effect).map((finding) => findingView(finding, labels)),
    })).filter((group) => group.findings.length > 0),
    clauses: clauses.map((change) => clauseView(change, comparison)),
    matters,
    playbook: comparison.playbook,
    library: comparison.library,
    files: [
      ...comparison.old.files.map(({ name, sha256 }) => ({ version: "Old", name, sha256 })),
      ...comparison.new.files.map(({ name, sha256 }) => ({ version: "New", name, sha256 })),
    ],
  };
}

/** "2 requirements opened, 1 got worse; 3 closed." */
export function sentenceOf({ findingCounts: counts, findings }: Comparison): string {
  const worst = SEVERITIES.find((level) => findings.some(({ severity, lost }) => lost && severity === level));
  const lost = [
    counts.opened > 0 ? `${counted(counts.opened, "requirement")} opened` : "",
    counts.worse > 0 ? `${counted(counts.worse, counts.opened > 0 ? "other" : "requirement")} got worse` : "",
  ].filter(Boolean);
  const won = [
    counts.closed > 0 ? `${counted(counts.closed, "requirement")} closed` : "",
    counts.better > 0 ? `${counted(counts.better, counts.closed > 0 ? "other" : "requirement")} got better` : "",
  ].filter(Boolean);
  const parts = [lost.join(", "), won.join(", ")].filter(Boolean);
  if (parts.length === 0) return "Nothing that is checked changed.";
  const level = lost.length > 0 && worst ? ` The worst loss is ${SEVERITY_WORDS[worst].toLowerCase()}.` : "";
  return `${sentenceCase(parts.join("; "))}.${level}`;
}

function clauseSentence({ clauseCounts: counts }: Comparison): string {
  const parts = [
    counts.changed > 0 ? `${counted(counts.changed, "clause")} changed` : "",
    counts.new > 0 ? `${counted(counts.new, "clause")} new` : "",
    counts.removed > 0 ? `${counted(counts.removed, "clause")} removed` : "",
  ].filter(Boolean);
  const moved = counts.moved > 0 ? `, ${counts.moved} of them under another number or in another place` : "";
  const changed = parts.length === 0 ? "No wording changed" : sentenceCase(parts.join(", "));
  return `${changed}; ${counts.unchanged} ${counts.unchanged === 1 ? "stands as it was" : "stand as they were"}${moved}.`;
}

function nameOf({ title, files }: Comparison["old"]): string {
  const names = files.map(({ name }) => name).join(", ");
  return names === "" ? title : names;
}

function findingView(change: FindingChange, labels: ReadonlyMap<string, string>): FindingChangeView {
  const verdicts =
    change.old === change.new
      ? `${VERDICT_WORDS[change.new]}, as before`
      : `${VERDICT_WORDS[change.old]}, now ${VERDICT_WORDS[change.new].toLowerCase()}`;
  const { deviation } = change;
  const isHolding = deviation?.status === "active";
  return {
    anchor: `f-${change.requirementId.replaceAll(/[^a-z0-9]+/gi, "-")}`,
    title: change.title,
    effect: change.effect,
    effectWord: EFFECT_WORDS[change.effect],
    severity: change.severity,
    severityWord: SEVERITY_WORDS[change.severity],
    verdicts,
    points: changePoints(change),
    causes: change.causes.map((id) => ({ anchor: id, label: labels.get(id) ?? id })),
    without:
      change.causes.length === 0 ? "No one changed clause stands behind it: look at the new version as a whole." : "",
    accepted:
      deviation && isHolding
        ? `Accepted by ${deviation.by} until ${dayWords(deviation.until)}: ${deviation.because}`
        : "",
  };
}

function clauseView(change: ClauseChange, { findings, responsibilities, old, new: now }: Comparison): ClauseChangeView {
  const { id, runs, redirects } = change;
  const place = change.new ?? change.old;
  const page = place?.page === undefined ? "" : `page ${place.page}`;
  const isBundle = (change.new ? now : old).files.length > 1;
  const moved = findings
    .filter(({ requirementId }) => change.findings.includes(requirementId))
    .map(({ requirementId, effect, title }) => ({
      anchor: `f-${requirementId.replaceAll(/[^a-z0-9]+/gi, "-")}`,
      label: `${EFFECT_WORDS[effect].toLowerCase()} “${title}”`,
    }));
  const functions = responsibilities
    .filter(({ functionId }) => change.functions.includes(functionId))
    .map(({ name }) => ({ anchor: "responsibilities", label: `responsibility for “${name}”` }));
  return {
    anchor: id,
    change: change.change,
    word: CHANGE_WORDS[change.change],
    place: sentenceCase(labelOf(change)),
    heading: place?.clause === "" ? "" : (place?.heading ?? ""),
    file: [isBundle ? place?.file : "", page].filter(Boolean).join(", "),
    runs: runs.flatMap(withoutEdge),
    redirects: redirects.map(redirectWords),
    moved: [...moved, ...functions],
  };
}

/** White space before changed words is neither deleted nor inserted to a reader. */
function withoutEdge({ kind, text }: Run): Run[] {
  const words = text.trimStart();
  const space = text.slice(0, text.length - words.length);
  return kind === "equal" || space === ""
    ? [{ kind, text }]
    : [
        { kind: "equal", text: space },
        { kind, text: words },
      ];
}

/** "clause 12.3, now 14.3". */
function labelOf({ old, new: now }: ClauseChange): string {
  if (!old || !now) return placeWords(now ?? old);
  const before = placeWords(old);
  return old.clause === now.clause || now.clause === "" ? placeWords(now) : `${before}, now ${now.clause}`;
}

function redirectWords({ text, was, wasNow, now }: ClauseChange["redirects"][number]): string {
  const old = wasNow === "" ? `“${was}”, which was removed` : `“${was}”, which is now “${wasNow}”`;
  return `The reference to ${text} reads as before but leads to “${now}”. It led to ${old}.`;
}
