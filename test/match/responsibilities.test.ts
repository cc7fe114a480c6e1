import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { ReadFile } from "../../src/model/contract.ts";
import type { Library } from "../../src/model/requirement.ts";
import { type Responsibility, responsibilitySchema } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { reviewContract } from "../../src/review.ts";
import { judgeFunctions } from "../../src/test-library.ts";
import { read as readPdf } from "../read/pdf-fixture.ts";

const all = loadLibrary();
const library: Library = { ...all, requirements: [] };
const playbook = { ...loadPlaybook(all), requirements: [], areas: [], without: [], severity: {} };

const matrixOf = (files: readonly ReadFile[]): Responsibility[] =>
  reviewContract(files, { library, playbook }).responsibilities;
const byId = (rows: readonly Responsibility[]) => new Map(rows.map((row) => [row.functionId, row]));
const file = (text: string, name = "contract.md") => readFile(new TextEncoder().encode(text), name);
const allocation = (text: string, id: string) => byId(judgeFunctions(library, text)).get(id)?.allocation;

describe("tables of responsibilities", () => {
  test.each([
    ["letters under the parties", "| Function | Supplier | Customer |\n| Backup | R/A | I |", "supplier"],
    ["an empty cell for the other", "| Function | Supplier | Customer |\n| Backup | | X |", "customer"],
    ["both answer", "| Function | Supplier | Customer |\n| Backup | R/A | R/A |", "shared-unsplit"],
    ["one does, the other answers", "| Function | Supplier | Customer |\n| Backup | R | A |", "shared-split"],
    ["nobody", "| Function | Supplier | Customer |\n| Backup | – | – |", "unassigned"],
    ["only informed", "| Function | Supplier | Customer |\n| Backup | I | C |", "unassigned"],
    ["ticks under us and you", "| Function | Us | You |\n| Backup | ✓ | |", "supplier"],
    [
      "letters at the head, names below",
      "| Function | Responsible | Accountable | Informed |\n| Backup | Supplier | Supplier | Customer |",
      "supplier",
    ],
    ["an owner column", "| Function | Owner |\n| Backup | Customer |\n| Encryption | Supplier |", "customer"],
    ["an outsider's column", "| Function | Supplier | Customer | Cloudbase |\n| Backup | I | I | R/A |", "third-party"],
    [
      "words under the parties",
      "| Area | Supplier responsibilities | Customer responsibilities |\n| Data | Takes daily backups of all databases | Chooses what is stored |",
      "supplier",
    ],
  ])("%s", (_, table, expected) => {
    const text = `The Supplier hosts the systems of the Customer.\n# Responsibilities\n${table}`;
    expect(allocation(text, "backup")).toBe(expected);
  });

  test("what each party does of one task is a split, not a conflict", () => {
    const text =
      "| Area | Supplier responsibilities | Customer responsibilities |\n| Backup | Takes daily backups of the databases | Keeps backups of its own devices |";
    expect(allocation(text, "backup")).toBe("shared-split");
  });

  test.each(["R/A\u00b9", "R/A [1]", "R."])("a mark with a note or a stop is read: %s", (mark) => {
    expect(allocation(`| Function | Supplier | Customer |\n| Backup | ${mark} | I |`, "backup")).toBe("supplier");
  });

  test("a cell that cannot be read says nothing, least of all that nobody bears it", () => {
    const table = "| Function | Supplier | Customer |\n| Encryption | R/A | I |\n| Key management | I | R/A |\n";
    const rows = byId(judgeFunctions(library, `${table}| Backup | see the annex for the databases | I |`));
    expect(rows.get("backup")?.explanation).not.toContain("gives it to nobody");
  });

  test.each(["Supplier's SOC", "Supplier (Level 2)", "Supplier with support of the Customer"])(
    "an owner with more words is an owner: %s",
    (owner) => {
      expect(allocation(`| Function | Owner |\n| Backup | ${owner} |\n| Encryption | Customer |`, "backup")).toBe(
        "supplier",
      );
    },
  );

  test("a part that a row gives to nobody shows beside the parts that have an owner", () => {
    const text =
      "| Function | Supplier | Customer |\n| Security monitoring of the hosts | R/A | I |\n| Security monitoring of the virtual machines | – | – |";
    const row = byId(judgeFunctions(library, text)).get("security-monitoring");
    expect(row?.allocation).toBe("supplier");
    expect(row?.concerns.join(" ")).toContain("gives a part of it to nobody");
    expect(row?.evidence.map(({ bearer }) => bearer)).toContain("nobody");
  });

  test("a legend may be a table", () => {
    const legend = "| D | Delivers |\n| T | Is told (informed) |\n| P | Consulted |";
    const table = "| Function | Supplier | Customer |\n| Backup | P | D |";
    expect(allocation(`# Legend\n| Letter | Meaning |\n${legend}\n# Table\n${table}`, "backup")).toBe("customer");
  });

  test("cells beside each other are no legend", () => {
    const table =
      "| Function | Supplier | Customer |\n| Backup | R | – |\n| Information security policy | R | – |\n| Performance management | R | I |";
    expect(allocation(table, "backup")).toBe("supplier");
  });

  test("a legend of the contract's own turns the letters", () => {
    const table = "| Function | Supplier | Customer |\n| Backup | A | R |";
    expect(allocation(`A = Assists. R = Responsible.\n${table}`, "backup")).toBe("customer");
    expect(allocation(table, "backup")).toBe("shared-split");
  });

  test("a heading over the table is part of the row", () => {
    const text = "# Patching\n| Layer | Supplier | Customer |\n| Hypervisor | R/A | I |";
    expect(allocation(text, "patching-hypervisor")).toBe("supplier");
  });

  test("header rows above each other: the party over its letters", async () => {
    const rows = [
      "<tr><th rowspan='2'>Function</th><th colspan='2'>Supplier</th><th colspan='2'>Customer</th></tr>",
      "<tr><th>R</th><th>A</th><th>R</th><th>A</th></tr>",
      "<tr><td>Backup</td><td></td><td></td><td>x</td><td>x</td></tr>",
      "<tr><td>Encryption</td><td>x</td><td>x</td><td></td><td></td></tr>",
    ];
    const page = `<h1>Who does what</h1><table>${rows.join("")}</table>`;
    const matrix = byId(matrixOf([await file(page, "contract.html")]));
    expect(matrix.get("backup")?.allocation).toBe("customer");
    expect(matrix.get("encryption")?.allocation).toBe("supplier");
  });

  test("a table over several PDF pages is read whole", async () => {
    const rows = library.functions.map(({ name }, i) => [name, "R/A", i % 2 === 0 ? "I" : "C"]);
    const body = [["Function", "Supplier", "Customer"], ...rows];
    const pdf = await readPdf({
      content: [
        { text: "The Supplier hosts the systems of the Customer." },
        { table: { headerRows: 1, widths: [300, 80, 80], body }, fontSize: 16 },
      ],
    });
    expect(pdf.pages).toBeGreaterThan(1);
    const open = matrixOf([pdf]).filter((row) => row.allocation !== "supplier");
    expect(open.map(({ functionId, allocation: said }) => `${functionId} ${said}`)).toEqual([]);
  });
});

describe("prose and lists", () => {
  test.each([
    ["duty", "The Supplier shall take daily backups of the Customer Data.", "supplier"],
    ["passive without an agent", "Daily backups of the Customer Data shall be taken.", "unassigned"],
    ["passive with an agent", "Daily backups of the Customer Data shall be taken by the Customer.", "customer"],
    ["assignment", "Backup of the Customer Data is the responsibility of the Customer.", "customer"],
    ["permission", "The Customer may take backups of the Customer Data.", "unassigned"],
    [
      "list under a party",
      "# Customer responsibilities\nThe Customer:\n(a) backup of its data;\n(b) its own devices.",
      "customer",
    ],
  ])("%s", (_, text, expected) => {
    expect(allocation(text, "backup")).toBe(expected);
  });

  test.each([
    ["security-monitoring", "Security monitoring shall not be the responsibility of the Supplier."],
    ["security-monitoring", "The Supplier disclaims all responsibility for security monitoring."],
    ["security-monitoring", "Nothing in this Agreement obliges the Supplier to carry out security monitoring."],
    ["backup", "Responsibility for backups does not lie with the Supplier."],
    ["penetration-testing", "The Supplier prohibits penetration tests by the Customer."],
    ["backup", "The Supplier does not take backups."],
  ])("%s is given to nobody: %s", (id, text) => {
    expect(allocation(text, id)).toBe("unassigned");
  });

  test("an exception counts for the words it stands with", () => {
    const text =
      "The Supplier shall take daily backups of the Customer Data and shall test the restoration of backups every quarter.";
    expect(allocation(text, "backup")).toBe("supplier");
    expect(allocation(text, "restore-testing")).toBe("supplier");
  });

  test("freed of it, and nobody else bears it", () => {
    const row = byId(judgeFunctions(library, "The Supplier is not responsible for backing up the Customer Data.")).get(
      "backup",
    );
    expect(row?.allocation).toBe("unassigned");
    expect(row?.explanation).toContain("frees the supplier of it");
  });

  test("a duty on the customer that only the host can perform is a concern", () => {
    const text = "The Supplier hosts the cloud platform.\nThe Customer shall apply security patches to the hypervisor.";
    const row = byId(judgeFunctions(library, text)).get("patching-hypervisor");
    expect(row?.allocation).toBe("customer");
    expect(row?.concerns).toEqual(["On a platform that the supplier hosts only the supplier can do this."]);
  });

  test("who tells whom, when and how", () => {
    const text =
      "The Supplier shall notify the Customer of every security incident by email to the Customer's security contact within four (4) hours.";
    const row = byId(judgeFunctions(library, text)).get("incident-reporting");
    expect(row?.handovers[0]).toMatchObject({ from: "supplier", to: "customer", withinHours: 4 });
    expect(row?.handovers[0]?.contact).toBeDefined();
  });
});

describe("conflicts and precedence", () => {
  const agreement =
    '# Agreement\n\nThis Agreement is made between Hostco Ltd (the "Supplier") and Buyer Ltd (the "Customer").\n\n1. If there is a conflict, the clauses of this Agreement prevail over the Schedules.\n\n2. The Customer shall apply security patches to the guest operating systems.\n';
  const schedule =
    "# Schedule 1 Responsibilities\n\n| Function | Supplier | Customer |\n|---|---|---|\n| Patching of the guest operating system | R/A | I |\n";

  test("the order of the files changes nothing", async () => {
    const [a, b] = [await file(agreement, "agreement.md"), await file(schedule, "schedule.md")];
    const [one, other] = [matrixOf([a, b]), matrixOf([b, a])].map((rows) => byId(rows).get("patching-guest-os"));
    expect(one?.allocation).toBe("conflicting");
    expect(one?.explanation).toContain("so that it would fall to the customer");
    expect(other?.allocation).toBe("conflicting");
    expect(other?.explanation).toContain("so that it would fall to the customer");
  });

  test("the other order of precedence, the other winner", async () => {
    const turned = agreement.replace(
      "the clauses of this Agreement prevail over the Schedules",
      "the Schedules prevail over the clauses of this Agreement",
    );
    const rows = byId(matrixOf([await file(turned, "agreement.md"), await file(schedule, "schedule.md")]));
    expect(rows.get("patching-guest-os")?.explanation).toContain("so that it would fall to the supplier");
  });
});

/** Activities in words that say nothing of who does them. */
const ACTIVITIES: readonly (readonly [string, string])[] = [
  ["take daily backups of all data", "Daily backups of all data shall be taken."],
  ["apply security patches to the hypervisor", "Security patches shall be applied to the hypervisor."],
  ["encrypt all data at rest", "All data shall be encrypted at rest."],
  ["carry out penetration tests every year", "Penetration tests shall be carried out every year."],
  ["scan all systems for vulnerabilities", "All systems shall be scanned for vulnerabilities."],
  ["manage the firewalls and the segmentation of the network", "The firewalls shall be managed."],
  ["keep audit logs for twelve months", "Audit logs shall be kept for twelve months."],
  ["test the restoration of backups every quarter", "The restoration of backups shall be tested every quarter."],
];
const contractOf = (parties: readonly ("Supplier" | "Customer")[]) =>
  parties.map((party, i) => `The ${party} shall ${ACTIVITIES[i]?.[0]}.`);
const parties = fc.array(fc.constantFrom("Supplier" as const, "Customer" as const), {
  minLength: 1,
  maxLength: ACTIVITIES.length,
});

describe("whatever the contract", () => {
  test("a passive sentence without an agent assigns nothing", () => {
    fc.assert(
      fc.property(parties, fc.nat(ACTIVITIES.length - 1), fc.nat(ACTIVITIES.length), (who, which, where) => {
        const lines = contractOf(who);
        const before = judgeFunctions(library, lines.join("\n"));
        const more = lines.toSpliced(where, 0, ACTIVITIES[which]?.[1] ?? "");
        const after = judgeFunctions(library, more.join("\n"));
        expect(after.map((row) => row.allocation)).toEqual(before.map((row) => row.allocation));
      }),
      { numRuns: 40 },
    );
  });

  test("swapping the parties swaps the matrix", () => {
    const SWAPPED: Readonly<Record<string, string>> = { supplier: "customer", customer: "supplier" };
    fc.assert(
      fc.property(parties, (who) => {
        const one = judgeFunctions(library, contractOf(who).join("\n"));
        const turned = who.map((party) => (party === "Supplier" ? ("Customer" as const) : ("Supplier" as const)));
        const other = judgeFunctions(library, contractOf(turned).join("\n"));
        expect(other.map((row) => row.allocation)).toEqual(one.map((row) => SWAPPED[row.allocation] ?? row.allocation));
      }),
      { numRuns: 40 },
    );
  });

  test("every row keeps to the schema, every quote stands in the text", () => {
    fc.assert(
      fc.property(parties, (who) => {
        const text = contractOf(who).join("\n");
        for (const row of judgeFunctions(library, text)) {
          expect(responsibilitySchema.safeParse(row).success).toBe(true);
          for (const { quote } of row.evidence) expect(text).toContain(quote);
        }
      }),
      { numRuns: 20 },
    );
  });
});
