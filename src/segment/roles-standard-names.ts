import type { Role } from "../model/contract.ts";

export type Side = "customer" | "supplier";

/** Words that mean the same side in nearly every contract. A contract may still define them otherwise. */
export const STANDARD_SIDES: ReadonlyMap<string, Side> = new Map<string, Side>([
  ...names<Side>("customer", [
    "customer",
    "client",
    "controller",
    "data controller",
    "data exporter",
    "buyer",
    "purchaser",
    "subscriber",
    "licensee",
    "outsourcing institution",
    "contracting body",
    "service recipient",
    "service receiver",
  ]),
  ...names<Side>("supplier", [
    "supplier",
    "provider",
    "service provider",
    "services provider",
    "hosting provider",
    "cloud provider",
    "cloud service provider",
    "managed service provider",
    "vendor",
    "contractor",
    "processor",
    "data processor",
    "data importer",
    "licensor",
    "outsourcer",
    "outsourced provider",
    "seller",
    "servicer",
  ]),
]);

/** Words that may name a party but say little about its side: the contract must decide. */
export const OPEN_NAMES: ReadonlySet<string> = new Set([
  "company",
  "user",
  "end user",
  "partner",
  "authority",
  "contracting authority",
  "consultant",
  "agency",
  "council",
  "university",
  "trust",
  "school",
  "bank",
  "institution",
  "organisation",
  "organization",
  "firm",
  "employer",
  "developer",
  "reseller",
  "member",
  "merchant",
  "publisher",
  "advertiser",
  "account holder",
  "business associate",
  "covered entity",
  "financial entity",
  "practice",
  "principal",
  "agent",
  "host",
  "operator",
  "sponsor",
  "recipient",
  "bidder",
  "tenderer",
  "custodian",
  "issuer",
  "depositor",
  "department",
  "ministry",
  "hospital",
]);

/** A hint, weaker than what the contract says, for open names. */
export const LEANING: ReadonlyMap<string, Side> = new Map<string, Side>([
  ...names<Side>("customer", [
    "user",
    "authority",
    "contracting authority",
    "agency",
    "council",
    "university",
    "trust",
    "school",
    "bank",
    "institution",
    "employer",
    "account holder",
    "covered entity",
    "financial entity",
    "practice",
    "issuer",
    "depositor",
    "department",
    "ministry",
    "hospital",
  ]),
  ...names<Side>("supplier", ["consultant", "custodian", "operator", "bidder", "tenderer", "business associate"]),
]);

/** Supplier words that also name outsiders ("our vendors", "third-party service providers"). */
export const SUPPLIER_OR_OUTSIDER: ReadonlySet<string> = new Set([
  "supplier",
  "provider",
  "service provider",
  "services provider",
  "hosting provider",
  "cloud provider",
  "cloud service provider",
  "vendor",
  "contractor",
  "licensor",
  "seller",
]);

/** All words that can name a party, as an alternation for a regular expression, longest first. */
export const PARTY_WORDS = [...STANDARD_SIDES.keys(), ...OPEN_NAMES].sort((a, b) => b.length - a.length).join("|");

export const SUBPROCESSOR_NAMES = ["subprocessor", "sub-processor", "sub processor"] as const;

/** Names of those who are never a party. */
export const OUTSIDE_NAMES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...names<Role>("subprocessor", [
    ...SUBPROCESSOR_NAMES,
    "subcontractor",
    "sub-contractor",
    "sub contractor",
    "subservicer",
    "sub-servicer",
    "other processor",
    "another processor",
    "further processor",
    "additional processor",
    "other sub-processor",
    "sub-outsourcer",
  ]),
  ...names<Role>("authority", [
    "supervisory authority",
    "data protection authority",
    "data protection supervisory authority",
    "competent authority",
    "competent supervisory authority",
    "regulatory authority",
    "regulator",
    "ico",
    "information commissioner",
    "information commission",
    "information commissioner's office",
    "data protection commissioner",
    "data protection commission",
    "cnil",
  ]),
  ...names<Role>("data-subject", ["data subject", "individual"]),
  ...names<Role>("third-party", [
    "third party",
    "third-party provider",
    "third party provider",
    "third-party service provider",
    "third party service provider",
    "third-party vendor",
    "third party vendor",
    "third-party supplier",
    "third party supplier",
    "third-party contractor",
    "third party contractor",
  ]),
]);

export const FIRST_PERSON = ["we", "us", "our"] as const;
export const SECOND_PERSON = ["you", "your"] as const;

function names<R>(role: R, words: readonly string[]): [string, R][] {
  return words.map((word) => [word, role]);
}
