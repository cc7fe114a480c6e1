import type {
  Accepted,
  ElementResult,
  Evidence,
  Finding,
  PolicyGap,
  Position,
  QuantityResult,
  Responsibility,
  Review,
} from "../model/review.ts";

/**
 * The review as "clausecheck.review/1": keys in the order of the format's description, two spaces, a final newline.
 * The same review gives the same bytes whatever order its keys had.
 */
export function renderJson(review: Review): string {
  const ordered = {
    schema: review.schema,
    contract: contract(review.contract),
    playbook: { id: review.playbook.id, version: review.playbook.version },
    library: { version: review.library.version, sha256: review.library.sha256 },
    asOf: review.asOf,
    facts: review.facts.map(({ id, value, assumed, evidence }) => ({
      id,
      value,
      assumed,
      evidence: evidence.map(evidenceItem),
    })),
    findings: review.findings.map(finding),
    responsibilities: review.responsibilities.map(responsibility),
    definedTerms: review.definedTerms.map(({ term, quote }) => ({ term, quote })),
    diagnostics: review.diagnostics.map(({ code, severity, message, file, page }) => ({
      code,
      severity,
      message,
      file,
      page,
    })),
  } satisfies Loose<Review>;
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

/** The responsibility matrix alone, each row as in the review. */
export function renderMatrixJson(review: Review): string {
  const rows = review.responsibilities.map(responsibility);
  return `${JSON.stringify({ schema: "clausecheck.responsibilities/1", contract: contract(review.contract), responsibilities: rows }, undefined, 2)}\n`;
}

/** Every key must be named, and an optional one may be undefined: JSON leaves it out then. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { [Key in keyof Required<T>]: Loose<Required<T>[Key]> | (undefined extends T[Key] ? undefined : never) }
    : T;

function contract({ title, files, parties, names }: Review["contract"]): Loose<Review["contract"]> {
  return {
    title,
    files: files.map(({ name, sha256, mediaType, pages }) => ({ name, sha256, mediaType, pages })),
    parties: parties.map(({ name, role }) => ({ name, role })),
    names: { supplier: names.supplier, customer: names.customer },
  };
}

function finding(item: Finding): Loose<Finding> {
  return {
    requirementId: item.requirementId,
    title: item.title,
    area: item.area,
    verdict: item.verdict,
    severity: item.severity,
    confidence: item.confidence,
    elements: item.elements.map(element),
    evidence: item.evidence.map(evidenceItem),
    quantities: item.quantities.map(quantity),
    searched: {
      clauses: item.searched.clauses,
      near: item.searched.near.map(evidenceItem),
      clausesRead: item.searched.clausesRead,
      unreadPages: item.searched.unreadPages.map(({ file, page }) => ({ file, page })),
    },
    explanation: item.explanation,
    position: item.position && position(item.position),
    weakerThanPolicy: item.weakerThanPolicy?.map(policyGap),
    deviation: item.deviation && accepted(item.deviation),
    why: item.why,
    citations: item.citations,
    suggestion: item.suggestion,
  };
}

function accepted({ by, because, accepted: from, until, status }: Accepted): Loose<Accepted> {
  return { by, because, accepted: from, until, status };
}

function policyGap({ element: id, metric, how, wanted, found, unit, policy }: PolicyGap): Loose<PolicyGap> {
  const { quote, file, clause } = policy;
  return { element: id, metric, how, wanted, found, unit, policy: { quote, file, clause } };
}

function element(item: ElementResult): Loose<ElementResult> {
  return {
    id: item.id,
    text: item.text,
    met: item.met,
    weak: item.weak,
    mandatory: item.mandatory,
    beyondStatute: item.beyondStatute,
    evidence: item.evidence.map(evidenceItem),
  };
}

function quantity(item: QuantityResult): Loose<QuantityResult> {
  const { metric, value, unit, limit, preferred, standing } = item;
  return { metric, value, unit, limit, preferred, standing, evidence: item.evidence.map(evidenceItem) };
}

function responsibility(item: Responsibility): Loose<Responsibility> {
  const { functionId, name, group, core, usualOwner, allocation, explanation, concerns, evidence, handovers } = item;
  return {
    functionId,
    name,
    group,
    core,
    usualOwner,
    allocation,
    explanation,
    concerns,
    evidence: evidence.map(evidenceItem),
    handovers: handovers.map((handover) => ({
      from: handover.from,
      to: handover.to,
      withinHours: handover.withinHours,
      contact: handover.contact,
      evidence: handover.evidence.map(evidenceItem),
    })),
  };
}

function position({ level, note, approval }: Position): Loose<Position> {
  return { level, note, approval };
}

function evidenceItem(item: Evidence): Loose<Evidence> {
  const { file, page, clause, heading, start, end, quote, shown, supports, because, wording, bearer } = item;
  return { file, page, clause, heading, start, end, quote, shown, supports, because, wording, bearer };
}
