import { type Attempt, isOpen, verdictIn } from "./draft/redline/course.ts";
import type { PlannedEdit } from "./draft/redline/plan.ts";
import { RANK } from "./draft/redline/worsened.ts";
import type { ReadFile } from "./model/contract.ts";
import type { RedlineOutcome } from "./model/redline.ts";
import type { Review } from "./model/review.ts";
import type { DocumentFacts } from "./redline/document-facts.ts";

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
  /** True where Word restricts who may edit it. */
  readonly isProtected: boolean;
}

export interface Redline {
  readonly review: Review;
  /** The check's view of the contract with all changes accepted. */
  readonly after: Review;
  /** What was changed, in the order of the files. */
  readonly edits: readonly PlannedEdit[];
  /** The files that have changes. */
  readonly files: readonly RedlinedFile[];
  /** Requirement ids that the changes close; those of `contradicted` among them. */
  readonly closed: readonly string[];
  /** Requirements whose new wording stands beside words that say otherwise and could not be changed, with the clauses of these. */
  readonly contradicted: readonly { readonly requirementId: string; readonly clauses: readonly string[] }[];
  /** Those still open, and why. */
  readonly open: readonly { readonly requirementId: string; readonly because: string }[];
  /** Requirements that stand worse than before: none, unless no round found a way around it. */
  readonly worse: readonly string[];
  /** Requirements whose place is in a file that cannot be changed, or that come with schedules: for an amendment. */
  readonly elsewhere: readonly string[];
  /** Terms that the new clauses use and nobody defines. */
  readonly undefinedTerms: readonly string[];
}

/** A redline as it is written in one round. */
export interface Draft extends Attempt {
  readonly outcomes: ReadonlyMap<PlannedEdit, RedlineOutcome>;
  readonly written: ReadonlyMap<number, { readonly bytes: Uint8Array; readonly comments: number }>;
  readonly undefinedTerms: readonly string[];
}

const REASONS = {
  deal: "the clauses state facts of the deal (give it with --deal FILE)",
  schedules: "the clauses come with schedules, and stand in the amendment",
  elsewhere: "the place is not in a Word document, or in a table of one; the clauses stand in the amendment",
  facts: "their words would bring in requirements that do not apply",
  "no-place": "no paragraph is there that they could stand beside",
} as const;

/** What became of a contract. */
export function resultOf(
  files: readonly RedlineFile[],
  review: Review,
  draft: Draft,
  facts: ReadonlyMap<number, DocumentFacts>,
): Redline {
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
        isProtected: facts.get(i)?.isProtected === true,
      },
    ];
  });
  const conflicts = edits.flatMap(({ edit, conflicts: ids = [] }) =>
    ids.map((id) => ({ id, clause: edit.kind === "insert" ? "" : clauseOf(review, id, edit.span.start) })),
  );
  return {
    review,
    after,
    edits,
    contradicted: [...Map.groupBy(conflicts, ({ id }) => id)].map(([requirementId, own]) => ({
      requirementId,
      clauses: [...new Set(own.flatMap(({ clause }) => (clause === "" ? [] : [clause])))],
    })),
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

/** The number of the clause that a finding's evidence at an offset stands in. */
function clauseOf({ findings }: Review, id: string, start: number): string {
  const finding = findings.find(({ requirementId }) => requirementId === id);
  const all = [...(finding?.evidence ?? []), ...(finding?.quantities ?? []).flatMap(({ evidence }) => evidence)];
  return all.find((one) => one.start === start)?.clause ?? "";
}
