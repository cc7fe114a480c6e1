import { isTitleLike } from "./clause-heading.ts";
import { opensRecitals } from "./clause-kind.ts";
import type { ClauseNode } from "./clause-node.ts";
import { nodeBase, setHeading, type TreeState } from "./clause-tree.ts";
import type { ClauseUnit } from "./clause-unit.ts";
import { withSchedule } from "./numbering-cite.ts";
import { AHEAD, keepAbove, type OpenLevel, placeMarker } from "./numbering-place.ts";

/** A schedule whose name stands only in the running header of its pages. */
export function opensScheduleAbovePage(state: TreeState, unit: ClauseUnit): boolean {
  if (unit.block.origin !== "header" || !unit.schedule || unit.schedule.part || unit.text !== "") return false;
  const number = unit.schedule.number;
  return (
    state.begun && !state.nodes.some((node) => node.kind === "schedule" && node.number === number && node.children > 0)
  );
}

/** Opens a schedule, which closes all before it, or a part, which stays inside its schedule. */
export function addSchedule(state: TreeState, unit: ClauseUnit): void {
  const { schedule } = unit;
  if (!schedule) return;
  if (schedule.part) {
    const at = state.open.findLastIndex((level) => level.kind === "schedule");
    const part = state.open.findIndex((level) => level.kind === "part");
    state.open.length =
      part >= 0 ? part : at >= 0 ? at + 1 : unit.level === undefined ? 0 : keepAbove(state.open, unit.level);
  } else state.open.length = 0;
  const parent = schedule.part ? state.open.at(-1)?.node : undefined;
  const number = schedule.part ? withSchedule(state.open, schedule.number) : schedule.number;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "schedule", number };
  state.nodes.push(node);
  if (unit.text !== "") setHeading(node, unit);
  const level: OpenLevel = {
    node,
    kind: schedule.part ? "part" : "schedule",
    ...(unit.level === undefined ? {} : { level: unit.level }),
  };
  state.open.push(level);
  state.mode = "text";
  state.begun = true;
  state.closed = [];
  state.last = undefined;
  state.freshHeading = level;
}

/** "SCHEDULE 1" on one line, its title on the next. */
export function mergesWithSchedule(state: TreeState, unit: ClauseUnit): boolean {
  const fresh = state.freshHeading;
  if (
    !fresh ||
    fresh.kind === "heading" ||
    (fresh.kind === "number" && fresh.word === undefined) ||
    fresh.node.heading !== "" ||
    fresh.node.children > 0
  )
    return false;
  if (unit.markers.length > 0 || unit.bullet || (unit.level === undefined && unit.weakHeading === undefined))
    return false;
  const marked = unit.block.kind === "heading" && unit.text.length < 120 && !/[.;:]$/.test(unit.text);
  if ((!marked && !isTitleLike(unit.text)) || fresh.node.body.length > 0) return false;
  setHeading(fresh.node, unit);
  return true;
}

/** Opens a heading without a number; `keep` levels stay open above it. */
export function addHeading(state: TreeState, unit: ClauseUnit, keep: number, title = false): void {
  state.open.length = keep;
  const node: ClauseNode = { ...nodeBase(unit, state.open.at(-1)?.node), kind: "clause" };
  state.nodes.push(node);
  setHeading(node, unit);
  const isTitle = title || (!state.titled && unit.level === 1);
  state.titled = true;
  const level: OpenLevel = {
    node,
    kind: "heading",
    ...(unit.level === undefined ? {} : { level: unit.level }),
    ...(isTitle ? { title: true } : {}),
    ...(title || unit.weakHeading === undefined ? {} : { weak: unit.weakHeading }),
  };
  const byLooks = unit.block.kind !== "heading" && !unit.block.emphasis && unit.weakHeading === 2;
  if (byLooks && !title) node.guessedHeading = true;
  state.open.push(level);
  state.mode = opensRecitals(unit) ? "recitals" : "text";
  state.closed = [];
  state.last = undefined;
  state.freshHeading = level;
}

/** A heading known by its looks stands above the clause whose number comes next. */
export function keepForWeak(state: TreeState, unit: ClauseUnit, units: readonly ClauseUnit[], i: number): number {
  const open = state.open;
  const rank = unit.weakHeading ?? 2;
  let keep = open.length;
  const next = units
    .slice(i + 1, i + 1 + AHEAD)
    .find((other) => other.markers.length > 0 || other.level !== undefined || other.schedule);
  const marker = next?.schedule || next?.level !== undefined ? undefined : next?.markers[0];
  if (marker?.path && next) {
    keep = placeMarker(open, marker, { unit: next, titled: true, following: () => [].values(), awaited: false }).keep;
  } else {
    while (keep > 0) {
      const top = open[keep - 1];
      const stays =
        top &&
        (top.kind === "schedule" ||
          top.kind === "part" ||
          top.kind === "heading" ||
          (top.kind === "number" && top.node.headingSpan));
      if (stays) break;
      keep--;
    }
  }
  while (keep > 0 && (open[keep - 1]?.weak ?? 0) >= rank) keep--;
  return keep;
}
