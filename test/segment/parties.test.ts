import { describe, expect, it } from "vitest";
import { findParties } from "../../src/segment/parties.ts";
import { draftFrom } from "./draft-from-text.ts";

interface Case {
  readonly what: string;
  readonly lines: readonly string[];
  readonly customer: readonly string[];
  readonly supplier: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: "a UK parties block",
    lines: [
      "This agreement is dated 1 May 2026 and made between:",
      '(1) Hostwell Systems Limited, incorporated in England and Wales with number 01234567, whose registered office is at 1 Mill Lane, Leeds (the "Supplier"); and',
      "(2) Oakfield Stores plc, whose registered office is at 9 High Street, York (the “Customer”).",
    ],
    customer: ["customer", "oakfield stores plc", "oakfield stores"],
    supplier: ["supplier", "hostwell systems limited", "hostwell systems"],
  },
  {
    what: "a US opening in which the buyer is the Company",
    lines: [
      'This Agreement is by and between Brightcloud, Inc., a Delaware corporation with offices at 10 Main Street ("Brightcloud"), and Oakfield Stores LLC, a Texas limited liability company ("Company").',
      "Brightcloud shall process personal data only on behalf of Company. Company shall pay the fees to Brightcloud.",
    ],
    customer: ["company", "oakfield stores llc"],
    supplier: ["brightcloud", "brightcloud, inc"],
  },
  {
    what: "a US opening in which the seller is the Company",
    lines: [
      'This Agreement is by and between Brightcloud, Inc., a Delaware corporation ("Company"), and Oakfield Stores LLC ("Oakfield").',
      "Company shall provide the hosting services. Oakfield shall pay the fees. Company shall notify Oakfield of each security incident.",
    ],
    customer: ["oakfield", "oakfield stores"],
    supplier: ["company", "brightcloud, inc"],
  },
  {
    what: "an EU processing agreement on separate lines",
    lines: [
      "between",
      "Client (name and address to be added)",
      "- hereinafter referred to as the Controller -",
      "and",
      "Rechenhaus GmbH, Ringstraße 4, 50667 Köln (doing business as Rechenhaus Cloud and Data)",
      "- hereinafter referred to as the Processor -",
    ],
    customer: ["controller", "client"],
    supplier: ["processor", "rechenhaus gmbh", "rechenhaus"],
  },
  {
    what: "click-through terms in the first and second person",
    lines: [
      'When we say "Company", "we", "our" or "us" in this document, we are referring to Hostwell Systems Limited.',
      '"You" or "customer" refers to the organisation that signs up for an account.',
      "You must pay us monthly. We notify you of a personal data breach without undue delay.",
    ],
    customer: ["you", "your", "customer"],
    supplier: ["we", "us", "our", "company", "hostwell systems limited"],
  },
  {
    what: "a customer's paper in the first and second person",
    lines: [
      "These requirements apply to everybody who works for Northmoor Bank.",
      "You must notify us of any security incident within 24 hours.",
      "You shall process our data only on our instructions.",
      "Your subprocessors must be approved by us. You must delete our data on request.",
    ],
    customer: ["we", "us", "our"],
    supplier: ["you", "your"],
  },
  {
    what: "a customer's paper that says who is who in passing",
    lines: ["You, the supplier, must keep our records safe. We (the Authority) may audit."],
    customer: ["we", "our", "authority"],
    supplier: ["you", "supplier"],
  },
  {
    what: "a public contract with the Authority",
    lines: [
      "This contract is made between:",
      '(1) Northmoor Council of Town Hall, Northmoor (the "Authority"); and',
      '(2) Hostwell Systems Limited (the "Contractor").',
    ],
    customer: ["authority", "northmoor council"],
    supplier: ["contractor", "hostwell systems limited"],
  },
  {
    what: "definitions",
    lines: [
      '"Vendor" means Hostwell Systems Limited.',
      '"Company" means the controller named in the order form.',
      '"Oakfield" or "Buyer" means Oakfield Stores Limited.',
    ],
    customer: ["company", "buyer", "oakfield", "oakfield stores limited"],
    supplier: ["vendor", "hostwell systems limited", "hostwell systems"],
  },
  {
    what: "a name nobody introduces",
    lines: [
      "This addendum is between Cloudle and the customer.",
      "Cloudle shall process personal data only on behalf of the customer.",
      "Cloudle will notify the customer of a personal data breach. Cloudle's subprocessors are listed online.",
    ],
    customer: ["customer"],
    supplier: ["cloudle"],
  },
  {
    what: "a processor and its sub-processor",
    lines: [
      'This agreement is made between Midstream GmbH (the "Processor") and Deepstore AB (the "Sub-processor").',
      "The Sub-processor shall process personal data only on the instructions of the Processor.",
    ],
    customer: ["processor", "midstream gmbh"],
    supplier: ["sub-processor", "subprocessor", "deepstore ab"],
  },
  {
    what: "labels before a colon",
    lines: ["Customer: Oakfield Stores Ltd, York", "Supplier: Hostwell Systems Ltd, Leeds"],
    customer: ["oakfield stores ltd"],
    supplier: ["hostwell systems ltd"],
  },
  {
    what: "several suppliers with one label",
    lines: [
      'This agreement is made by Alder Works Inc. ("Alder"), Birch Works GmbH ("Birch") and Cedar Stores Ltd (the "Company").',
      'Each of Alder and Birch is hereinafter referred to as a "Supplier".',
      "The Company shall pay each Supplier.",
    ],
    customer: ["company", "cedar stores ltd"],
    supplier: ["alder", "birch", "supplier"],
  },
  {
    what: "British quotation marks and a trading name",
    lines: [
      "We are Hostwell Systems Limited (‘Company’, ‘we’ or ‘us’). Cloudle is our product.",
      "All services are provided by Nimbus Desk, a trading name of Hostwell Systems Limited, to you (the 'Subscriber').",
    ],
    customer: ["you", "subscriber"],
    supplier: ["we", "us", "company", "hostwell systems limited", "nimbus desk"],
  },
  {
    what: "one sentence",
    lines: ["The Provider shall notify the Customer without undue delay of a personal data breach."],
    customer: ["customer", "client", "controller", "data exporter", "you"],
    supplier: ["provider", "supplier", "vendor", "processor", "data importer", "we"],
  },
];

const rolesOf = (lines: readonly string[]) => {
  const { roleNames } = findParties(draftFrom(lines));
  return new Map(roleNames.map(({ words, role }) => [words, role]));
};

const namesIn = (lines: readonly string[]) => [
  ...new Set(lines.join("\n").match(/Hostwell Systems|Oakfield Stores|Brightcloud|Midstream|Deepstore/g)),
];

describe("findParties", () => {
  it.each(CASES)("knows who is who in $what", ({ lines, customer, supplier }) => {
    const roles = rolesOf(lines);
    for (const name of customer) expect([name, roles.get(name)]).toEqual([name, "customer"]);
    for (const name of supplier) expect([name, roles.get(name)]).toEqual([name, "supplier"]);
  });

  it("names the parties with the place that introduces them", () => {
    const draft = draftFrom(CASES[0]?.lines ?? []);
    const { parties } = findParties(draft);
    expect(parties.map(({ name, role }) => [name, role])).toEqual([
      ["Hostwell Systems Limited", "supplier"],
      ["Oakfield Stores plc", "customer"],
    ]);
    const [first] = parties;
    expect(draft.text.slice(first?.span?.start, first?.span?.end)).toMatch(
      /^Hostwell Systems Limited,.*\(the "Supplier"\)$/,
    );
  });

  it("keeps each role apart from outsiders", () => {
    const roles = rolesOf([
      '"Client" means Oakfield Stores Ltd. The supervisory authority and each data subject may act.',
    ]);
    expect(roles.get("sub-processor")).toBe("subprocessor");
    expect(roles.get("supervisory authority")).toBe("authority");
    expect(roles.get("authority")).toBe("authority");
    expect(roles.get("data subject")).toBe("data-subject");
    expect(roles.get("third party")).toBe("third-party");
  });

  it("does not take our vendors for the vendor", () => {
    const roles = rolesOf([
      'This agreement is between Hostwell Systems Ltd ("Hostwell") and the customer ("Customer").',
      "Hostwell shall provide the services. Hostwell uses vendors and third-party vendors; each of its vendors is bound.",
    ]);
    expect(roles.has("vendor")).toBe(false);
    expect(roles.get("hostwell")).toBe("supplier");
  });

  it("leaves a class of outsiders called Customer out of the customer role", () => {
    const roles = rolesOf([
      'This agreement is between Hostwell Systems Ltd ("Hostwell") and Oakfield Stores Ltd ("Oakfield").',
      "Hostwell grants Oakfield a licence to use the software. Oakfield shall pay Hostwell.",
      '"Customer" means any entity in Japan that buys from Oakfield.',
    ]);
    expect(roles.get("customer")).toBe("third-party");
    expect(roles.get("oakfield")).toBe("customer");
  });

  it("reads the heads of a table of responsibilities", () => {
    const { roleNames } = findParties(
      draftFrom([
        "Firewall: Cloudwall (the vendor of the appliance) is involved.",
        { cells: ["Patching", "R", "A", "C"], columnHeads: ["Activity", "Hostwell", "Customer", "Cloudwall"] },
        "Hostwell keeps an activity log.",
      ]),
    );
    const roles = new Map(roleNames.map(({ words, role }) => [words, role]));
    expect(roles.get("hostwell")).toBe("supplier");
    expect(roles.get("cloudwall")).toBe("third-party");
    expect(roles.has("activity")).toBe(false);
  });

  it("never returns a name that is also a plain word, nor one letter, nor data", () => {
    const roles = rolesOf([
      'This agreement is between Bloomwell Engines Ltd ("BE"), and Oakfield Stores Ltd ("O").',
      'BE shall provide the services and keep Customer Data ("Customer Data") safe.',
    ]);
    for (const name of ["be", "o", "customer data"]) expect(roles.has(name)).toBe(false);
  });

  it.each(CASES.filter(({ lines }) => namesIn(lines).length === 2))(
    "swaps the roles with the names in $what",
    ({ lines }) => {
      const [one = "", two = ""] = namesIn(lines);
      const swap = (line: string) => line.replaceAll(one, "\u0001").replaceAll(two, one).replaceAll("\u0001", two);
      const before = rolesOf(lines);
      const after = rolesOf(lines.map(swap));
      const [first, second] = [one.toLowerCase(), two.toLowerCase()];
      const roleOf = (roles: ReadonlyMap<string, string>, name: string) =>
        [...roles].find(([words]) => words.startsWith(name))?.[1];
      expect([roleOf(before, first), roleOf(before, second)].sort()).toEqual(["customer", "supplier"]);
      expect(roleOf(after, first)).toBe(roleOf(before, second));
      expect(roleOf(after, second)).toBe(roleOf(before, first));
    },
  );

  it("gives the same answer twice, sorted by words", () => {
    const lines = CASES.flatMap((item) => item.lines);
    const first = findParties(draftFrom(lines));
    expect(findParties(draftFrom(lines))).toEqual(first);
    const words = first.roleNames.map((name) => name.words);
    expect(words).toEqual([...words].sort());
    expect(new Set(words).size).toBe(words.length);
  });
});
