import { type ClauseLine, textOf } from "./draft/clause-template.ts";
import { draftLines } from "./draft/draft-clause.ts";
import type { Element, Library, QuantityRule, Requirement } from "./model/requirement.ts";
import type { Finding } from "./model/review.ts";
import { EVERYTHING, judge } from "./test-library.ts";

/** A model clause with one thing wrong in it. The check must see just that. */
export interface Mutant {
  readonly id: string;
  readonly kind: "removed" | "swapped" | "negated" | "beyond";
  /** The element or the metric that was touched; "" for the whole clause. */
  readonly touched: string;
  readonly text: string;
  /** What the check says instead; absent where it says what it should. */
  readonly survived?: string;
}

const NAMES = { supplier: "the Supplier", customer: "the Customer" };
const SWAPPED = { supplier: NAMES.customer, customer: NAMES.supplier };

/**
 * Every mutant of a requirement's model clause: without the line of each mandatory element (reported: just that element), with the
 * parties swapped, clause and line (not covered; the element not met), with the line's duty denied (the element not met, or
 * adverse), with each number beyond what may not be signed (said of the number, or not covered).
 */
export function mutantsOf(library: Library, requirement: Requirement): Mutant[] {
  const alone: Library = { ...library, requirements: [requirement], functions: [] };
  const draft = (names = NAMES, limits = EVERYTHING.limits) =>
    draftLines(library, requirement, names, { ...EVERYTHING, limits });
  const lines = draft();
  const swapped = draft(SWAPPED);
  const mutants: Mutant[] = [];
  const add = (kind: Mutant["kind"], touched: string, text: string, isKilled: (finding: Finding) => boolean) => {
    const finding = judge(alone, text === "" ? "The parties agree as follows." : text);
    const mutant = { id: requirement.id, kind, touched, text };
    mutants.push(isKilled(finding) ? mutant : { ...mutant, survived: sayingOf(finding) });
  };
  const mandatory = requirement.elements.filter((element) => element.mandatory);
  const isBound = ({ by, voice }: Element) => (by ?? requirement.party_duty) in NAMES && voice !== "fact";
  for (const element of mandatory) {
    const isItsLine = ({ states }: ClauseLine) => states.includes(element.id);
    const without = lines.filter((line) => !isItsLine(line));
    if (without.length === lines.length) continue;
    add("removed", element.id, textOf(without), (finding) => lacksOf(finding).join() === element.id);
    const own = lines.filter(isItsLine);
    if (isBound(element) && own.some(({ text }, i) => text !== swapped.filter(isItsLine)[i]?.text))
      add(
        "swapped",
        element.id,
        textOf(lines.map((line, i) => (isItsLine(line) ? (swapped[i] ?? line) : line))),
        (finding) => lacksOf(finding).includes(element.id),
      );
    const denied = lines.map((line) => (isItsLine(line) ? { ...line, text: deny(line.text) } : line));
    if (textOf(denied) !== textOf(lines))
      add(
        "negated",
        element.id,
        textOf(denied),
        (finding) => finding.verdict === "adverse" || lacksOf(finding).includes(element.id),
      );
  }
  if (requirement.party_duty in NAMES && mandatory.some(isBound))
    add("swapped", "", textOf(swapped), ({ verdict }) => verdict !== "covered");
  for (const rule of requirement.quantities) {
    const text = textOf(draft(NAMES, { [rule.metric]: { pass: beyond(rule) } }));
    if (text !== textOf(lines))
      add(
        "beyond",
        rule.metric,
        text,
        (finding) =>
          finding.verdict !== "covered" ||
          finding.quantities.some((found) => found.metric === rule.metric && found.standing === "failing"),
      );
  }
  return mutants;
}

/** The same sentence with its first binding word turned round; unchanged where it has none. */
function deny(text: string): string {
  return text.replace(/\b(shall|must|may|will|is|are|has|have) (not |only )?/, (_, verb: string, rest?: string) =>
    rest === "not "
      ? `${verb === "shall" || verb === "must" || verb === "may" ? "may" : verb} `
      : `${verb} not ${rest ?? ""}`,
  );
}

/** A number that may not be signed. */
function beyond({ op, fail_beyond, pass }: QuantityRule): number {
  if (op === "==") return pass + 1;
  return op === "<=" ? Math.ceil(Math.max(fail_beyond, pass) * 2) + 1 : Math.min(fail_beyond || pass / 2, pass) / 2;
}

function lacksOf(finding: Finding): string[] {
  return finding.elements.filter((element) => element.mandatory && !element.met).map((element) => element.id);
}

function sayingOf(finding: Finding): string {
  return `${finding.verdict}, not met: ${lacksOf(finding).join(", ") || "none"}`;
}
