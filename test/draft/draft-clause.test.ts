import { expect, test } from "vitest";
import { draftClause } from "../../src/draft/draft-clause.ts";
import { partyNames } from "../../src/draft/party-names.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import { readFile } from "../../src/read/read-file.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";

const library = loadLibrary();
const playbook = loadPlaybook(library);

async function namesIn(text: string) {
  return partyNames(segmentContract([await readFile(new TextEncoder().encode(text), "contract.md")]));
}

test("parties are called what the contract calls them most, in its usual spelling", async () => {
  const names = await namesIn(
    "# AGREEMENT BETWEEN THE CLIENT AND HOSTCO\n\nThis agreement is between Acme Ltd (the “Client”) and Hostco GmbH (“Hostco”).\n\n1. Hostco hosts the platform for the Client. Hostco shall keep it running and the Client shall pay the fees to Hostco.\n",
  );
  expect(names).toEqual({ supplier: "Hostco", customer: "the Client" });
});

test("a name within a longer one is no use of it", async () => {
  const names = await namesIn(
    "This agreement is between Acme Ltd (the “Client”) and Hostco GmbH (the “Service Provider”).\n\n1. The Service Provider hosts the platform for the Client. The Service Provider shall keep it running. The Client shall pay the Service Provider. The Provider shall tell the Client.\n",
  );
  expect(names).toEqual({ supplier: "the Service Provider", customer: "the Client" });
});

test("a defined name goes before a company's name that stands more often", async () => {
  const names = await namesIn(
    "This agreement is between Alpha Housing Limited (the “Customer”) and Beta Hosting Limited (the “Supplier”).\n\n1. The Supplier hosts the platform for the Customer.\n\n2. Alpha Housing Limited pays. Invoices go to Alpha Housing Limited, for the attention of the secretary of Alpha Housing Limited.\n",
  );
  expect(names).toEqual({ supplier: "the Supplier", customer: "the Customer" });
});

test("without names they are the Supplier and the Customer", async () => {
  expect(await namesIn("Nothing is said here.\n")).toEqual({ supplier: "the Supplier", customer: "the Customer" });
});

test("no model clause leaves a hole, whatever the parties are called", () => {
  for (const requirement of library.requirements) {
    const text = draftClause(library, requirement, { supplier: "Hostco", customer: "the Client" }, playbook);
    expect(text, requirement.id).not.toMatch(/\{\{|\}\}|undefined|NaN/);
    expect(text.length, requirement.id).toBeGreaterThan(60);
  }
});

test("a name without a value is refused", () => {
  const requirement = library.requirements[0];
  if (!requirement) throw new Error("the library has requirements");
  const holed = { ...library, templates: new Map([[requirement.template, "{{nobody}} shall act."]]) };
  expect(() => draftClause(holed, requirement, { supplier: "A", customer: "B" }, playbook)).toThrow(/nobody/);
});
