import type { Span } from "../model/block.ts";
import type { Clause, Contract } from "../model/contract.ts";
import { sentences } from "../text/sentences.ts";

/** Wording of a policy that binds nobody: advice, aims, examples, what need not be done. */
const GUIDANCE =
  /\b(?:should|ought to|ideally|(?:is|are) not (?:required|obliged) to|need not|do(?:es)? not (?:have|need) to|may (?:also )?consider|is recommended|are recommended|we recommend|(?:we |our )?(?:aspire|aim|ambition|hope|intend|goal)\b|would like to|as an example|for example|for instance|e\.g\.)/i;
/** A sentence that tells how things were. */
const ONCE =
  /^(?:until|before|up to) (?:\w+ )?(?:19|20)\d\d\b|^(?:until|under) (?:version|the (?:previous|old|former))\b|\b(?:previously|formerly|used to be|in the (?:drill|exercise|test|incident) of|has missed|have missed)\b/i;
const HISTORY_HEADS = /\b(?:version|revision|issue|release)\b/i;
const CHANGE_HEADS = /\b(?:changes?|description|comments?|amendments?|reason|date)\b/i;
const HISTORY_HEADING = /\b(?:(?:version|revision|document|change) (?:history|control|log)|^history|change log)\b/i;

/**
 * A policy as read, without the sentences that bind nobody and without its tables of versions. Everything else, numbers and places
 * included, stays where it is.
 */
export function withoutGuidance(contract: Contract): Contract {
  const clauses = contract.clauses.map((clause) =>
    isHistory(contract, clause) ? silenced(clause) : bindingPart(contract, clause),
  );
  return { ...contract, clauses, missingDocuments: [] };
}

function bindingPart(contract: Contract, clause: Clause): Clause {
  if (clause.kind === "row") return clause;
  const body = clause.body.flatMap((paragraph) => bindingSpans(contract.text, paragraph));
  return { ...clause, body };
}

/** The paragraph's sentences that bind, neighbours as one span. */
function bindingSpans(text: string, paragraph: Span): Span[] {
  const spans: Span[] = [];
  let isJoined = false;
  for (const sentence of sentences(text, paragraph)) {
    const words = text.slice(sentence.start, sentence.end);
    const isBinding = !GUIDANCE.test(words) && !ONCE.test(words);
    const last = spans.at(-1);
    if (isBinding && isJoined && last) spans[spans.length - 1] = { start: last.start, end: sentence.end };
    else if (isBinding) spans.push(sentence);
    isJoined = isBinding;
  }
  return spans;
}

function isHistory(contract: Contract, clause: Clause): boolean {
  if (clause.kind !== "row" && clause.kind !== "table") return false;
  const heads = (clause.columnHeads ?? []).map((head) => (head ? contract.text.slice(head.start, head.end) : ""));
  if (heads.some((head) => HISTORY_HEADS.test(head)) && heads.some((head) => CHANGE_HEADS.test(head))) return true;
  for (let at = clause.parent; at !== undefined; at = contract.clauses[at]?.parent)
    if (HISTORY_HEADING.test(contract.clauses[at]?.heading ?? "")) return true;
  return false;
}

function silenced(clause: Clause): Clause {
  return { ...clause, kind: "contents", body: [] };
}
