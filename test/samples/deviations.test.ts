import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pc from "picocolors";
import { afterAll, expect, test } from "vitest";
import { acceptCommand } from "../../src/cli/accept-command.ts";
import { loadDeviations } from "../../src/library/load-deviations.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import { collectInputs } from "../../src/read/collect-inputs.ts";
import { readInput } from "../../src/read/read-input.ts";
import { reviewContract } from "../../src/review.ts";

const CONTRACT = "samples/managed-hosting/contract";
const FILE = "samples/deviations.yaml";
const library = loadLibrary();
const playbook = loadPlaybook(library);
const [input] = await collectInputs([CONTRACT], { bundle: true });
if (!input) throw new Error("the sample is not there");
const { files } = await readInput(input, {});
const folder = mkdtempSync(join(tmpdir(), "clausecheck-accept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function accepted(file: string, asOf: string) {
  const deviations = loadDeviations(file, library);
  const review = reviewContract(files, { library, playbook, accepted: { deviations, asOf } });
  return review.findings.flatMap(({ requirementId, verdict, deviation }) =>
    deviation ? [[requirementId, verdict, deviation.status]] : [],
  );
}

test("of the sample's two acceptances one holds and one is over", () => {
  expect(accepted(FILE, "2026-11-24")).toEqual([
    ["test.subcontractor-audit", "missing", "expired"],
    ["sec.key-management", "partial", "active"],
  ]);
});

test("what the command adds holds for the contract it was made for, as the loader reads it", async () => {
  const file = join(folder, "d.yaml");
  const said: string[] = [];
  const terminal = {
    out: (text: string) => void said.push(text),
    err: () => {},
    watched: false,
    color: pc.createColors(false),
  };
  const code = await acceptCommand(
    CONTRACT,
    {
      requirement: "gdpr.art33.processor-breach-notice",
      by: "Dana Okafor",
      because: "The regulator allows it.",
      accepted: "2026-03-01",
      until: "2027-02-28",
      deviations: file,
    },
    terminal,
  );
  expect([code, said]).toEqual([0, [`${file}\n`]]);
  expect(readFileSync(file, "utf8")).toMatchInlineSnapshot(`
    "# Shortfalls that somebody accepted: who, why, until when. Give this file to "clausecheck check" with --deviations.
    deviations:
      - contract: MANAGED HOSTING SERVICES AGREEMENT
        requirement: gdpr.art33.processor-breach-notice
        verdict: partial
        accepts: [hours-stated, clock-from-awareness, breach_notice_hours]
        by: Dana Okafor
        because: The regulator allows it.
        accepted: 2026-03-01
        until: 2027-02-28
    "
  `);
  expect(accepted(file, "2027-02-28")).toEqual([["gdpr.art33.processor-breach-notice", "partial", "active"]]);
});
