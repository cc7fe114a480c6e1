import fc from "fast-check";
import { type Deal, type DealInput, dealSchema, type Pack } from "../../src/model/deal.ts";
import type { Playbook, QuantityRule, Requirement } from "../../src/model/requirement.ts";

const WORDS =
  "Alder Birch Cedar Elm Fern Gorse Hazel Ivy Juniper Larch Maple Oak Pine Rowan Sorrel Thorn Willow Yew".split(" ");
const name = fc.tuple(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS),
  fc.constantFrom("Ltd", "plc", "GmbH", "LLP", "Housing Trust"),
);
const TYPES = [
  "name",
  "postal address",
  "e-mail address",
  "date of birth",
  "bank details",
  "usage data",
  "call recordings",
];
const SUBJECTS = ["tenants", "employees", "patients", "visitors", "customers", "pupils"];
const SPECIAL = ["health data", "biometric data", "trade union membership", "data on criminal offences"];
const CUSTOMER_LAYERS = ["applications", "user accounts", "guest operating systems", "container images", "databases"];
const SUPPLIER_LAYERS = [
  "hardware",
  "firmware",
  "network",
  "hypervisor",
  "host operating systems",
  "container platform",
  "storage",
];
const COUNTRIES = ["India", "the United States", "Brazil", "South Africa"];
const MECHANISMS = ["UK Addendum", "International Data Transfer Agreement", "standard contractual clauses, Module Two"];
const some = (items: readonly string[], least = 1) => fc.subarray([...items], { minLength: least });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A deal that the pack is made for: parties, data, layers, transfers and numbers at random, within what the playbook signs. */
export function dealFor(pack: Pack, playbook: Playbook, requirements: readonly Requirement[]): fc.Arbitrary<Deal> {
  const law = pack.law ?? "uk";
  const special = some(SPECIAL, 0);
  const data = fc.record({ types: some(TYPES), subjects: some(SUBJECTS), special });
  const isData = pack.needs.personal_data || pack.id.startsWith("data") || pack.needs.sector?.[0] === "law-enforcement";
  const contact = fc.record({
    name: fc.constantFrom("Robin Ash", "Kim Reed", "Sam Brook"),
    email: fc.constantFrom("security@example.com", "duty.officer@example.org"),
    phone: fc.constantFrom("+44 20 7946 0101", "+44 161 496 0102"),
  });
  const contacts = fc.record({ security: maybe(contact), data_protection: maybe(contact), service: maybe(contact) });
  return fc
    .record({
      parties: fc.tuple(name, name).filter(([a, b]) => a.join() !== b.join()),
      number: maybe(fc.constantFrom("01234567", "HRB 4711")),
      address: maybe(fc.constantFrom("1 Sample Street, Leeds LS1 1AA", "2 Example Way, Cardiff CF10 1AB")),
      services: maybe(
        fc.constantFrom(
          "the managed hosting of the Customer's web shop",
          "payroll processing",
          "the operation of a data warehouse",
        ),
      ),
      sector: pack.needs.sector
        ? fc.constantFrom(...pack.needs.sector)
        : fc.constantFrom("general" as const, "essential-services" as const),
      data: isData ? data : fc.option(data, { nil: null }),
      cloud: fc.boolean(),
      containers: pack.needs.containers ? fc.constant(true) : fc.boolean(),
      locations: maybe(
        some(law === "uk" ? ["the United Kingdom", "England", "Scotland"] : ["Germany", "Ireland", "France"]),
      ),
      supplierLayers: maybe(some(SUPPLIER_LAYERS, 2)),
      customerLayers: some(CUSTOMER_LAYERS, 0),
      transfers: fc.array(
        fc.record({
          country: fc.constantFrom(...COUNTRIES),
          recipient: name.map((parts) => parts.join(" ")),
          mechanism: fc.constantFrom(...MECHANISMS),
        }),
        { maxLength: 2 },
      ),
      subProcessors: fc.array(
        fc.record({
          name: name.map((parts) => parts.join(" ")),
          service: fc.constantFrom("storage", "support desk"),
          location: fc.constantFrom("the United Kingdom", "Ireland"),
        }),
        { maxLength: 3 },
      ),
      policies: fc.array(
        fc.record({
          title: fc.constantFrom("Information Security Policy", "Acceptable Use Policy"),
          version: fc.constantFrom("1.0", "3.2"),
        }),
        { maxLength: 2 },
      ),
      contacts: fc.record({ supplier: contacts, customer: contacts }),
      term: fc.integer({ min: 1, max: 120 }),
      numbers: numbersFor(playbook, requirements),
    })
    .map((given): Deal => {
      const raw: DealInput = {
        supplier: { name: given.parties[0].join(" "), number: given.number, address: given.address },
        customer: { name: given.parties[1].join(" ") },
        services: given.services,
        sector: given.sector,
        term_months: given.term,
        personal_data: given.data,
        hosting: {
          cloud: given.cloud,
          containers: given.containers,
          locations: given.locations,
          supplier_layers: given.supplierLayers,
          customer_layers: given.customerLayers,
        },
        transfers: given.data === null ? [] : given.transfers,
        sub_processors: given.subProcessors,
        policies: given.policies,
        contacts: given.contacts,
        numbers: given.numbers,
      };
      return dealSchema.parse(raw);
    });
}

/** Some of the metrics with values that the playbook's limits allow. */
function numbersFor({ limits }: Playbook, requirements: readonly Requirement[]): fc.Arbitrary<Record<string, number>> {
  const bounds = new Map<string, { least: number; most: number }>();
  for (const rule of requirements.flatMap(({ quantities }) => quantities)) {
    const own = rangeOf(rule, limits[rule.metric]?.pass ?? rule.pass);
    const known = bounds.get(rule.metric) ?? own;
    bounds.set(rule.metric, { least: Math.max(known.least, own.least), most: Math.min(known.most, own.most) });
  }
  const values = [...bounds]
    .filter(([metric, { least, most }]) => least <= most && !metric.endsWith("_version"))
    .map(([metric, { least, most }]) =>
      fc.integer({ min: Math.ceil(least), max: Math.floor(most) }).map((value) => [metric, value] as const),
    );
  return fc
    .tuple(fc.tuple(...values), fc.infiniteStream(fc.boolean()))
    .map(([all, coins]) => Object.fromEntries(all.filter(() => coins.next().value === true)));
}

function rangeOf({ metric, op, unit }: QuantityRule, pass: number): { least: number; most: number } {
  if (op === "==") return { least: pass, most: pass };
  if (metric.endsWith("_hours_per_day")) return { least: pass, most: 24 };
  if (op === "<=") return { least: 1, most: pass };
  return {
    least: pass,
    most: unit === "percent" ? Math.max(pass, unit === "percent" && pass <= 100 ? 100 : pass) : pass * 4,
  };
}
