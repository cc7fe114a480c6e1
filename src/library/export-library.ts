import { ContractCheckError } from "../model/diagnostic.ts";
import type { Requirement } from "../model/requirement.ts";
import { type LibrarySource, refuseProblems } from "./library-source.ts";
import { renderYaml } from "./render-yaml.ts";
import { ENTRY_FIELDS, type EntryList, type Field, OWN_FIELDS, type Tree } from "./requirement-fields.ts";
import { toFileValues } from "./requirement-values.ts";

/** A sheet of the export, and which list of a requirement it holds; undefined for its own fields. */
export interface SheetPlan {
  readonly name: string;
  readonly list: EntryList | undefined;
  readonly fields: readonly Field[];
}

/** The column that says whose entry a row is. */
export const OWNER_COLUMN = "requirement";
/** A cell for a list that is there and empty, as against one that is not there. */
export const EMPTY_LIST = "-";
/** A cell of a workbook holds no more. */
const LONGEST_CELL = 32_767;
/** What a reader looks for first; the other columns follow in the order of the file. */
const FIRST = [
  "id",
  "title",
  "area",
  "status",
  "severity",
  "question",
  "why",
  "citations",
  "party_duty",
  "applies_when",
];

export const SHEETS: readonly SheetPlan[] = [
  { name: "Requirements", list: undefined, fields: firstOf(OWN_FIELDS) },
  { name: "Elements", list: "elements", fields: ENTRY_FIELDS.elements },
  { name: "Weak", list: "weak", fields: ENTRY_FIELDS.weak },
  { name: "Adverse", list: "adverse", fields: ENTRY_FIELDS.adverse },
  { name: "Quantities", list: "quantities", fields: ENTRY_FIELDS.quantities },
  { name: "Examples", list: "examples", fields: ENTRY_FIELDS.examples },
];

/** One sheet of the export, as src/report writes it. */
export interface ExportSheet {
  readonly name: string;
  readonly columns: readonly { readonly head: string; readonly width: number; readonly text: boolean }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Every requirement as one YAML text: by area and id, fields in file order. Throws ContractCheckError "invalid-library". */
export function exportYaml(source: LibrarySource): string {
  const requirements = allOf(source).map(toFileValues);
  return `# Requirements of a clause library, version ${source.version}. Take it back with "clausecheck library import".\n${renderYaml({ requirements })}`;
}

/** Every requirement as sheets. Throws ContractCheckError "invalid-library", also where a text is too long for a cell. */
export function exportSheets(source: LibrarySource): ExportSheet[] {
  const requirements = allOf(source);
  return SHEETS.map(({ name, list, fields }) => ({
    name,
    columns: [
      ...(list === undefined ? [] : [{ head: OWNER_COLUMN, width: 34, text: true }]),
      ...fields.map((field) => ({ head: field.name, width: field.width, text: field.kind !== "number" })),
    ],
    rows: requirements.flatMap((requirement) => {
      if (list === undefined) return [cellsOf(requirement.id, requirement, fields)];
      return requirement[list].map((entry) => [requirement.id, ...cellsOf(requirement.id, entry, fields)]);
    }),
  }));
}

function allOf(source: LibrarySource): Requirement[] {
  refuseProblems(source.problems);
  return source.files.flatMap(({ requirement }) => requirement ?? []);
}

function cellsOf(id: string, entry: Tree, fields: readonly Field[]): (string | number)[] {
  return fields.map(({ name, kind }) => {
    const value = entry[name];
    if (value === undefined) return "";
    if (typeof value === "number") return value;
    if (kind === "yes-no") return value === true ? "yes" : "no";
    const text = Array.isArray(value) ? value.join("\n") || EMPTY_LIST : String(value);
    if (text.length <= LONGEST_CELL) return text;
    const message = `${id}: ${name}: is longer than a cell can be (${LONGEST_CELL} characters); export with --format yaml.`;
    throw new ContractCheckError("invalid-library", message);
  });
}

function firstOf(fields: readonly Field[]): Field[] {
  const rank = ({ name }: Field) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return fields.toSorted((a, b) => rank(a) - rank(b));
}
