import type { Clause, ClauseKind, ContractFile } from "../../src/model/contract.ts";
import type { ContractDraft } from "../../src/segment/draft.ts";

/** A clause to be put in a draft: its words, and what the clause tree would know about it. */
export interface TestClause {
  readonly text?: string;
  readonly cells?: readonly string[];
  readonly columnHeads?: readonly string[];
  readonly heading?: string;
  readonly number?: string;
  readonly kind?: ClauseKind;
  readonly parent?: number;
  readonly file?: number;
}

/** Builds the draft that the clause tree would give for these clauses; a plain string is a clause of its own. */
export function draftFrom(
  clauses: readonly (string | TestClause)[],
  fileNames: readonly string[] = ["agreement.docx"],
): ContractDraft {
  let text = "";
  const place = (words: string) => {
    const start = text.length;
    text += `${words}\n`;
    return { start, end: start + words.length };
  };
  const built = clauses.map((item, index): Clause => {
    const clause = typeof item === "string" ? { text: item } : item;
    const heads = clause.columnHeads?.map(place);
    const headingSpan = clause.heading === undefined ? undefined : place(clause.heading);
    const body = clause.cells ? clause.cells.map(place) : clause.text === undefined ? [] : [place(clause.text)];
    return {
      index,
      kind: clause.kind ?? (clause.cells ? "row" : "clause"),
      number: clause.number ?? "",
      heading: clause.heading ?? "",
      body,
      file: clause.file ?? 0,
      origin: "body",
      ...(headingSpan ? { headingSpan } : {}),
      ...(clause.parent === undefined ? {} : { parent: clause.parent }),
      ...(heads ? { columnHeads: heads } : {}),
    };
  });
  const files = fileNames.map((name): ContractFile => {
    return { name, sha256: "", mediaType: "text/plain", span: { start: 0, end: text.length } };
  });
  return { text, hidden: [], files, clauses: built, pageStarts: [] };
}
