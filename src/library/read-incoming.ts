import { parseDocument } from "yaml";
import { z } from "zod";
import { EMPTY_LIST, OWNER_COLUMN, SHEETS, type SheetPlan } from "./export-library.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Field, Tree } from "./requirement-fields.ts";

/** A requirement out of a file to import, not yet checked. */
export interface Incoming {
  readonly values: Tree;
  /** Where a field of it stands: "library.xlsx: Elements, row 7, column phrases". */
  readonly where: (path: readonly PropertyKey[]) => string;
}

/** What a file to import holds, and a line for everything in it that cannot be understood. */
export interface IncomingFile {
  readonly requirements: readonly Incoming[];
  readonly problems: readonly string[];
}

/** A sheet as it was read. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}

/** Reads the YAML form of an export. Never throws. */
export function readIncomingYaml(file: string, text: string): IncomingFile {
  const form = z.strictObject({ requirements: z.array(z.record(z.string(), z.unknown())) });
  const { problems, lineOf } = parseYaml(file, text, form);
  if (problems.length > 0) {
    const lines = problems.map(
      ({ line, path, message }) => `${file}:${line}: ${path === "" ? "" : `${path}: `}${message}`,
    );
    return { requirements: [], problems: lines };
  }
  const list = form.parse(parseDocument(text).toJS()).requirements;
  return {
    problems: [],
    requirements: list.map((values, i) => ({
      values,
      where: (path) => {
        const field = path.length === 0 ? "" : `: ${path.map(String).join(".")}`;
        const name = typeof values.id === "string" ? values.id : `requirements.${i}`;
        return `${file}:${lineOf(["requirements", i, ...path])}: ${name}${field}`;
      },
    })),
  };
}

/** Reads the sheets of an export. Never throws. */
export function readIncomingSheets(file: string, sheets: readonly ReadSheet[]): IncomingFile {
  const problems = SHEETS.flatMap((plan) => formProblems(file, sheetOf(sheets, plan), plan));
  if (problems.length > 0) return { requirements: [], problems };
  const drafts = new Map<string, { values: Record<string, unknown>; row: number; rows: Map<string, number[]> }>();
  for (const plan of SHEETS) {
    for (const { row, owner, values } of rowsOf(file, sheetOf(sheets, plan), plan, problems)) {
      const at = `${file}: ${plan.name}, row ${row}`;
      const draft = drafts.get(owner);
      if (plan.list === undefined) {
        if (draft) problems.push(`${at}, column id: ${owner} stands in row ${draft.row} already.`);
        else drafts.set(owner, { values, row, rows: new Map() });
      } else if (draft === undefined) {
        const what = owner === "" ? "is empty" : `${owner} is not on sheet Requirements`;
        problems.push(`${at}, column ${OWNER_COLUMN}: ${what}.`);
      } else {
        const entries = draft.values[plan.list];
        draft.values[plan.list] = [...(Array.isArray(entries) ? entries : []), values];
        draft.rows.set(plan.list, [...(draft.rows.get(plan.list) ?? []), row]);
      }
    }
  }
  const requirements = [...drafts.values()].map(({ values, row, rows }) => ({
    values,
    where: ([field, index, column]: readonly PropertyKey[]) => {
      const plan = SHEETS.find(({ list }) => list !== undefined && list === field);
      const entryRow = plan && rows.get(String(field))?.[Number(index)];
      if (plan === undefined) return `${file}: Requirements, row ${row}${columnWords(field)}`;
      if (entryRow === undefined) return `${file}: ${plan.name}, for ${String(values.id)}`;
      return `${file}: ${plan.name}, row ${entryRow}${columnWords(column)}`;
    },
  }));
  return { requirements, problems };
}

function columnWords(column: PropertyKey | undefined): string {
  return column === undefined ? "" : `, column ${String(column)}`;
}

function sheetOf(sheets: readonly ReadSheet[], { name }: SheetPlan): ReadSheet | undefined {
  return sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());
}

function headsOf(sheet: ReadSheet): string[] {
  return (sheet.rows[0] ?? []).map(textOf);
}

function ownerColumnOf({ list }: SheetPlan): string {
  return list === undefined ? "id" : OWNER_COLUMN;
}

/** Columns may stand in any order; without one of them every row would seem to lack the field. */
function formProblems(file: string, sheet: ReadSheet | undefined, plan: SheetPlan): string[] {
  if (!sheet) return [`${file}: has no sheet ${plan.name}; keep all sheets of the export, also those without rows.`];
  const heads = headsOf(sheet);
  const known = [...new Set([ownerColumnOf(plan), ...plan.fields.map(({ name }) => name)])];
  const at = `${file}: ${plan.name}, row 1`;
  return [
    ...known
      .filter((name) => !heads.includes(name))
      .map((name) => `${at}: has no column ${name}; keep those of the export.`),
    ...heads.flatMap((head, i) => {
      if (head === "") return [];
      if (heads.indexOf(head) < i) return [`${at}, column ${head}: stands there twice.`];
      return known.includes(head) ? [] : [`${at}, column ${head}: is no field of a requirement.`];
    }),
  ];
}

function rowsOf(file: string, sheet: ReadSheet | undefined, plan: SheetPlan, problems: string[]) {
  if (!sheet) return [];
  const heads = headsOf(sheet);
  const ownerColumn = ownerColumnOf(plan);
  return sheet.rows.slice(1).flatMap((cells, i) => {
    if (cells.every((cell) => textOf(cell) === "")) return [];
    const values: Record<string, unknown> = {};
    for (const field of plan.fields) {
      const value = valueIn(field, cells[heads.indexOf(field.name)]);
      if (value instanceof Misread)
        problems.push(`${file}: ${plan.name}, row ${i + 2}, column ${field.name}: ${value.message}`);
      else if (value !== undefined) values[field.name] = value;
    }
    return [{ row: i + 2, owner: textOf(cells[heads.indexOf(ownerColumn)]), values }];
  });
}

class Misread {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Undefined for an empty cell. */
function valueIn({ kind }: Field, cell: unknown): unknown {
  if (cell instanceof Date) return new Misread("is a date; format the cell as text and write it again.");
  const text = textOf(cell);
  if (text === "") return undefined;
  if (kind === "number") {
    const number = typeof cell === "number" ? cell : Number(text);
    return Number.isFinite(number) ? number : new Misread(`"${text}" is no number.`);
  }
  if (kind === "yes-no") {
    if (/^(yes|true)$/i.test(text)) return true;
    return /^(no|false)$/i.test(text) ? false : new Misread(`"${text}" is neither yes nor no.`);
  }
  if (kind === "text") return text;
  if (text === EMPTY_LIST) return kind === "phrases" ? "" : [];
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return kind === "phrases" ? lines.map((line) => `${line}\n`).join("") : lines;
}

function textOf(cell: unknown): string {
  if (cell === undefined || cell === null) return "";
  return String(cell).replaceAll("\r\n", "\n").replaceAll("\r", "\n").trim();
}
