import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/**
 * The same package with every clock reading replaced by `date` (ISO 8601 day): the zip entries' times and the dates in
 * docProps/core.xml. Entries keep their order; `changes` rewrites a part by its path.
 */
export function fixedZip(
  bytes: Uint8Array,
  date: string,
  changes: Readonly<Record<string, (xml: string) => string>> = {},
): Uint8Array {
  const [year = 2026, month = 1, day = 1] = date.split("-").map(Number);
  // A zip entry holds local time without a zone: a local noon gives the same bytes in every zone.
  const mtime = new Date(year, month - 1, day, 12);
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const change = changes[path];
    const fixed = change ? strToU8(change(strFromU8(content))) : content;
    entries[path] = [path === "docProps/core.xml" ? fixDates(fixed, date) : fixed, { mtime, level: 6 }];
  }
  return zipSync(entries);
}

function fixDates(content: Uint8Array, date: string): Uint8Array {
  const fixed = strFromU8(content).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T09:00:00Z`);
  return strToU8(fixed);
}
