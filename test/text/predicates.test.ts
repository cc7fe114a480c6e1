import { expect, test } from "vitest";
import type { Mark } from "../../src/text/match-phrase.ts";
import { findPredicates } from "../../src/text/predicates.ts";
import { tokenize } from "../../src/text/tokens.ts";

const ROLES: Record<string, string> = {
  supplier: "supplier",
  processor: "supplier",
  customer: "customer",
  controller: "customer",
};

function predicates(text: string) {
  const tokens = tokenize(text, { start: 0, end: text.length });
  const marks: Mark[] = tokens.flatMap((token, at) =>
    ROLES[token.word] ? [{ name: ROLES[token.word] ?? "", at, to: at + 1 }] : [],
  );
  return findPredicates({ tokens, marksAt: Map.groupBy(marks, (mark) => mark.at) }).map(
    (p) => `${p.actor ?? "nobody"} ${p.negative ? "not " : ""}${p.force}`,
  );
}

test.each([
  ["The Supplier shall notify the Customer.", ["supplier duty"]],
  ["The Customer may audit the Supplier.", ["customer right"]],
  ["The Supplier shall not disclose data.", ["supplier not duty"]],
  ["The Supplier shall not be obliged to permit audits.", ["supplier relief"]],
  ["The Customer shall be notified by the Supplier.", ["supplier duty"]],
  ["The Customer shall be notified.", ["nobody duty"]],
  ["Personal data shall be deleted.", ["nobody duty"]],
  ["The Processor, at the request of the Controller, shall assist.", ["supplier duty"]],
  ["Upon request of the Controller, the Processor shall assist.", ["supplier duty"]],
  ["Nothing in this clause shall oblige the Supplier to permit audits.", ["nobody not duty"]],
  ["The Customer shall be entitled to audit.", ["customer right"]],
  ["The Supplier is responsible for patching.", ["supplier duty"]],
  ["The Supplier has no obligation to return data.", ["supplier relief"]],
  ["The Supplier shall inform the Customer and shall assist it.", ["supplier duty", "supplier duty"]],
  ["The Supplier shall keep data that may be lost safe.", ["supplier duty"]],
  ["No Sub-processor shall be engaged.", ["nobody not duty"]],
  ["Data shall be processed on instructions issued by the Customer.", ["nobody duty"]],
  ["The Supplier and the Customer shall cooperate with the regulator.", ["nobody duty"]],
  [
    "The Customer shall inform the Supplier and the Customer shall delete the data.",
    ["customer duty", "customer duty"],
  ],
  ["No later than 14 days after expiry, the Supplier shall delete the data.", ["supplier duty"]],
  ["The Supplier makes no promise that the platform will be patched.", ["nobody not duty"]],
  [
    "The Supplier does not warrant that it will patch; the Supplier shall monitor.",
    ["supplier not duty", "supplier not duty", "supplier duty"],
  ],
  ["Neither party is obliged to act.", ["nobody relief"]],
  ["The Supplier will not fail to act.", ["supplier duty"]],
  ["We shall see; the Supplier won't act.", ["nobody duty", "supplier not duty"]],
  [
    "The Supplier shall help the Customer, shall report and shall stop.",
    ["supplier duty", "supplier duty", "supplier duty"],
  ],
  ["The Supplier has the right, after notice, to suspend.", ["supplier right"]],
  ["The Customer shall have the right to audit.", ["customer right"]],
  ["The Customer has an unlimited right to audit.", ["customer right"]],
  ["The Customer is granted full rights to inspect.", ["customer right"]],
  ["The Supplier disclaims all responsibility for backups.", ["supplier relief"]],
  ["The Supplier accepts no responsibility for backups.", ["supplier relief"]],
  ["The Supplier is not accountable for backups.", ["supplier relief"]],
  ["The Supplier warrants that it is entitled to process the data.", ["supplier duty"]],
  ["If the Customer's data is lost, the Supplier shall act.", ["supplier duty"]],
  ["The Customer's audit rights shall extend to the Supplier's premises.", ["nobody duty"]],
  ["The Supplier's staff shall wear badges.", ["supplier duty"]],
])("%s", (text, expected) => {
  expect(predicates(text)).toEqual(expected);
});
