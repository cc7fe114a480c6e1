// What a company's own policies say, as a playbook carries it.
import { z } from "zod";

/** Where a policy says it, in its words. */
export const policyQuoteSchema = z.strictObject({
  quote: z.string().min(1),
  file: z.string(),
  /** "5.2"; "" where the place has no number. */
  clause: z.string(),
});

/** The policies behind a playbook: what they state of each requirement, and each number they set. */
export const policySchema = z.strictObject({
  documents: z.array(z.string()).min(1),
  /** Element id to quote, by requirement id. */
  requirements: z.record(z.string(), z.record(z.string(), policyQuoteSchema)),
  /** Metric to number and quote. */
  limits: z.record(z.string(), policyQuoteSchema.extend({ value: z.number() })),
});

export type PolicyQuote = z.infer<typeof policyQuoteSchema>;
export type Policy = z.infer<typeof policySchema>;
