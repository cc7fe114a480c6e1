import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type Requirement, requirementSchema } from "../model/requirement.ts";
import { type LibraryFile, readLibraryFiles } from "./library-files.ts";
import { problemLine, readLibrary } from "./load-library.ts";
import { type LibraryProblem, parseYaml } from "./parse-yaml.ts";
import { isTree } from "./requirement-fields.ts";

/** The file of one requirement. */
export interface RequirementFile extends LibraryFile {
  /** As the file is named. */
  readonly id: string;
  /** Undefined where the file has mistakes. */
  readonly requirement: Requirement | undefined;
}

/** A library as files, for those who change it. */
export interface LibrarySource {
  readonly folder: string;
  readonly version: string;
  readonly manifest: string;
  readonly changelog: string | undefined;
  /** Retired ones too; sorted by path. */
  readonly files: readonly RequirementFile[];
  readonly problems: readonly LibraryProblem[];
}

/** A file to be written: its path and its text. */
export interface NewText {
  readonly path: string;
  readonly text: string;
}

/** Reads a library in order to change or export it. Throws ContractCheckError "missing-path" or "invalid-library". */
export function readSource(folder: string): LibrarySource {
  const all = readLibraryFiles(folder);
  const manifest = all.find(({ path }) => path === "library.yaml")?.text;
  if (manifest === undefined) {
    throw new ContractCheckError("invalid-library", `${folder}: has no library.yaml; name the clause-library folder.`);
  }
  const { library, problems } = readLibrary(folder);
  const changelog = join(folder, "CHANGELOG.md");
  return {
    folder,
    version: library.version,
    manifest,
    changelog: existsSync(changelog) ? readFileSync(changelog, "utf8") : undefined,
    files: all
      .filter(({ path }) => path.startsWith("requirements/"))
      .map((file) => ({
        ...file,
        id: file.path.replace(/^.*\/|\.yaml$/g, ""),
        requirement: parseYaml(file.path, file.text, requirementSchema).value,
      })),
    problems,
  };
}

/**
 * What would be wrong with the library if these files stood in it: everything wrong in them, and what they would break
 * elsewhere. What is wrong elsewhere anyway does not count.
 */
export function problemsWith(source: LibrarySource, changed: readonly NewText[]): LibraryProblem[] {
  const known = new Set(source.problems.map((problem) => `${problem.file}\0${problem.path}\0${problem.message}`));
  const { problems } = readLibrary(source.folder, changed);
  return problems.filter(
    (problem) =>
      changed.some(({ path }) => path === problem.file) ||
      !known.has(`${problem.file}\0${problem.path}\0${problem.message}`),
  );
}

/** The folder to change. Throws ContractCheckError "invalid-option" where none is named: the installed one stays as it is. */
export function folderToChange(folder: string | undefined): string {
  if (folder !== undefined) return folder;
  const message = `--library: no library named; the one that comes along is not changed: copy it with "clausecheck library copy FOLDER", then name --library FOLDER/clause-library.`;
  throw new ContractCheckError("invalid-option", message);
}

/** The file of a requirement. Throws ContractCheckError "invalid-option" for an id the library does not have. */
export function requirementFile(source: LibrarySource, id: string): RequirementFile {
  const file = source.files.find((item) => (item.requirement?.id ?? item.id) === id);
  if (file) return file;
  const message = `${id}: no such requirement in ${source.folder}; "clausecheck library list" shows those there are.`;
  throw new ContractCheckError("invalid-option", message);
}

/** What the file of a requirement says, mistakes and all; {} where it is not YAML. */
export function rawValues(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text);
    return isTree(value) ? value : {};
  } catch {
    return {};
  }
}

/** Throws ContractCheckError "invalid-library" with a line for each problem, if there is one. */
export function refuseProblems(problems: readonly LibraryProblem[]): void {
  if (problems.length === 0) return;
  throw new ContractCheckError("invalid-library", [...problems.map(problemLine), "nothing was written."].join("\n"));
}
