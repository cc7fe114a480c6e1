import { hasVerb } from "./clause-heading.ts";
import {
  announcesLast,
  breaksOff,
  endingOf,
  isItemLike,
  opensSentence,
  sharedOpening,
  startsLower,
  startsWithoutSubject,
} from "./clause-lead-in.ts";
import { type ClauseNode, headingToText } from "./clause-node.ts";
import {
  addBody,
  awaitsItems,
  closeLists,
  extendBody,
  leadInto,
  nodeBase,
  setText,
  type TreeState,
} from "./clause-tree.ts";
import type { ClauseUnit } from "./clause-unit.ts";
import { spanOf } from "./clause-view.ts";

/**
 * Places a paragraph without number and bullet: the rest of a sentence that a line break cut, an item of a list whose numbers
 * are lost, the text of the heading above it, or a clause of its own.
 */
export function placeParagraph(state: TreeState, unit: ClauseUnit): void {
  const { last, freshHeading } = state;
  if (freshHeading && !last) {
    const { node, kind } = freshHeading;
    const takesText = kind === "number" || (kind === "heading" && !freshHeading.title);
    if (isBareItem(state, node)) headingToText(node);
    else if (takesText && node.children === 0 && node.body.length === 0) {
      addBody(state, node, unit);
      return;
    }
  }
  if (last && isRestOf(state, unit)) {
    extendBody(state, last, unit);
    return;
  }
  if (last && placeItem(state, unit)) return;
  const parent = closeLists(state);
  addOwn(state, unit, parent);
}

/** True for the last of several short items in a row: the paragraph after it is not its text. */
function isBareItem(state: TreeState, node: ClauseNode): boolean {
  const before = state.nodes[state.nodes.indexOf(node) - 1];
  return (
    node.guessedHeading === true &&
    before?.guessedHeading === true &&
    before.parent === node.parent &&
    before.children === 0
  );
}

/**
 * The second of several lists under one lead-in: "Technical measures:" and, after its items, "Organisational measures:".
 * Tells whether the unit was such a line.
 */
export function placePeer(state: TreeState, unit: ClauseUnit): boolean {
  if (
    unit.markers.length > 0 ||
    unit.bullet ||
    unit.level !== undefined ||
    endingOf(unit.text) !== "colon" ||
    unit.text.length > 80
  )
    return false;
  const at = state.open.findLastIndex(
    ({ kind, value, node }) => kind === "lead" && value !== undefined && node.leadIn && node.parent?.leadIn,
  );
  const peer = state.open[at];
  if (!peer || state.last?.node === peer.node || (peer.node.body[0]?.end ?? 0) - (peer.node.body[0]?.start ?? 0) > 80)
    return false;
  state.open.length = at;
  addChild(state, unit, peer.node.parent, false);
  return true;
}

function addOwn(state: TreeState, unit: ClauseUnit, parent: ClauseNode | undefined, item?: { last: boolean }): void {
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "clause" };
  state.nodes.push(node);
  setText(state, node, unit);
  const ending = endingOf(unit.text);
  if (item || ending !== "stop") state.open.push({ node, kind: "lead", ...(item ? { value: item.last ? 0 : 1 } : {}) });
}

/** True where the paragraph goes on with the unfinished line before it. */
function isRestOf(state: TreeState, unit: ClauseUnit): boolean {
  const { last } = state;
  if (!last || last.ending === "stop" || last.ending === "colon") return false;
  if (last.asks && isItemLike(unit.text) && endingOf(unit.text) === "item") return false;
  if (last.ending === "item") return unit.wrapped && /,$/.test(last.unit.text) && !unit.bullet;
  if (opensSentence(unit.text)) return breaksOff(last.unit.text) && !/\b(?:and|or|that|is|are)$/.test(last.unit.text);
  if (breaksOff(last.unit.text) || (unit.wrapped && last.unit.text.length >= 60)) return true;
  return startsLower(unit.text) && !unstoppedList(state);
}

/** True inside a list whose items carry no stops: a small first letter then starts the next item. */
function unstoppedList(state: TreeState): boolean {
  const top = state.open.at(-1);
  return (
    top?.kind === "lead" &&
    top.node === state.last?.node &&
    top.value !== undefined &&
    (top.node.parent?.children ?? 0) > 1
  );
}

/** Adds the paragraph to the list that is open, if it is an item of one; tells whether it was. */
function placeItem(state: TreeState, unit: ClauseUnit): boolean {
  const { last } = state;
  if (!last) return false;
  if (awaitsItems(state) && (last.ending === "colon" || isItemLike(unit.text))) {
    while (state.open.length > 0 && state.open.at(-1)?.node !== last.node) state.open.pop();
    if (state.open.length === 0) return false;
    addChild(state, unit, last.node, false);
    return true;
  }
  const top = state.open.at(-1);
  const insidePlain = top?.kind === "lead" && top.value !== undefined && top.node === last.node;
  if (insidePlain) return placePlainItem(state, unit);
  return startsLower(unit.text) && (placeTail(state, unit) || placeAfterFirstItem(state, unit));
}

/** A list whose first item stands in the sentence that opens it: "The Processor shall keep a log; / review it monthly." */
function placeAfterFirstItem(state: TreeState, unit: ClauseUnit): boolean {
  const { last } = state;
  if (last?.ending !== "item" || last.node.children > 0 || last.node.leadIn) return false;
  const length = sharedOpening(last.unit.view.text.slice(last.from), unit.text);
  const span = length === undefined ? undefined : spanOf(last.unit.view, last.from, last.from + length);
  if (!span) return false;
  while (state.open.length > 0 && state.open.at(-1)?.node !== last.node) state.open.pop();
  if (state.open.length === 0) return false;
  last.node.leadIn = span;
  addChild(state, unit, last.node, announcesLast(last.unit.text));
  return true;
}

/** The next item of a list without numbers. */
function placePlainItem(state: TreeState, unit: ClauseUnit): boolean {
  const { last } = state;
  const top = state.open.at(-1);
  if (!last || !top) return false;
  const lower = startsLower(unit.text);
  const sameLook =
    last.node.kind === "definition"
      ? /^["\u201c]/.test(unit.text)
      : !startsLower(last.unit.text) && isItemLike(unit.text);
  const followsVerbs = top.node.parent?.asksVerb === true && startsWithoutSubject(unit.text);
  const sentence = opensSentence(unit.text) && hasVerb(unit.text.slice(0, 120));
  const goesOn =
    last.ending === "item" ||
    lower ||
    (last.ending === "open" && unit.text.length < 120 && !sentence) ||
    (sameLook && !sentence) ||
    followsVerbs;
  if (!goesOn) return false;
  state.open.pop();
  // The item after "; and" is the last of its list: what follows belongs to the list around it.
  while (
    top.value === 0 &&
    lower &&
    isItemLevel(state) &&
    state.open.length > 1 &&
    state.open.at(-1)?.value !== undefined
  ) {
    const inner = state.open.pop();
    if (inner?.value !== 0) break;
  }
  const parent = state.open.at(-1)?.node;
  addChild(state, unit, parent, announcesLast(last.unit.text));
  return true;
}

function isItemLevel(state: TreeState): boolean {
  return state.open.at(-1)?.kind === "lead";
}

/** Text after a list that completes the sentence in front of the list: "…, and shall report it". */
function placeTail(state: TreeState, unit: ClauseUnit): boolean {
  const at = state.open.findLastIndex((level) => level.node.leadIn !== undefined);
  if (at < 0) return false;
  state.closed = [...state.open];
  state.open.length = at + 1;
  addChild(state, unit, state.open[at]?.node, false);
  return true;
}

function addChild(state: TreeState, unit: ClauseUnit, parent: ClauseNode | undefined, isLast: boolean): void {
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "clause" };
  state.nodes.push(node);
  leadInto(state, parent, unit);
  if (parent && parent.children === 1 && !parent.leadIn && state.last?.node === parent)
    leadInto(state, parent, { ...unit, bullet: true });
  setText(state, node, unit);
  state.open.push({ node, kind: "lead", value: isLast ? 0 : 1 });
}
