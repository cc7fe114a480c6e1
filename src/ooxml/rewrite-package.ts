import { strToU8, type Zippable, zipSync } from "fflate";
import { listArchive } from "./archive-directory.ts";
import { openParts } from "./docx-zip.ts";

/**
 * The package with the content of some parts changed or added (XML by path), every other part as it was, in the same order. Zip
 * times are set to `date` (ISO 8601), so that the same changes give the same bytes. Throws as openParts does.
 */
export function rewritePackage(
  bytes: Uint8Array,
  fileName: string,
  changes: ReadonlyMap<string, string>,
  date: string,
): Uint8Array {
  const read = openParts(bytes, fileName);
  const [year = 2000, month = 1, day = 1] = date.slice(0, 10).split("-").map(Number);
  // A zip entry holds local time without a zone, from 1980 on: a local noon gives the same bytes in every zone.
  const mtime = new Date(Math.max(year, 1980), month - 1, day, 12);
  const left = new Map(changes);
  const entries: Zippable = {};
  for (const { name } of listArchive(bytes) ?? []) {
    const change = [...left.keys()].find((path) => path.toLowerCase() === name.toLowerCase().replace(/^\//, ""));
    const content = change === undefined ? (read(name) ?? new Uint8Array()) : strToU8(left.get(change) ?? "");
    if (change !== undefined) left.delete(change);
    entries[name] = [content, { mtime, level: 6 }];
  }
  for (const [path, xml] of left) entries[path] = [strToU8(xml), { mtime, level: 6 }];
  return zipSync(entries);
}
