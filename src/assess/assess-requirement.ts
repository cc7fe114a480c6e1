import type { Contract } from "../model/contract.ts";
import type { RequirementMatch } from "../model/match.ts";
import type { Playbook } from "../model/requirement.ts";
import type { Evidence, Finding, QuantityResult } from "../model/review.ts";
import { nearMisses } from "./absence.ts";
import { confidenceOf, LEAST_CONFIDENCE } from "./confidence.ts";
import { counts, type ElementState, weighElements } from "./elements.ts";
import { clauseLabel, toEvidence } from "./evidence.ts";
import { explain } from "./explain.ts";
import { applies, type Fact } from "./facts.ts";
import { leadIns } from "./lead-ins.ts";
import { policyGaps } from "./policy-gaps.ts";
import { positionOf } from "./position.ts";
import { type QuantityState, weighQuantities } from "./quantities.ts";
import { verdictOf } from "./verdict.ts";
import type { AdverseFound, Weighed } from "./weighed.ts";

/** For one element or one entry; more would bury a reader, and the first are the strongest. */
const MOST_QUOTES = 12;

/** The finding for one requirement, without its suggested clause (""). */
export function assessRequirement(
  contract: Contract,
  match: RequirementMatch,
  facts: readonly Fact[],
  playbook: Playbook,
): Finding {
  const weighed = weigh(contract, match, facts, playbook);
  const { requirement } = match;
  const isAbsent = weighed.verdict === "missing" || weighed.verdict === "partial" || weighed.verdict === "undecided";
  const position = positionOf(weighed, playbook);
  const weaker = policyGaps(weighed, playbook);
  return {
    requirementId: requirement.id,
    title: requirement.title,
    area: requirement.area,
    verdict: weighed.verdict,
    severity: playbook.severity[requirement.id] ?? requirement.severity,
    confidence: weighed.confidence,
    elements: weighed.elements.map((state) => ({
      id: state.element.id,
      text: state.element.text,
      met: state.met,
      weak: state.weak,
      mandatory: state.element.mandatory,
      beyondStatute: state.element.beyond_statute,
      evidence: state.hits.slice(0, MOST_QUOTES).flatMap((hit) => toEvidence(contract, hit, "element")),
    })),
    evidence: [
      ...weighed.adverse.flatMap((found) =>
        found.hits
          .slice(0, MOST_QUOTES)
          .flatMap((hit) => toEvidence(contract, hit, "adverse", { wording: found.id, because: found.because })),
      ),
      ...distinct(
        weighed.weak.flatMap((found) =>
          toEvidence(contract, found.hit, "weak", { wording: found.id, because: found.because }),
        ),
      ),
      ...(weighed.verdict === "not-applicable" ? [] : leadIns(contract, weighed)),
    ],
    quantities: weighed.quantities.map((state) => quantityResult(contract, state)),
    searched: {
      clauses: isAbsent ? [...weighed.nearest] : [],
      near: isAbsent ? nearMisses(contract, match, weighed.elements) : [],
      clausesRead: weighed.clausesRead,
      unreadPages: contract.unreadPages.map(({ file, page }) => ({ file, page })),
    },
    explanation: explain(contract, weighed),
    ...(position ? { position } : {}),
    ...(weaker ? { weakerThanPolicy: weaker } : {}),
    why: requirement.why,
    citations: requirement.citations,
    suggestion: "",
  };
}

function weigh(contract: Contract, match: RequirementMatch, facts: readonly Fact[], playbook: Playbook): Weighed {
  const { requirement } = match;
  const quantities = weighQuantities(match.quantities, playbook);
  const elements = weighElements(match).map((state) => withNumbers(state, quantities));
  const strong = new Set(elements.filter((state) => state.met && !state.weak).map((state) => state.element.id));
  const named = match.adverse
    .filter(({ wording, hits }) => hits.length > 0 && counts(wording, strong))
    .map(({ wording, hits }) => ({ id: wording.id, because: wording.because, hits }));
  const adverse = [...named, ...releases(elements, named)];
  const alone = match.weak
    .filter(({ wording, hits }) => wording.alone && hits.length > 0 && counts(wording, strong))
    .flatMap(({ wording, hits }) =>
      hits.slice(0, MOST_QUOTES).map((hit) => ({ id: wording.id, because: wording.because, hit })),
    );
  const mandatory = elements.filter((state) => state.element.mandatory);
  const found = verdictOf({
    applies: applies(requirement, facts),
    chosenOtherwise: match.otherwise.length > 0,
    adverse: adverse.length > 0,
    mandatory,
    numberOutside: quantities.some((state) => state.standing !== "within"),
    weakAlone: alone.length > 0,
    unread: isUnread(contract),
  });
  const sure = confidenceOf(found, match, elements);
  const isUnsure = sure < LEAST_CONFIDENCE && found !== "undecided";
  const verdict = isUnsure ? "undecided" : found;
  return {
    requirement,
    verdict,
    confidence: sure,
    unsure: isUnsure,
    elements,
    adverse: verdict === "not-applicable" ? [] : adverse,
    weak: [...mandatory.flatMap((state) => state.weaknesses), ...alone],
    quantities,
    nearest: [...new Set(match.nearest.map(({ clause }) => clauseLabel(contract, clause)))],
    clausesRead: clausesRead(contract),
  };
}

const READ = new WeakMap<Contract, number>();

/** Clauses and table rows with text of their own; counted once a contract, as each requirement reports them. */
function clausesRead(contract: Contract): number {
  const known = READ.get(contract);
  if (known !== undefined) return known;
  const count = contract.clauses.filter((clause) => clause.body.length > 0 && clause.kind !== "contents").length;
  READ.set(contract, count);
  return count;
}

const UNREAD: ReadonlySet<string> = new Set(["language-not-supported", "part-unreadable"]);

/** Part of it has no text, or is in a language that the library does not know. */
function isUnread(contract: Contract): boolean {
  return contract.unreadPages.length > 0 || contract.diagnostics.some(({ code }) => UNREAD.has(code));
}

/** A failing number unmeets its element; a weak one makes it weak. Where another clause keeps to the limit, the worst still counts: both bind. */
function withNumbers(state: ElementState, quantities: readonly QuantityState[]): ElementState {
  const own = quantities.filter((quantity) => quantity.hit.rule.element === state.element.id);
  if (own.some((quantity) => quantity.standing === "failing"))
    return { ...state, met: false, weak: false, addressed: true };
  return own.some((quantity) => quantity.standing === "weak") ? { ...state, weak: state.met } : state;
}

/** "The Supplier is not obliged to ..." on the very point, where no clause binds it elsewhere and no entry names it. */
function releases(elements: readonly ElementState[], named: readonly AdverseFound[]): AdverseFound[] {
  const known = new Set(named.flatMap((found) => found.hits.map((hit) => hit.provision)));
  return elements
    .filter((state) => state.element.mandatory)
    .map((state) => ({
      id: "released",
      because: `The contract frees the party that should bear it: ${state.element.text.charAt(0).toLowerCase()}${state.element.text.slice(1)}.`,
      hits: state.relieved.filter((hit) => !known.has(hit.provision)),
    }))
    .filter((found) => found.hits.length > 0);
}

function quantityResult(contract: Contract, state: QuantityState): QuantityResult {
  const { hit, limit, preferred, standing } = state;
  return {
    metric: hit.rule.metric,
    value: hit.value,
    unit: hit.rule.unit,
    limit,
    preferred,
    standing,
    evidence: toEvidence(contract, hit, standing === "within" ? "element" : "weak"),
  };
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((e) => {
    const key = `${e.start}-${e.end}-${e.because ?? ""}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
