import type { Playbook, Requirement } from "../model/requirement.ts";
import type { PartyNames } from "./party-names.ts";

/** What a deal says of itself, each ready to stand in a sentence. */
export interface DealWords {
  readonly services: string;
  readonly nature: string;
  readonly purpose: string;
  readonly data_types: string;
  readonly data_subjects: string;
  /** "None" or the special categories. */
  readonly special_categories: string;
  /** Where data is kept, and where it is reached from: those places and more. */
  readonly locations: string;
  readonly access_locations: string;
  readonly supplier_layers: string;
  readonly customer_layers: string;
  readonly governing_law: string;
  /** Absent: the definition says when. */
  readonly commencement?: string | undefined;
  readonly customer_runs_guests?: boolean;
  readonly has_personal_data?: boolean;
}

/** An ordinary managed-hosting deal: what a model clause says where no deal is known, to be put right by whoever uses it. */
export const ORDINARY_DEAL: DealWords = {
  services: "managed hosting",
  nature: "the hosting, storage, backup, retrieval and erasure of data",
  purpose: "the provision of the Services",
  data_types: "name, postal address, e-mail address, telephone number, date of birth and payment details",
  data_subjects: "employees, customers and website visitors",
  special_categories: "none",
  locations: "the United Kingdom",
  access_locations: "the United Kingdom",
  supplier_layers: "hardware, firmware, network, hypervisor, host operating system and container platform",
  customer_layers: "applications and user accounts",
  governing_law: "England and Wales",
};

/** The words of each law. */
const LAW = {
  uk: {
    gdpr: "the UK GDPR",
    territory: "the United Kingdom",
    authority: "the Information Commission",
    binding_law: "a law of the United Kingdom, or of a part of it,",
  },
  eu: {
    gdpr: "the GDPR",
    territory: "the European Economic Area",
    authority: "the competent supervisory authority",
    binding_law: "a law of the European Union or of a member state",
  },
} as const;

/** Schedules that clauses refer to, by key: their titles. */
export const SCHEDULES = {
  processing: "Particulars of processing",
  "sub-processors": "Sub-processors",
  security: "Security measures",
  services: "Services",
  "service-levels": "Service levels",
  systems: "Systems and demarcation",
  matrix: "Responsibility matrix",
  contacts: "Contacts",
  policies: "Policies and standards",
  locations: "Locations",
  transfers: "International transfers",
  charges: "Charges",
  exit: "Exit plan",
} as const;
export type ScheduleKey = keyof typeof SCHEDULES;

/** How a clause refers to another clause and to a schedule. */
export interface References {
  readonly clause: (requirementId: string) => string;
  readonly schedule: (key: ScheduleKey) => string;
}

/** All that a model clause may name: parties, law, deal, the numbers of all requirements, references. */
export function templateValues(
  requirements: readonly Requirement[],
  playbook: Playbook,
  names: PartyNames,
  references: References,
  deal: Partial<DealWords> = ORDINARY_DEAL,
): Record<string, unknown> {
  return {
    ...LAW[playbook.law ?? "uk"],
    ...deal,
    supplier: names.supplier,
    customer: names.customer,
    Supplier: capital(names.supplier),
    Customer: capital(names.customer),
    ...Object.fromEntries(
      requirements.flatMap(({ quantities }) =>
        quantities.map((rule) => [rule.metric, preferredOf(playbook.limits, rule.metric, rule.preferred)]),
      ),
    ),
    ...references,
  };
}

/** What the limits prefer for a metric, else what the library does. */
export function preferredOf(limits: Playbook["limits"], metric: string, preferred: number): number {
  const own = limits[metric];
  return own?.preferred ?? own?.pass ?? preferred;
}

/** With a capital, to begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
