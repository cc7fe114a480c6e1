import { expect, test } from "vitest";
import { alignClauses } from "../../src/compare/align-clauses.ts";
import { compareClauses } from "../../src/compare/compare-clauses.ts";
import { clauseWords } from "../../src/compare/words.ts";
import type { Contract } from "../../src/model/contract.ts";
import { readFile } from "../../src/read/read-file.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";

const BACKUP = "The Supplier shall take a backup of the Customer Data every night.";
const AUDIT = "The Customer may audit the records of the Supplier once a year.";

test("a reference that was not renumbered with its clause leads elsewhere, and is named", async () => {
  const { changes } = await compared(
    `1. BACKUP\n\n1.1 ${BACKUP}\n\n2. AUDIT\n\n2.1 ${AUDIT}\n\n2.2 Clause 1.1 is audited first.`,
    `1. AUDIT\n\n1.1 ${AUDIT}\n\n1.2 Clause 1.1 is audited first.\n\n2. BACKUP\n\n2.1 ${BACKUP}`,
  );
  expect(changes).toMatchObject([
    { change: "changed", redirects: [{ text: "1.1", was: "1.1 BACKUP", wasNow: "2.1 BACKUP", now: "1.1 AUDIT" }] },
  ]);
});

test("a reference to another paragraph inside the same clause is a change", async () => {
  const text = (letter: string) =>
    `1. BACKUP\n\n1.1 ${BACKUP}\n\n2. AUDIT\n\n2.1 ${AUDIT}\n\n2.2 Clause 1.1(${letter}) is audited first.`;
  expect((await compared(text("a"), text("b"))).changes.map(({ change }) => change)).toEqual(["changed"]);
});

test("only the paragraph that changed is reported, not the clause above it", async () => {
  const text = (days: string) =>
    `1. SERVICES\n\n1.1 The Supplier shall:\n\n(a) take backups;\n\n(b) keep them for ${days} days; and\n\n(c) test them.`;
  const { changes, counts } = await compared(text("thirty"), text("ninety"));
  expect(changes.map(({ new: place }) => place?.clause)).toEqual(["1.1(b)"]);
  expect(changes[0]?.runs).toEqual([
    { kind: "equal", text: "keep them for" },
    { kind: "deleted", text: " thirty" },
    { kind: "inserted", text: " ninety" },
    { kind: "equal", text: " days; and" },
  ]);
  expect(counts).toMatchObject({ changed: 1, new: 0, removed: 0 });
});

test("what stands in another column changed; a column under another name did not", async () => {
  const table = (heads: string, row: string) =>
    `# Roles\n\n| Function | ${heads} |\n|---|---|---|\n| Backup of data | ${row} |\n`;
  const old = table("Supplier | Customer", "X |");
  expect((await compared(old, table("Supplier | Customer", "| X"))).changes).toMatchObject([
    {
      runs: [
        { kind: "equal" },
        { kind: "deleted", text: "\nSupplier:" },
        { kind: "inserted", text: "\nCustomer:" },
        {},
      ],
    },
  ]);
  const renamed = await compared(old, table("Provider | Customer", "X |"));
  expect(renamed.changes).toHaveLength(1);
  expect(renamed.changes[0]?.runs.map(({ text }) => text).join()).not.toContain("Backup");
});

test("paragraphs run together into one clause are no change", async () => {
  const { changes } = await compared(
    "1. USE\n\n1.1 The Supplier may use the data:\n\n(a) to provide the Services; and\n\n(b) to send invoices.",
    "1. USE\n\n1.1 The Supplier may use the data: (a) to provide the Services; and (b) to send invoices.",
  );
  expect(changes).toEqual([]);
});

test("a clause with other words under the same number is removed, and another is new", async () => {
  const { changes } = await compared(
    `1. GENERAL\n\n1.1 ${BACKUP}\n\n1.2 ${AUDIT}`,
    `1. GENERAL\n\n1.1 Neither party is liable for delay caused by strikes, floods or acts of war.\n\n1.2 ${AUDIT}`,
  );
  expect(changes.map(({ change }) => change).toSorted()).toEqual(["new", "removed"]);
});

test("a clause that was largely reworded is recognised by its words, heading and place", async () => {
  const { changes } = await compared(
    "1. LIABILITY\n\n1.1 The Supplier shall be liable for all loss of data without limit.\n\n2. TERM\n\n2.1 This Agreement lasts three years.",
    "1. TERM\n\n1.1 This Agreement lasts three years.\n\n2. LIABILITY\n\n2.1 The Supplier shall be liable for loss of data up to the charges paid in a year.",
  );
  expect(changes).toMatchObject([{ change: "changed", old: { clause: "1.1" }, new: { clause: "2.1" } }]);
});

test("two thousand clauses in another order take seconds, not minutes", async () => {
  const clause = (i: number) =>
    `The Supplier shall perform task ${i} of list ${i % 7} for unit ${(i * 31) % 211} each month.`;
  const numbered = (order: readonly number[], extra: string) =>
    order.map((i, at) => `${at + 1}. ${clause(i)}${i % 5 === 0 ? extra : ""}`).join("\n\n");
  const order = Array.from({ length: 2000 }, (_, i) => i);
  const [old, now] = [await contractOf(numbered(order, "")), await contractOf(numbered(order.toReversed(), " Once."))];
  const start = performance.now();
  const { counts } = compareClauses(old, now, alignClauses(clauseWords(old), clauseWords(now)));
  expect(performance.now() - start).toBeLessThan(8000);
  expect(counts).toMatchObject({ unchanged: 1601, changed: 400, new: 0, removed: 0 });
});

async function contractOf(text: string): Promise<Contract> {
  return segmentContract([await readFile(new TextEncoder().encode(`# HOSTING AGREEMENT\n\n${text}\n`), "contract.md")]);
}

async function compared(old: string, now: string) {
  const [before, after] = [await contractOf(old), await contractOf(now)];
  return compareClauses(before, after, alignClauses(clauseWords(before), clauseWords(after)));
}
