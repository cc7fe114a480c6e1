import type { Span } from "../model/block.ts";
import { hasVerb, splitHeading } from "./clause-heading.ts";
import { isDefinitionsHeading, textKind } from "./clause-kind.ts";
import { asksForList, type Ending, endingOf, leadInStart, startsLower } from "./clause-lead-in.ts";
import type { ClauseNode } from "./clause-node.ts";
import { type ClauseUnit, textSpan } from "./clause-unit.ts";
import { spanOf } from "./clause-view.ts";
import { keepGroups, type OpenLevel } from "./numbering-place.ts";

/** The text unit read last: what a lead-in or a continuation refers to. */
export interface LastText {
  readonly node: ClauseNode;
  readonly unit: ClauseUnit;
  readonly ending: Ending;
  readonly asks: boolean;
  /** Where its text starts in the view, heading left out. */
  readonly from: number;
}

/** The tree while it grows. `open` runs from the top of the file to the last line read. */
export interface TreeState {
  readonly nodes: ClauseNode[];
  open: OpenLevel[];
  /** Open levels before an unnumbered paragraph closed a list: the list may go on after it. */
  closed: OpenLevel[];
  last: LastText | undefined;
  /** The heading read last, while nothing stands below it yet. */
  freshHeading: OpenLevel | undefined;
  mode: "preamble" | "text" | "contents" | "recitals";
  /** Lines of the table of contents: where one comes again, the contract starts. */
  readonly contents: Set<string>;
  /** Number of the last unit that reads like a line of the table of contents; only short ones count. */
  readonly recurring: (unit: ClauseUnit) => number | undefined;
  /** True once a heading of the file has been read. */
  titled: boolean;
  /** True once a numbered clause of the file has been read. */
  begun: boolean;
}

/** The fields every node takes from its unit. */
export function nodeBase(unit: ClauseUnit, parent: ClauseNode | undefined): Omit<ClauseNode, "kind"> {
  if (parent) parent.children++;
  const page = unit.block.page;
  return {
    number: "",
    heading: "",
    body: [],
    file: unit.file,
    ...(page === undefined ? {} : { page }),
    origin: unit.block.origin,
    children: 0,
    ...(parent ? { parent } : {}),
  };
}

/** A heading as it is cited: one line, no stop at its end. */
export function cleanHeading(text: string): string {
  return text
    .replace(/&nbsp;|&#x20;/g, " ")
    .replace(/^[\s.\u2013\u2014-]+/, "")
    .replace(/\s+/g, " ")
    .replace(/(?<!\b(?:etc|Inc|Ltd|Co|Corp))[\s.:\u2013\u2014-]+$/, "")
    .trim();
}

/** Makes the whole text of the unit the heading of the node. */
export function setHeading(node: ClauseNode, unit: ClauseUnit): void {
  const span = textSpan(unit);
  if (!span) return;
  node.heading = cleanHeading(unit.text);
  node.headingSpan = span;
}

/** Makes the text of the unit the body of the node, a title at its start the heading; remembers it as the last text. */
export function setText(state: TreeState, node: ClauseNode, unit: ClauseUnit): void {
  const split = titleOf(unit);
  let from = unit.from;
  if (split && node.heading === "") {
    const start = unit.view.text.indexOf(unit.text, unit.from);
    const span = spanOf(unit.view, start, start + split.headEnd);
    if (span) {
      node.heading = cleanHeading(unit.text.slice(0, split.headEnd));
      node.headingSpan = span;
      from = start + split.bodyStart;
    }
  }
  addBody(state, node, unit, from);
}

/** Adds the unit's text from `from` on as a further paragraph of the node. */
export function addBody(state: TreeState, node: ClauseNode, unit: ClauseUnit, from = unit.from): void {
  const span = spanOf(unit.view, from);
  if (!span) return;
  node.body.push(span);
  if (node.kind === "clause") node.kind = textKind(unit.view.text.slice(from).trimStart(), inDefinitions(state, node));
  remember(state, node, unit, from);
}

/** The unit goes on with the sentence of the last text: both are one paragraph, unless something stands between them. */
export function extendBody(state: TreeState, last: LastText, unit: ClauseUnit): void {
  const span = textSpan(unit);
  const previous = last.node.body.at(-1);
  if (!span || !previous) return;
  const touching = span.start - (last.unit.view.offset(last.unit.view.text.length - 1) + 1) <= 2;
  if (touching) last.node.body[last.node.body.length - 1] = { start: previous.start, end: span.end };
  else last.node.body.push(span);
  remember(state, last.node, unit, unit.from);
}

function remember(state: TreeState, node: ClauseNode, unit: ClauseUnit, from: number): void {
  const text = unit.text;
  state.last = { node, unit, ending: endingOf(text), asks: asksForList(text), from };
}

/** Turns the end of the last text into a lead-in of its clause, if the unit's clause hangs on it. */
export function leadInto(state: TreeState, parent: ClauseNode | undefined, unit: ClauseUnit): void {
  const last = state.last;
  if (!last || last.node !== parent || parent.leadIn || parent.children > 1) return;
  const listed = unit.bullet || unit.markers.length > 0 || unit.block.kind === "list-item" || startsLower(unit.text);
  const unfinished =
    last.ending === "colon" ||
    (last.ending === "open" && (last.asks || listed)) ||
    (last.ending === "item" && listed && /,\W*$/.test(last.unit.text));
  if (!unfinished) return;
  parent.leadIn = leadInOf(last);
  parent.asksVerb = /\b(?:to|shall|must|will|not|may|should)\W*$/i.test(last.unit.text.slice(-20));
}

/** The last sentence of the text; it may start in a paragraph before the last only where both are one span. */
function leadInOf(last: LastText): Span {
  const body = last.node.body.at(-1) ?? { start: 0, end: 0 };
  const { view } = last.unit;
  const text = view.text.slice(last.from).trimEnd();
  const start = view.offset(last.from + leadInStart(text) + (leadInStart(text) === 0 ? leading(text) : 0));
  const first = leadInStart(text) === 0 && body.start < start ? body.start : start;
  return { start: first, end: body.end };
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

/** True where the last text waits for the items of a list. */
export function awaitsItems(state: TreeState): boolean {
  const { last } = state;
  return (
    last !== undefined && last.node.children === 0 && (last.ending === "colon" || (last.ending === "open" && last.asks))
  );
}

/**
 * Where an unnumbered paragraph goes that continues nothing: below the nearest clause with a heading, or with a number that
 * is not an item of a list. A clause whose own text leads into a list gives that text to a clause of its own, so that what
 * follows the list keeps the heading without inheriting the lead-in.
 */
export function closeLists(state: TreeState): ClauseNode | undefined {
  const before = [...state.open];
  const groups = keepGroups(state.open);
  while (state.open.length > groups) {
    const top = state.open.at(-1);
    if (!top || holdsParagraphs(top)) break;
    state.open.pop();
  }
  if (state.open.length < before.length) state.closed = before;
  const node = state.open.at(-1)?.node;
  if (node?.leadIn && node.headingSpan) splitOff(state, node);
  return node;
}

function holdsParagraphs(level: OpenLevel): boolean {
  if (level.kind !== "number") return false;
  if (level.node.headingSpan) return true;
  return !level.node.leadIn && (level.path !== undefined || level.word !== undefined) && level.depth === undefined;
}

/** Moves body, lead-in and children of a clause to a new first child of it. */
function splitOff(state: TreeState, node: ClauseNode): void {
  const at = state.nodes.indexOf(node);
  const part: ClauseNode = { ...node, number: "", heading: "", children: node.children, parent: node };
  delete part.headingSpan;
  delete part.guessedHeading;
  for (const child of state.nodes.slice(at + 1)) if (child.parent === node) child.parent = part;
  state.nodes.splice(at + 1, 0, part);
  node.body = [];
  node.children = 1;
  delete node.leadIn;
  if (node.kind === "definition") node.kind = "clause";
}

function inDefinitions(state: TreeState, node: ClauseNode): boolean {
  if (isDefinitionsHeading(node.heading)) return true;
  return state.open.some((level) => isDefinitionsHeading(level.node.heading));
}

/** A title at the start of a text: set off by a stop ("Audit. The Supplier …") or by emphasis in the file's own markup. */
function titleOf(unit: ClauseUnit): { headEnd: number; bodyStart: number } | undefined {
  if (unit.emphasisEnd !== undefined) {
    const rest = unit.text.slice(unit.emphasisEnd);
    const gap = /^[\s.:\u2013\u2014-]*/.exec(rest)?.[0].length ?? 0;
    return { headEnd: unit.emphasisEnd, bodyStart: unit.emphasisEnd + gap };
  }
  return unit.markers.length > 0 || unit.bullet ? splitHeading(unit.text) : undefined;
}

/** A reader may take a large-print paragraph for a heading; a sentence stays a sentence. */
export function readsAsText(unit: ClauseUnit): boolean {
  return unit.text.length > 160 || (unit.text.length > 60 && /[.;:]$/.test(unit.text) && hasVerb(unit.text));
}

/** Nothing before this point is continued. */
export function forget(state: TreeState): void {
  state.last = undefined;
  state.freshHeading = undefined;
}
