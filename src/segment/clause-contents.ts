import { isContentsLine, opensContents } from "./clause-kind.ts";
import type { ClauseNode } from "./clause-node.ts";
import { forget, nodeBase, setText, type TreeState } from "./clause-tree.ts";
import type { ClauseUnit } from "./clause-unit.ts";

/** Adds a line of a table of contents, or of a list of schedules; tells whether the unit was one. */
export function placeContents(state: TreeState, unit: ClauseUnit, next: readonly ClauseUnit[], i: number): boolean {
  const inside = state.mode === "contents";
  const opens = opensContents(unit);
  const entry = entryOf(unit);
  const listed = listsSchedules(state, unit, next);
  if (listed) state.mode = "contents";
  if (
    !opens &&
    !listed &&
    (state.contents.has(entry) || !(isContentsLine(unit, inside, next) || (inside && comesAgain(state, entry, i))))
  ) {
    if (inside) state.mode = "text";
    return false;
  }
  if (opens) state.contents.clear();
  else state.contents.add(entry);
  if (opens) state.mode = "contents";
  const node: ClauseNode = { ...nodeBase(unit, undefined), kind: "contents" };
  if (listed) node.number = unit.schedule?.number.split(" ")[0] ?? "";
  state.nodes.push(node);
  setText(state, node, { ...unit, markers: [], bullet: false, from: 0, text: unit.view.text.trim() });
  node.kind = "contents";
  forget(state);
  return true;
}

/** A line without its leaders and page number. */
function entryOf(unit: ClauseUnit): string {
  return unit.view.text
    .trim()
    .toLowerCase()
    .replace(/^[^\p{L}\d]+|[\s.\u2026]*\d*$/gu, "");
}

/** For each short line the last unit that reads like it: an entry of a table of contents stands again in the text. */
export function recurringLines(units: readonly ClauseUnit[]): Map<string, number> {
  return new Map(
    units.flatMap((unit, i) => (unit.view.text.length < 110 && !unit.table ? [[entryOf(unit), i] as const] : [])),
  );
}

function comesAgain(state: TreeState, entry: string, i: number): boolean {
  return (state.recurring.get(entry) ?? i) > i;
}

/** Schedules named one after the other with nothing between them are a list of schedules. */
function listsSchedules(state: TreeState, unit: ClauseUnit, next: readonly ClauseUnit[]): boolean {
  const word = (other: ClauseUnit | undefined): string | undefined =>
    other?.text === "" ? undefined : other?.schedule?.number.split(" ")[0];
  if (word(unit) === undefined || unit.schedule?.part) return false;
  const before = state.nodes.at(-1);
  return word(next[0]) === word(unit) || (before?.kind === "contents" && before.number === word(unit));
}
