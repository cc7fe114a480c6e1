import type { Span } from "../../model/block.ts";
import type { Contract } from "../../model/contract.ts";
import type { RedlineWords } from "../../model/redline-words.ts";
import type { Library } from "../../model/requirement.ts";
import type { Evidence, Finding, QuantityResult } from "../../model/review.ts";
import { sentences } from "../../text/sentences.ts";

import type { TemplateValues } from "../clause-template.ts";
import { ownWords } from "../letter/numbers.ts";
import { changedNumber } from "./number.ts";
import { firmWords } from "./words.ts";

/** A change of words that stand in the contract. */
export interface LocalChange {
  readonly kind: "replace" | "strike";
  readonly span: Span;
  readonly text: string;
}

export interface LocalRequest {
  readonly contract: Contract;
  readonly findings: readonly Finding[];
  readonly values: TemplateValues;
  readonly words: RedlineWords;
  readonly library: Pick<Library, "hedges">;
  /** True where the whole model clause comes in the place of weak sentences too. */
  readonly isReplaced: boolean;
}

/** What can be put right in the contract's own words, and what not. */
export interface LocalChanges {
  readonly changes: readonly LocalChange[];
  /** Elements that need no words besides. */
  readonly mended: ReadonlySet<string>;
  /** What stays as it is though new wording contradicts it, for a comment. */
  readonly stuck: readonly Evidence[];
}

/** The numbers, weak words and adverse sentences of a finding that are changed in place. */
export function localChanges(finding: Finding, request: LocalRequest): LocalChanges {
  const changes: LocalChange[] = [];
  const stuck: Evidence[] = [];
  const outside = finding.quantities.filter(({ standing }) => standing !== "within");
  for (const quantity of outside) {
    const wanted = wantedOf(quantity, request.values);
    const made = quantity.evidence.map((evidence) => ({
      evidence,
      change: changedNumber(request.contract.text, evidence, { found: quantity.value, wanted, unit: quantity.unit }),
    }));
    // A row of a table is quoted cell by cell: where the number is changed in one, the others say nothing against it.
    const isChanged = made.some(({ change }) => change !== undefined);
    for (const { evidence, change } of made) {
      if (change) add(changes, { kind: "replace", ...change });
      else if (!isChanged || ownWords(evidence, quantity) !== "") stuck.push(evidence);
    }
  }
  const firm = new Set<Evidence>();
  // Words that make a duty half of one stand against a whole one; what is only incomplete does not.
  const hedges = new Set(request.library.hedges.map(({ id }) => id));
  const supplier = request.contract.roleNames.filter(({ role }) => role === "supplier").map(({ words }) => words);
  for (const evidence of finding.evidence.filter(({ supports }) => supports === "weak")) {
    const found = firmWords(request.contract.text, evidence, finding.requirementId, request.words.firm, supplier);
    const instead = found.length === 0 && request.isReplaced ? struck(evidence, finding, request) : undefined;
    if (instead) add(changes, instead);
    if (found.length === 0 && !instead && hedges.has(evidence.wording ?? "")) stuck.push(evidence);
    if (found.length > 0) firm.add(evidence);
    for (const change of found) add(changes, { kind: "replace", ...change });
  }
  for (const evidence of finding.evidence.filter(({ supports }) => supports === "adverse")) {
    const change = struck(evidence, finding, request);
    if (change) add(changes, change);
    else stuck.push(evidence);
  }
  return { changes, stuck, mended: mendedBy(finding, firm, stuck) };
}

/** Elements weak or unmet for their number alone, and those whose weak words all were made firm. */
function mendedBy(finding: Finding, firm: ReadonlySet<Evidence>, stuck: readonly Evidence[]): Set<string> {
  const weak = finding.evidence.filter(({ supports }) => supports === "weak");
  const numbers = finding.quantities
    .filter(({ standing }) => standing !== "within")
    .flatMap(({ evidence }) => evidence);
  const overlaps = (a: Span) => (b: Span) => a.start < b.end && b.start < a.end;
  return new Set(
    finding.elements
      .filter(({ met, weak: isWeak }) => !met || isWeak)
      .filter(({ evidence }) => {
        const troubles = [...weak, ...numbers].filter((trouble) => evidence.some(overlaps(trouble)));
        return (
          troubles.length > 0 &&
          troubles.every((trouble) => !stuck.includes(trouble) && (firm.has(trouble) || numbers.includes(trouble)))
        );
      })
      .map(({ id }) => id),
  );
}

/** One number an event: what the clauses say, as far as it keeps to the limit. */
export function wantedOf({ metric, limit, value }: QuantityResult, values: TemplateValues): number {
  const own = values[metric];
  if (typeof own !== "number") return limit;
  return value > limit ? Math.min(own, limit) : Math.max(own, limit);
}

/**
 * An adverse provision, or a weak one for which another comes in, is struck where it is a whole sentence or a whole list item that no other finding relies on and that nothing hangs
 * on. The number of a struck clause stays, "Not used.", so that no reference breaks.
 */
function struck(evidence: Evidence, finding: Finding, { contract, findings }: LocalRequest): LocalChange | undefined {
  const clause = contract.clauses.findLast((one) =>
    one.body.some((span) => span.start <= evidence.start && span.end >= evidence.end),
  );
  const body = clause?.body.find((span) => span.start <= evidence.start && span.end >= evidence.end);
  if (!clause || !body || clause.kind !== "clause" || clause.leadIn || clause.origin !== "body") return undefined;
  if (contract.clauses.some(({ parent }) => parent === clause.index)) return undefined;
  const isReliedOn = findings.some(
    (other) =>
      other !== finding &&
      other.elements.some(
        ({ met, evidence: found }) => met && found.some((one) => one.start < evidence.end && evidence.start < one.end),
      ),
  );
  if (isReliedOn) return undefined;
  const whole = contract.text.slice(body.start, body.end);
  const own = sentences(contract.text, body).filter((one) => one.start < evidence.end && evidence.start < one.end);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || first.start < evidence.start - 1 || last.end > evidence.end + 1) return undefined;
  if (first.start <= body.start && last.end >= body.end) {
    const ending = /(?:[;,](?: (?:and|or))?|\.)$/.exec(whole.trimEnd())?.[0] ?? ".";
    const isItem = ending !== ".";
    return { kind: "strike", span: { ...body }, text: `${isItem ? "not used" : "Not used"}${ending}` };
  }
  const before = /\s+$/.exec(contract.text.slice(body.start, first.start))?.[0].length ?? 0;
  return { kind: "strike", span: { start: first.start - before, end: last.end }, text: "" };
}

function add(changes: LocalChange[], change: LocalChange): void {
  const same = changes.some(({ span }) => span.start < change.span.end && change.span.start < span.end);
  if (!same) changes.push(change);
}
