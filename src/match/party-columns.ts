import type { Span } from "../model/block.ts";
import type { Clause, Contract } from "../model/contract.ts";
import { BEARERS, type Bearer } from "../model/function.ts";
import { shownText } from "../text/shown.ts";
import { tokenize } from "../text/tokens.ts";
import type { Marker } from "./marks.ts";
import { hasRemark, type Legend, marksIn, type ShareMark } from "./share-marks.ts";

/** What stands at the head of a column. */
export type Column =
  | { readonly kind: "party"; readonly party: Bearer | "both"; readonly part?: ShareMark }
  | { readonly kind: "letter"; readonly mark: ShareMark }
  | { readonly kind: "owner" }
  | { readonly kind: "other" };

/** Words that may stand beside a party's name at the head of its column. */
const BESIDE = new Set(
  "responsibility responsibilities responsible obligation obligations duty duties role roles task tasks support team side scope managed action actions of by the our your what we you do does to provide provided is are for and its".split(
    " ",
  ),
);
const BOTH = new Set("both shared joint jointly together".split(" "));
const OWNER =
  /^(?:(?:task |process |function |control |service )?owner(?:ship)?|responsib(?:le|ility)(?: (?:party|of))?|(?:responsible|accountable|performing|owning|lead) party|party(?: responsible)?|who|(?:performed|owned|done|carried out|provided) by|accountability|lead|allocation|allocated to)$/i;
const LETTER_WORDS: ReadonlyMap<string, ShareMark> = new Map([
  ["responsible", "performs"],
  ["accountable", "answers"],
  ["consulted", "aside"],
  ["informed", "aside"],
]);

/** A head, or a cell that names a party, is short. */
const LONGEST = 90;

interface Named {
  readonly party: Bearer | "both";
  /** The one named first. */
  readonly first: Bearer | "both";
  readonly alone: boolean;
}

/** Reads heads and cells of the contract's tables with its own names for the parties. */
export class ColumnReader {
  readonly #contract: Contract;
  readonly #mark: Marker;
  readonly #legend: Legend;
  readonly #parties = new Map<number, Named | undefined>();

  constructor(contract: Contract, mark: Marker, legend: Legend) {
    this.#contract = contract;
    this.#mark = mark;
    this.#legend = legend;
  }

  shown(span: Span): string {
    return shownText(this.#contract.text, this.#contract.hidden, span)
      .replace(/[*_`]|&nbsp;/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  }

  marks(span: Span): readonly ShareMark[] | undefined {
    return marksIn(this.shown(span), this.#legend);
  }

  hasRemark(span: Span): boolean {
    return hasRemark(this.shown(span), this.#legend);
  }

  /** The party that a text begins with, and whether it says nothing else. */
  party(span: Span): Named | undefined {
    // A head stands over every row.
    if (!this.#parties.has(span.start)) this.#parties.set(span.start, this.#partyIn(span));
    return this.#parties.get(span.start);
  }

  #partyIn(span: Span): Named | undefined {
    if (span.end - span.start > LONGEST) return undefined;
    const tokens = tokenize(this.#contract.text, span, this.#contract.hidden);
    const marks = this.#mark(tokens);
    const named = new Set<Bearer | "both">();
    let first: number | undefined;
    let alone = true;
    for (let i = 0; i < tokens.length; i++) {
      const word = tokens[i]?.word ?? "";
      const role = marks.get(i)?.find((mark) => BEARERS.includes(mark.name as Bearer));
      if (role) {
        named.add(role.name as Bearer);
        first ??= i;
        i = role.to - 1;
      } else if (BOTH.has(word)) {
        named.add("both");
        first ??= i;
      } else if (!BESIDE.has(word)) alone = false;
    }
    const [party] = named;
    if (party === undefined || first === undefined) return undefined;
    if (!tokens.slice(0, first).every((token) => BESIDE.has(token.word))) return undefined;
    return { party: named.size > 1 ? "both" : party, first: party, alone };
  }

  /** The column over a cell of a row. */
  column(row: Clause, cell: number): Column {
    const head = row.columnHeads?.[cell];
    const upper = row.upperHeads?.[cell];
    if (!head) return { kind: "other" };
    const over = upper && this.party(upper);
    const letter = this.#letter(head);
    if (over && letter) return { kind: "party", party: over.party, part: letter };
    if (letter) return { kind: "letter", mark: letter };
    const own = this.party(head);
    if (own) return { kind: "party", party: own.party };
    if (over) return { kind: "party", party: over.party };
    return OWNER.test(this.shown(head)) ? { kind: "owner" } : { kind: "other" };
  }

  /** Whether the head says no more than the party's name. */
  isPlain(row: Clause, cell: number): boolean {
    const head = row.columnHeads?.[cell];
    return head !== undefined && (this.party(head)?.alone ?? false);
  }

  #letter(head: Span): ShareMark | undefined {
    const text = this.shown(head);
    if (/^[A-Z]$/.test(text)) {
      const [mark] = marksIn(text, this.#legend) ?? [];
      return mark;
    }
    return LETTER_WORDS.get(text.replace(/\s*\([A-Z]\)$/, "").toLowerCase());
  }
}
