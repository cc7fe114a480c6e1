import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Closing, closingPack, nextNumber } from "../../src/closing-pack.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { ReadFile } from "../../src/model/contract.ts";
import { dealSchema } from "../../src/model/deal.ts";
import type { Review } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderPackDocx } from "../../src/report/docx/render-pack-docx.ts";
import { reviewContract } from "../../src/review.ts";
import { library, requirementsIn, texts } from "./pack-input.ts";

const CONTRACT = "samples/managed-hosting/contract";
const playbook = loadPlaybook(library);
let files: ReadFile[];
let review: Review;
let closing: Closing;

beforeAll(async () => {
  const names = readdirSync(CONTRACT).sort();
  files = await Promise.all(names.map((name) => readFile(new Uint8Array(readFileSync(join(CONTRACT, name))), name)));
  review = reviewContract(files, { library, playbook });
  const deal = dealSchema.parse({ supplier: { name: "Brackwater Ltd" }, customer: { name: "Elmsworth Vale Homes" } });
  closing = closingPack(review, { library, playbook, texts, deal, isDealKnown: false, firstNumber: nextNumber(files) });
});

test("it goes on where the contract ends, and states no fact of a deal that nobody gave", () => {
  expect(closing.view?.parts[0]?.clauses[0]?.number).toBe(32);
  expect(closing.view?.schedules).toEqual([]);
  expect(closing.leftOut).toContain("gdpr.art28.data-types-subjects");
});

test("every gap and shortfall is closed or named as left out, and nothing else", () => {
  const open = review.findings.filter(({ verdict }) => ["missing", "partial", "adverse"].includes(verdict));
  const taken = [...(closing.view ? requirementsIn(closing.view) : []), ...closing.leftOut];
  expect(taken.sort()).toEqual(open.map(({ requirementId }) => requirementId).sort());
});

test("with it, nothing that was missing is missing any more", async () => {
  if (!closing.view) throw new Error("the sample has gaps");
  const amendment = await readFile(await renderPackDocx(closing.view), "04-amendment.docx");
  const after = reviewContract([...files, amendment], { library, playbook });
  const still = after.findings.filter(({ verdict }) => verdict === "missing").map(({ requirementId }) => requirementId);
  expect(still.filter((id) => !closing.leftOut.includes(id))).toEqual([]);
});
