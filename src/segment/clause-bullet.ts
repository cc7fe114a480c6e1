import type { ClauseNode } from "./clause-node.ts";
import { awaitsItems, leadInto, nodeBase, setText, type TreeState } from "./clause-tree.ts";
import type { ClauseUnit } from "./clause-unit.ts";
import { keepForDepth, type OpenLevel } from "./numbering-place.ts";

/** Adds a list item without a number below its lead-in, or below the item it is nested in. */
export function addBullet(state: TreeState, unit: ClauseUnit): void {
  const depth = unit.depth ?? depthByIndent(state.open, unit);
  const waits = awaitsItems(state) ? state.last?.node : undefined;
  const at = waits ? state.open.findLastIndex((level) => level.node === waits) : -1;
  // A list of dots below a numbered item that asks for it, though the file gives both the same depth.
  const isBelowNumber = state.open[at]?.kind === "number" || state.open.some(({ style }) => style === DOTS);
  const keep = keepForDepth(state.open, depth, isBelowNumber ? DOTS : undefined);
  state.open.length = at >= 0 && at + 1 >= keep && unit.depth === undefined ? at + 1 : keep;
  while (
    unit.depth === undefined &&
    state.open.at(-1)?.kind === "bullet" &&
    (state.open.at(-1)?.depth ?? 0) >= depth &&
    at < 0
  )
    state.open.pop();
  const parent = state.open.at(-1)?.node;
  const node: ClauseNode = { ...nodeBase(unit, parent), kind: "clause" };
  state.nodes.push(node);
  leadInto(state, parent, { ...unit, bullet: true });
  setText(state, node, unit);
  state.open.push({
    node,
    kind: "bullet",
    depth,
    ...(isBelowNumber ? { style: DOTS } : {}),
    ...(unit.indent === undefined ? {} : { indent: unit.indent }),
  });
  state.freshHeading = undefined;
}

/** The style of a list of dots below a numbered item. */
const DOTS = "dots";

function depthByIndent(open: readonly OpenLevel[], unit: ClauseUnit): number {
  const bullets = open.filter((level) => level.kind === "bullet");
  if (unit.indent === undefined) return bullets.at(-1)?.depth ?? 0;
  const wider = bullets.find((level) => level.indent !== undefined && level.indent >= (unit.indent ?? 0) - 6);
  return wider?.depth ?? bullets.length;
}
