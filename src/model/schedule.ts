/** A schedule to annex: numbered paragraphs, then tables. Rows that are proposals are marked wherever it is rendered. */
export interface ScheduleView {
  readonly title: string;
  /** Operative paragraphs, without numbers. */
  readonly paragraphs: readonly string[];
  /** What whoever annexes it must settle first; "" where nothing is open. */
  readonly note: string;
  readonly tables: readonly {
    readonly title: string;
    readonly heads: readonly string[];
    /** Relative widths of the columns. */
    readonly widths: readonly number[];
    readonly rows: readonly { readonly cells: readonly string[]; readonly isProposal: boolean }[];
  }[];
}
