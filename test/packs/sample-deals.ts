import { loadDeal } from "../../src/library/load-deal.ts";
import type { Deal, Pack } from "../../src/model/deal.ts";
import { dealsFor } from "./pack-input.ts";

/** A sample profile as the pack needs it, and three deals at random. */
export function someDeals(pack: Pack): Deal[] {
  return [sampleDeal(pack), ...dealsFor(pack, 3)];
}

/** samples/deal as it suits the pack: the EU bank for packs of EU law, the sector changed where the pack asks for one. */
export function sampleDeal(pack: Pack): Deal {
  const file = pack.law === "eu" ? "samples/deal/deal-eu-bank.yaml" : "samples/deal/deal.yaml";
  const sector = pack.law === "eu" ? undefined : pack.needs.sector?.[0];
  return loadDeal({ file, set: sector === undefined ? [] : [`sector=${sector}`] });
}
