import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderReportPdf } from "../../src/report/pdf/render-report-pdf.ts";
import { type ReportView, reportView } from "../../src/report/views/report-view.ts";
import { reviewContract } from "../../src/review.ts";

/** The contract's words in the whole report. */
function quotesOf({ groups, matrix, facts, terms }: ReportView): string[] {
  const findings = groups.flatMap(({ open, covered }) => [...open, ...covered]);
  const rows = matrix.sections.flatMap((section) => section.rows);
  return [
    ...findings.flatMap(({ quotes, searched }) => [...quotes, ...(searched?.nearest ?? [])]),
    ...rows.flatMap(({ named, cells, handovers }) => [
      ...named,
      ...[...cells, ...handovers].flatMap(({ quotes }) => quotes),
    ]),
    ...facts.flatMap(({ quotes }) => quotes),
  ]
    .map(({ text }) => text)
    .concat(terms.map(({ quote }) => quote));
}

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

it("is read back by the project's own PDF reader with every quote whole", async () => {
  const library = loadLibrary();
  const folder = join(import.meta.dirname, "../../samples/managed-hosting/contract");
  const files = await Promise.all(
    globSync(`${folder}/*`)
      .sort()
      .map((path) => readFile(readFileSync(path), basename(path))),
  );
  const review = reviewContract(files, { library, playbook: loadPlaybook(library) });

  const report = await readFile(await renderReportPdf(review, "legal"), "report.pdf");
  const text = plain(
    report.blocks
      .flatMap((block) =>
        "rows" in block ? block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)) : [block.text],
      )
      .join(" "),
  );
  const quotes = quotesOf(reportView(review));
  expect(quotes.length).toBeGreaterThan(700);
  expect(quotes.filter((quote) => !text.includes(plain(quote)))).toEqual([]);
  expect(report.diagnostics).toEqual([]);
});
