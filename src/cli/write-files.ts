import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ContractCheckError } from "../model/diagnostic.ts";

/** Makes the folder for reports. Throws ContractCheckError "unwritable-output" before any work was done in vain. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const isFile = statSync(folder, { throwIfNoEntry: false })?.isFile() === true;
    const why = isFile ? "is a file; name a folder with --out." : "cannot be made; name another folder with --out.";
    throw new ContractCheckError("unwritable-output", `${folder}: ${why}`, { cause });
  }
}

/** Writes a file so that a reader sees the old one or the whole new one, never half; `option` is what names another place. Returns its path. */
export function writeWhole(folder: string, name: string, content: string | Uint8Array, option = "--out"): string {
  const path = join(folder, name);
  const draft = join(folder, `.${name}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, content, { flush: true });
    renameSync(draft, path);
    return path;
  } catch (cause) {
    rmSync(draft, { force: true });
    const message = `${path}: cannot be written; check the folder's permissions and free space, or name another with ${option}.`;
    throw new ContractCheckError("unwritable-output", message, { cause });
  }
}

/** A contract's name as a file name: no separators or control characters, never hidden, never empty. */
export function fileName(name: string): string {
  const safe = name.replaceAll(/[/\\:*?"<>|\u0000-\u001f]/g, "-").replace(/^\.+/, "");
  return safe === "" ? "contract" : safe;
}
