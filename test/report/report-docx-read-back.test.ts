import { expect, it } from "vitest";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { Evidence, Review } from "../../src/model/review.ts";
import { collectInputs } from "../../src/read/collect-inputs.ts";
import { readFile } from "../../src/read/read-file.ts";
import { readInput } from "../../src/read/read-input.ts";
import { renderReportDocx } from "../../src/report/docx/render-report-docx.ts";
import { reviewContract } from "../../src/review.ts";
import { faultsOf, partsOf } from "./docx-parts.ts";

/** Every quote that the review rests on. */
function quotesOf({ findings, facts, responsibilities, definedTerms }: Review): string[] {
  const evidence: Evidence[] = [
    ...findings.flatMap((finding) => [
      ...finding.evidence,
      ...[...finding.elements, ...finding.quantities].flatMap((item) => item.evidence),
    ]),
    ...responsibilities.flatMap((item) => [
      ...item.evidence,
      ...item.handovers.flatMap((handover) => handover.evidence),
    ]),
    ...facts.flatMap((fact) => fact.evidence),
  ];
  const policies = findings.flatMap(({ weakerThanPolicy = [] }) => weakerThanPolicy.map(({ policy }) => policy.quote));
  return [
    ...evidence.map(({ shown, quote }) => shown ?? quote),
    ...policies,
    ...definedTerms.map(({ quote }) => quote),
  ];
}

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

it("is read back by the project's own Word reader with every quote whole, and Word has nothing to repair", async () => {
  const library = loadLibrary();
  const [input] = await collectInputs(["samples/managed-hosting/contract"], { bundle: true });
  if (!input) throw new Error("the sample is not there");
  const { files } = await readInput(input, {});
  const review = reviewContract(files, { library, playbook: loadPlaybook(library) });

  const bytes = await renderReportDocx(review, "legal");
  const report = await readFile(bytes, "report.docx");
  const text = plain(
    report.blocks
      .flatMap(({ text: own, rows = [] }) => [own, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.text))])
      .join(" "),
  );
  const quotes = quotesOf(review);
  expect(quotes.length).toBeGreaterThan(900);
  expect([...new Set(quotes)].filter((quote) => !text.includes(plain(quote)))).toEqual([]);
  expect(report.diagnostics).toEqual([]);
  expect(faultsOf(partsOf(bytes))).toEqual([]);
});
