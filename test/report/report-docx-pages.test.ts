import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderReportDocx } from "../../src/report/docx/render-report-docx.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";

const OFFICE = "soffice";
const isThere = spawnSync(OFFICE, ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "clausecheck-docx-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const long = (words: string) => `${words} `.repeat(80).trim();
const accepted = { by: long("Head of"), because: long("Why not."), accepted: "2026-03-02", until: "2027-03-01" };

/** Every text as long as nobody would write it. */
function longReview(words: string): Review {
  const { contract, ...rest } = sampleReview();
  const own = { title: long(words), why: long(words), explanation: long(words) };
  const elements = finding().elements.map((element) => ({ ...element, text: long(words) }));
  return {
    ...rest,
    contract: {
      ...contract,
      title: long(words),
      parties: contract.parties.map((party) => ({ ...party, name: long(words) })),
    },
    playbook: { id: long(words).replaceAll(" ", "-"), version: "1.0" },
    findings: [
      ...[1, 2, 3, 4, 5, 6].map(() => finding({ ...own, elements })),
      ownPurposes({ ...own, evidence: [evidence({ supports: "adverse", clause: "", heading: long(words) })] }),
      breachNotice({ area: "security", ...own }),
      finding({ ...own, area: "governance", verdict: "undecided" }),
      finding({ ...own, area: "responsibility" }),
      finding({ ...own, area: "independent-testing", verdict: "partial" }),
      ...(["active", "expired", "outgrown", "active"] as const).map((status) =>
        finding({ ...own, verdict: "partial", deviation: { ...accepted, status } }),
      ),
    ],
  };
}

const SHEETS: Readonly<Record<string, Review>> = {
  usual: sampleReview(),
  empty: sampleReview({ findings: [] }),
  long: longReview("The Supplier shall"),
  wide: longReview("WWWWWWW MMMMM"),
  endless: longReview("Donaudampfschifffahrt".repeat(4)),
  scripts: longReview("供应商 уведомляет Ελλάδα"),
};

describe.runIf(isThere)("as LibreOffice shows it", () => {
  beforeAll(async () => {
    const named = Object.entries(SHEETS).map(([name, review]) => [name, review, "procurement"] as const);
    const paths: string[] = [];
    for (const [name, review, audience] of [...named, ["whole", sampleReview(), "legal"] as const]) {
      paths.push(join(folder, `${name}.docx`));
      writeFileSync(join(folder, `${name}.docx`), await renderReportDocx(review, audience));
    }
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync(OFFICE, [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...paths], {
      stdio: "ignore",
    });
  });

  const read = (name: string) => readFile(readFileSync(join(folder, `${name}.pdf`)), `${name}.pdf`);
  const textOf = ({ blocks }: Awaited<ReturnType<typeof read>>) => blocks.map(({ text }) => text).join(" ");

  test.each(Object.keys(SHEETS))("the one page is one page: %s", async (name) => {
    const file = await read(name);
    expect(file.pages).toBe(1);
    expect(textOf(file)).toContain("it is not legal advice.");
  });

  test("the report opens with its contents", async () => {
    const file = await read("whole");
    expect(file.pages).toBeGreaterThan(2);
    expect(textOf(file)).toContain("Contents Raise these first");
  });
});
