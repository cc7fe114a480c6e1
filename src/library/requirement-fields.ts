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
}

const KINDS: Readonly<Record<string, FieldKind>> = {
  citations: "lines",
  applies_when: "lines",
  headings: "lines",
  functions: "lines",
  elements: "lines",
  unless_met: "lines",
  lacks: "lines",
  weak: "lines",
  adverse: "lines",
  chosen_otherwise: "phrases",
  topic: "phrases",
  phrases: "phrases",
  under: "phrases",
  except: "phrases",
  mandatory: "yes-no",
  beyond_statute: "yes-no",
  within_topic: "yes-no",
  in_definitions: "yes-no",
  alone: "yes-no",
  pass: "number",
  preferred: "number",
  fail_beyond: "number",
};

const WIDTHS: Readonly<Record<string, number>> = { id: 34, phrases: 70, except: 50, topic: 50, text: 60, why: 50 };

/** What holds where a file says nothing. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  beyond_statute: false,
  voice: "duty",
  within_topic: false,
  in_definitions: false,
  alone: false,
};

/** Fields of an entry, in the order of the file. */
export const ENTRY_FIELDS: Readonly<Record<EntryList, readonly Field[]>> = {
  elements: fieldsOf(elementSchema.shape),
  weak: fieldsOf(weakSchema.shape),
  adverse: fieldsOf(adverseSchema.shape),
  quantities: fieldsOf(quantitySchema.shape),
  examples: fieldsOf(exampleSchema.shape),
};

/** Fields of the requirement itself, in the order of the file. */
export const OWN_FIELDS: readonly Field[] = fieldsOf(requirementSchema.shape).filter(({ name }) => !isEntryList(name));

/** Everything a requirement file holds, in its order. */
export const FILE_ORDER: readonly string[] = Object.keys(requirementSchema.shape);

/** True for the name of a list of entries. */
export function isEntryList(name: string): name is EntryList {
  return (ENTRY_LISTS as readonly string[]).includes(name);
}

/** True where a file may leave the field out because that is what holds anyway. */
export function isDefault(path: readonly PropertyKey[], value: unknown): boolean {
  if (value === undefined) return true;
  const name = String(path.at(-1));
  if (path.length === 1) return Array.isArray(value) && value.length === 0 && OPTIONAL_LISTS.has(name);
  return path.length === 3 && name in DEFAULTS && DEFAULTS[name] === value;
}

const OPTIONAL_LISTS: ReadonlySet<string> = new Set(["weak", "adverse", "quantities"]);

/** What tells an entry from others of its list: its id, its metric, the text of an example. */
export function keyOf(entry: unknown): string {
  if (!isTree(entry)) return String(entry);
  const key = entry.id ?? entry.metric ?? entry.text;
  return String(key).trim();
}

export type Tree = Readonly<Record<string, unknown>>;

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(shape: object): Field[] {
  return Object.keys(shape).map((name) => {
    const kind = KINDS[name] ?? "text";
    return { name, kind, width: WIDTHS[name] ?? (kind === "yes-no" || kind === "number" ? 12 : 24) };
  });
}
