import type { Contract } from "../model/contract.ts";
import type { Claim, FunctionMatch } from "../model/match.ts";
import type { Evidence, Review } from "../model/review.ts";
import { allocate } from "./allocate.ts";
import { toEvidence } from "./evidence.ts";

type Responsibility = Review["responsibilities"][number];

/** More would bury a reader. */
const MOST_QUOTES = 12;

/** One row of the responsibility matrix. */
export function assessFunction(contract: Contract, match: FunctionMatch): Responsibility {
  const { allocation, claims } = allocate(contract, match);
  return {
    functionId: match.rule.id,
    allocation,
    evidence: claims
      .filter((claim) => claim.by !== "released" && claim.bearers.length > 0)
      .slice(0, MOST_QUOTES)
      .flatMap((claim) =>
        toEvidence(contract, claim.hit, "element").map((quote) => ({ ...quote, bearer: bearerOf(claim) })),
      ),
  };
}

function bearerOf({ bearers: [first, ...others] }: Claim): NonNullable<Evidence["bearer"]> {
  return first === undefined ? "nobody" : others.length > 0 ? "both" : first;
}
