// Words that a redline changes: weak ones of the contract, and those of model clauses that a fact stands behind.
import { z } from "zod";
import { sentence } from "./fields.ts";
import { AREAS, FACTS } from "./review.ts";

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

/** What comments say besides what the contract lacks. */
export const commentTextsSchema = z.strictObject({
  /** Why it is asked for, one neutral sentence an area. */
  reasons: z.record(z.enum(AREAS), sentence),
  laws: z.array(
    z.strictObject({
      /** How the requirements' citations of it begin. */
      cited: z.array(z.string().min(1)).min(1),
      /** What the law is called, by whose law the playbook follows; not named for the other side. */
      written: z.strictObject({ uk: z.string().optional(), eu: z.string().optional() }),
      /** With places for {provision} and {law}. */
      form: z.string().min(1),
      /** Beginnings of the provisions that count; all where there are none. */
      provisions: z.array(z.string().min(1)).min(1).optional(),
      /** One of them must hold for the law to apply. */
      facts: z.array(z.enum(FACTS)).min(1).optional(),
    }),
  ),
});

export type CommentTexts = z.infer<typeof commentTextsSchema>;

/** The lists of templates/firm-wording.yaml, fact-words.yaml, own-terms.yaml and redline-comments.yaml. */
export interface RedlineWords {
  readonly ownTerms: z.infer<typeof ownTermsSchema>;
  readonly firm: readonly FirmWording[];
  readonly ofFacts: FactWords;
  readonly comments: CommentTexts;
}
