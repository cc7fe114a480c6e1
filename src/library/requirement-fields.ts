import { z } from "zod";
import {
  adverseSchema,
  elementSchema,
  exampleSchema,
  quantitySchema,
  requirementSchema,
  weakSchema,
} from "../model/requirement.ts";

/** lines: a list, one a line; phrases: a list that files keep as one block. */
export type FieldKind = "text" | "lines" | "phrases" | "yes-no" | "number";

export const ENTRY_LISTS = ["elements", "weak", "adverse", "quantities", "examples"] as const;
export type EntryList = (typeof ENTRY_LISTS)[number];

/** One field of a requirement or of an entry of one of its lists. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** In characters, as a column. */
  readonly width: number;
  /** What holds where a file says nothing; undefined where it must say something, or says nothing by that. */
  readonly standard: unknown;
}

export type Tree = Readonly<Record<string, unknown>>;

const WIDTHS: Readonly<Record<string, number>> = { id: 34, except: 50, text: 60, why: 50, question: 50 };
const KIND_WIDTHS: Readonly<Record<FieldKind, number>> = {
  text: 24,
  lines: 24,
  phrases: 70,
  "yes-no": 12,
  number: 12,
};

/** Fields of an entry, in the order of the file. */
export const ENTRY_FIELDS: Readonly<Record<EntryList, readonly Field[]>> = {
  elements: fieldsOf(elementSchema.shape),
  weak: fieldsOf(weakSchema.shape),
  adverse: fieldsOf(adverseSchema.shape),
  quantities: fieldsOf(quantitySchema.shape),
  examples: fieldsOf(exampleSchema.shape),
};

const FILE_FIELDS = fieldsOf(requirementSchema.shape);

/** Fields of the requirement itself, in the order of the file. */
export const OWN_FIELDS: readonly Field[] = FILE_FIELDS.filter(({ name }) => !isEntryList(name));

/** Everything a requirement file holds, in its order. */
export const FILE_ORDER: readonly string[] = FILE_FIELDS.map(({ name }) => name);

/** True for the name of a list of entries. */
export function isEntryList(name: string): name is EntryList {
  return (ENTRY_LISTS as readonly string[]).includes(name);
}

/** The field at a path of a requirement ("severity"; "elements", 2, "phrases"), if it is one. */
export function fieldAt([list, index, name]: readonly PropertyKey[]): Field | undefined {
  const isEntry = typeof list === "string" && isEntryList(list) && index !== undefined;
  const fields = isEntry ? ENTRY_FIELDS[list] : FILE_FIELDS;
  return fields.find((field) => field.name === (isEntry ? name : list));
}

/** True where a file may leave the field out because that is what holds anyway. */
export function isDefault(path: readonly PropertyKey[], value: unknown): boolean {
  if (value === undefined) return true;
  const standard = path.length === 1 || path.length === 3 ? fieldAt(path)?.standard : undefined;
  return standard !== undefined && JSON.stringify(standard) === JSON.stringify(value);
}

/** What tells an entry from others of its list: its id, its metric, the text of an example. */
export function keyOf(entry: unknown): string {
  if (!isTree(entry)) return String(entry);
  return String(entry.id ?? entry.metric ?? entry.text).trim();
}

/** True for a mapping. */
export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(shape: Readonly<Record<string, z.ZodType>>): Field[] {
  return Object.entries(shape).map(([name, schema]) => {
    const kind = kindOf(schema);
    const standard = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
    return { name, kind, standard, width: WIDTHS[name] ?? KIND_WIDTHS[kind] };
  });
}

function kindOf(schema: unknown): FieldKind {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return kindOf(schema.unwrap());
  if (schema instanceof z.ZodBoolean) return "yes-no";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodArray) return "lines";
  return schema instanceof z.ZodPipe ? "phrases" : "text";
}
