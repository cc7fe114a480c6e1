import type { Requirement } from "../../model/requirement.ts";
import type { ElementResult, Evidence, Finding, QuantityResult } from "../../model/review.ts";

/** Where the contract speaks of it: what works against it; else the numbers, if they are all that is wrong; else what states it or falls short. */
export function placeOf(finding: Finding, requirement: Requirement): Evidence[] {
  const adverse = ofKind(finding, "adverse");
  if (adverse.length > 0 || finding.verdict === "missing") return adverse;
  const short = shortNumbers(finding).flatMap(({ evidence }) => evidence);
  if (short.length > 0 && lackingIn(finding, requirement).length === 0) return short;
  return [...short, ...ofKind(finding, "weak"), ...mandatory(finding).flatMap(({ evidence }) => evidence.slice(0, 1))];
}

export function mandatory({ elements }: Finding): ElementResult[] {
  return elements.filter((element) => element.mandatory);
}

/** Mandatory elements that are not met or met weakly, but for those that only a number spoils: the number is asked for itself. */
export function lackingIn(finding: Finding, { quantities, weak: entries }: Requirement): ElementResult[] {
  const short = shortNumbers(finding).map(({ metric }) => metric);
  const spoilt = new Set(quantities.filter(({ metric }) => short.includes(metric)).map(({ element }) => element));
  const found = ofKind(finding, "weak").map(({ wording }) => wording);
  const isWordedWeakly = ({ id }: ElementResult) =>
    entries.some((entry) => found.includes(entry.id) && entry.elements?.includes(id));
  return mandatory(finding).filter((element) => {
    if (element.met && !element.weak) return false;
    return !spoilt.has(element.id) || element.evidence.length === 0 || isWordedWeakly(element);
  });
}

/** Numbers beyond what is accepted. */
export function shortNumbers({ quantities }: Finding): QuantityResult[] {
  return quantities.filter(({ standing }) => standing !== "within");
}

/** Spoken of, though not so that it binds. */
export function isLoose({ met, evidence }: ElementResult): boolean {
  return met || evidence.length > 0;
}

export function ofKind({ evidence }: Finding, kind: Evidence["supports"]): Evidence[] {
  return evidence.filter(({ supports }) => supports === kind);
}

/** An element that a requirement finds firmly stated, and where. */
export interface FirmElement {
  readonly requirementId: string;
  readonly evidence: Evidence;
}

/** What the contract states firmly, sentence by sentence. */
export function firmElements(findings: readonly Finding[]): FirmElement[] {
  return findings.flatMap(({ requirementId, elements }) =>
    elements
      .filter(({ met, weak }) => met && !weak)
      .flatMap(({ evidence }) => evidence.map((one) => ({ requirementId, evidence: one }))),
  );
}

/** Whether two quotations share words of the contract. */
export function overlaps(one: Evidence, other: Evidence): boolean {
  return one.file === other.file && one.start < other.end && other.start < one.end;
}
