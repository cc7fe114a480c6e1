// What a lawyer writes in clause-library/functions/: the functions that a contract must give to a party.
import { z } from "zod";
import { localId, phrases, sentence } from "./fields.ts";

export const BEARERS = ["supplier", "customer", "third-party"] as const;
export const ALLOCATIONS = [
  "supplier",
  "customer",
  "third-party",
  "shared-split",
  "shared-unsplit",
  "conflicting",
  "unassigned",
] as const;

export type Bearer = (typeof BEARERS)[number];
export type Allocation = (typeof ALLOCATIONS)[number];

export const functionSchema = z.strictObject({
  id: localId,
  name: sentence,
  group: localId,
  /** Who bears it in most contracts; shared-with-lead: both, one of them leading. */
  usual_owner: z.enum(["supplier", "customer", "either", "shared-with-lead"]),
  /** True where a contract without an owner for it leaves a hole that breaches come through. */
  core: z.boolean(),
  synonyms: z.array(z.string().trim().min(2)).min(1),
  /** The activity, whoever bears it: the bearer is read from the sentence, the list or the table it stands in. */
  phrases,
  /** Short names that count only where a table or a list says whose they are. */
  rows: phrases.optional(),
  /** Nothing counts in a provision that one of these matches. */
  except: phrases.optional(),
  /** Wording that by itself puts it on the supplier, the customer, a third party. */
  supplier: phrases.optional(),
  customer: phrases.optional(),
  third_party: phrases.optional(),
  /** Wording that by itself divides it: who does which part is said. */
  split: phrases.optional(),
  /** Wording that by itself leaves it with both. */
  shared: phrases.optional(),
  /** True where, on a platform that the supplier hosts, nobody else can do it. */
  supplier_only: z.boolean().default(false),
  /** True where telling somebody is part of it: who tells whom, when and how is then read too. */
  handover: z.boolean().default(false),
  examples: z
    .array(z.strictObject({ allocation: z.enum(ALLOCATIONS), note: sentence.optional(), text: sentence }))
    .min(2),
});

export type FunctionRule = z.infer<typeof functionSchema>;

/** Wording that gives whatever it speaks of to a party; `{party}` stands for the party asked about. */
export const assignmentSchema = z.strictObject({
  /** Groups of functions in the order of the matrix, with their titles. */
  groups: z.record(localId, sentence),
  /** "is the responsibility of {party}". */
  assigned: phrases,
  /** Headings over lists of what a party does. */
  headings: phrases,
  /** Headings over lists of what the supplier does, though they do not name it ("Technical and organisational measures"). */
  supplier_headings: phrases,
  /** "{party} shall implement the measures in Annex II": what stands there is its part, though nobody is named there. */
  incorporates: phrases,
  /** Both, without saying who does what. */
  jointly: phrases,
  /** Each for its own part. */
  severally: phrases,
  /** Telling the other party, for handovers. */
  tells: phrases,
  /** Through whom or what. */
  contact: phrases,
});

export type AssignmentRules = z.infer<typeof assignmentSchema>;

/** Where a library has no functions. */
export const NO_ASSIGNMENTS: AssignmentRules = {
  groups: {},
  assigned: [],
  headings: [],
  supplier_headings: [],
  incorporates: [],
  jointly: [],
  severally: [],
  tells: [],
  contact: [],
};
