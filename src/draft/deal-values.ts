import type { Deal } from "../model/deal.ts";
import type { FactId } from "../model/review.ts";
import type { DealWords } from "./template-values.ts";

/** What the profile says of the engagement, for applies_when: everything a check would otherwise have to find or assume. */
export function factsOf(deal: Deal): Record<FactId, boolean> {
  return {
    personal_data: deal.personal_data !== null,
    special_category: (deal.personal_data?.special.length ?? 0) > 0,
    international_transfer: deal.transfers.length > 0,
    law_enforcement_processing: deal.sector === "law-enforcement",
    financial_sector_eu: deal.sector === "financial-eu",
    financial_sector_uk: deal.sector === "financial-uk",
    cloud_hosting: deal.hosting.cloud,
    containers: deal.hosting.containers,
    nis2_entity: deal.sector === "essential-services" || deal.sector === "financial-eu",
  };
}

/** The profile in words that stand in a sentence. */
export function wordsOf(deal: Deal, law: "uk" | "eu"): DealWords {
  const { personal_data: data, hosting } = deal;
  const territory = law === "uk" ? "the United Kingdom" : "the European Economic Area";
  return {
    services: deal.services,
    nature: data?.nature ?? "none",
    purpose: data?.purpose ?? "none",
    data_types: listed(data?.types ?? []),
    data_subjects: listed(data?.subjects ?? []),
    special_categories: listed(data?.special ?? []),
    locations: listed(hosting.locations ?? [territory]),
    supplier_layers: listed(hosting.supplier_layers ?? layersOf(hosting.containers)),
    // Whatever the supplier runs, the customer's people have accounts on it.
    customer_layers: listed(hosting.customer_layers.length > 0 ? hosting.customer_layers : ["user accounts"]),
    governing_law: deal.governing_law ?? (law === "uk" ? "England and Wales" : "Ireland"),
  };
}

function layersOf(containers: boolean): string[] {
  const layers = ["hardware", "firmware", "network", "hypervisor", "operating systems"];
  return containers ? [...layers, "container platform"] : layers;
}

/** "a, b and c"; "none" for nothing. */
export function listed(items: readonly string[]): string {
  if (items.length === 0) return "none";
  const last = items.at(-1) ?? "";
  return items.length === 1 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
