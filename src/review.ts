import { applyDeviations } from "./assess/apply-deviations.ts";
import { assessFunction } from "./assess/assess-function.ts";
import { assessRequirement } from "./assess/assess-requirement.ts";
import { quoteOf } from "./assess/evidence.ts";
import { applies, weighFacts } from "./assess/facts.ts";
import { draftClause } from "./draft/draft-clause.ts";
import { partyNames } from "./draft/party-names.ts";
import { selectRequirements } from "./library/select-requirements.ts";
import { matchContract } from "./match/match-contract.ts";
import type { Contract, ReadFile } from "./model/contract.ts";
import type { Deviation } from "./model/deviation.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import type { Library, Playbook } from "./model/requirement.ts";
import type { FactId, Finding, Review } from "./model/review.ts";
import { segmentContract } from "./segment/segment-contract.ts";

export interface ReviewOptions {
  readonly library: Library;
  readonly playbook: Playbook;
  /** Facts of the engagement that the caller knows; they go before what the contract says. */
  readonly facts?: Partial<Record<FactId, boolean>>;
  /** True where annexes that the text refers to are known to exist, though they are not among the files. */
  readonly annexesExist?: boolean;
  /** Shortfalls that somebody accepted, and the day (ISO 8601) for which to weigh them. */
  readonly accepted?: { readonly deviations: readonly Deviation[]; readonly asOf: string };
  /** What went wrong before the files came here (a file that could not be read). */
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * The review of one contract, given as the files that make it up. Pure and deterministic: the same files, library and
 * playbook give the same review.
 */
export function reviewContract(files: readonly ReadFile[], options: ReviewOptions): Review {
  const { playbook } = options;
  const library = selectRequirements(options.library, playbook);
  const read = segmentContract(files);
  const contract = options.annexesExist ? { ...read, missingDocuments: [] } : read;
  const matched = matchContract(contract, library);
  const facts = weighFacts(contract, library.facts, matched.facts, { ...playbook.facts, ...options.facts });
  const names = partyNames(contract);
  const asked = matched.requirements((requirement) => applies(requirement, facts));
  const findings = asked.map((match) => {
    const finding = assessRequirement(contract, match, facts, playbook);
    return needsClause(finding)
      ? {
          ...finding,
          suggestion: draftClause(options.library, match.requirement, names, playbook),
        }
      : finding;
  });
  const review: Review = {
    schema: "clausecheck.review/1",
    contract: {
      title: contract.title,
      files: contract.files.map(({ span: _, ...file }) => file),
      parties: contract.parties.map(({ name, role }) => ({ name, role })),
      names: { supplier: names.supplier, customer: names.customer },
    },
    playbook: { id: playbook.id, version: playbook.version },
    library: { version: library.version, sha256: library.sha256 },
    facts,
    findings,
    responsibilities: matched.functions.map((match) => assessFunction(contract, match, library.assignments, facts)),
    definedTerms: contract.terms.map((term) => ({
      term: term.term,
      quote: contract.text.slice(term.span.start, term.span.end),
    })),
    diagnostics: [
      ...(options.diagnostics ?? []),
      ...contract.diagnostics,
      ...absentDocuments(contract),
      ...assumptions(facts, library),
    ],
  };
  return options.accepted ? applyDeviations(review, options.accepted.deviations, options.accepted.asOf) : review;
}

function needsClause(finding: Finding): boolean {
  return (
    finding.verdict === "missing" ||
    finding.verdict === "partial" ||
    finding.verdict === "adverse" ||
    finding.verdict === "undecided"
  );
}

function absentDocuments(contract: Contract): Diagnostic[] {
  return contract.missingDocuments.map((document) => {
    const clause =
      contract.clauses.findLast((c) => c.body.some((span) => span.start <= document.span.start)) ?? contract.clauses[0];
    const place = clause ? quoteOf(contract, clause.index, document.span, "context") : undefined;
    return {
      code: "document-not-supplied",
      severity: "warning",
      message: `"${document.title}" is relied on${place?.clause ? ` in ${/^\d|^\(/.test(place.clause) ? "clause " : ""}${place.clause}` : ""} but is not among the files; supply it and check again, or ask for it to be attached.`,
      ...(place?.file ? { file: place.file } : {}),
      ...(place?.page === undefined ? {} : { page: place.page }),
    };
  });
}

function assumptions(facts: Review["facts"], library: Library): Diagnostic[] {
  return facts
    .filter((fact) => fact.assumed)
    .map((fact) => ({
      code: "assumption",
      severity: "info",
      message: `${library.facts.find((rule) => rule.id === fact.id)?.question ?? fact.id} The contract does not say; assumed ${fact.value ? "yes" : "no"}. Say otherwise with --fact ${fact.id}=${!fact.value}.`,
    }));
}
