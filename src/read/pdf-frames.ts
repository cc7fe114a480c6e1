import type { Rule, Rules } from "./pdf-rules.ts";

/** Lines nearer than this are one, ends nearer than this touch; points. */
const NEAR = 3.5;

/** Ruled lines that touch each other, as a lattice of cells. */
export interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Whether a line parts the cell from its right and from its lower neighbour. */
  readonly partsRight: (row: number, column: number) => boolean;
  readonly partsBelow: (row: number, column: number) => boolean;
}

/** The lattices of a page: at least two columns each. */
export function framesOf(rules: Rules): Frame[] {
  return touching(merge(rules.across), merge(rules.down)).flatMap((group) => frameOf(group.across, group.down) ?? []);
}

function frameOf(across: readonly Rule[], down: readonly Rule[]): Frame | undefined {
  const xs = distinct([...down.map((rule) => rule.at), ...across.flatMap((rule) => [rule.from, rule.to])]);
  const ys = distinct([...across.map((rule) => rule.at), ...down.flatMap((rule) => [rule.from, rule.to])]);
  if (xs.length < 3 || ys.length < 2) return undefined;
  const covers = (rules: readonly Rule[], at: number, from: number, to: number) =>
    rules.some(
      (rule) => Math.abs(rule.at - at) <= NEAR && Math.min(rule.to, to) - Math.max(rule.from, from) > 0.5 * (to - from),
    );
  const x = (index: number) => xs[index] ?? 0;
  const y = (index: number) => ys[index] ?? 0;
  return {
    xs,
    ys,
    partsRight: (row, column) => covers(down, x(column + 1), y(row), y(row + 1)),
    partsBelow: (row, column) => covers(across, y(row + 1), x(column), x(column + 1)),
  };
}

/** Joins lines drawn in stretches, such as one a cell. */
function merge(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  const places = distinct(rules.map((rule) => rule.at));
  for (const at of places) {
    const parts = rules.filter((rule) => Math.abs(rule.at - at) <= NEAR).sort((a, b) => a.from - b.from);
    let open: Rule | undefined;
    for (const part of parts) {
      if (open && part.from <= open.to + NEAR) open = { at, from: open.from, to: Math.max(open.to, part.to) };
      else {
        if (open) merged.push(open);
        open = { at, from: part.from, to: part.to };
      }
    }
    if (open) merged.push(open);
  }
  return merged;
}

/** Groups of lines that touch each other: one group a table. */
function touching(across: readonly Rule[], down: readonly Rule[]): { across: Rule[]; down: Rule[] }[] {
  const groups: { across: Rule[]; down: Rule[] }[] = [];
  for (const rule of down) {
    const meets = (other: Rule) =>
      other.at >= rule.from - NEAR &&
      other.at <= rule.to + NEAR &&
      rule.at >= other.from - NEAR &&
      rule.at <= other.to + NEAR;
    const crossing = across.filter(meets);
    if (crossing.length === 0) continue;
    const joined = { across: [...crossing], down: [rule] };
    for (const group of groups.filter((group) => group.across.some((other) => crossing.includes(other)))) {
      joined.across.push(...group.across.filter((other) => !joined.across.includes(other)));
      joined.down.push(...group.down);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups;
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - (found.at(-1) ?? 0) > NEAR) found.push(value);
  return found;
}
