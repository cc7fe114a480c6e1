import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ContractCheckError } from "../model/diagnostic.ts";

/** A file to be written, by its whole path. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes all the files or none: where one cannot be written, those before it are put back. Throws ContractCheckError
 * "unwritable-output".
 */
export function writeTogether(files: readonly FileToWrite[]): void {
  const drafts = files.map(({ path, text }) => ({
    path,
    text,
    draft: join(dirname(path), `.${basename(path)}.${process.pid}.tmp`),
    before: isFile(path) ? readFileSync(path) : undefined,
  }));
  const done: typeof drafts = [];
  let now = "";
  try {
    for (const { path, text, draft } of drafts) {
      now = path;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(draft, text, { flush: true });
    }
    for (const file of drafts) {
      now = file.path;
      renameSync(file.draft, file.path);
      done.push(file);
    }
  } catch (cause) {
    for (const { path, before } of done) {
      if (before === undefined) rmSync(path, { force: true });
      else writeFileSync(path, before, { flush: true });
    }
    for (const { draft } of drafts) rmSync(draft, { force: true });
    const message = `${now}: cannot be written; check the folder's permissions and free space. The library is as it was.`;
    throw new ContractCheckError("unwritable-output", message, { cause });
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** What is copied: a library and the model clauses that go with it. */
export interface CopySource {
  readonly library: string;
  readonly clauses: string;
}

/**
 * Copies a library and its model clauses into a folder, beside each other as the program looks for them. Returns the
 * copied library's folder. Throws ContractCheckError "unwritable-output", also where either is there already.
 */
export function copyLibrary({ library, clauses }: CopySource, folder: string): string {
  const target = join(folder, "clause-library");
  const clausesTarget = join(folder, "templates", "clauses");
  for (const path of [target, clausesTarget]) {
    if (existsSync(path))
      throw new ContractCheckError("unwritable-output", `${path}: exists already; name another folder to copy to.`);
  }
  let draft = "";
  try {
    mkdirSync(join(folder, "templates"), { recursive: true });
    draft = mkdtempSync(join(folder, ".clausecheck-copy-"));
    cpSync(library, join(draft, "library"), { recursive: true, dereference: true });
    cpSync(clauses, join(draft, "clauses"), { recursive: true, dereference: true });
    renameSync(join(draft, "clauses"), clausesTarget);
    renameSync(join(draft, "library"), target);
    return target;
  } catch (cause) {
    const message = `${folder}: cannot be written; check its permissions and free space, or name another folder.`;
    throw new ContractCheckError("unwritable-output", message, { cause });
  } finally {
    if (draft !== "") rmSync(draft, { recursive: true, force: true });
  }
}
