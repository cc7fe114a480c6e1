import { isContentsLine, opensContents } from "./clause-kind.ts";
import type { ClauseNode } from "./clause-node.ts";
import { forget, nodeBase, setText, type TreeState } from "./clause-tree.ts";
import type { ClauseUnit } from "./clause-unit.ts";
import { letterValue, romanValue } from "./numbering-values.ts";

/** Adds a line of a table of contents, or of a list of schedules; tells whether the unit was one. */
export function placeContents(state: TreeState, unit: ClauseUnit, next: readonly ClauseUnit[], i: number): boolean {
  const inside = state.mode === "contents";
  const opens = opensContents(unit);
  const listed = listsSchedules(state, unit, next);
  if (listed) state.mode = "contents";
  if (!opens && !listed && !isEntry(state, unit, next, i)) {
    if (inside) state.mode = "text";
    return false;
  }
  if (opens) state.contents.clear();
  else state.contents.add(entryOf(unit));
  if (opens) state.mode = "contents";
  const node: ClauseNode = { ...nodeBase(unit, undefined), kind: "contents" };
  if (unit.schedule) {
    state.contents.add(unit.schedule.number);
    if (listed) node.number = unit.schedule.number;
  }
  state.nodes.push(node);
  setText(state, node, { ...unit, markers: [], bullet: false, from: 0, text: unit.view.text.trim() });
  node.kind = "contents";
  forget(state);
  return true;
}

/** A line of the table that is open, or one that reads like one; not where it comes again, as the heading that it names. */
function isEntry(state: TreeState, unit: ClauseUnit, next: readonly ClauseUnit[], i: number): boolean {
  const inside = state.mode === "contents";
  if (!isContentsLine(unit, inside, next) && !(inside && comesAgain(state, unit, i))) return false;
  return !state.contents.has(entryOf(unit));
}

/** A line without its leaders and page number. */
function entryOf(unit: ClauseUnit): string {
  const line = unit.view.text;
  if (line.length > 200) return line;
  const page = (/\d$/.test(unit.text) && /[\s.\u2026]+\d{1,3}$/.exec(unit.text)?.[0].length) || 0;
  const whole = line.trim().toLowerCase();
  return whole
    .slice(0, whole.length - page)
    .replace(/^[^\p{L}\d]+/u, "")
    .replace(/[\s.\u2026]+$/, "");
}

/**
 * For each short line the last unit that reads like it: an entry of a table of contents stands again in the text. Gathered
 * at the first question: most files have no such table.
 */
export function recurringLines(units: readonly ClauseUnit[]): TreeState["recurring"] {
  let last: ReadonlyMap<string, number> | undefined;
  return (unit) => {
    last ??= new Map(
      units.flatMap((other, i) => (other.view.text.length < 110 && !other.table ? [[entryOf(other), i] as const] : [])),
    );
    return last.get(entryOf(unit));
  };
}

function comesAgain(state: TreeState, unit: ClauseUnit, i: number): boolean {
  return (state.recurring(unit) ?? i) > i;
}

/** Schedules named one after the other with nothing between them are a list of schedules. */
function listsSchedules(state: TreeState, unit: ClauseUnit, next: readonly ClauseUnit[]): boolean {
  const own = placeOf(unit);
  if (own === undefined || state.contents.has(unit.schedule?.number ?? "")) return false;
  const after = placeOf(next[0]);
  if (after?.word === own.word && after.value > own.value) return true;
  const before = state.nodes.at(-1);
  if (before?.kind !== "contents") return false;
  const [word, id = ""] = before.number.split(" ");
  return word === own.word && ordinalOf(id) < own.value;
}

function placeOf(unit: ClauseUnit | undefined): { readonly word: string; readonly value: number } | undefined {
  if (!unit?.schedule || unit.schedule.part || unit.text === "") return undefined;
  const [word = "", id = ""] = unit.schedule.number.split(" ");
  return { word, value: ordinalOf(id) };
}

function ordinalOf(id: string): number {
  return Number.parseInt(id, 10) || romanValue(id) || letterValue(id) || 0;
}
