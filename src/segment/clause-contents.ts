import { isContentsLine, opensContents } from "./clause-kind.ts";
import type { ClauseNode } from "./clause-node.ts";
import { forget, nodeBase, setText, type TreeState } from "./clause-tree.ts";
import type { ClauseUnit } from "./clause-unit.ts";

export function placeContents(state: TreeState, unit: ClauseUnit, next: readonly ClauseUnit[]): boolean {
  const inside = state.mode === "contents";
  const opens = opensContents(unit);
  const entry = unit.view.text
    .trim()
    .toLowerCase()
    .replace(/[\s.\u2026]*\d*$/, "");
  const listed = listsSchedules(state, unit, next);
  if (listed) state.mode = "contents";
  if (!opens && !listed && (state.contents.has(entry) || !isContentsLine(unit, inside, next))) {
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

/** Schedules named one after the other with nothing between them are a list of schedules. */
function listsSchedules(state: TreeState, unit: ClauseUnit, next: readonly ClauseUnit[]): boolean {
  const word = (other: ClauseUnit | undefined): string | undefined =>
    other?.text === "" ? undefined : other?.schedule?.number.split(" ")[0];
  if (word(unit) === undefined || unit.schedule?.part) return false;
  const before = state.nodes.at(-1);
  return word(next[0]) === word(unit) || (before?.kind === "contents" && before.number === word(unit));
}
