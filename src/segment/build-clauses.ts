import type { Clause } from "../model/contract.ts";
import type { AssembledText } from "./assemble-text.ts";
import { addBullet } from "./clause-bullet.ts";
import { placeContents, recurringLines } from "./clause-contents.ts";
import { addHeading, addSchedule, keepForWeak, mergesWithSchedule, opensScheduleAbovePage } from "./clause-group.ts";
import { isTitleCase, isTitleLike } from "./clause-heading.ts";
import { isFront, isRecital, opensContents, opensRecitals } from "./clause-kind.ts";
import { startsLower } from "./clause-lead-in.ts";
import { type ClauseNode, toClauses } from "./clause-node.ts";
import { addNumbered, isMidSentence } from "./clause-numbered.ts";
import { placeParagraph, placePeer } from "./clause-paragraph.ts";
import { tableNodes } from "./clause-table.ts";
import {
  awaitsItems,
  extendBody,
  forget,
  leadInto,
  nodeBase,
  readsAsText,
  setText,
  type TreeState,
} from "./clause-tree.ts";
import { type ClauseUnit, unitsOf } from "./clause-unit.ts";
import { keepAbove, keepGroups } from "./numbering-place.ts";

const OPERATIVE = /^(?:now,? therefore|it is (?:hereby )?agreed|the parties (?:hereby )?agree)/i;

/**
 * The clause tree over the assembled text. Every visible word lies in the heading or body of exactly one clause (a cell that
 * covers several rows in each of them); a parent comes before its children; same blocks, same tree.
 */
export function buildClauses(assembled: AssembledText): Clause[] {
  const units = unitsOf(assembled.blocks, assembled.text);
  const state: TreeState = {
    nodes: [],
    open: [],
    closed: [],
    last: undefined,
    freshHeading: undefined,
    mode: "text",
    contents: new Set(),
    recurring: recurringLines(units),
    titled: false,
    begun: false,
  };
  let file = -1;
  units.forEach((unit, i) => {
    if (unit.file !== file) {
      file = unit.file;
      Object.assign(state, { open: [], closed: [], mode: "preamble", titled: false, begun: false });
      forget(state);
    }
    if (opensScheduleAbovePage(state, unit)) addSchedule(state, unit);
    else if (unit.block.origin !== "body" || isPageNumber(unit)) addNote(state, unit);
    else if (unit.table) addTable(state, unit);
    else addUnit(state, unit, units, i);
  });
  return toClauses(state.nodes);
}

function addUnit(state: TreeState, unit: ClauseUnit, units: readonly ClauseUnit[], i: number): void {
  if (state.mode === "preamble" && addPreamble(state, unit, units[i + 1])) return;
  if (placeContents(state, unit, units.slice(i + 1, i + 3), i)) return;
  if (unit.schedule && isFilingNumber(unit) && !state.begun) addWholeLine(state, unit);
  else if (unit.schedule) addSchedule(state, unit);
  else if (mergesWithSchedule(state, unit)) return;
  else if (isFront(unit, !state.begun && unit.level === undefined)) addFlat(state, unit, "front");
  else if (isRecitalHere(state, unit)) addFlat(state, unit, "recital");
  else if (unit.markers.length > 0) addMarked(state, unit, units, i);
  else if (unit.level !== undefined && !readsAsText(unit)) addHeading(state, unit, keepAbove(state.open, unit.level));
  else if (placePeer(state, unit)) return;
  else if (unit.weakHeading !== undefined && !awaitsItems(state))
    addHeading(state, unit, keepForWeak(state, unit, units, i));
  else if (unit.bullet || unit.block.kind === "list-item") addBullet(state, unit);
  else {
    placeParagraph(state, unit);
    state.freshHeading = undefined;
  }
}

/** Front matter and title of a file; false for the first line that is neither, and ever after. */
function addPreamble(state: TreeState, unit: ClauseUnit, next: ClauseUnit | undefined): boolean {
  if (isFrontMatter(unit)) {
    addFlat(state, unit, "front");
    return true;
  }
  state.mode = "text";
  const title = isTitle(unit, next);
  if (title) addHeading(state, unit, 0, true);
  return title;
}

/** Filings number the contract itself as their exhibit: "Exhibit 10.28". */
function isFilingNumber(unit: ClauseUnit): boolean {
  return /^Exhibit \d+\.\d+$/.test(unit.schedule?.number ?? "");
}

function addWholeLine(state: TreeState, unit: ClauseUnit): void {
  addFlat(state, { ...unit, from: 0, text: unit.view.text.trim() }, "front");
}

function isRecitalHere(state: TreeState, unit: ClauseUnit): boolean {
  const ends = unit.level !== undefined || OPERATIVE.test(unit.text);
  if (state.mode === "recitals" && ends) state.mode = "text";
  return isRecital(unit, state.mode === "recitals");
}

function addMarked(state: TreeState, unit: ClauseUnit, units: readonly ClauseUnit[], i: number): void {
  if (state.last && isMidSentence(state, unit)) {
    const from = unit.view.text.length - unit.view.text.trimStart().length;
    extendBody(state, state.last, { ...unit, from });
  } else addNumbered(state, unit, units, i);
}

function addNote(state: TreeState, unit: ClauseUnit): void {
  const running = unit.block.origin === "header" || unit.block.origin === "footer";
  const parent = running ? undefined : state.open[keepGroups(state.open) - 1]?.node;
  const { last, freshHeading } = state;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "note" };
  state.nodes.push(node);
  if (unit.table) {
    node.body = (unit.table.rows ?? []).flatMap((row) => row.flatMap((cell) => (cell.span ? [cell.span] : [])));
  } else setText(state, node, { ...unit, markers: [], bullet: false, from: 0, text: unit.view.text.trim() });
  node.kind = "note";
  // A footer between two halves of a sentence does not end it.
  forget(state);
  Object.assign(state, { last, freshHeading });
}

function addTable(state: TreeState, unit: ClauseUnit): void {
  if (!unit.table) return;
  if (state.mode === "contents" && (unit.table.rows ?? []).every((row) => /\d$/.test(row.at(-1)?.shown ?? ""))) {
    const body = (unit.table.rows ?? []).flatMap((row) => row.flatMap((cell) => (cell.span ? [cell.span] : [])));
    state.nodes.push({ ...nodeBase(unit, undefined), kind: "contents", body });
    return;
  }
  const waits = awaitsItems(state);
  const parent = waits ? state.last?.node : (state.open.at(-1)?.node ?? undefined);
  const base = nodeBase(unit, parent);
  if (waits) leadInto(state, parent, { ...unit, bullet: true });
  state.nodes.push(...tableNodes(unit.table, base));
  forget(state);
}

function addFlat(state: TreeState, unit: ClauseUnit, kind: "front" | "recital"): void {
  const parent = state.open[keepGroups(state.open) - 1]?.node;
  const node: ClauseNode = {
    ...nodeBase(unit, parent),
    kind,
    number: kind === "recital" ? (unit.markers[0]?.label ?? "") : "",
  };
  state.nodes.push(node);
  setText(state, node, unit);
  node.kind = kind;
  if (kind === "recital") state.open.length = keepGroups(state.open);
  else forget(state);
  state.freshHeading = undefined;
}

/** The first line of a file is its title if it reads like one and no sentence goes on below it. */
function isTitle(unit: ClauseUnit, next: ClauseUnit | undefined): boolean {
  if (unit.schedule || unit.markers.length > 0 || unit.bullet || unit.block.kind === "list-item") return false;
  if (opensContents(unit) || opensRecitals(unit)) return false;
  const short = unit.text.split(/\s+/).length <= 6 || isTitleCase(unit.text) || unit.weakHeading !== undefined;
  return isTitleLike(unit.text) && (unit.block.kind === "heading" || (short && !startsLower(next?.text ?? "")));
}

/** "title: …" at the very start of a text file, before the contract itself. */
function isFrontMatter(unit: ClauseUnit): boolean {
  return (
    unit.block.kind === "paragraph" && unit.block.page === undefined && /^[a-z][\w-]*:(?:\s|$)|^- [/\w]/.test(unit.text)
  );
}

function isPageNumber(unit: ClauseUnit): boolean {
  return (
    /^(?:page )?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$|^- ?\d{1,3} ?-$/i.test(unit.view.text.trim()) &&
    unit.block.kind === "paragraph"
  );
}
