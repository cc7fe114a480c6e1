import { closeSync, openSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { ContractCheckError } from "../model/diagnostic.ts";

/** How long to wait for another run, in milliseconds, and how often to look. */
const PATIENCE = 10_000;
const PAUSE = 50;

/**
 * Does the work while nobody else does it on the same file: "FILE.lock" stands beside it meanwhile. Throws ContractCheckError
 * "unwritable-output" where another run holds it too long, or where nothing can be written; it names the `option` that chose the file.
 */
export async function withLock<T>(file: string, option: string, work: () => T): Promise<T> {
  for (let waited = 0; !taken(file, option); waited += PAUSE) {
    if (waited >= PATIENCE)
      throw new ContractCheckError(
        "unwritable-output",
        `${file}: another run is writing it; if none is, delete ${lockOf(file)}.`,
      );
    await wait(PAUSE);
  }
  try {
    return work();
  } finally {
    rmSync(lockOf(file), { force: true });
  }
}

function taken(file: string, option: string): boolean {
  try {
    closeSync(openSync(lockOf(file), "wx"));
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    const message = `${file}: cannot be written; check the folder's permissions and free space, or name another with ${option}.`;
    throw new ContractCheckError("unwritable-output", message, { cause });
  }
}

function lockOf(file: string): string {
  return `${file}.lock`;
}
