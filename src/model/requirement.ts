// What a lawyer writes in clause-library/: requirements, vocabulary, facts, playbooks. Schemas for the edge, types for the inside.
import { z } from "zod";
import type { ClauseNote } from "./clause-note.ts";
import { localId, phrases, sentence } from "./fields.ts";
import type { AssignmentRules, FunctionRule } from "./function.ts";
import { policySchema } from "./policy.ts";
import { AREAS, FACTS, SEVERITIES } from "./review.ts";

const requirementId = z
  .string()
  .regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/, "an id is words of small letters, figures and hyphens, separated by dots");

export const VOICES = ["duty", "right", "fact"] as const;

export const elementSchema = z.strictObject({
  id: localId,
  text: sentence,
  mandatory: z.boolean(),
  beyond_statute: z.boolean().default(false),
  /** duty: the party of party_duty must be bound; right: somebody is allowed; fact: a statement, whoever makes it. */
  voice: z.enum(VOICES).default("duty"),
  /** Who must bear this element's duty, where it differs from party_duty. */
  by: z.enum(["supplier", "customer", "any"]).optional(),
  /** True where a phrase counts only in a clause that the requirement's topic names. */
  within_topic: z.boolean().default(false),
  /** True where a definition is the right place for it ("Data Protection Law means ..."). */
  in_definitions: z.boolean().default(false),
  phrases,
  /** Headings, lead-ins and column heads that name it: what is filled in under one of them states it. */
  under: phrases.optional(),
  /** A hit counts for nothing in a provision that one of these matches. */
  except: phrases.optional(),
  /** Functions of the responsibility matrix: where a table, a list or an assignment of the contract gives each of them to a party, it is met. */
  functions: z.array(localId).min(1).optional(),
  /** True where it is met weakly only, if a row of the contract's table of responsibilities has no bearer, or two who both answer. */
  single_rows: z.boolean().default(false),
});

export const weakSchema = z.strictObject({
  id: localId,
  phrases,
  except: phrases.optional(),
  because: sentence,
  /** Elements it weakens; absent: whichever element its provision bears. */
  elements: z.array(localId).optional(),
  /** Does not count where one of these elements is met strongly elsewhere. */
  unless_met: z.array(localId).optional(),
  /** True where it shows by itself that the subject is addressed, in any clause of the topic. */
  alone: z.boolean().default(false),
});

export const adverseSchema = z.strictObject({
  id: localId,
  phrases,
  except: phrases.optional(),
  because: sentence,
  /** Adverse only while none of these elements is met. */
  unless_met: z.array(localId).optional(),
});

export const quantitySchema = z.strictObject({
  metric: z.string().regex(/^[a-z0-9_]+$/),
  element: localId.optional(),
  op: z.enum(["<=", ">=", "=="]),
  pass: z.number(),
  unit: z.enum([
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "per_year",
    "percent",
    "million_gbp",
    "bits",
    "version",
    "versions",
    "count",
    "times",
  ]),
  preferred: z.number(),
  fail_beyond: z.number(),
  basis: sentence,
  /** Each has a slot: {duration}, {frequency}, {percent}, {money} or {number}; the number must govern the duty itself. */
  phrases,
  except: phrases.optional(),
});

export const exampleSchema = z.strictObject({
  verdict: z.enum(["covered", "partial", "missing", "adverse", "not-applicable"]),
  /** Mandatory elements not met: exactly these (partial only). */
  lacks: z.array(localId).optional(),
  /** Weak entries found: exactly these. */
  weak: z.array(z.string()).optional(),
  /** Adverse entries found: exactly these. */
  adverse: z.array(z.string()).optional(),
  note: sentence.optional(),
  text: sentence,
});

export const requirementSchema = z.strictObject({
  id: requirementId,
  title: sentence,
  area: z.enum(AREAS),
  status: z.enum(["draft", "reviewed", "retired"]),
  question: sentence,
  why: sentence,
  citations: z.array(sentence).min(1),
  party_duty: z.enum(["supplier", "customer", "both"]),
  right_holder: z.enum(["supplier", "customer"]).optional(),
  applies_when: z.array(z.enum(["always", ...FACTS])).min(1),
  /** False where it is a particular of one contract (its parties, its annexes, its contacts), which no policy can state beforehand. */
  in_policies: z.boolean().default(true),
  /** The contract made a choice that leaves no room for the requirement: not-applicable. */
  chosen_otherwise: phrases.optional(),
  severity: z.enum(SEVERITIES),
  headings: z.array(sentence).min(1),
  topic: phrases,
  elements: z.array(elementSchema).min(1),
  weak: z.array(weakSchema).default([]),
  adverse: z.array(adverseSchema).default([]),
  quantities: z.array(quantitySchema).default([]),
  template: z.string().regex(/^[a-z-]+\/[a-z0-9.-]+\.hbs$/),
  examples: z.array(exampleSchema).min(3),
});

/** A list of forms of words for one idea; `defined_as`: a contract's own defined term stands for it where its definition matches. */
export const vocabularySchema = z.record(localId, z.strictObject({ words: phrases, defined_as: phrases.optional() }));

/** How the facts of applies_when are found in a contract. */
export const factSchema = z.strictObject({
  id: z.enum(FACTS),
  question: sentence,
  /** What is assumed, and reported as assumed, where the contract does not say. */
  when_unknown: z.boolean(),
  shown_by: phrases,
  denied_by: phrases.optional(),
  /** A denial counts for nothing in a provision that one of these matches ("not ... unless"). */
  except: phrases.optional(),
});

/** Hedges that make any duty only half of one, wherever they qualify it. */
export const hedgeSchema = z.strictObject({
  id: localId,
  phrases,
  except: phrases.optional(),
  /** True where it defeats the whole sentence, not only what stands behind it ("unless it thinks otherwise"). */
  anywhere: z.boolean().default(false),
  because: sentence,
});

/** Wording that narrows a clause to what the customer itself does or fails to do. */
export const narrowSchema = z.strictObject({ customers_own: phrases });

/** Who may agree to less than the preferred term. */
const approver = z.enum(["procurement", "legal", "ciso"]);

/**
 * What a company wants of its suppliers: which requirements, how much each matters, which numbers, what it can live with
 * and what it cannot. Law stays with the requirements: a playbook never says what the law demands.
 */
export const playbookSchema = z.strictObject({
  id: localId,
  title: sentence,
  version: z.string().min(1),
  /** Whose data protection law the clauses drafted with it name. */
  law: z.enum(["uk", "eu"]).optional(),
  /** The playbook whose settings hold where this one says nothing. */
  extends: localId.optional(),
  areas: z.array(z.enum(AREAS)).default([]),
  requirements: z.array(requirementId).default([]),
  without: z.array(requirementId).default([]),
  severity: z.record(requirementId, z.enum(SEVERITIES)).default({}),
  limits: z
    .record(
      z.string(),
      z.strictObject({ preferred: z.number().optional(), pass: z.number(), fail_beyond: z.number().optional() }),
    )
    .default({}),
  facts: z.partialRecord(z.enum(FACTS), z.boolean()).default({}),
  /** What may be conceded: a partial clause that lacks no more than these elements, with whose approval. */
  fallbacks: z
    .record(
      requirementId,
      z.strictObject({ text: sentence, may_lack: z.array(localId).default([]), approval: approver }),
    )
    .default({}),
  /** What may not be signed: besides adverse wording and failing numbers, a clause that lacks one of these elements. */
  unacceptable: z
    .record(requirementId, z.strictObject({ because: sentence, lacking: z.array(localId).min(1) }))
    .default({}),
  /** The company's own policies that it was made from. */
  policy: policySchema.optional(),
});

export type Element = z.infer<typeof elementSchema>;
export type WeakWording = z.infer<typeof weakSchema>;
export type AdverseWording = z.infer<typeof adverseSchema>;
export type QuantityRule = z.infer<typeof quantitySchema>;
export type Example = z.infer<typeof exampleSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
export type FactRule = z.infer<typeof factSchema>;
export type Hedge = z.infer<typeof hedgeSchema>;
export type Playbook = z.infer<typeof playbookSchema>;
/** A playbook as its file has it. */
export type PlaybookFile = z.input<typeof playbookSchema>;
export type VocabularyFile = z.infer<typeof vocabularySchema>;

/** The clause library as loaded: everything a review needs to know of the law. */
export interface Library {
  readonly version: string;
  /** Hex SHA-256 over all its files. */
  readonly sha256: string;
  readonly requirements: readonly Requirement[];
  readonly vocabulary: VocabularyFile;
  readonly facts: readonly FactRule[];
  readonly hedges: readonly Hedge[];
  /** Phrases for what the customer itself does or fails to do: a clause about that takes nothing back. */
  readonly customersOwn: readonly string[];
  /** Functions of the responsibility matrix, in the order of the matrix. */
  readonly functions: readonly FunctionRule[];
  readonly assignments: AssignmentRules;
  readonly playbooks: readonly Playbook[];
  /** Model clause source by its path under templates/clauses. */
  readonly templates: ReadonlyMap<string, string>;
  /** What stands beside the model clauses, by requirement id. */
  readonly notes: ReadonlyMap<string, ClauseNote>;
}
