import type { Span } from "../../model/block.ts";
import type { Contract } from "../../model/contract.ts";
import type { RedlineEdit, RedlineNote } from "../../model/redline.ts";
import type { RedlineWords } from "../../model/redline-words.ts";
import type { Library, Requirement } from "../../model/requirement.ts";
import { AREAS, type Finding, type Review } from "../../model/review.ts";
import type { TemplateValues } from "../clause-template.ts";
import { isOpen } from "./course.ts";
import { chosenLines } from "./lines.ts";
import { localChanges } from "./local.ts";
import { matchingClause } from "./matching-clause.ts";
import { merged } from "./merge.ts";
import { conflictNote, noteOf } from "./notes.ts";
import type { OwnTerms } from "./own-terms.ts";
import type { Place, Places } from "./place.ts";
import type { Measure, PlannedEdit, RedlinePlan } from "./plan.ts";

export interface RedlineRequest {
  readonly review: Review;
  readonly contract: Contract;
  readonly library: Library;
  readonly values: TemplateValues;
  readonly isDealKnown: boolean;
  readonly ownTerms: OwnTerms;
  readonly words: RedlineWords;
  /** Those of the contract, which count on. */
  readonly places: Places;
  /** Whose law the clauses name. */
  readonly law: "uk" | "eu";
  /** Words that keep their capitals within a sentence. */
  readonly properNames: readonly string[];
  /** Lines of model clauses not to be used, by requirement id: they would show facts that the contract does not. */
  readonly omitted: ReadonlyMap<string, ReadonlySet<string>>;
  /** By requirement id; "mend" where it has none. */
  readonly measures: ReadonlyMap<string, Measure>;
  /** Positions of the files that can be changed. */
  readonly changeable: ReadonlySet<number>;
  /** Of these the ones that have a place for new paragraphs. */
  readonly insertable: ReadonlySet<number>;
}

/**
 * The changes that close a contract's gaps in its own text: numbers, weak words and adverse sentences in place, the words of the model
 * clause that are missing at the end of the clause they belong to, the rest as clauses at the end. Pure; the edits do not overlap.
 */
export function redlineEdits(request: RedlineRequest): RedlinePlan {
  const { review, library, places } = request;
  const open = AREAS.flatMap((area) => review.findings.filter((finding) => finding.area === area && isOpen(finding)));
  const edits: PlannedEdit[] = [];
  const left: RedlinePlan["left"][number][] = [];
  const inOrder = open.map((finding) => ({ finding, place: placeFor(finding, request, places) }));
  for (const { finding, place } of inOrder) {
    const requirement = library.requirements.find(({ id }) => id === finding.requirementId);
    const because = requirement && editsFor({ finding, requirement, place, request, edits });
    if (because) left.push({ requirementId: finding.requirementId, because });
  }
  return { edits: merged(edits), left };
}

interface Own {
  readonly finding: Finding;
  readonly requirement: Requirement;
  readonly place: Place | undefined;
  readonly request: RedlineRequest;
  readonly edits: PlannedEdit[];
}

function editsFor({
  finding,
  requirement,
  place,
  request,
  edits,
}: Own): RedlinePlan["left"][number]["because"] | undefined {
  const { contract, review, changeable } = request;
  const id = finding.requirementId;
  const measure = request.measures.get(id) ?? "mend";
  const fileAt = (offset: number) => contract.files.findIndex(({ span }) => offset >= span.start && offset <= span.end);
  const local = localChanges(finding, { ...request, findings: review.findings, isReplaced: measure === "whole" });
  const mine: { file: number; make: (notes: RedlineNote[]) => RedlineEdit }[] = [];
  if (measure !== "comment")
    for (const { kind, span, text } of local.changes)
      if (changeable.has(fileAt(span.start)))
        mine.push({ file: fileAt(span.start), make: (notes) => ({ kind, span, text, notes }) });
  const lacking = finding.elements.filter(
    ({ id: element, mandatory, met, weak }) => mandatory && (!met || weak) && !local.mended.has(element),
  );
  let because: RedlinePlan["left"][number]["because"] | undefined;
  let isInserted = false;
  if (measure === "whole" || (measure === "mend" && (lacking.length > 0 || mine.length === 0))) {
    const isWhole = measure === "whole" || finding.verdict === "missing" || lacking.length === 0;
    const elements = isWhole ? undefined : new Set(lacking.map((element) => element.id));
    const chosen = chosenLines(requirement, { ...request, facts: review.facts, elements });
    if (!place) because = "no-place";
    else if ("lacks" in chosen) because = chosen.lacks;
    else if (!request.insertable.has(place.file)) because = "elsewhere";
    else {
      const heading = request.library.notes.get(id)?.heading ?? requirement.headings[0] ?? requirement.title;
      const paragraphs = place.paragraphs(heading, chosen.lines);
      isInserted = true;
      mine.push({ file: place.file, make: (notes) => ({ kind: "insert", after: place.after, paragraphs, notes }) });
    }
  }
  const note = noteOf(finding, { ...request, texts: request.words.comments });
  if (mine.length === 0) {
    const spot = spotOf(finding, fileAt, changeable);
    if (spot)
      edits.push({ file: spot.file, requirements: [id], edit: { kind: "comment", span: spot.span, notes: [note] } });
    return because ?? (measure === "comment" ? undefined : "no-place");
  }
  for (const [i, { file, make }] of mine.entries())
    edits.push({ file, requirements: [id], edit: make(i === 0 ? [note] : []) });
  if (isInserted)
    for (const { start, end } of local.stuck) {
      const edit = { kind: "comment", span: { start, end }, notes: [conflictNote(finding)] } as const;
      if (changeable.has(fileAt(start))) edits.push({ file: fileAt(start), requirements: [], conflicts: [id], edit });
    }
  return because;
}

/** Where a comment goes that stands beside no change: at what is wrong, else at what speaks of the subject. */
function spotOf(
  finding: Finding,
  fileAt: (offset: number) => number,
  changeable: ReadonlySet<number>,
): { file: number; span: Span } | undefined {
  const evidence = [
    ...finding.evidence.filter(({ supports }) => supports === "adverse" || supports === "weak"),
    ...finding.quantities.filter(({ standing }) => standing !== "within").flatMap((quantity) => quantity.evidence),
    ...(finding.verdict === "missing" ? [] : finding.elements.flatMap((element) => element.evidence)),
  ].find(({ start }) => changeable.has(fileAt(start)));
  return evidence && { file: fileAt(evidence.start), span: { start: evidence.start, end: evidence.end } };
}

/** Within the clause that speaks of it; for what is missing, within the clause of that heading; else at the end of the operative clauses. */
function placeFor(
  finding: Finding,
  { contract, library, insertable }: RedlineRequest,
  places: Places,
): Place | undefined {
  const requirement = library.requirements.find(({ id }) => id === finding.requirementId);
  const headings = requirement?.headings ?? [];
  const spoken = [
    ...finding.evidence.filter(({ supports }) => supports === "adverse" || supports === "weak"),
    ...finding.quantities.flatMap(({ evidence }) => evidence),
    ...finding.elements.filter(({ mandatory }) => mandatory).flatMap(({ evidence }) => evidence),
  ].filter(({ start }) => isOperative(contract, places, start));
  const headed = matchingClause(
    contract,
    headings,
    spoken.map(({ start }) => places.clauseAt(start)),
  );
  const best = headed ? places.endOf(headed) : undefined;
  if (best) return best;
  const speaking = finding.verdict === "missing" ? [] : spoken.flatMap(({ start }) => places.within(start) ?? []);
  const most = mostFrequent(speaking);
  if (most) return most;
  const main = mainFile(contract);
  return places.end(main) ?? [...insertable].map((file) => places.end(file)).find((place) => place !== undefined);
}

/** The place that occurs most often; of several the first. */
function mostFrequent(places: readonly Place[]): Place | undefined {
  const counts = new Map<Place, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function isOperative(contract: Contract, places: Places, offset: number): boolean {
  const clause = places.clauseAt(offset);
  return (
    clause !== undefined &&
    clause.kind === "clause" &&
    clause.origin === "body" &&
    contract.files[clause.file] !== undefined
  );
}

/** The file that names the parties; the first where none does. */
function mainFile(contract: Contract): number {
  const offset = contract.parties.find(({ span }) => span !== undefined)?.span?.start ?? 0;
  return Math.max(
    0,
    contract.files.findIndex(({ span }) => offset >= span.start && offset < span.end),
  );
}
