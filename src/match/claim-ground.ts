import type { Bearer } from "../model/function.ts";
import type { PhraseMatch } from "../text/match-phrase.ts";
import type { CompiledAssignments } from "./compile-functions.ts";
import type { HitGround } from "./hits.ts";
import type { ProvisionIndex } from "./provision-index.ts";
import type { ProvisionSet } from "./provision-set.ts";

/** What claims on functions are made on. */
export interface ClaimGround extends HitGround {
  readonly index: ProvisionIndex;
  /** Provisions in a party's column or under its heading. */
  readonly owned: ProvisionSet;
  /** Where words give something to a party ("is the responsibility of"), party by party. */
  readonly assigned: readonly { readonly party: Bearer; readonly at: ReadonlyMap<number, PhraseMatch> }[];
  /** Where both are named together, and where each is for its own part. */
  readonly jointly: ProvisionSet;
  readonly severally: ProvisionSet;
}

/** What the assignment rules find in the contract, once for all functions. */
export function findAssignments(
  rules: CompiledAssignments,
  index: ProvisionIndex,
): Pick<ClaimGround, "assigned" | "jointly" | "severally"> {
  return {
    assigned: rules.byParty.map(({ party, assigned }) => ({
      party,
      at: new Map(index.find(assigned, true).map(({ provision, match }) => [provision.index, match])),
    })),
    jointly: index.where(rules.jointly),
    severally: index.where(rules.severally),
  };
}
