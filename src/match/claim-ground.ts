import type { HitGround } from "./hits.ts";
import type { ProvisionIndex } from "./provision-index.ts";
import type { ProvisionSet } from "./provision-set.ts";

/** What claims on functions are made on. */
export interface ClaimGround extends HitGround {
  readonly index: ProvisionIndex;
  /** Provisions in a party's column or under its heading. */
  readonly owned: ProvisionSet;
}
