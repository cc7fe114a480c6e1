import type { Review } from "../model/review.ts";
import { clauseWords, counted, idAsWords, sentenceCase } from "./words.ts";

type Allocation = Review["responsibilities"][number]["allocation"];

export interface MatrixView {
  /** "46 functions: 30 with the supplier, …"; "" where the review holds no functions. */
  readonly sentence: string;
  readonly rows: readonly {
    readonly name: string;
    readonly allocation: Allocation;
    readonly word: string;
    /** True where nobody can tell who must act: a hole in the split. */
    readonly hole: boolean;
    readonly places: readonly string[];
    readonly quotes: readonly { readonly text: string; readonly file: string; readonly page: string }[];
  }[];
}

const WORDS: Readonly<Record<Allocation, string>> = {
  conflicting: "Conflicting",
  unassigned: "Nobody",
  "shared-unsplit": "Shared, not split",
  supplier: "Supplier",
  customer: "Customer",
  "third-party": "Third party",
  "shared-split": "Shared, split",
};

const ORDER = Object.keys(WORDS);
const HOLES: readonly Allocation[] = ["conflicting", "unassigned", "shared-unsplit"];

/** Who does what according to the contract: the holes first, otherwise in the order of the review. */
export function matrixView(responsibilities: Review["responsibilities"]): MatrixView {
  const rows = responsibilities
    .toSorted((a, b) => ORDER.indexOf(a.allocation) - ORDER.indexOf(b.allocation))
    .map(({ functionId, allocation, evidence }) => ({
      name: idAsWords(functionId),
      allocation,
      word: WORDS[allocation],
      hole: HOLES.includes(allocation),
      places: [...new Set(evidence.map((item) => sentenceCase(clauseWords(item))))],
      quotes: evidence.map(({ quote, shown, file, page }) => ({
        text: shown ?? quote,
        file,
        page: page === undefined ? "" : `page ${page}`,
      })),
    }));
  return { sentence: sentence(rows.length, rows.filter(({ hole }) => hole).length), rows };
}

function sentence(total: number, holes: number): string {
  if (total === 0) return "";
  if (holes === 0) return `Each of ${counted(total, "function")} has a clear owner.`;
  return `${sentenceCase(counted(holes, "function"))} of ${total} ${holes === 1 ? "has" : "have"} no clear owner.`;
}
