import { clauseList } from "./assess/clause-list.ts";
import { draftInternalLetter } from "./draft/letter/internal-letter.ts";
import { draftLetter, type LetterOptions } from "./draft/letter/letter.ts";
import type { InternalLetterView, LetterView } from "./model/letter-view.ts";
import type { Review } from "./model/review.ts";

export type SupplierLetterOptions = Omit<LetterOptions, "nameClauses">;

/**
 * The letter that asks a contract's supplier for what the contract lacks; `internal` is the same letter with our own remarks, never to be
 * sent. Undefined where there is nothing to ask. Pure.
 */
export function supplierLetter(
  review: Review,
  options: SupplierLetterOptions,
): { letter: LetterView; internal: InternalLetterView } | undefined {
  const letter = draftLetter(review, { ...options, nameClauses: clauseList });
  return letter && { letter, internal: draftInternalLetter(review, letter, options) };
}
