import { clauseList } from "./assess/clause-list.ts";
import type { Side } from "./draft/letter/companies.ts";
import { draftInternalLetter } from "./draft/letter/internal-letter.ts";
import { draftLetter, type LetterOptions } from "./draft/letter/letter.ts";
import type { InternalLetterView, LetterView } from "./model/letter-view.ts";
import type { Review } from "./model/review.ts";

export { contractLaw } from "./draft/letter/contract-law.ts";

export interface SupplierLetterOptions extends Omit<LetterOptions, "nameClauses"> {
  /** Whose law the contract's text names; the United Kingdom's is not relied on where it names the Union's alone. */
  readonly contractLaw?: "uk" | "eu" | undefined;
}

/**
 * The letter that asks a contract's supplier for what the contract lacks; `internal` is the same letter with our own remarks, never to be
 * sent; `unnamed` are the sides for which the letter has a blank in place of a company. Undefined where there is nothing to ask. Pure.
 */
export function supplierLetter(
  review: Review,
  options: SupplierLetterOptions,
): { letter: LetterView; internal: InternalLetterView; unnamed: readonly Side[] } | undefined {
  const playbook = options.contractLaw === "eu" ? { ...options.playbook, law: "eu" as const } : options.playbook;
  const own = { ...options, playbook, nameClauses: clauseList };
  const drafted = draftLetter(review, own);
  if (!drafted) return undefined;
  const { letter, unnamed } = drafted;
  return { letter, internal: draftInternalLetter(review, drafted, own), unnamed };
}
