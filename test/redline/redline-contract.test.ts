import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { loadDeal } from "../../src/library/load-deal.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPacks } from "../../src/library/load-packs.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import { loadRedlineWords } from "../../src/library/load-redline-words.ts";
import type { Review } from "../../src/model/review.ts";
import { readDocx } from "../../src/read/docx.ts";
import { redlineContract } from "../../src/redline.ts";
import type { Redline } from "../../src/redline-result.ts";
import { reviewContract } from "../../src/review.ts";
import { settle } from "./settle.ts";

const AUTHOR = "Ours";
const RANK = { covered: 0, "not-applicable": 0, partial: 1, undecided: 2, missing: 2, adverse: 3 } as const;
const library = loadLibrary();
const playbook = loadPlaybook(library, undefined);
const { packs: _, ...texts } = loadPacks();

async function redlineOf(path: string): Promise<{ bytes: Uint8Array; result: Redline }> {
  const bytes = new Uint8Array(readFileSync(path));
  const read = await readDocx(bytes, { name: "contract.docx", sha256: "0" });
  const deal = loadDeal({
    answers: new Map([
      ["supplier.name", "S"],
      ["customer.name", "C"],
    ]),
  });
  const words = loadRedlineWords();
  const options = { library, playbook, texts, words, deal, isDealKnown: false, author: AUTHOR };
  return { bytes, result: await redlineContract([{ read, bytes }], options) };
}

const open = (review: Review) =>
  review.findings
    .filter(({ verdict }) => ["missing", "partial", "adverse"].includes(verdict))
    .map((f) => f.requirementId);

describe.each([
  "samples/managed-hosting/contract/02-data-processing-schedule.docx",
  "samples/managed-hosting/contract/03-security-schedule.docx",
  "samples/good-contract/contract.docx",
])("redlineContract on %s", (path) => {
  let bytes: Uint8Array;
  let result: Redline;
  let written: Uint8Array;
  beforeAll(async () => {
    ({ bytes, result } = await redlineOf(path));
    written = result.files[0]?.bytes ?? new Uint8Array();
  });

  const blocks = async (file: Uint8Array) => (await readDocx(file, { name: "contract.docx", sha256: "0" })).blocks;

  test("rejecting all gives the contract back", async () => {
    expect(await blocks(settle(written, AUTHOR, "reject"))).toEqual(await blocks(bytes));
  });

  test("accepting all closes exactly what it says, and makes nothing worse", async () => {
    const read = await readDocx(settle(written, AUTHOR, "accept"), { name: "contract.docx", sha256: "0" });
    const after = reviewContract([read], { library, playbook });
    const left = open(after);
    expect(left.toSorted()).toEqual(result.open.map(({ requirementId }) => requirementId).toSorted());
    expect(result.closed.length).toBeGreaterThan(20);
    for (const { requirementId, verdict } of after.findings) {
      const before = result.review.findings.find((finding) => finding.requirementId === requirementId);
      expect([requirementId, RANK[verdict] <= RANK[before?.verdict ?? "covered"]]).toEqual([requirementId, true]);
    }
  });

  test("no gap has two comments but at words that contradict it, and every changed one has one", () => {
    const noted = result.edits.flatMap(({ edit, requirements }) =>
      edit.notes.map(({ requirementId }) => requirementId).filter((id) => requirements.includes(id)),
    );
    const conflicting = result.edits.flatMap(({ conflicts = [] }) => conflicts);
    expect(noted.filter((id, i) => noted.indexOf(id) < i && !conflicting.includes(id))).toEqual([]);
    const changed = result.edits.flatMap(({ requirements }) => requirements);
    expect(changed.filter((id) => !noted.includes(id))).toEqual([]);
  });

  test("no new text names a deal nobody gave, and none is left with a hole", () => {
    const added = result.edits.flatMap(({ edit }) =>
      edit.kind === "insert" ? edit.paragraphs.map(({ text }) => text) : [],
    );
    expect(added.filter((text) => /managed hosting|\{\{|[\uE000-\uE002]/.test(text))).toEqual([]);
  });
});

test("the same contract gives the same bytes", async () => {
  const [a, b] = [
    await redlineOf("samples/good-contract/contract.docx"),
    await redlineOf("samples/good-contract/contract.docx"),
  ];
  expect(a.result.files[0]?.bytes).toEqual(b.result.files[0]?.bytes);
});

test("the hours of the security schedule become the playbook's, in words and figures, once for all clauses on the same event", async () => {
  const { result } = await redlineOf("samples/managed-hosting/contract/03-security-schedule.docx");
  const replaced = result.edits.flatMap(({ edit }) => (edit.kind === "replace" ? [edit.text] : []));
  expect(replaced).toContain("four (4)");
});
