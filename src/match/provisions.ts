// Evidence for each element of each requirement. In: a segmented contract and a clause library. Out: hits with their standing.
// Never: verdicts, wording for people, files.
import type { Span } from "../model/block.ts";
import type { Clause, Contract } from "../model/contract.ts";
import type { Bearer } from "../model/function.ts";
import { itemsOf } from "../text/enumerations.ts";
import type { MarkTable } from "../text/mark-table.ts";
import type { MarkedText } from "../text/match-phrase.ts";
import { findPredicates, type Predicate } from "../text/predicates.ts";
import { sentences } from "../text/sentences.ts";
import { SIGN, type Token, tokenize } from "../text/tokens.ts";
import type { Marker } from "./marks.ts";
import type { Owner, Shares } from "./shares.ts";

/** The unit of matching: one sentence, list item or table row, read with what it inherits. */
export interface Provision extends MarkedText {
  readonly marksAt: MarkTable;
  readonly index: number;
  readonly clause: number;
  /** Own text; for a row one span a cell. */
  readonly spans: readonly Span[];
  /** Tokens before this one are inherited: lead-ins, column heads. */
  readonly own: number;
  /** Where the inherited tokens stand. */
  readonly inherited: readonly Span[];
  readonly predicates: readonly Predicate[];
  /** Where, inside the sentence, a further main clause begins ("..., and shall"). */
  readonly parts: readonly number[];
  readonly isDefinition: boolean;
  readonly isRecital: boolean;
  /** Whose part it describes, where a table or a heading says so: nobody's where the row gives it to none. */
  readonly owner: Owner | undefined;
  /** A table row: what it inherits of its columns is said as plainly as its own words. */
  readonly isRow: boolean;
  /** It ends in a placeholder, or it is a row whose cells beside its head are empty or placeholders. */
  readonly isBlank: boolean;
  /** It begins by pointing to what was said before ("Such notice shall ..."). */
  readonly pointsBack: boolean;
}

/** Tokens beyond this count are cut into provisions of their own: a phrase never spans them. */
const LONGEST = 400;

const OPENING = 6;
const POINTS_BACK = new Set(["such", "this", "that", "these", "those", "it", "foregoing", "notification", "notice"]);

const SILENT = new Set<Clause["kind"]>(["contents", "heading", "schedule", "table"]);

/** All provisions of the contract in reading order. Headings, tables of contents and superseded clauses give none. */
export function buildProvisions(contract: Contract, mark: Marker, shares: Shares): Provision[] {
  const provisions: Provision[] = [];
  const known = new Map<string, Token[]>();
  /** Lead-ins and column heads stand over many provisions: each is tokenized once. */
  const inheritable = (span: Span): Token[] => {
    const key = `${span.start}-${span.end}`;
    const tokens = known.get(key) ?? tokenize(contract.text, span, contract.hidden);
    known.set(key, tokens);
    return tokens;
  };
  for (const clause of contract.clauses) {
    if (SILENT.has(clause.kind) || clause.superseded) continue;
    const inherited = leadIns(contract, clause);
    if (clause.kind === "row") pushRow(clause, inherited);
    else for (const paragraph of clause.body) pushParagraph(clause, paragraph, inherited);
  }
  return provisions;

  function pushRow(row: Clause, inherited: readonly Span[]): void {
    const share = shares.rows.get(row.index);
    const said = share?.said;
    const common = row.body.filter((_, i) => !said?.has(i)).flatMap((cell) => lines(contract.text, cell));
    const above = share ? [...inherited, ...headingsOver(contract, row)] : inherited;
    const heads = (row.columnHeads ?? []).filter((head) => head !== undefined);
    if (!said || said.size === 0) push(row, common, [...above, ...heads]);
    for (const [i, party] of said ?? []) {
      const cell = row.body[i];
      const head = row.columnHeads?.[i];
      if (cell) push(row, [...common, ...lines(contract.text, cell)], head ? [...above, head] : above, party);
    }
  }

  function pushParagraph(clause: Clause, paragraph: Span, inherited: readonly Span[]): void {
    for (const sentence of sentences(contract.text, paragraph)) {
      const { lead, items } = itemsOf(contract.text, sentence);
      if (items.length === 0) push(clause, [sentence], inherited);
      else {
        if (lead) push(clause, [lead], inherited);
        for (const item of items) push(clause, [item], lead ? [...inherited, lead] : inherited);
      }
    }
  }

  function push(clause: Clause, all: readonly Span[], inherited: readonly Span[], party?: Bearer): void {
    const spans = all.filter((span) => !isUnsaid(contract.text, span));
    const own = spans.flatMap((span) => tokenize(contract.text, span, contract.hidden));
    if (own.length === 0) return;
    const lead = inherited.flatMap(inheritable).slice(-LONGEST);
    for (let from = 0; from < own.length; from += LONGEST) {
      const part = own.slice(from, from + LONGEST);
      const tokens = [...lead, ...part];
      const text = { tokens, marksAt: mark(tokens) };
      const isWhole = own.length <= LONGEST;
      const predicates = findPredicates(text);
      provisions.push({
        ...text,
        index: provisions.length,
        clause: clause.index,
        spans: isWhole ? spans : [{ start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 }],
        own: lead.length,
        inherited,
        predicates,
        parts: partsOf(tokens, predicates),
        isDefinition: clause.kind === "definition" && !isDutyBehind(clause, spans, predicates),
        isRecital: clause.kind === "recital",
        owner: party ? { bearers: [party], isSplit: false, by: "table" } : ownerOf(clause, shares),
        isRow: clause.kind === "row",
        isBlank: clause.kind === "row" ? isBlankRow(contract, clause) : endsOpen(contract.text, spans, clause),
        pointsBack: part.slice(0, OPENING).some((token) => POINTS_BACK.has(token.word)),
      });
    }
  }
}

const JOINS = new Set(["and", "but"]);

/** "shall take backups and shall test them": each further duty of a sentence begins at the word that joins it. */
function partsOf(tokens: readonly Token[], predicates: readonly Predicate[]): number[] {
  const parts: number[] = [];
  for (let i = 1; i < predicates.length; i++) {
    const [before, here] = [predicates[i - 1], predicates[i]];
    if (!before || !here || here.force !== "duty") continue;
    for (let at = here.at - 1; at >= before.to; at--) {
      const isJoint = JOINS.has(tokens[at]?.word ?? "") || ((tokens[at]?.before ?? 0) & SIGN.semicolon) !== 0;
      if (!isJoint) continue;
      parts.push(at);
      break;
    }
  }
  return parts;
}

function ownerOf(clause: Clause, { rows, lists }: Shares): Owner | undefined {
  const share = rows.get(clause.index);
  if (share?.isVoid) return undefined;
  if (share && share.said.size === 0) return { bearers: share.bearers, isSplit: share.isSplit, by: "table" };
  const list = lists.get(clause.index);
  return list && { bearers: [list.party], isSplit: false, by: list.isNamed ? "list" : "measures" };
}

/** «"Policies" means .... The Supplier shall comply with them.»: what binds a party behind the definition is no part of it. */
function isDutyBehind(clause: Clause, spans: readonly Span[], predicates: readonly Predicate[]): boolean {
  const isFirst = spans[0]?.start === clause.body[0]?.start;
  return !isFirst && predicates.some(({ force, actor }) => force === "duty" && PARTIES.has(actor ?? ""));
}

const PARTIES = new Set(["supplier", "customer"]);

const PLACEHOLDER =
  "(?:\\[\\s*(?:[●•_.…\\s]*|(?:to be|tbc|tbd|insert|enter|specify|complete|please|name|date|number|description)\\b[^\\]]*)\\]|_{4,}|\\{\\{?[^}]*\\}\\}?|\\b(?:tbc|tbd)\\b)";
const ENDS_OPEN = new RegExp(`${PLACEHOLDER}[\\s.;:*_]*$`, "i");
const ALL_OPEN = new RegExp(
  `^[\\s*_]*(?:${PLACEHOLDER}|to be (?:completed|confirmed|agreed|provided|inserted)[^.]*|[-–—]+|n\\/?a)?[\\s.*_]*$`,
  "i",
);
/** An option that is not chosen, or a note to whoever drafts: neither is said by the contract. */
const UNSAID = /^[\s*_]*(?:☐|\\?\[\s*\\?\]|\[\s*(?:drafting|guidance)?\s*notes?\b)/i;

function endsOpen(text: string, spans: readonly Span[], clause: Clause): boolean {
  const last = spans.at(-1);
  if (!last) return false;
  const end = text.slice(Math.max(last.start, last.end - 200), last.end);
  const isBareLabel = !clause.leadIn && last.end - last.start < 60 && /:[\s*_]*$/.test(end);
  return isBareLabel || ENDS_OPEN.test(end);
}

function isBlankRow(contract: Contract, row: Clause): boolean {
  const [head, ...values] = row.body;
  const columns = row.columnHeads?.length ?? 0;
  if (!head || (values.length === 0 && columns < 2)) return false;
  return values.every((cell) => ALL_OPEN.test(contract.text.slice(cell.start, cell.end)));
}

function isUnsaid(text: string, span: Span): boolean {
  return UNSAID.test(text.slice(span.start, span.start + 40));
}

/** A row of a table of responsibilities is read with the headings over it: "Patching", then "Hypervisor | R | I". */
const MOST_HEADINGS = 2;

function headingsOver(contract: Contract, row: Clause): Span[] {
  const found: Span[] = [];
  for (let at = row.parent; at !== undefined && found.length < MOST_HEADINGS; at = contract.clauses[at]?.parent) {
    const heading = contract.clauses[at]?.headingSpan;
    if (heading) found.unshift(heading);
  }
  return found;
}

/** Lines of a cell: each is quoted by itself, since a line break in a cell may be markup in the file. */
function lines(text: string, cell: Span): Span[] {
  const spans: Span[] = [];
  let start = cell.start;
  for (const line of text.slice(cell.start, cell.end).split("\n")) {
    if (line.trim() !== "") spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

/** Lead-ins from the top down. */
function leadIns(contract: Contract, clause: Clause): Span[] {
  const leads: Span[] = [];
  for (let at = clause.parent; at !== undefined; at = contract.clauses[at]?.parent) {
    const lead = contract.clauses[at]?.leadIn;
    if (lead) leads.unshift(lead);
  }
  return leads;
}
