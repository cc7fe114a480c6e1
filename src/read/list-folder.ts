// A folder on disk -> the names of the files in it.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Paths below `folder` with "/", sorted, without hidden and system files. Linked folders are a problem: they may run in circles. */
export async function listFolder(folder: string): Promise<{ readonly names: string[]; readonly problems: string[] }> {
  const names: string[] = [];
  const problems: string[] = [];
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) problems.push(`${below || "the folder"} cannot be opened; check its permissions`);
    for (const entry of entries ?? []) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (isSystemFile(name)) continue;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) names.push(name);
      else if (entry.isSymbolicLink()) {
        const target = await stat(join(folder, name)).catch(() => undefined);
        if (target?.isFile()) names.push(name);
        else problems.push(`${name} is a link that is not followed; copy its files into the folder`);
      }
    }
  };
  await walk("");
  names.sort((a, b) => (a < b ? -1 : 1));
  return { names, problems };
}

/** Hidden files, what Windows, macOS and Office leave behind, and our own reports; they are no contract. */
export function isSystemFile(path: string): boolean {
  return path
    .split("/")
    .some(
      (part) =>
        part.startsWith(".") ||
        part.startsWith("~$") ||
        /^(?:thumbs\.db|desktop\.ini|__MACOSX|clausecheck-report)$/i.test(part),
    );
}
