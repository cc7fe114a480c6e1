// The review as the JSON form "clausecheck.review/1" defines it.
import { z } from "zod";
import { deviationSchema } from "./deviation.ts";
import { ALLOCATIONS } from "./function.ts";
import { policyQuoteSchema } from "./policy.ts";

export const AREAS = ["data-protection", "security", "independent-testing", "responsibility", "governance"] as const;
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export const VERDICTS = ["covered", "partial", "missing", "adverse", "not-applicable", "undecided"] as const;
export const FACTS = [
  "personal_data",
  "special_category",
  "international_transfer",
  "law_enforcement_processing",
  "financial_sector_eu",
  "financial_sector_uk",
  "cloud_hosting",
  "containers",
  "nis2_entity",
] as const;

export type Area = (typeof AREAS)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type FactId = (typeof FACTS)[number];

export const evidenceSchema = z.strictObject({
  file: z.string(),
  page: z.int().positive().optional(),
  clause: z.string(),
  heading: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().min(1),
  /** The quote as a reader sees it, where the file's own text carries markup. */
  shown: z.string().optional(),
  supports: z.enum(["element", "weak", "adverse", "context"]),
  /** Why weak or adverse wording matters. */
  because: z.string().optional(),
  /** Id of the weak or adverse entry of the library that found it. */
  wording: z.string().optional(),
  /** In the responsibility matrix: who bears the function according to this quote. */
  bearer: z.enum(["supplier", "customer", "third-party", "both", "nobody"]).optional(),
});

export const elementResultSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  met: z.boolean(),
  /** True where the wording that meets the element is weak. */
  weak: z.boolean(),
  mandatory: z.boolean(),
  beyondStatute: z.boolean(),
  evidence: z.array(evidenceSchema),
});

export const quantityResultSchema = z.strictObject({
  metric: z.string(),
  value: z.number(),
  unit: z.string(),
  limit: z.number(),
  /** What the playbook would rather have. */
  preferred: z.number(),
  /** within: up to the limit; weak: beyond the limit; failing: beyond what can be accepted. */
  standing: z.enum(["within", "weak", "failing"]),
  evidence: z.array(evidenceSchema),
});

/**
 * What the playbook makes of the contract's wording. preferred: all it wants; acceptable: within its limits; fallback: less,
 * and it says who may agree; below: less than its fallbacks; unacceptable: not to be signed.
 */
export const positionSchema = z.strictObject({
  level: z.enum(["preferred", "acceptable", "fallback", "below", "unacceptable"]),
  /** What the playbook says of it, "" where it says nothing. */
  note: z.string(),
  approval: z.enum(["procurement", "legal", "ciso"]).optional(),
});

/** A point on which the contract is weaker than the company's own policy. */
export const policyGapSchema = z.strictObject({
  /** The element that the policy states; absent where it is a number. */
  element: z.string().optional(),
  /** The metric whose number the contract undercuts. */
  metric: z.string().optional(),
  /** not-met: the contract does not say it; weakly: in weak words only; taken-back: another clause defeats it; number: its number is worse. */
  how: z.enum(["not-met", "weakly", "taken-back", "number"]),
  /** The policy's number, and the contract's. */
  wanted: z.number().optional(),
  found: z.number().optional(),
  unit: z.string().optional(),
  /** What the policy says, and where. */
  policy: policyQuoteSchema,
});

/**
 * A shortfall that somebody accepted. active: it holds. expired: its last day is over; not-yet: its first day is to come;
 * outgrown: the contract is worse than what was accepted. Those three count as if nobody had accepted anything.
 * not-needed: the contract has no such shortfall any more.
 */
export const acceptedSchema = z.strictObject({
  ...deviationSchema.pick({ by: true, because: true, accepted: true, until: true }).shape,
  status: z.enum(["active", "expired", "outgrown", "not-needed", "not-yet"]),
});

export const findingSchema = z.strictObject({
  requirementId: z.string(),
  title: z.string(),
  area: z.enum(AREAS),
  verdict: z.enum(VERDICTS),
  severity: z.enum(SEVERITIES),
  confidence: z.number().min(0).max(1),
  elements: z.array(elementResultSchema),
  evidence: z.array(evidenceSchema),
  quantities: z.array(quantityResultSchema),
  searched: z.strictObject({
    /** Clauses nearest to the subject, as "14.2 Personal data breach". */
    clauses: z.array(z.string()),
    /** What comes nearest, and in `because` why it does not count. */
    near: z.array(evidenceSchema),
    /** Clauses and table rows read in all. */
    clausesRead: z.int().nonnegative(),
    unreadPages: z.array(z.strictObject({ file: z.string(), page: z.int() })),
  }),
  explanation: z.string(),
  /** Where it stands in the playbook; absent where the requirement does not apply or could not be decided. */
  position: positionSchema.optional(),
  /** Where the contract is weaker than the company's own policy; absent where the playbook carries none. */
  weakerThanPolicy: z.array(policyGapSchema).optional(),
  /** Who accepted the shortfall; absent where nobody did. */
  deviation: acceptedSchema.optional(),
  why: z.string(),
  citations: z.array(z.string()),
  suggestion: z.string(),
});

const bearer = z.enum(["supplier", "customer", "third-party"]);

/** Who tells whom of something that belongs to a function. */
export const handoverSchema = z.strictObject({
  from: bearer.optional(),
  to: bearer.optional(),
  /** The time allowed, as the contract states it, in hours. */
  withinHours: z.number().optional(),
  /** The contract's words for through whom or what. */
  contact: z.string().optional(),
  evidence: z.array(evidenceSchema),
});

/** A row of the responsibility matrix. */
export const responsibilitySchema = z.strictObject({
  functionId: z.string(),
  name: z.string(),
  group: z.string(),
  /** A contract without an owner for it leaves a hole that breaches come through. */
  core: z.boolean(),
  /** Who bears it in most contracts. */
  usualOwner: z.enum(["supplier", "customer", "either", "shared-with-lead"]),
  allocation: z.enum(ALLOCATIONS),
  /** Why, in one or two sentences, with the clauses. */
  explanation: z.string(),
  /** What to mend although somebody bears it: a duty on a party that cannot perform it, no time for telling the other. */
  concerns: z.array(z.string()),
  evidence: z.array(evidenceSchema),
  handovers: z.array(handoverSchema),
});

export const reviewSchema = z.strictObject({
  schema: z.literal("clausecheck.review/1"),
  contract: z.strictObject({
    title: z.string(),
    files: z.array(
      z.strictObject({
        name: z.string(),
        sha256: z.string(),
        mediaType: z.string(),
        pages: z.int().nonnegative().optional(),
      }),
    ),
    parties: z.array(z.strictObject({ name: z.string(), role: z.enum(["customer", "supplier", "third-party"]) })),
    /** What the contract calls its two sides, ready to stand in a sentence: "the Supplier", "Hostco". */
    names: z.strictObject({ supplier: z.string(), customer: z.string() }),
  }),
  playbook: z.strictObject({ id: z.string(), version: z.string() }),
  library: z.strictObject({ version: z.string(), sha256: z.string() }),
  /** The day for which accepted deviations were weighed; absent where none were given. */
  asOf: z.iso.date().optional(),
  facts: z.array(
    z.strictObject({ id: z.enum(FACTS), value: z.boolean(), assumed: z.boolean(), evidence: z.array(evidenceSchema) }),
  ),
  findings: z.array(findingSchema),
  responsibilities: z.array(responsibilitySchema),
  definedTerms: z.array(z.strictObject({ term: z.string(), quote: z.string() })),
  diagnostics: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(["info", "warning", "error"]),
      message: z.string(),
      file: z.string().optional(),
      page: z.int().optional(),
    }),
  ),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type ElementResult = z.infer<typeof elementResultSchema>;
export type QuantityResult = z.infer<typeof quantityResultSchema>;
export type Position = z.infer<typeof positionSchema>;
export type PolicyGap = z.infer<typeof policyGapSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Responsibility = z.infer<typeof responsibilitySchema>;
export type Handover = z.infer<typeof handoverSchema>;
export type Accepted = z.infer<typeof acceptedSchema>;
export type Review = z.infer<typeof reviewSchema>;
