import type { Span } from "../../model/block.ts";
import type { RedlineEdit } from "../../model/redline.ts";
import type { PlannedEdit } from "./plan.ts";

/**
 * Changes of the same words are one, with all that is to say of them; of two that overlap a strike holds, else the first. A comment on
 * the very words of another edit joins it; one that words stay is gone where they do not.
 */
export function merged(edits: readonly PlannedEdit[]): PlannedEdit[] {
  let kept: PlannedEdit[] = [];
  for (const planned of [...edits].sort((a, b) => Number(isConflict(a)) - Number(isConflict(b)))) {
    const { edit } = planned;
    if (isConflict(planned) && kept.some(({ edit: other }) => isChanged(edit, other))) continue;
    const others =
      edit.kind === "insert" ? [] : kept.filter(({ edit: other }) => overlap(edit, other) || isSame(edit, other));
    const holding = edit.kind === "strike" || others[0]?.edit.kind === "comment" ? planned : (others[0] ?? planned);
    const all = [...new Set([holding, ...others, planned])];
    if (all.length > 1) kept = kept.filter((other) => !all.includes(other));
    kept.push({
      ...holding,
      requirements: all.flatMap(({ requirements }) => requirements),
      conflicts: all.flatMap(({ conflicts = [] }) => conflicts),
      edit: { ...holding.edit, notes: all.flatMap((one) => one.edit.notes) },
    });
  }
  return kept;
}

/** A comment that the words stand against new wording, and nothing else. */
function isConflict({ requirements }: PlannedEdit): boolean {
  return requirements.length === 0;
}

type Changed = Extract<RedlineEdit, { kind: "replace" | "strike" }>;

function isChange(edit: RedlineEdit): edit is Changed {
  return edit.kind === "replace" || edit.kind === "strike";
}

function spanOf(edit: RedlineEdit): Span | undefined {
  return edit.kind === "insert" ? undefined : edit.span;
}

/** The other changes some of the same words. */
function isChanged(edit: RedlineEdit, other: RedlineEdit): boolean {
  const span = spanOf(edit);
  return span !== undefined && isChange(other) && span.start < other.span.end && other.span.start < span.end;
}

/** Both change some of the same words; comments may overlap. */
function overlap(edit: RedlineEdit, other: RedlineEdit): boolean {
  return isChange(edit) && isChanged(edit, other);
}

function isSame(edit: RedlineEdit, other: RedlineEdit): boolean {
  const [a, b] = [spanOf(edit), spanOf(other)];
  return a !== undefined && b !== undefined && a.start === b.start && a.end === b.end;
}
