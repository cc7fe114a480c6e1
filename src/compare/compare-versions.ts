import type { Comparison, FindingChange } from "../model/comparison.ts";
import type { Contract } from "../model/contract.ts";
import { type Review, SEVERITIES } from "../model/review.ts";
import { alignClauses } from "./align-clauses.ts";
import { changeIndex } from "./change-index.ts";
import { compareClauses } from "./compare-clauses.ts";
import { compareFindings, type DirectionOf } from "./compare-findings.ts";
import {
  compareDocuments,
  compareFacts,
  compareParties,
  compareResponsibilities,
  compareTerms,
} from "./compare-matters.ts";
import { clauseWords } from "./words.ts";

/** A version of the contract: what it says, and what the review made of it. */
export interface Version {
  readonly contract: Contract;
  readonly review: Review;
}

/**
 * What changed between two versions and what that means. Both reviews must come from the same library and playbook. Pure and
 * deterministic; a version compared with itself, or with its clauses in another order and under other numbers, gives nothing.
 */
export function compareVersions(old: Version, now: Version, directionOf: DirectionOf): Comparison {
  const pairing = alignClauses(clauseWords(old.contract), clauseWords(now.contract));
  const clauses = compareClauses(old.contract, now.contract, pairing);
  const index = changeIndex({ old: old.contract, new: now.contract }, pairing, clauses.changes);
  const matters = {
    parties: compareParties(old.contract, now.contract),
    terms: compareTerms(old.contract, now.contract, pairing),
    documents: compareDocuments(old.contract, now.contract),
    facts: compareFacts(old.review, now.review),
  };
  const isSame =
    clauses.changes.length + Object.values(matters).flat().length === 0 &&
    old.contract.unreadPages.length === now.contract.unreadPages.length;
  // Where a clause stands helps to read it: what only the order of the same words changed is nobody's doing.
  const before = isSame ? now.review : old.review;
  const all = compareFindings(before, now.review, index, directionOf);
  const findings = all.filter(({ effect }) => effect !== "unchanged").toSorted(bySeverity);
  const responsibilities = compareResponsibilities(before, now.review, index);
  const count = (wanted: FindingChange["effect"]) => all.filter(({ effect }) => effect === wanted).length;
  return {
    schema: "clausecheck.comparison/1",
    old: versionOf(old),
    new: versionOf(now),
    playbook: now.review.playbook,
    library: now.review.library,
    ...(now.review.asOf === undefined ? {} : { asOf: now.review.asOf }),
    findingCounts: {
      opened: count("opened"),
      worse: count("worse"),
      closed: count("closed"),
      better: count("better"),
      unchanged: count("unchanged"),
    },
    findings,
    clauseCounts: clauses.counts,
    clauses: clauses.changes.map(({ oldIndex: _, newIndex: __, ...change }) => ({
      ...change,
      findings: findings.filter(({ causes }) => causes.includes(change.id)).map(({ requirementId }) => requirementId),
      functions: responsibilities
        .filter(({ causes }) => causes.includes(change.id))
        .map(({ functionId }) => functionId),
    })),
    responsibilities,
    ...matters,
    deviations: now.review.findings.flatMap(({ requirementId, title, verdict, deviation }) =>
      deviation ? [{ requirementId, title, verdict, ...deviation }] : [],
    ),
  };
}

/** Keeps the order of the effects. */
function bySeverity(a: FindingChange, b: FindingChange): number {
  return a.effect === b.effect ? SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) : 0;
}

function versionOf({ review }: Version): Comparison["old"] {
  return {
    title: review.contract.title,
    files: review.contract.files.map(({ name, sha256 }) => ({ name, sha256 })),
    reservations: review.diagnostics.filter(({ severity }) => severity !== "info").map(({ message }) => message),
  };
}
