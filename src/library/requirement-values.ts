import type { Requirement } from "../model/requirement.ts";
import {
  ENTRY_FIELDS,
  ENTRY_LISTS,
  FILE_ORDER,
  type Field,
  fieldAt,
  isDefault,
  isEntryList,
  isTree,
  keyOf,
  type Tree,
} from "./requirement-fields.ts";

/** A requirement as its file says it: fields in file order, phrases as one block, nothing that holds by default. */
export function toFileValues(requirement: Requirement): Tree {
  return inFileOrder(
    Object.fromEntries(
      Object.entries(requirement).map(([name, value]) => {
        if (!isEntryList(name)) return [name, fileValue(fieldAt([name]), value)];
        const entries = value as readonly Tree[];
        return [name, entries.map((entry) => mapTree(entry, (key, v) => fileValue(fieldAt([name, 0, key]), v)))];
      }),
    ),
  );
}

/** The same values with fields in file order, without those that hold by default. */
export function inFileOrder(values: Tree): Tree {
  const sorted = sortKeys(values, FILE_ORDER, []);
  for (const list of ENTRY_LISTS) {
    const entries = sorted[list];
    if (!Array.isArray(entries)) continue;
    const order = ENTRY_FIELDS[list].map(({ name }) => name);
    sorted[list] = entries.map((entry, i) => (isTree(entry) ? sortKeys(entry, order, [list, i]) : entry));
  }
  return sorted;
}

/** True where both say the same of the field at the path, however they write it. */
export function sameValue(path: readonly PropertyKey[], a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(path, a)) === JSON.stringify(canonical(path, b));
}

/**
 * The requirement as it comes in, with the entries it shares with the one there is in the order they have there: a sheet
 * that somebody sorted changes nothing.
 */
export function mergeOrder(before: Requirement, incoming: Requirement): Requirement {
  const merged: Record<string, unknown> = { ...incoming };
  for (const list of ENTRY_LISTS) merged[list] = orderLike(before[list], incoming[list], list);
  return merged as Requirement;
}

function orderLike(before: readonly unknown[], incoming: readonly unknown[], list: string): unknown[] {
  const rest = [...incoming];
  const take = (index: number) => (index < 0 ? undefined : rest.splice(index, 1)[0]);
  const slots = before.map((old) => take(rest.findIndex((entry) => keyOf(entry) === keyOf(old))));
  // An example has no id: one that was rewritten takes the place of one that is gone.
  const filled = list === "examples" ? slots.map((slot) => slot ?? take(0)) : slots;
  return [...filled.filter((slot) => slot !== undefined), ...rest];
}

function canonical(path: readonly PropertyKey[], value: unknown): unknown {
  if (typeof value === "string") {
    return fieldAt(path)?.kind === "phrases" ? blockOf(value.split("\n")) : value.trim();
  }
  if (Array.isArray(value)) return value.map((item, i) => canonical([...path, i], item));
  if (!isTree(value)) return value;
  return Object.keys(value)
    .filter((key) => !isDefault([...path, key], value[key]))
    .sort()
    .map((key) => [key, canonical([...path, key], value[key])]);
}

function fileValue(field: Field | undefined, value: unknown): unknown {
  return field?.kind === "phrases" && Array.isArray(value) ? blockOf(value) : value;
}

function blockOf(lines: readonly string[]): string {
  const kept = lines.map((line) => line.trim()).filter((line) => line !== "");
  return kept.map((line) => `${line}\n`).join("");
}

function sortKeys(tree: Tree, order: readonly string[], path: readonly PropertyKey[]): Record<string, unknown> {
  const known = order.filter((key) => key in tree);
  const keys = [...known, ...Object.keys(tree).filter((key) => !known.includes(key))];
  return Object.fromEntries(keys.filter((key) => !isDefault([...path, key], tree[key])).map((key) => [key, tree[key]]));
}

function mapTree(tree: Tree, change: (key: string, value: unknown) => unknown): Tree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, change(key, value)]));
}
