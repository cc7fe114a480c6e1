// A deviation: a shortfall of a contract that somebody accepted, with who, why and until when.
import { z } from "zod";
import { sentence } from "./fields.ts";

const day = z.iso.date();

/** The verdicts that can be accepted, from the lightest. */
export const ACCEPTABLE = ["undecided", "partial", "missing", "adverse"] as const;

export const deviationSchema = z.strictObject({
  /** Title of the contract or the name of one of its files; absent where the deviation holds for every contract. */
  contract: sentence.optional(),
  requirement: sentence,
  /** The worst verdict that is accepted. */
  verdict: z.enum(ACCEPTABLE),
  /** Elements that may lack, numbers that may fall short, adverse wording that may stand; absent where it does not matter which. */
  accepts: z.array(sentence).min(1).optional(),
  /** Who accepted it. */
  by: sentence,
  because: sentence,
  /** The day on which it was accepted, as 2026-03-01. */
  accepted: day,
  /** The last day on which it holds. */
  until: day,
});

/** A file of deviations. Dates in the right order are the loader's to check. */
export const deviationsSchema = z.strictObject({ deviations: z.array(deviationSchema) });

export type Deviation = z.infer<typeof deviationSchema>;
