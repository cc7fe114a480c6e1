import type { PackTexts } from "./draft/pack-values.ts";
import { type Attempt, adjust, type Course, isOpen, verdictIn } from "./draft/redline/course.ts";
import { newDefinitions } from "./draft/redline/definitions.ts";
import { type PlannedEdit, redlineEdits } from "./draft/redline/edits.ts";
import { inOwnTerms } from "./draft/redline/own-terms.ts";
import { redlineValues } from "./draft/redline/values.ts";
import { RANK } from "./draft/redline/worsened.ts";
import type { Contract, ReadFile } from "./model/contract.ts";
import type { Deal } from "./model/deal.ts";
import type { RedlineOutcome } from "./model/redline.ts";
import type { RedlineWords } from "./model/redline-words.ts";
import type { Library, Playbook } from "./model/requirement.ts";
import type { Review } from "./model/review.ts";
import { readDocx } from "./read/docx.ts";
import { writeRedline } from "./redline/write-redline.ts";
import { type ReviewOptions, reviewContract } from "./review.ts";
import { segmentContract } from "./segment/segment-contract.ts";

export interface RedlineOptions extends Pick<ReviewOptions, "facts" | "accepted"> {
  readonly library: Library;
  readonly playbook: Playbook;
  readonly texts: PackTexts;
  readonly words: RedlineWords;
  readonly deal: Deal;
  /** True where the deal is known, not only its parties: else clauses that state facts of a deal are left out. */
  readonly isDealKnown: boolean;
  readonly author: string;
  /** Day of the changes, ISO 8601; each file's own date where there is none. */
  readonly date?: string;
}

/** A file of the contract; with its bytes where it is a Word file that can be changed. */
export interface RedlineFile {
  readonly read: ReadFile;
  readonly bytes?: Uint8Array;
}

export interface RedlinedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly insertions: number;
  readonly replacements: number;
  readonly strikes: number;
  readonly comments: number;
}

export interface Redline {
  readonly review: Review;
  /** The check's view of the contract with all changes accepted. */
  readonly after: Review;
  /** What was changed, in the order of the files. */
  readonly edits: readonly PlannedEdit[];
  /** The files that have changes. */
  readonly files: readonly RedlinedFile[];
  /** Requirement ids that the changes close. */
  readonly closed: readonly string[];
  /** Those still open, and why. */
  readonly open: readonly { readonly requirementId: string; readonly because: string }[];
  /** Requirements that stand worse than before: none, unless no round found a way around it. */
  readonly worse: readonly string[];
  /** Requirements whose place is in a file that cannot be changed, or that come with schedules: for an amendment. */
  readonly elsewhere: readonly string[];
  /** Terms that the new clauses use and nobody defines. */
  readonly undefinedTerms: readonly string[];
}

/** Each round is one check of the result: as it is, with whole clauses, and with what did harm taken back. */
const MOST_ROUNDS = 6;

/**
 * The contract's own Word files with the changes that close its gaps, tracked and commented. What is written is checked again before it is
 * handed over: where the missing words alone do not do, the whole clause goes in; what would make another finding worse is taken back and
 * stays a comment. Deterministic. Throws ContractCheckError where a Word file cannot be changed.
 */
export async function redlineContract(files: readonly RedlineFile[], options: RedlineOptions): Promise<Redline> {
  const review = reviewContract(
    files.map(({ read }) => read),
    reviewOptions(options),
  );
  const contract = segmentContract(files.map(({ read }) => read));
  const course: Course = { measures: new Map(), omitted: new Map(), tried: new Map() };
  let draft = await draftOf(files, review, contract, course, options);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    if (!adjust(course, review, draft)) break;
    draft = await draftOf(files, review, contract, course, options);
  }
  return resultOf(files, review, draft);
}

function reviewOptions({ library, playbook, facts, accepted }: RedlineOptions): ReviewOptions {
  return { library, playbook, ...(facts ? { facts } : {}), ...(accepted ? { accepted } : {}) };
}

interface Draft extends Attempt {
  readonly outcomes: ReadonlyMap<PlannedEdit, RedlineOutcome>;
  readonly written: ReadonlyMap<number, { readonly bytes: Uint8Array; readonly comments: number }>;
  readonly undefinedTerms: readonly string[];
}

async function draftOf(
  files: readonly RedlineFile[],
  review: Review,
  contract: Contract,
  { measures, omitted }: Course,
  options: RedlineOptions,
): Promise<Draft> {
  const values = redlineValues(review, options);
  const changeable = new Set(files.flatMap(({ bytes }, i) => (bytes ? [i] : [])));
  const defined = review.definedTerms.map(({ term }) => term);
  const ownTerms = inOwnTerms([...options.texts.terms.keys()], options.words, defined);
  const plan = redlineEdits({ ...options, ownTerms, review, contract, values, measures, omitted, changeable });
  const edits = [...plan.edits];
  const undefinedTerms = new Set<string>();
  for (const file of changeable) {
    const texts = plan.edits.flatMap((one) =>
      one.file === file && one.edit.kind === "insert" ? one.edit.paragraphs.map(({ text }) => text) : [],
    );
    const found = newDefinitions({ ...options, contract, values, terms: options.texts.terms, file, texts, defined });
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

const REASONS = {
  deal: "the clauses state facts of the deal (give it with --deal FILE)",
  schedules: "the clauses come with schedules, and stand in the amendment",
  elsewhere: "the place is not in a Word document; the clauses stand in the amendment",
  facts: "their words would bring in requirements that do not apply",
  "no-place": "no paragraph is there that they could stand beside",
} as const;

function resultOf(files: readonly RedlineFile[], review: Review, draft: Draft): Redline {
  const { plan, edits, outcomes, written, after, undefinedTerms } = draft;
  const open = review.findings.filter(isOpen);
  const closed = open.filter(({ requirementId }) => verdictIn(after, requirementId) === "covered");
  const reasonFor = (id: string): string => {
    const left = plan.left.find(({ requirementId }) => requirementId === id)?.because;
    if (left) return REASONS[left];
    const own = edits.filter(({ requirements }) => requirements.includes(id));
    if (own.some((one) => outcomes.get(one) === "left"))
      return "the words stand in a note, a header or a text box (change them by hand)";
    if (own.some((one) => outcomes.get(one) === "commented"))
      return "the words stand in a field or a content control (change them by hand)";
    if (own.every(({ edit }) => edit.kind === "comment"))
      return "the words carry another requirement too (see the comments)";
    return "wording that weakens them stays (see the comments)";
  };
  const changed = files.flatMap(({ read }, i) => {
    const result = written.get(i);
    if (!result) return [];
    const count = (kind: string) =>
      edits.filter((one) => one.file === i && one.edit.kind === kind && outcomes.get(one) === "done").length;
    return [
      {
        name: read.name,
        bytes: result.bytes,
        insertions: count("insert"),
        replacements: count("replace"),
        strikes: count("strike"),
        comments: result.comments,
      },
    ];
  });
  return {
    review,
    after,
    edits,
    files: changed,
    closed: closed.map(({ requirementId }) => requirementId),
    open: open
      .filter((finding) => !closed.includes(finding))
      .map(({ requirementId }) => ({ requirementId, because: reasonFor(requirementId) })),
    worse: after.findings
      .filter(({ requirementId, verdict }) => RANK[verdict] > RANK[verdictIn(review, requirementId)])
      .map(({ requirementId }) => requirementId),
    elsewhere: plan.left.flatMap(({ requirementId, because }) =>
      (because === "elsewhere" || because === "schedules") && verdictIn(after, requirementId) !== "covered"
        ? [requirementId]
        : [],
    ),
    undefinedTerms,
  };
}
