// Words that a redline changes: weak ones of the contract, and those of model clauses that a fact stands behind.
import { z } from "zod";
import { sentence } from "./fields.ts";
import { FACTS } from "./review.ts";

export const firmWordingSchema = z.array(
  z.strictObject({
    weak: sentence,
    firm: z.string(),
    /** Requirements for which it is right; absent where it is right in any sentence that the library found weak. */
    only: z.array(sentence).min(1).optional(),
    /** True where the words are weak only behind the name of the party that owes the duty. */
    after_supplier: z.boolean().default(false),
  }),
);

export type FirmWording = z.infer<typeof firmWordingSchema>[number];

export const factWordsSchema = z.partialRecord(
  z.enum(FACTS),
  z.array(z.strictObject({ of: sentence, without: z.string() })),
);

/** Words to leave out of model clauses, by the fact that must hold for them. */
export type FactWords = z.infer<typeof factWordsSchema>;

/** Equal terms by the term that model clauses use. */
export const ownTermsSchema = z.record(sentence, z.array(sentence).min(1));

/** The lists of templates/firm-wording.yaml, templates/fact-words.yaml and templates/own-terms.yaml. */
export interface RedlineWords {
  readonly ownTerms: z.infer<typeof ownTermsSchema>;
  readonly firm: readonly FirmWording[];
  readonly ofFacts: FactWords;
}
