import { isTitleLike } from "./clause-heading.ts";
import { breaksOff, endsInReference } from "./clause-lead-in.ts";
import type { ClauseNode } from "./clause-node.ts";
import {
  awaitsItems,
  closeLists,
  leadInto,
  nodeBase,
  readsAsText,
  setHeading,
  setText,
  type TreeState,
} from "./clause-tree.ts";
import type { ClauseUnit } from "./clause-unit.ts";
import type { Marker } from "./numbering.ts";
import { cite, withSchedule } from "./numbering-cite.ts";
import { AHEAD, type MarkerSetting, placeMarker } from "./numbering-place.ts";

/** A line that a page or a margin broke inside "… in Section / 3.12(b) …". */
export function isMidSentence(state: TreeState, unit: ClauseUnit): boolean {
  const { last } = state;
  if (last?.ending !== "open" || unit.level !== undefined || unit.block.label !== undefined) return false;
  if (endsInReference(last.unit.text)) return true;
  const marker = unit.markers[0];
  return (
    (marker?.path !== undefined || marker?.word !== undefined) && breaksOff(last.unit.text) && !isTitleLike(unit.text)
  );
}

/** Adds a clause that carries a number, one node a number where a line opens several levels. */
export function addNumbered(state: TreeState, unit: ClauseUnit, units: readonly ClauseUnit[], i: number): void {
  const following = () => markersAfter(units, i);
  unit.markers.forEach((marker, m) => {
    const inner = m === unit.markers.length - 1;
    if (!inner && state.open.some((level) => level.own === marker.label)) return;
    addMarker(state, unit, marker, { inner, following });
  });
  state.freshHeading = undefined;
  const top = state.open.at(-1);
  if (top && top.node.body.length === 0 && (top.node.headingSpan || top.word !== undefined)) {
    state.last = undefined;
    state.freshHeading = top;
  }
}

function* markersAfter(units: readonly ClauseUnit[], i: number): Generator<Marker> {
  for (const unit of units.slice(i + 1, i + 1 + AHEAD)) yield* unit.markers;
}

function addMarker(
  state: TreeState,
  unit: ClauseUnit,
  marker: Marker,
  { inner, following }: { inner: boolean; following: MarkerSetting["following"] },
): void {
  const awaited = awaitsItems(state);
  const isItem = marker.path === undefined && marker.word === undefined;
  const looks = inner && unit.text !== "" && (unit.level !== undefined ? !readsAsText(unit) : isTitleLike(unit.text));
  const setting = { unit, titled: looks, following, awaited };
  let placed = placeMarker(state.open, marker, setting);
  if (placed.orphan && state.closed.length > 0) {
    const again = placeMarker(state.closed, marker, setting);
    if (!again.orphan) {
      state.open = [...state.closed];
      placed = again;
    }
  }
  if (
    placed.keep === state.open.length &&
    !awaited &&
    state.last?.node === state.open.at(-1)?.node &&
    state.last?.ending === "stop" &&
    state.open.at(-1)?.kind === "lead"
  )
    closeLists(state);
  else state.open.length = placed.keep;
  const inSentence = awaited || state.open.some((level) => level.kind !== "bullet" && level.node.leadIn !== undefined);
  // Below an unfinished sentence items are words of that sentence, not titles.
  const asHeading = looks && (unit.level !== undefined || !(isItem && inSentence));
  const reading = placed.reading;
  const { own, path } = cite(state.open, marker, reading);
  const parent = state.open.at(-1)?.node;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "clause", number: withSchedule(state.open, own) };
  state.nodes.push(node);
  leadInto(state, parent, unit);
  if (asHeading) {
    setHeading(node, unit);
    if (unit.level === undefined) {
      state.last = undefined;
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
