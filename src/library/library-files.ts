// The clause library. In: the folder a lawyer edits. Out: a checked Library, or every problem with file and line.
// Never: contracts, verdicts.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ContractCheckError } from "../model/diagnostic.ts";

/** One file of the library: its path inside the folder, with "/", and its text. */
export interface LibraryFile {
  readonly path: string;
  readonly text: string;
}

/** The library and the model clauses that come with the program. */
export const BUNDLED_LIBRARY = fileURLToPath(new URL("../../clause-library", import.meta.url));
const BUNDLED_TEMPLATES = fileURLToPath(new URL("../../templates/clauses", import.meta.url));

/** YAML files of a library folder, sorted by path. Throws ContractCheckError "missing-path". */
export function readLibraryFiles(folder: string): LibraryFile[] {
  if (!existsSync(folder))
    throw new ContractCheckError(
      "missing-path",
      `${folder}: no such library folder; give a folder with requirements/ and vocabulary.yaml`,
    );
  return filesUnder(folder, ".yaml");
}

/** Model clauses and the notes beside them: those beside the library in templates/clauses if there are any, else the bundled ones. */
export function readTemplates(folder: string): LibraryFile[] {
  return filesUnder(clauseFolder(folder), ".hbs", ".yaml");
}

/** Where the model clauses of a library stand: beside it in templates/clauses, or with the program. */
export function clauseFolder(folder: string): string {
  const beside = join(folder, "..", "templates", "clauses");
  return existsSync(beside) ? beside : BUNDLED_TEMPLATES;
}

/** Hex SHA-256 over paths and texts, in order. */
export function hashFiles(files: readonly LibraryFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file.path}\0${file.text}\0`);
  return hash.digest("hex");
}

function filesUnder(folder: string, ...endings: readonly string[]): LibraryFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(folder, path), "utf8") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
