import { ContractCheckError } from "../model/diagnostic.ts";
import { describeChanges } from "./describe-changes.ts";
import type { LibraryChange } from "./import-library.ts";
import { type LibrarySource, problemsWith, type RequirementFile, rawValues, refuseProblems } from "./library-source.ts";
import { ENTRY_FIELDS, type Field, isEntryList, isTree, keyOf, OWN_FIELDS, type Tree } from "./requirement-fields.ts";
import { inFileOrder } from "./requirement-values.ts";
import { rewriteRequirement } from "./rewrite-requirement.ts";

/** Where files and ids stand by it: a requirement that would need another is another requirement. */
const FIXED: ReadonlySet<string> = new Set(["id", "area"]);

/**
 * The file's text with single fields set: "severity=critical", "elements.hours-stated.mandatory=false",
 * "quantities.breach_notice.pass=24". Throws ContractCheckError "invalid-option".
 */
export function setFields(file: RequirementFile, settings: readonly string[]): string {
  const values: Tree = structuredClone(rawValues(file.text));
  for (const setting of settings) {
    const equals = setting.indexOf("=");
    if (equals < 1 || setting.slice(equals + 1).trim() === "") {
      throw new ContractCheckError("invalid-option", `--set ${setting}: has no value; write it as field=value.`);
    }
    put(values, setting.slice(0, equals).trim(), setting.slice(equals + 1).trim());
  }
  return settings.length === 0 ? file.text : rewriteRequirement(file.path, file.text, inFileOrder(values));
}

/**
 * What the library would become with this text of the requirement. Throws ContractCheckError "invalid-library" with every
 * problem of the file, or that the change makes elsewhere.
 */
export function planEdit(source: LibrarySource, file: RequirementFile, text: string): LibraryChange {
  if (text === file.text) return { files: [], diff: [], record: [] };
  const [before, after] = [rawValues(file.text), rawValues(text)];
  const id = file.requirement?.id ?? file.id;
  for (const name of FIXED) {
    if (isTree(before) && before[name] !== undefined && before[name] !== after[name] && after[name] !== undefined) {
      const message = `${file.path}: ${name}: cannot be changed, other files stand by it; retire ${id} and begin a new requirement.`;
      throw new ContractCheckError("invalid-library", message);
    }
  }
  const changed = { path: file.path, text };
  refuseProblems(problemsWith(source, [changed]));
  const diff = describeChanges(before, after);
  // Only comments or layout differ: to be written, but no change of the law.
  const lines = diff.length > 0 ? diff : ["comments and layout"];
  return {
    files: [changed],
    diff: lines.map((line) => `${file.path}: ${line}`),
    record: [`\`${id}\`: ${lines.join("; ")}`],
  };
}

function put(values: Tree, path: string, text: string): void {
  const [name = "", key = "", ...rest] = path.split(".");
  const entryField = rest.join(".");
  const isEntry = isEntryList(name);
  const fields = isEntry ? ENTRY_FIELDS[name] : OWN_FIELDS;
  const field = fields.find((item) => item.name === (isEntry ? entryField : path));
  if (isEntry && entryField === "") refuse(path, `is a list; name an entry and its field, as ${name}.ID.FIELD=VALUE.`);
  if (field === undefined) refuse(path, `is no such field; there are ${settable(fields)}.`);
  if (FIXED.has(field.name) || (isEntry && (field.name === "id" || field.name === "metric")))
    refuse(path, "cannot be changed; other files and examples stand by it.");
  if (field.kind === "lines" || field.kind === "phrases") refuse(path, "holds a list; change it with --editor.");
  const target = isEntry ? entryOf(values, name, key) : values;
  if (target === undefined) refuse(path, `"${key}" is not an entry of ${name}.`);
  (target as Record<string, unknown>)[field.name] = typedValue(field, path, text);
}

function entryOf(values: Tree, list: string, key: string): Tree | undefined {
  const entries = values[list];
  if (!Array.isArray(entries)) return undefined;
  return list === "examples" ? entries[Number(key)] : entries.find((entry) => keyOf(entry) === key);
}

function typedValue({ kind }: Field, path: string, text: string): string | number | boolean {
  if (kind === "number") {
    const number = Number(text);
    return Number.isFinite(number) ? number : refuse(path, `"${text}" is no number.`);
  }
  if (kind !== "yes-no") return text;
  if (text === "true" || text === "yes") return true;
  return text === "false" || text === "no" ? false : refuse(path, `"${text}" is neither true nor false.`);
}

function settable(fields: readonly Field[]): string {
  const single = fields.filter(({ kind }) => kind !== "lines" && kind !== "phrases");
  return single
    .map(({ name }) => name)
    .filter((name) => !FIXED.has(name) && name !== "metric")
    .join(", ");
}

function refuse(path: string, what: string): never {
  throw new ContractCheckError("invalid-option", `--set ${path}: ${what}`);
}
