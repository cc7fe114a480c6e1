import type { Contract, ReadFile } from "../model/contract.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { assembleText } from "./assemble-text.ts";
import { buildClauses } from "./build-clauses.ts";
import { findCrossReferences } from "./cross-references.ts";
import { findDefinedTerms } from "./defined-terms.ts";
import type { ContractDraft } from "./draft.ts";
import { readsAsEnglish } from "./language.ts";
import { findMissingDocuments } from "./missing-documents.ts";
import { findParties } from "./parties.ts";
import { findPrecedence } from "./precedence.ts";

/**
 * The contract in the files: one text, its clause tree, and what it says about its parties, terms and documents. The files are
 * one instrument, in the order given. Deterministic; never throws on odd content.
 */
export function segmentContract(files: readonly ReadFile[]): Contract {
  const assembled = assembleText(files);
  const { text, hidden, pageStarts, joints } = assembled;
  const draft: ContractDraft = { text, hidden, files: assembled.files, pageStarts, clauses: buildClauses(assembled) };
  const { precedence, superseded } = findPrecedence(draft);
  const clauses = draft.clauses.map((clause) =>
    superseded.has(clause.index) ? { ...clause, superseded: true } : clause,
  );
  return {
    title: titleOf(draft),
    ...draft,
    joints,
    clauses,
    ...findParties(draft),
    terms: findDefinedTerms(draft),
    references: findCrossReferences(draft),
    missingDocuments: findMissingDocuments(draft),
    ...(precedence === undefined ? {} : { precedence }),
    unreadPages: files.flatMap((file) => file.unreadPages.map((page) => ({ file: file.name, page }))),
    diagnostics: [...files.flatMap((file) => file.diagnostics), ...foreignFiles(draft)],
  };
}

/** The library knows English only: what it does not find in another language is not missing. */
function foreignFiles(draft: ContractDraft): Diagnostic[] {
  return draft.files
    .filter(({ span }) => !readsAsEnglish(draft.text.slice(span.start, span.end)))
    .map(({ name }) => ({
      code: "language-not-supported",
      severity: "warning",
      message: `${name}: does not read as English; what was not found is undecided, not missing. Check an English version.`,
      file: name,
    }));
}

/** What the first file calls itself: its front matter, its first heading before the clauses, else its name without ending. */
function titleOf(draft: ContractDraft): string {
  const own = draft.clauses.filter(
    (clause) => clause.file === 0 && clause.origin === "body" && clause.kind !== "contents",
  );
  const front = own.find((clause) => clause.kind === "front")?.body[0];
  const named = front && /^title:[ \t]*["']?([^\n]+?)["']?[ \t]*$/m.exec(draft.text.slice(front.start, front.end))?.[1];
  if (named) return named;
  const title = own.find((clause, i) => i < 12 && clause.heading !== "" && clause.number === "");
  if (title) return title.heading;
  const schedule = own[0]?.kind === "schedule" ? [own[0].number, own[0].heading].filter(Boolean).join(": ") : "";
  return schedule || (draft.files[0]?.name ?? "").replace(/\.[a-z0-9]{2,5}$/i, "");
}
