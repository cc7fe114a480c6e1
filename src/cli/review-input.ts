import type { ReadFile } from "../model/contract.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Library, Playbook } from "../model/requirement.ts";
import type { FactId, Review } from "../model/review.ts";
import type { CollectedInput } from "../read/collect-inputs.ts";
import type { ReviewOptions } from "../review.ts";

/** What a review of one input needs. */
export interface ReviewSetting {
  readonly library: Library;
  readonly playbook: Playbook;
  readonly facts: Partial<Record<FactId, boolean>>;
  readonly password: string | undefined;
  /** Shortfalls that somebody accepted, and the day for which to weigh them. */
  readonly accepted?: ReviewOptions["accepted"] | undefined;
}

/** Reads and reviews one contract: the files read, the review; `skipped` are its files that could not be read. Throws ContractCheckError where none could. */
export async function reviewOf(
  input: CollectedInput,
  { library, playbook, facts, password, accepted }: ReviewSetting,
): Promise<{ files: ReadFile[]; review: Review; skipped: Diagnostic[] }> {
  const { readInput } = await import("../read/read-input.ts");
  const { reviewContract } = await import("../review.ts");
  const { files, diagnostics } = await readInput(input, password === undefined ? {} : { password });
  return {
    files,
    review: reviewContract(files, { library, playbook, facts, diagnostics, ...(accepted ? { accepted } : {}) }),
    skipped: diagnostics,
  };
}
