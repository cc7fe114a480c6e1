import type { Clause } from "../model/contract.ts";
import type { AssembledText } from "./assemble-text.ts";
import { hasVerb, isTitleLike } from "./clause-heading.ts";
import { isContentsLine, isFront, isRecital, opensContents, opensRecitals } from "./clause-kind.ts";
import { type ClauseNode, toClauses } from "./clause-node.ts";
import { placeParagraph } from "./clause-paragraph.ts";
import { tableNodes } from "./clause-table.ts";
import { awaitsItems, closeLists, leadInto, nodeBase, setHeading, setText, type TreeState } from "./clause-tree.ts";
import { type ClauseUnit, unitsOf } from "./clause-unit.ts";
import type { Marker } from "./numbering.ts";
import { cite, withSchedule } from "./numbering-cite.ts";
import { keepAbove, keepForDepth, keepGroups, type OpenLevel, placeMarker } from "./numbering-place.ts";

/** How many lines ahead a number may look for the next of its sequence. */
const AHEAD = 40;

/**
 * The clause tree over the assembled text. Every visible word lies in the heading or body of exactly one clause (a cell that
 * covers several rows in each of them); a parent comes before its children; same blocks, same tree.
 */
export function buildClauses(assembled: AssembledText): Clause[] {
  const units = unitsOf(assembled.blocks, assembled.text);
  const state: TreeState = { nodes: [], open: [], closed: [], mode: "text", begun: false };
  let file = -1;
  units.forEach((unit, i) => {
    if (unit.file !== file) {
      file = unit.file;
      Object.assign(state, { open: [], closed: [], mode: "preamble", begun: false });
      forget(state);
    }
    if (unit.block.origin !== "body" || isPageNumber(unit)) addNote(state, unit);
    else if (unit.table) addTable(state, unit);
    else addUnit(state, unit, units, i);
  });
  return toClauses(state.nodes);
}

/** The first line of a file is its title if it reads like one. */
function isTitle(unit: ClauseUnit): boolean {
  return unit.schedule === undefined && unit.markers.length === 0 && !unit.bullet && unit.block.kind !== "list-item" && isTitleLike(unit.text);
}

/** "title: …" at the very start of a text file, before the contract itself. */
function isFrontMatter(unit: ClauseUnit): boolean {
  return unit.block.kind === "paragraph" && unit.block.page === undefined && /^[a-z][\w-]*:(?:\s|$)|^- [/\w]/.test(unit.text);
}

function isPageNumber(unit: ClauseUnit): boolean {
  return /^(?:page )?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$|^- ?\d{1,3} ?-$/i.test(unit.view.text.trim()) && unit.block.kind === "paragraph";
}

function forget(state: TreeState): void {
  delete state.last;
  delete state.freshHeading;
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
  Object.assign(state, { ...(last ? { last } : {}), ...(freshHeading ? { freshHeading } : {}) });
}

function addTable(state: TreeState, unit: ClauseUnit): void {
  if (!unit.table) return;
  const waits = awaitsItems(state);
  const parent = waits ? state.last?.node : (state.open.at(-1)?.node ?? undefined);
  const base = nodeBase(unit, parent);
  if (waits) leadInto(state, parent, { ...unit, bullet: true });
  state.nodes.push(...tableNodes(unit.table, base));
  forget(state);
}

function addUnit(state: TreeState, unit: ClauseUnit, units: readonly ClauseUnit[], i: number): void {
  if (state.mode === "preamble") {
    if (isFrontMatter(unit)) return addFlat(state, unit, "front");
    state.mode = "text";
    if (isTitle(unit)) return addHeading(state, unit, 0);
    if (unit.schedule && /^Exhibit \d+\.\d+$/.test(unit.schedule.number)) return addFlat(state, { ...unit, from: 0, text: unit.view.text.trim() }, "front");
  }
  if (placeContents(state, unit)) return;
  if (unit.schedule) return addSchedule(state, unit);
  if (mergesWithSchedule(state, unit)) return;
  if (state.mode === "recitals" && (unit.level !== undefined || /^(?:now,? therefore|it is (?:hereby )?agreed|the parties (?:hereby )?agree)/i.test(unit.text))) {
    state.mode = "text";
  }
  if (isFront(unit, !state.begun && unit.level === undefined)) return addFlat(state, unit, "front");
  if (isRecital(unit, state.mode === "recitals")) return addFlat(state, unit, "recital");
  if (unit.markers.length > 0) return addNumbered(state, unit, units, i);
  if (unit.level !== undefined && !readsAsText(unit)) return addHeading(state, unit, keepAbove(state.open, unit.level));
  if (unit.weakHeading !== undefined && !awaitsItems(state)) return addHeading(state, unit, keepForWeak(state, unit, units, i));
  if (unit.bullet || unit.block.kind === "list-item") return addBullet(state, unit);
  placeParagraph(state, unit);
  delete state.freshHeading;
}

/** A reader may take a large-print paragraph for a heading; a sentence stays a sentence. */
function readsAsText(unit: ClauseUnit): boolean {
  return unit.text.length > 160 || (unit.text.length > 60 && /[.;:]$/.test(unit.text) && hasVerb(unit.text));
}

function placeContents(state: TreeState, unit: ClauseUnit): boolean {
  const inside = state.mode === "contents";
  const opens = opensContents(unit);
  if (!opens && !isContentsLine(unit, inside)) {
    if (inside) state.mode = "text";
    return false;
  }
  if (opens) state.mode = "contents";
  const node: ClauseNode = { ...nodeBase(unit, undefined), kind: "contents" };
  state.nodes.push(node);
  setText(state, node, { ...unit, markers: [], bullet: false, from: 0, text: unit.view.text.trim() });
  node.kind = "contents";
  forget(state);
  return true;
}

function addSchedule(state: TreeState, unit: ClauseUnit): void {
  const { schedule } = unit;
  if (!schedule) return;
  if (schedule.part) {
    const at = state.open.findLastIndex((level) => level.kind === "schedule");
    const part = state.open.findIndex((level) => level.kind === "part");
    state.open.length = part >= 0 ? part : at >= 0 ? at + 1 : unit.level === undefined ? 0 : keepAbove(state.open, unit.level);
  } else state.open.length = 0;
  const parent = schedule.part ? state.open.at(-1)?.node : undefined;
  const number = schedule.part ? withSchedule(state.open, schedule.number) : schedule.number;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "schedule", number };
  state.nodes.push(node);
  if (unit.text !== "") setHeading(node, unit);
  const level: OpenLevel = { node, kind: schedule.part ? "part" : "schedule", ...(unit.level === undefined ? {} : { level: unit.level }) };
  state.open.push(level);
  state.mode = "text";
  state.begun = true;
  state.closed = [];
  delete state.last;
  state.freshHeading = level;
}

/** "SCHEDULE 1" on one line, its title on the next. */
function mergesWithSchedule(state: TreeState, unit: ClauseUnit): boolean {
  const fresh = state.freshHeading;
  if (!fresh || fresh.kind === "heading" || (fresh.kind === "number" && fresh.word === undefined) || fresh.node.heading !== "" || fresh.node.children > 0) return false;
  if (unit.markers.length > 0 || unit.bullet || (unit.level === undefined && unit.weakHeading === undefined)) return false;
  if (!isTitleLike(unit.text) || fresh.node.body.length > 0) return false;
  setHeading(fresh.node, unit);
  return true;
}

function addFlat(state: TreeState, unit: ClauseUnit, kind: "front" | "recital"): void {
  const parent = state.open[keepGroups(state.open) - 1]?.node;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind, number: kind === "recital" ? (unit.markers[0]?.label ?? "") : "" };
  state.nodes.push(node);
  setText(state, node, unit);
  node.kind = kind;
  if (kind === "recital") state.open.length = keepGroups(state.open);
  else forget(state);
  delete state.freshHeading;
}

function addHeading(state: TreeState, unit: ClauseUnit, keep: number): void {
  state.open.length = keep;
  const node: ClauseNode = { ...nodeBase(unit, state.open.at(-1)?.node), kind: "clause" };
  state.nodes.push(node);
  setHeading(node, unit);
  const level: OpenLevel = {
    node,
    kind: "heading",
    ...(unit.level === undefined ? {} : { level: unit.level }),
    ...(unit.weakHeading === undefined ? {} : { weak: unit.weakHeading }),
  };
  state.open.push(level);
  state.mode = opensRecitals(unit) ? "recitals" : "text";
  state.closed = [];
  delete state.last;
  state.freshHeading = level;
}

/** A heading known by its looks stands above the clause whose number comes next. */
function keepForWeak(state: TreeState, unit: ClauseUnit, units: readonly ClauseUnit[], i: number): number {
  const open = state.open;
  const rank = unit.weakHeading ?? 2;
  let keep = open.length;
  const next = units.slice(i + 1, i + 1 + AHEAD).find((other) => other.markers.length > 0 || other.level !== undefined || other.schedule);
  const marker = next?.schedule || next?.level !== undefined ? undefined : next?.markers[0];
  if (marker?.path && next) {
    keep = placeMarker(open, marker, { unit: next, titled: true, following: [], awaited: false }).keep;
  } else {
    while (keep > 0) {
      const top = open[keep - 1];
      const stays = top && (top.kind === "schedule" || top.kind === "part" || top.kind === "heading" || (top.kind === "number" && top.node.headingSpan));
      if (stays) break;
      keep--;
    }
  }
  const weaker = open.findIndex((level, at) => at < keep && level.weak !== undefined && level.weak >= rank);
  return weaker >= 0 && !open.slice(weaker, keep).some((level) => level.kind === "number" && level.weak === undefined && marker?.path && marker.path.length > 1) ? weaker : keep;
}

function addBullet(state: TreeState, unit: ClauseUnit): void {
  const depth = unit.depth ?? depthByIndent(state.open, unit);
  const waits = awaitsItems(state) ? state.last?.node : undefined;
  const at = waits ? state.open.findLastIndex((level) => level.node === waits) : -1;
  const keep = keepForDepth(state.open, depth);
  state.open.length = at >= 0 && at + 1 >= keep && unit.depth === undefined ? at + 1 : keep;
  while (unit.depth === undefined && state.open.at(-1)?.kind === "bullet" && (state.open.at(-1)?.depth ?? 0) >= depth && at < 0) state.open.pop();
  const parent = state.open.at(-1)?.node;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "clause" };
  state.nodes.push(node);
  leadInto(state, parent, { ...unit, bullet: true });
  setText(state, node, unit);
  state.open.push({ node, kind: "bullet", depth, ...(unit.indent === undefined ? {} : { indent: unit.indent }) });
  delete state.freshHeading;
}

function depthByIndent(open: readonly OpenLevel[], unit: ClauseUnit): number {
  const bullets = open.filter((level) => level.kind === "bullet");
  if (unit.indent === undefined) return bullets.at(-1)?.depth ?? 0;
  const wider = bullets.find((level) => level.indent !== undefined && level.indent >= (unit.indent ?? 0) - 6);
  return wider?.depth ?? bullets.length;
}

function addNumbered(state: TreeState, unit: ClauseUnit, units: readonly ClauseUnit[], i: number): void {
  const following = units.slice(i + 1, i + 1 + AHEAD).flatMap((other) => other.markers);
  unit.markers.forEach((marker, m) => {
    const inner = m === unit.markers.length - 1;
    if (!inner && state.open.some((level) => level.own === marker.label)) return;
    addMarker(state, unit, marker, { inner, following });
  });
  delete state.freshHeading;
  const top = state.open.at(-1);
  if (top && top.node.body.length === 0 && (top.node.headingSpan || top.word !== undefined)) {
    delete state.last;
    state.freshHeading = top;
  }
}

/** True below an unfinished sentence: its items are words of that sentence, not titles. */
function inLeadIn(state: TreeState): boolean {
  return state.open.findLast((level) => level.kind !== "bullet" && level.node.leadIn !== undefined) !== undefined;
}

function addMarker(state: TreeState, unit: ClauseUnit, marker: Marker, { inner, following }: { inner: boolean; following: readonly Marker[] }): void {
  const awaited = awaitsItems(state);
  const isItem = marker.path === undefined && marker.word === undefined;
  const asHeading = inner && unit.text !== "" && (unit.level !== undefined ? !readsAsText(unit) : isTitleLike(unit.text) && !(isItem && (awaited || inLeadIn(state))));
  const setting = { unit, titled: asHeading, following, awaited };
  let placed = placeMarker(state.open, marker, setting);
  if (placed.orphan && state.closed.length > 0) {
    const again = placeMarker(state.closed, marker, setting);
    if (!again.orphan) {
      state.open = [...state.closed];
      placed = again;
    }
  }
  if (placed.keep === state.open.length && !awaited && state.last?.node === state.open.at(-1)?.node && state.last?.ending === "stop" && state.open.at(-1)?.kind === "lead") closeLists(state);
  else state.open.length = placed.keep;
  const reading = placed.reading;
  const { own, path } = cite(state.open, marker, reading);
  const parent = state.open.at(-1)?.node;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "clause", number: withSchedule(state.open, own) };
  state.nodes.push(node);
  leadInto(state, parent, unit);
  if (asHeading) {
    setHeading(node, unit);
    if (unit.level === undefined) {
      delete state.last;
      if (isItem || unit.block.kind === "list-item") node.guessedHeading = true;
    }
  } else if (inner) setText(state, node, unit);
  state.open.push({
    node,
    kind: "number",
    own,
    ...(reading ? { style: reading.style, value: reading.value } : {}),
    ...(path ? { path } : {}),
    ...(marker.word === undefined ? {} : { word: marker.word }),
    ...(unit.level === undefined ? {} : { level: unit.level }),
    ...(unit.depth === undefined ? {} : { depth: unit.depth }),
    ...(unit.indent === undefined ? {} : { indent: unit.indent }),
    titled: asHeading || node.heading !== "",
  });
  state.closed = [];
  state.begun = true;
  if (state.mode === "recitals" && marker.path) state.mode = "text";
}
