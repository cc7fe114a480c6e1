import { compareVersions, type Version } from "./compare/compare-versions.ts";
import type { Comparison } from "./model/comparison.ts";
import type { ReadFile } from "./model/contract.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import type { Review } from "./model/review.ts";
import { type ReviewOptions, reviewContract } from "./review.ts";
import { segmentContract } from "./segment/segment-contract.ts";

/** One version of a contract as read. */
export interface VersionFiles {
  readonly files: readonly ReadFile[];
  /** What went wrong before the files came here. */
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * What changed from one version of a contract to the next: findings closed and opened, clauses by their wording, who bears what.
 * Pure and deterministic, as the reviews that it is made of and returns.
 */
export function compareContracts(
  old: VersionFiles,
  now: VersionFiles,
  options: Omit<ReviewOptions, "diagnostics">,
): { comparison: Comparison; old: Review; new: Review } {
  const versions = { old: versionOf(old, options), new: versionOf(now, options) };
  const directions = new Map(
    options.library.requirements.flatMap(({ id, quantities }) =>
      quantities.map(({ metric, op }) => [`${id} ${metric}`, op] as const),
    ),
  );
  const comparison = compareVersions(
    versions.old,
    versions.new,
    (requirementId, metric) => directions.get(`${requirementId} ${metric}`) ?? "==",
  );
  return { comparison, old: versions.old.review, new: versions.new.review };
}

function versionOf({ files, diagnostics = [] }: VersionFiles, options: Omit<ReviewOptions, "diagnostics">): Version {
  const contract = segmentContract(files);
  return {
    contract: options.annexesExist ? { ...contract, missingDocuments: [] } : contract,
    review: reviewContract(files, { ...options, diagnostics }),
  };
}
