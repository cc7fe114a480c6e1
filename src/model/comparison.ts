// Two versions of a contract set side by side, as the JSON form "clausecheck.comparison/1" defines it.
import { z } from "zod";
import { ALLOCATIONS } from "./function.ts";
import { AREAS, acceptedSchema, evidenceSchema, FACTS, SEVERITIES, VERDICTS } from "./review.ts";

/**
 * What became of a requirement. closed: covered now and was not; opened: the reverse; better and worse: within what lacks, or in
 * its elements, wording or numbers; one that got better in one point and worse in another is worse.
 */
export const EFFECTS = ["opened", "worse", "closed", "better", "unchanged"] as const;

const side = z.enum(["old", "new"]);
const evidences = z.array(evidenceSchema);
/** Ids of clause changes, as "c12". */
const causes = z.array(z.string());

export const elementChangeSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  mandatory: z.boolean(),
  change: z.enum(["lost", "weakened", "strengthened", "gained"]),
  old: evidences,
  new: evidences,
});

export const numberChangeSchema = z.strictObject({
  metric: z.string(),
  unit: z.string(),
  /** Absent where only the new version states one. */
  old: z.number().optional(),
  /** Absent where only the old version states one. */
  new: z.number().optional(),
  limit: z.number(),
  change: z.enum(["better", "worse", "added", "removed"]),
  /** True where the reader loses by it. */
  lost: z.boolean(),
  oldEvidence: evidences,
  newEvidence: evidences,
});

/** Wording that is weak or works against the requirement, and that one version has and the other has not. */
export const wordingChangeSchema = z.strictObject({ in: side, evidence: evidenceSchema });

export const findingChangeSchema = z.strictObject({
  requirementId: z.string(),
  title: z.string(),
  area: z.enum(AREAS),
  severity: z.enum(SEVERITIES),
  effect: z.enum(EFFECTS),
  /** True where the verdict is worse, an element is lost or weaker, a number is worse, or weak or adverse wording is new. */
  lost: z.boolean(),
  old: z.enum(VERDICTS),
  new: z.enum(VERDICTS),
  explanation: z.string(),
  elements: z.array(elementChangeSchema),
  numbers: z.array(numberChangeSchema),
  wording: z.array(wordingChangeSchema),
  causes,
  /** Who accepted what lacks in the new version. */
  deviation: acceptedSchema.optional(),
});

/** A piece of text that both versions have, or one of them. */
export const runSchema = z.strictObject({ kind: z.enum(["equal", "deleted", "inserted"]), text: z.string().min(1) });

export const clausePlaceSchema = z.strictObject({
  file: z.string(),
  page: z.int().positive().optional(),
  clause: z.string(),
  heading: z.string(),
});

/** A reference that reads as before and leads somewhere else. */
export const redirectSchema = z.strictObject({
  text: z.string(),
  /** What it led to, where that stands in the new version ("" where it was removed), and what it leads to now. */
  was: z.string(),
  wasNow: z.string(),
  now: z.string(),
});

export const clauseChangeSchema = z.strictObject({
  id: z.string(),
  change: z.enum(["changed", "new", "removed"]),
  old: clausePlaceSchema.optional(),
  new: clausePlaceSchema.optional(),
  runs: z.array(runSchema),
  redirects: z.array(redirectSchema),
  /** Requirements whose finding it moved. */
  findings: z.array(z.string()),
  /** Functions whose bearer it moved. */
  functions: z.array(z.string()),
});

export const responsibilityChangeSchema = z.strictObject({
  functionId: z.string(),
  name: z.string(),
  core: z.boolean(),
  old: z.enum(ALLOCATIONS),
  new: z.enum(ALLOCATIONS),
  /** Why, in the new version. */
  explanation: z.string(),
  causes,
});

const versionSchema = z.strictObject({
  title: z.string(),
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  /** Reservations: what was not read, not supplied or not English. */
  reservations: z.array(z.string()),
});

const count = z.int().nonnegative();

export const comparisonSchema = z.strictObject({
  schema: z.literal("clausecheck.comparison/1"),
  old: versionSchema,
  new: versionSchema,
  playbook: z.strictObject({ id: z.string(), version: z.string() }),
  library: z.strictObject({ version: z.string(), sha256: z.string() }),
  /** The day for which accepted shortfalls were weighed. */
  asOf: z.string().optional(),
  findingCounts: z.strictObject({
    opened: count,
    worse: count,
    closed: count,
    better: count,
    unchanged: count,
  }),
  /** Those that are not unchanged: opened, worse, closed, better; within each by severity. */
  findings: z.array(findingChangeSchema),
  clauseCounts: z.strictObject({
    unchanged: count,
    /** Of the unchanged, those under another number or in another order. */
    moved: count,
    changed: count,
    new: count,
    removed: count,
  }),
  /** In the order of the new version; what was removed stands where it stood. */
  clauses: z.array(clauseChangeSchema),
  responsibilities: z.array(responsibilityChangeSchema),
  parties: z.array(
    z.strictObject({
      name: z.string(),
      change: z.enum(["added", "removed", "role"]),
      old: z.string().optional(),
      new: z.string().optional(),
    }),
  ),
  terms: z.array(z.strictObject({ term: z.string(), change: z.enum(["added", "removed", "changed"]) })),
  /** Documents that the contract relies on and that are not among the files. */
  documents: z.array(z.strictObject({ title: z.string(), change: z.enum(["now-absent", "no-longer-absent"]) })),
  facts: z.array(z.strictObject({ id: z.enum(FACTS), old: z.boolean(), new: z.boolean() })),
  /** Shortfalls of the new version that somebody accepted. */
  deviations: z.array(
    z.strictObject({
      requirementId: z.string(),
      title: z.string(),
      verdict: z.enum(VERDICTS),
      ...acceptedSchema.shape,
    }),
  ),
});

export type Effect = (typeof EFFECTS)[number];
export type ElementChange = z.infer<typeof elementChangeSchema>;
export type NumberChange = z.infer<typeof numberChangeSchema>;
export type WordingChange = z.infer<typeof wordingChangeSchema>;
export type FindingChange = z.infer<typeof findingChangeSchema>;
export type Run = z.infer<typeof runSchema>;
export type ClausePlace = z.infer<typeof clausePlaceSchema>;
export type Redirect = z.infer<typeof redirectSchema>;
export type ClauseChange = z.infer<typeof clauseChangeSchema>;
export type ResponsibilityChange = z.infer<typeof responsibilityChangeSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
