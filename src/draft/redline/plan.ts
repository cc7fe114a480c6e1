import type { RedlineEdit } from "../../model/redline.ts";

/** How far to go for a finding: mend what there is, put the whole clause in, or only say what is wrong. */
export type Measure = "mend" | "whole" | "comment";

/** An edit with the requirements that it is for. */
export interface PlannedEdit {
  readonly file: number;
  readonly edit: RedlineEdit;
  readonly requirements: readonly string[];
  /** Requirements whose new wording the words of this comment contradict. */
  readonly conflicts?: readonly string[];
}

export interface RedlinePlan {
  readonly edits: readonly PlannedEdit[];
  /** Requirements left as they are, and why. */
  readonly left: readonly {
    readonly requirementId: string;
    readonly because: "deal" | "schedules" | "facts" | "elsewhere" | "no-place";
  }[];
}
