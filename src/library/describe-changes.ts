import { isEntryList, isTree, keyOf, type Tree } from "./requirement-fields.ts";
import { sameValue } from "./requirement-values.ts";

/** What is left of a text in a line of a diff. */
const LONGEST = 70;
/** How much of what stayed the same is shown before what changed. */
const LEAD = 12;

/** What differs between two states of a requirement's file values, one line a field: "severity: high -> critical". */
export function describeChanges(before: Tree, after: Tree): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [a, b] = [before[name], after[name]];
    if (sameValue([name], a ?? (isEntryList(name) ? [] : undefined), b ?? (isEntryList(name) ? [] : undefined)))
      return [];
    return isEntryList(name) ? entryChanges(name, listOf(a), listOf(b)) : [`${name}: ${change(a, b)}`];
  });
}

function entryChanges(list: string, before: readonly unknown[], after: readonly unknown[]): string[] {
  const lines: string[] = [];
  const isExample = list === "examples";
  const rest = [...after];
  const pairs = before.map((old) => {
    const index = rest.findIndex((entry) => keyOf(entry) === keyOf(old));
    return { old, now: index < 0 ? undefined : rest.splice(index, 1)[0] };
  });
  pairs.forEach(({ old, now }, i) => {
    const name = `${list}.${isExample ? i : keyOf(old)}`;
    const other = now ?? (isExample ? rest.shift() : undefined);
    if (other === undefined) lines.push(`${name}: removed`);
    else lines.push(...fieldChanges(list, name, old, other));
  });
  lines.push(...rest.map((entry, i) => `${list}.${isExample ? before.length + i : keyOf(entry)}: added`));
  return lines.length > 0 ? lines : [`${list}: in another order`];
}

function fieldChanges(list: string, name: string, before: unknown, after: unknown): string[] {
  if (!isTree(before) || !isTree(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    sameValue([list, 0, key], before[key], after[key]) ? [] : [`${name}.${key}: ${change(before[key], after[key])}`],
  );
}

function change(before: unknown, after: unknown): string {
  const [a, b] = [lines(before), lines(after)];
  if (a.length > 1 || b.length > 1) {
    const gone = a.filter((line) => !b.includes(line)).map((line) => `- "${clip(line, 0)}"`);
    const come = b.filter((line) => !a.includes(line)).map((line) => `+ "${clip(line, 0)}"`);
    return [...gone, ...come].join("; ") || "in another order";
  }
  const [from = "", to = ""] = [a[0], b[0]];
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  const start = Math.max(from.length, to.length) <= LONGEST ? 0 : Math.max(0, same - LEAD);
  return `${clip(from, start) || "(nothing)"} -> ${clip(to, start) || "(nothing)"}`;
}

function clip(text: string, start: number): string {
  const end = start + LONGEST;
  return `${start > 0 ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
}

function lines(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null ? [] : String(value).trim().split("\n");
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
