import type { RedlineNote } from "../../model/redline.ts";
import type { CommentTexts } from "../../model/redline-words.ts";
import type { ElementResult, Finding, QuantityResult, Review } from "../../model/review.ts";
import type { TemplateValues } from "../clause-template.ts";
import { amountWords, ownWords } from "../letter/numbers.ts";
import { listPoints, pointsOf } from "../letter/points.ts";
import { lawsOf } from "./law.ts";
import { wantedOf } from "./local.ts";

export interface NoteRequest {
  readonly review: Review;
  readonly values: TemplateValues;
  readonly texts: CommentTexts;
  /** Whose law the clauses name. */
  readonly law: "uk" | "eu";
  /** Words that keep their capitals within a sentence. */
  readonly properNames: readonly string[];
}

/** Points named in a comment; the change itself shows the rest. */
const MOST_POINTS = 4;

/**
 * Why a change is asked for, in words that go to the other side: what the contract lacks, a neutral reason, the law that applies. Never
 * what would be accepted, nor why the check found what it found.
 */
export function noteOf(finding: Finding, request: NoteRequest): RedlineNote {
  const { review, texts, law } = request;
  const laws = lawsOf(finding.citations, texts.laws, law, review.facts);
  return {
    requirementId: finding.requirementId,
    lines: [
      finding.title,
      whatIsWrong(finding, request),
      texts.reasons[finding.area],
      ...(laws.length > 0 ? [`Law: ${laws.join("; ")}.`] : []),
    ],
  };
}

/** What to say at words that the new wording contradicts and that stay. */
export function conflictNote({ requirementId, title }: Finding): RedlineNote {
  return {
    requirementId,
    lines: [title, "These words conflict with the new wording on this subject: to be deleted or aligned with it."],
  };
}

function whatIsWrong(finding: Finding, request: NoteRequest): string {
  if (finding.verdict === "missing") return "The contract does not provide for this.";
  const numbers = finding.quantities
    .filter(({ standing }) => standing !== "within")
    .map((quantity) => numberSentence(quantity, request));
  const mandatory = finding.elements.filter((element) => element.mandatory);
  const sentences = [
    ...(finding.verdict === "adverse" ? ["The contract provides otherwise."] : []),
    ...new Set(numbers),
    ...points(
      "Not provided for",
      mandatory.filter(({ met }) => !met),
      request,
    ),
    ...points(
      "Not in binding words",
      mandatory.filter(({ met, weak }) => met && weak && numbers.length === 0),
      request,
    ),
  ];
  return sentences.join(" ") || "The contract provides for this only in part.";
}

/** The contract's own words and what is asked for, in the metric's unit. */
function numberSentence(quantity: QuantityResult, { values }: NoteRequest): string {
  const found = quantity.evidence.map((evidence) => ownWords(evidence, quantity)).find((words) => words !== "");
  // Without a number of its own to ask for, what is left is the limit.
  const asked =
    typeof values[quantity.metric] === "number"
      ? `we ask for ${amountWords(wantedOf(quantity, values), quantity)}.`
      : "we ask for another number.";
  return found === undefined ? `W${asked.slice(1)}` : `The contract says “${found}”; ${asked}`;
}

function points(beginning: string, elements: readonly ElementResult[], { review, properNames }: NoteRequest): string[] {
  if (elements.length === 0) return [];
  const named = pointsOf(elements.slice(0, MOST_POINTS), properNames, review.contract.names);
  return [`${beginning}: ${listPoints(named)}${elements.length > MOST_POINTS ? "; and others" : ""}.`];
}
