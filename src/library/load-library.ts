import { z } from "zod";
import { clauseNoteSchema } from "../model/clause-note.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { assignmentSchema, functionSchema, NO_ASSIGNMENTS } from "../model/function.ts";
import {
  factSchema,
  hedgeSchema,
  type Library,
  narrowSchema,
  playbookSchema,
  requirementSchema,
  vocabularySchema,
} from "../model/requirement.ts";
import { checkLibrary } from "./check-library.ts";
import { BUNDLED_LIBRARY, hashFiles, type LibraryFile, readLibraryFiles, readTemplates } from "./library-files.ts";
import { type LibraryProblem, type Parsed, parseYaml } from "./parse-yaml.ts";

const manifestSchema = z.strictObject({ version: z.string().min(1), title: z.string().min(1) });

/** A library as far as it could be loaded, with everything wrong in it. */
export interface LoadedLibrary {
  readonly library: Library;
  readonly problems: readonly LibraryProblem[];
}

/** The library of a folder (the bundled one if none is given). Throws ContractCheckError "invalid-library" that lists every problem. */
export function loadLibrary(folder: string = BUNDLED_LIBRARY): Library {
  const { library, problems } = readLibrary(folder);
  if (problems.length > 0) throw new ContractCheckError("invalid-library", problems.map(problemLine).join("\n"));
  return library;
}

function withInstead(files: readonly LibraryFile[], instead: readonly LibraryFile[]): LibraryFile[] {
  const kept = files.filter(({ path }) => !instead.some((file) => file.path === path));
  return [...kept, ...instead].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isClause({ path }: LibraryFile): boolean {
  return path.endsWith(".hbs");
}

/** "requirements/security/x.yaml:12: elements.0.id: expected string" */
export function problemLine(problem: LibraryProblem): string {
  return `${problem.file}:${problem.line}: ${problem.path === "" ? "" : `${problem.path}: `}${problem.message}`;
}

/**
 * Loads what can be loaded; never throws for what is written in a file. `instead`: files as they would be, in place of
 * those of the folder or besides them.
 */
export function readLibrary(folder: string = BUNDLED_LIBRARY, instead: readonly LibraryFile[] = []): LoadedLibrary {
  const files = withInstead(readLibraryFiles(folder), instead);
  const templates = readTemplates(folder);
  const problems: LibraryProblem[] = [];
  const parsed = new Map<string, Parsed<unknown>>();
  const take = <T>(file: LibraryFile, schema: z.ZodType<T>): T | undefined => {
    const result = parseYaml(file.path, file.text, schema);
    problems.push(...result.problems);
    parsed.set(file.path, result);
    return result.value;
  };
  const under = (prefix: string) => files.filter((file) => file.path.startsWith(prefix));
  const one = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const file = files.find((f) => f.path === path);
    if (file) return take(file, schema);
    problems.push({ file: path, line: 0, path: "", message: "is missing" });
    return undefined;
  };
  const requirements = under("requirements/").flatMap((file) => take(file, requirementSchema) ?? []);
  const functions = under("functions/").flatMap((file) => take(file, functionSchema) ?? []);
  const assignments =
    functions.length === 0 ? NO_ASSIGNMENTS : (one("responsibilities.yaml", assignmentSchema) ?? NO_ASSIGNMENTS);
  const groups = Object.keys(assignments.groups);
  const library: Library = {
    version: one("library.yaml", manifestSchema)?.version ?? "0",
    sha256: hashFiles([...files, ...templates]),
    requirements: requirements.filter((requirement) => requirement.status !== "retired"),
    vocabulary: one("vocabulary.yaml", vocabularySchema) ?? {},
    facts: one("facts.yaml", z.array(factSchema)) ?? [],
    hedges: one("hedges.yaml", z.array(hedgeSchema)) ?? [],
    customersOwn: under("narrow.yaml").flatMap((file) => take(file, narrowSchema)?.customers_own ?? []),
    functions: functions.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group)),
    assignments,
    playbooks: under("playbooks/").flatMap((file) => take(file, playbookSchema) ?? []),
    templates: new Map(templates.filter(isClause).map((file) => [file.path, file.text])),
    notes: new Map(
      templates
        .filter((file) => !isClause(file))
        .flatMap((file) => {
          const note = take(file, clauseNoteSchema);
          return note ? [[file.path.replace(/^.*\/|\.yaml$/g, ""), note] as const] : [];
        }),
    ),
  };
  // A playbook is right to name a requirement whose file is broken.
  const checked = requirements.length === under("requirements/").length ? library : { ...library, playbooks: [] };
  problems.push(
    ...checkLibrary(checked, requirements, (id, path) => {
      const file = files.find((f) => f.path.endsWith(`/${id}.yaml`)) ?? files.find((f) => f.path === id);
      return { file: file?.path ?? id, line: (file && parsed.get(file.path)?.lineOf(path)) ?? 0 };
    }),
  );
  return {
    library,
    problems: problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}
