import { z } from "zod";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type Review, VERDICTS } from "../model/review.ts";

const findingSchema = z.strictObject({
  verdict: z.enum(VERDICTS),
  /** Ids of the elements met; those met weakly end in "~". */
  met: z.array(z.string()),
});

export const recordSchema = z.strictObject({
  schema: z.literal("clausecheck.findings/1"),
  /** By contract, then by requirement. */
  contracts: z.record(z.string(), z.record(z.string(), findingSchema)),
});

/** What a library found in a folder of contracts, as far as a later run is compared with it: no contract text. */
export type FindingRecord = z.infer<typeof recordSchema>;
type RecordedFinding = z.infer<typeof findingSchema>;

/** The findings of each review, by the contract's name. */
export function recordOf(reviews: ReadonlyMap<string, Review>): FindingRecord {
  const contracts = [...reviews].map(([name, { findings }]) => [
    name,
    Object.fromEntries(
      findings.map(({ requirementId, verdict, elements }) => [
        requirementId,
        { verdict, met: elements.filter(({ met }) => met).map(({ id, weak }) => (weak ? `${id}~` : id)) },
      ]),
    ),
  ]);
  return { schema: "clausecheck.findings/1", contracts: Object.fromEntries(contracts) };
}

/** A record from its text. Throws ContractCheckError "invalid-library" where it is none. */
export function parseRecord(text: string, path: string): FindingRecord {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch (cause) {
    const message = `${path}: is not a record of findings; delete it and run again to make a new one.`;
    throw new ContractCheckError("invalid-library", message, { cause });
  }
}

/** One line a finding that is another now than recorded; contracts and requirements that came or went are named once. */
export function changes(before: FindingRecord, after: FindingRecord): string[] {
  return unionOf(before.contracts, after.contracts).flatMap((name) => {
    const [old, now] = [before.contracts[name], after.contracts[name]];
    if (!old) return [`${name}: new contract`];
    if (!now) return [`${name}: contract is gone`];
    return unionOf(old, now).flatMap((id) => {
      const line = changeOf(old[id], now[id]);
      return line === undefined ? [] : [`${name}: ${id}: ${line}`];
    });
  });
}

function changeOf(old: RecordedFinding | undefined, now: RecordedFinding | undefined): string | undefined {
  if (!old) return `new requirement, ${now?.verdict}`;
  if (!now) return "requirement is gone";
  const parts = [
    ...(old.verdict === now.verdict ? [] : [`${old.verdict} -> ${now.verdict}`]),
    ...listed("now met", except(now.met, old.met)),
    ...listed("no longer met", except(old.met, now.met)),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
}

function except(list: readonly string[], other: readonly string[]): string[] {
  return list.filter((id) => !other.includes(id)).map((id) => (id.endsWith("~") ? `${id.slice(0, -1)} (weakly)` : id));
}

function listed(what: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`${what}: ${ids.join(", ")}`];
}

function unionOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
