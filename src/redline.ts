import type { PackTexts } from "./draft/pack-values.ts";
import { adjust, type Course } from "./draft/redline/course.ts";
import { isDefinedIn } from "./draft/redline/defined-terms.ts";
import { newDefinitions } from "./draft/redline/definitions.ts";
import { redlineEdits } from "./draft/redline/edits.ts";
import { inOwnTerms } from "./draft/redline/own-terms.ts";
import { findPlaces } from "./draft/redline/place.ts";
import type { PlannedEdit } from "./draft/redline/plan.ts";
import { redlineValues } from "./draft/redline/values.ts";
import type { Contract, ReadFile } from "./model/contract.ts";
import type { Deal } from "./model/deal.ts";
import type { RedlineOutcome } from "./model/redline.ts";
import type { RedlineWords } from "./model/redline-words.ts";
import type { Library, Playbook } from "./model/requirement.ts";
import type { Review } from "./model/review.ts";
import { readDocx } from "./read/docx.ts";
import { type DocumentFacts, documentFacts } from "./redline/document-facts.ts";
import { writeRedline } from "./redline/write-redline.ts";
import { type Draft, type Redline, type RedlineFile, resultOf } from "./redline-result.ts";
import { type ReviewOptions, reviewContract } from "./review.ts";
import { segmentContract } from "./segment/segment-contract.ts";

export interface RedlineOptions extends Pick<ReviewOptions, "facts" | "accepted"> {
  readonly library: Library;
  readonly playbook: Playbook;
  /** `properNames` keep their capitals within a sentence. */
  readonly texts: PackTexts & { readonly properNames: readonly string[] };
  readonly words: RedlineWords;
  readonly deal: Deal;
  /** True where the deal is known, not only its parties: else clauses that state facts of a deal are left out. */
  readonly isDealKnown: boolean;
  readonly author: string;
  /** Day of the changes, ISO 8601; each file's own date where there is none. */
  readonly date?: string;
}

/** Each round is one check of the result: as it is, with whole clauses, and with what did harm taken back. */
const MOST_ROUNDS = 6;

/**
 * The contract's own Word files with the changes that close its gaps, tracked and commented. What is written is checked again before it is
 * handed over: where the missing words alone do not do, the whole clause goes in; what would make another finding worse is taken back and
 * stays a comment. Deterministic. Throws ContractCheckError where a Word file cannot be changed.
 */
export async function redlineContract(given: readonly RedlineFile[], options: RedlineOptions): Promise<Redline> {
  const review = reviewContract(
    given.map(({ read }) => read),
    reviewOptions(options),
  );
  const files = given.map((file) => (isForeign(review, file.read) ? { read: file.read } : file));
  const contract = segmentContract(files.map(({ read }) => read));
  const facts = new Map(
    files.flatMap(({ bytes, read }, i) => (bytes ? [[i, documentFacts(bytes, read.name)] as const] : [])),
  );
  const course: Course = { measures: new Map(), omitted: new Map(), tried: new Map() };
  let draft = await draftOf(files, review, contract, course, facts, options);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    if (!adjust(course, review, draft)) break;
    draft = await draftOf(files, review, contract, course, facts, options);
  }
  return resultOf(files, review, draft, facts);
}

/** What does not read as English is left as it is: with our clauses in it, it would read as English that lacks everything. */
function isForeign({ diagnostics }: Review, { name }: ReadFile): boolean {
  return diagnostics.some(({ code, file }) => code === "language-not-supported" && file === name);
}

function reviewOptions({ library, playbook, facts, accepted }: RedlineOptions): ReviewOptions {
  return { library, playbook, ...(facts ? { facts } : {}), ...(accepted ? { accepted } : {}) };
}

async function draftOf(
  files: readonly RedlineFile[],
  review: Review,
  contract: Contract,
  { measures, omitted }: Course,
  facts: ReadonlyMap<number, DocumentFacts>,
  options: RedlineOptions,
): Promise<Draft> {
  const values = redlineValues(review, options);
  const changeable = new Set(files.flatMap(({ bytes }, i) => (bytes ? [i] : [])));
  const insertable = new Set([...changeable].filter((i) => facts.get(i)?.isInTables !== true));
  const terms = [...options.texts.terms.keys()];
  const quoted = [...terms, ...Object.values(options.words.ownTerms).flat()].filter((term) =>
    isDefinedIn(contract.text, term),
  );
  const defined = [...new Set([...review.definedTerms.map(({ term }) => term), ...quoted])];
  const ownTerms = inOwnTerms(terms, options.words, defined);
  const places = findPlaces(contract);
  const plan = redlineEdits({
    ...options,
    ownTerms,
    places,
    review,
    contract,
    values,
    measures,
    omitted,
    changeable,
    insertable,
    law: options.deal.law ?? options.playbook.law ?? "uk",
    properNames: [...terms, ...options.texts.properNames],
  });
  const edits = [...plan.edits];
  const undefinedTerms = new Set<string>();
  for (const file of insertable) {
    const texts = plan.edits.flatMap((one) =>
      one.file === file && one.edit.kind === "insert" ? one.edit.paragraphs.map(({ text }) => text) : [],
    );
    const found = newDefinitions({
      ...options,
      contract,
      values,
      terms: options.texts.terms,
      ownTerms,
      places,
      file,
      texts,
      defined,
    });
    for (const term of found.open) undefinedTerms.add(term);
    defined.push(...found.terms);
    if (found.edit) edits.push({ file, edit: found.edit, requirements: [] });
  }
  const outcomes = new Map<PlannedEdit, RedlineOutcome>();
  const written = new Map<number, { bytes: Uint8Array; comments: number }>();
  const reads = files.map(({ read }) => read);
  for (const [i, { read, bytes }] of files.entries()) {
    const own = edits.filter(({ file }) => file === i);
    const span = contract.files[i]?.span;
    if (!bytes || !span || own.length === 0) continue;
    const result = writeRedline(
      bytes,
      own.map(({ edit }) => edit),
      {
        name: read.name,
        text: contract.text,
        span,
        author: options.author,
        ...(options.date ? { date: options.date } : {}),
      },
    );
    for (const [at, one] of own.entries()) outcomes.set(one, result.outcomes[at] ?? "left");
    written.set(i, { bytes: result.bytes, comments: result.comments });
    reads[i] = await readDocx(result.bytes, { name: read.name, sha256: read.sha256 });
  }
  const after = reviewContract(reads, reviewOptions(options));
  return { plan, edits, outcomes, written, after, undefinedTerms: [...undefinedTerms] };
}
