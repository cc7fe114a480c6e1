import type { ReportView } from "../views/report-view.ts";
import type { Outline } from "./contents.ts";
import { cell, grid, headRow } from "./grid.ts";
import { SOFT, verdictInk } from "./ink.ts";
import { placeOfFile } from "./quotes.ts";
import { bold, paragraph, plain, run, type Xml } from "./xml.ts";

/** What the check could not see. */
export function limits({ diagnostics }: ReportView, { heading }: Outline): Xml {
  const items = diagnostics.map(({ severity, word, message, place }) =>
    paragraph(
      "Item",
      `${bold(word, severity === "info" ? SOFT : verdictInk("missing"))}${run(`: ${message}`)}${run(place && ` (${place})`, { color: SOFT })}`,
    ),
  );
  return [
    heading(1, "Limits of this check"),
    ...(items.length > 0 ? items : [plain("Normal", "None: every page and part of the files was read.")]),
  ].join("");
}

/** From what it follows which requirements apply. */
export function facts({ facts: own }: ReportView, { heading }: Outline): Xml {
  if (own.length === 0)
    return `${heading(1, "What was assumed")}${plain("Normal", "Nothing: every requirement of the playbook applies whatever the contract is about.")}`;
  const rows = own.map(({ sentence, answer, basis, quotes }) => {
    const words = quotes.map(({ place, text, file, page }) =>
      paragraph(
        "TableText",
        `${run(`${place}: `)}${run(`“${text}”`, { style: "ContractWords" })}${run(` ${placeOfFile(file, page)}`, { color: SOFT })}`,
      ),
    );
    const cells = [cell(sentence), cell(answer), { content: `${paragraph("TableText", run(basis))}${words.join("")}` }];
    return { splits: true, cells };
  });
  return [
    heading(1, "What was assumed"),
    plain(
      "Normal",
      "Which requirements apply follows from these facts. If one is wrong, check again with the right one.",
      {
        keepNext: true,
      },
    ),
    grid({ caption: "Facts about the contract", widths: [3300, 900, 5438] }, [
      headRow(["Fact", "Answer", "Basis"]),
      ...rows,
    ]),
    paragraph("Gap", ""),
  ].join("");
}

/** As the contract defines them; "" where it defines none. */
export function terms({ terms: own }: ReportView, { heading }: Outline): Xml {
  if (own.length === 0) return "";
  const rows = own.map(({ term, quote }) => ({
    splits: true,
    cells: [
      { content: paragraph("TableText", bold(term)) },
      { content: paragraph("TableText", run(quote, { style: "ContractWords" })) },
    ],
  }));
  return [
    heading(1, "Defined terms"),
    grid({ caption: "Defined terms", widths: [2400, 7238] }, [
      headRow(["Term", "As the contract defines it"]),
      ...rows,
    ]),
    paragraph("Gap", ""),
  ].join("");
}

/** What was checked, with what. */
export function files({ files: own, playbook, library }: ReportView, { heading }: Outline): Xml {
  const rows = own.map(({ name, mediaType, pages, sha256 }) => ({
    cells: [
      cell(name),
      cell(mediaType),
      cell(String(pages), { align: "right" }),
      { content: paragraph("TableText", run(sha256, { style: "Hash" })) },
    ],
  }));
  return [
    heading(1, "Files and sources"),
    paragraph(
      "Normal",
      `${run(`Playbook ${playbook.id} ${playbook.version}. Clause library ${library.version}, SHA-256 `)}${run(library.sha256, { style: "Hash" })}${run(".")}`,
    ),
    grid({ caption: "Files that make up the contract", widths: [2700, 2700, 700, 3538] }, [
      headRow(["File", "Type", "Pages", "SHA-256"]),
      ...rows,
    ]),
    plain(
      "Small",
      "The same files, library and playbook give this report again, byte for byte. It shows what the text says; it is not legal advice.",
    ),
  ].join("");
}
