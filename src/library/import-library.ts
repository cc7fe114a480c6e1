import { ContractCheckError } from "../model/diagnostic.ts";
import { type Requirement, requirementSchema } from "../model/requirement.ts";
import { describeChanges } from "./describe-changes.ts";
import { type LibrarySource, type NewText, problemsWith, rawValues } from "./library-source.ts";
import type { Incoming, IncomingFile } from "./read-incoming.ts";
import { isRecorded } from "./record-change.ts";
import { renderYaml } from "./render-yaml.ts";
import { isEntryList, isTree, type Tree } from "./requirement-fields.ts";
import { mergeOrder, toFileValues } from "./requirement-values.ts";
import { rewriteRequirement } from "./rewrite-requirement.ts";

/** What an import or an edit would write, and how to tell people of it. */
export interface LibraryChange {
  readonly files: readonly NewText[];
  /** "requirements/security/x.yaml: severity: high -> critical" */
  readonly diff: readonly string[];
  /** The same for CHANGELOG.md, one line a requirement. */
  readonly record: readonly string[];
}

interface Planned {
  readonly incoming: Incoming;
  readonly parsed: Requirement;
  readonly merged: Requirement;
  readonly file: NewText;
  readonly diff: readonly string[];
}

/**
 * What the library would become. Requirements the file does not name stay; new ones become files of their own. Throws
 * ContractCheckError "invalid-library" with a line for everything that is wrong, so that all is written or nothing.
 */
export function planImport(source: LibrarySource, { requirements, problems }: IncomingFile): LibraryChange {
  const lines = [...problems];
  const seen = new Set<string>();
  const planned = requirements.flatMap((incoming) => {
    const result = requirementSchema.safeParse(incoming.values);
    if (!result.success) {
      for (const { path, message } of result.error.issues) {
        const isEmpty = valueAt(incoming.values, path) === undefined;
        const where = incoming.where(path);
        // A cell that could not be read at all is known already.
        if (!problems.some((line) => line.startsWith(`${where}: `)))
          lines.push(`${where}: ${isEmpty ? "is empty" : message}`);
      }
      return [];
    }
    const { id } = result.data;
    if (seen.has(id)) lines.push(`${incoming.where(["id"])}: ${id} stands there twice.`);
    seen.add(id);
    const plan = planOne(source, incoming, result.data, lines);
    return plan ? [plan] : [];
  });
  if (lines.length === 0) lines.push(...libraryProblems(source, planned));
  if (lines.length > 0) throw new ContractCheckError("invalid-library", [...lines, "nothing was written."].join("\n"));
  const changed = planned.filter(({ diff }) => diff.length > 0);
  return {
    files: changed.map(({ file }) => file),
    diff: changed.flatMap(({ file, diff }) => diff.map((line) => `${file.path}: ${line}`)),
    record: changed.map(({ parsed, diff }) => `\`${parsed.id}\`: ${diff.join("; ")}`),
  };
}

function planOne(source: LibrarySource, incoming: Incoming, parsed: Requirement, lines: string[]): Planned | undefined {
  const { id, area } = parsed;
  const existing = source.files.find((file) => (file.requirement?.id ?? file.id) === id);
  if (existing === undefined) {
    if (isRecorded(source.changelog, id)) {
      lines.push(`${incoming.where(["id"])}: ${id} was in the library before; ids are never reused.`);
      return undefined;
    }
    const file = { path: `requirements/${area}/${id}.yaml`, text: renderYaml(toFileValues(parsed)) };
    return { incoming, parsed, merged: parsed, file, diff: [`new: ${parsed.title}`] };
  }
  const before = existing.requirement;
  if (!existing.path.startsWith(`requirements/${area}/`)) {
    lines.push(`${incoming.where(["area"])}: cannot be changed; ${existing.path} and its model clause stand by it.`);
    return undefined;
  }
  const merged = before ? mergeOrder(before, parsed) : parsed;
  const values = toFileValues(merged);
  const diff = describeChanges(before ? toFileValues(before) : rawValues(existing.text), values);
  if (diff.length === 0) return { incoming, parsed, merged, file: existing, diff };
  const text = rewriteRequirement(existing.path, existing.text, values);
  return { incoming, parsed, merged, file: { path: existing.path, text }, diff };
}

/** What lint says of the library as it would be, told by the place in the file that was imported. */
function libraryProblems(source: LibrarySource, planned: readonly Planned[]): string[] {
  const changed = planned.filter(({ diff }) => diff.length > 0);
  return problemsWith(
    source,
    changed.map(({ file }) => file),
  ).map((problem) => {
    const plan = changed.find(({ file }) => file.path === problem.file);
    if (!plan)
      return `${problem.file}:${problem.line}: ${problem.path === "" ? "" : `${problem.path}: `}${problem.message}`;
    const path = problem.path === "" ? [] : problem.path.split(".");
    return `${plan.incoming.where(incomingPath(plan, path))}: ${problem.message}`;
  });
}

/** An entry may stand elsewhere in the file that comes in than in the library. */
function incomingPath({ parsed, merged }: Planned, path: readonly string[]): PropertyKey[] {
  const [list = "", index, ...rest] = path;
  if (!isEntryList(list) || index === undefined) return [...path];
  const entries: readonly unknown[] = parsed[list];
  return [list, entries.indexOf(merged[list][Number(index)]), ...rest];
}

function valueAt(values: Tree, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isTree(at) ? at[String(key)] : undefined;
  }, values);
}
