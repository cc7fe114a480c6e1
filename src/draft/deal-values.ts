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
  const places = locationsOf(deal, law);
  return {
    services: deal.services,
    nature: data?.nature ?? "none",
    purpose: data?.purpose ?? "none",
    data_types: listed(data?.types ?? []),
    data_subjects: listed(data?.subjects ?? []),
    special_categories: listed(data?.special ?? []),
    locations: listed(places),
    access_locations: listed([...places, ...hosting.remote_access]),
    supplier_layers: listed(supplierLayersOf(deal)),
    customer_layers: listed(customerLayersOf(deal)),
    customer_runs_guests: hosting.customer_layers.some((layer) => /\bguest|\boperating systems?$/i.test(layer)),
    has_personal_data: data !== null,
    commencement: deal.commencement && dayInWords(deal.commencement),
    governing_law: deal.governing_law ?? (law === "uk" ? "England and Wales" : "Ireland"),
  };
}

/** Where data is kept. */
export function locationsOf({ hosting }: Deal, law: "uk" | "eu"): readonly string[] {
  return hosting.locations ?? [law === "uk" ? "the United Kingdom" : "the European Economic Area"];
}

export function supplierLayersOf({ hosting }: Deal): readonly string[] {
  const layers = ["hardware", "firmware", "network", "hypervisor", "operating systems"];
  return hosting.supplier_layers ?? (hosting.containers ? [...layers, "container platform"] : layers);
}

/** Whatever the supplier runs, the customer's people have accounts on it. */
export function customerLayersOf({ hosting }: Deal): readonly string[] {
  return hosting.customer_layers.length > 0 ? hosting.customer_layers : ["user accounts"];
}

/** "a, b and c", with semicolons where an item has a comma or an "and" of its own; "none" for nothing. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return "none";
  if (items.length === 1) return last;
  const isLong = items.some((item) => /,| and /.test(item));
  return isLong ? `${items.slice(0, -1).join("; ")}; and ${last}` : `${items.slice(0, -1).join(", ")} and ${last}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2026-04-01" as a contract writes it: "1 April 2026". */
export function dayInWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
