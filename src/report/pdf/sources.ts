import type { ReportView } from "../views/report-view.ts";
import { fileWords } from "./finding-body.ts";
import type { PdfNode } from "./node.ts";
import { cell, heading, kept, list, para, table } from "./nodes.ts";
import { INK, RULE, SIZE, SOFT, VERDICT_INK } from "./styles.ts";

/** What limits the report, what was assumed, the terms, the files: the end of the report. */
export function sources(view: ReportView): PdfNode[] {
  return [limits(view), facts(view), ...(view.terms.length > 0 ? [terms(view)] : []), files(view)];
}

function limits({ diagnostics }: ReportView): PdfNode {
  const entries = diagnostics.map(({ severity, word, message, place }) => ({
    sign: [{ text: "•", color: SOFT }],
    body: para([
      {
        text: word,
        bold: true,
        color: severity === "error" ? VERDICT_INK.adverse : severity === "warning" ? VERDICT_INK.partial : INK,
      },
      { text: `  ${message}` },
      { text: place === "" ? "" : `  ${place}`, color: SOFT, fontSize: SIZE.small },
    ]),
  }));
  return {
    role: "Sect",
    stack: [
      heading(2, "Limits of this check", { id: "reading" }),
      entries.length > 0 ? list(entries, 10) : para("None: every page and part of the files was read."),
    ],
  };
}

function facts({ facts: items }: ReportView): PdfNode {
  const head = heading(2, "What was assumed", { id: "facts" });
  if (items.length === 0)
    return {
      role: "Sect",
      stack: [kept([head, para("Nothing: every requirement of the playbook applies whatever the contract is about.")])],
    };
  const heads = ["Fact", "Answer", "Basis"].map((name) => cell(name, { bold: true, fontSize: SIZE.small }));
  const rows = items.map(({ sentence, answer, basis }) => [
    cell(sentence, { scope: "Row" }),
    cell(answer),
    cell(basis),
  ]);
  const quotes = items.flatMap(({ sentence, quotes: own }) => own.map((quote) => ({ ...quote, sentence })));
  return {
    role: "Sect",
    stack: [
      kept([
        head,
        para("Which requirements apply follows from these facts. If one is wrong, check again with the right one."),
        table(["*", 60, 110], heads, rows, { whole: true }),
      ]),
      ...quotes.map(({ sentence, place, text, file, page }) =>
        kept([
          para([{ text: sentence }, { text: `  ·  ${place}, ${fileWords(file, page)}`, color: SOFT }], {
            fontSize: SIZE.small,
            margin: [0, 1, 0, 1],
          }),
          para(`“${text}”`, { role: "BlockQuote", rail: { color: RULE, width: 0.9 }, margin: [14, 0, 0, 3] }),
        ]),
      ),
    ],
  };
}

function terms({ terms: items }: ReportView): PdfNode {
  return {
    role: "Sect",
    stack: [
      kept([heading(2, "Defined terms", { id: "terms" }), para(`As the contract defines them: ${items.length}`)]),
      ...items.map(({ term, quote }) =>
        kept([
          para([{ text: term, bold: true }], { margin: [0, 2, 0, 0] }),
          para(quote, { role: "BlockQuote", rail: { color: RULE, width: 0.9 }, margin: [14, 0, 0, 3] }),
        ]),
      ),
    ],
  };
}

function files({ files: items, playbook, library }: ReportView): PdfNode {
  const heads = ["File", "Type", "Pages", "SHA-256"].map((name, index) =>
    cell(name, { bold: true, fontSize: SIZE.small, ...(index === 2 ? { alignment: "right" } : {}) }),
  );
  const rows = items.map(({ name, mediaType, pages, sha256 }) => [
    cell(name, { scope: "Row", fontSize: SIZE.small }),
    cell(mediaType, { fontSize: SIZE.small }),
    cell(String(pages), { alignment: "right", fontSize: SIZE.small }),
    cell(sha256, { fontSize: SIZE.tiny }),
  ]);
  return {
    role: "Sect",
    stack: [
      kept([
        heading(2, "Files and sources", { id: "sources" }),
        para(
          `Playbook ${playbook.id} ${playbook.version}. Clause library ${library.version}, SHA-256 ${library.sha256}.`,
        ),
      ]),
      table([120, 104, 34, "*"], heads, rows),
      para(
        "The same files, library and playbook give this report again, byte for byte. It shows what the text says; it is not legal advice.",
        { color: SOFT },
      ),
    ],
  };
}
