// A zip archive of contract files, checked before anything is unpacked.
import { crc32, inflateRawSync } from "node:zlib";
import { type ArchiveEntry, listArchive } from "../ooxml/archive-directory.ts";

const MOST_ENTRIES = 2000;
const MOST_BYTES = 500 * 1024 * 1024;
/** Text packs 3 to 20 times; a bomb packs 1,000 times. Small parts may pack well by chance. */
const MOST_RATIO = 200;
const RATIO_FROM = 1024 * 1024;

export interface ArchivedFile {
  /** Path inside the archive, with "/". */
  readonly name: string;
  /** Unpacked size in bytes, as the archive states it. */
  readonly size: number;
  /** Unpacks this entry; throws an Error of one line where the entry is damaged or longer than stated. */
  readonly load: () => Uint8Array;
}

/**
 * Files of a zip, sorted by name, nothing unpacked yet. Entries with a password, with a name that leads out of the archive ("../"),
 * or that would unpack to far more than they should become problems. An archive past the limits yields no file at all.
 */
export function readArchive(bytes: Uint8Array): { readonly files: ArchivedFile[]; readonly problems: string[] } {
  const entries = listArchive(bytes);
  if (entries === undefined) return refused("is a damaged zip archive; send it again");
  if (entries.length > MOST_ENTRIES) return refused(`holds more than ${MOST_ENTRIES} files; send fewer`);
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > MOST_BYTES) return refused("unpacks to more than 500 MB; send the contract files only");
  const files: ArchivedFile[] = [];
  const problems: string[] = [];
  for (const entry of entries.filter((each) => !each.name.endsWith("/"))) {
    const problem = problemOf(entry);
    if (problem !== undefined) problems.push(problem);
    else files.push({ name: entry.name, size: entry.size, load: () => unpack(bytes, entry) });
  }
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files, problems };
}

function refused(problem: string): { files: ArchivedFile[]; problems: string[] } {
  return { files: [], problems: [problem] };
}

function problemOf(entry: ArchiveEntry): string | undefined {
  const parts = entry.name.split("/");
  if (entry.name.startsWith("/") || /^[a-z]:/i.test(entry.name) || parts.includes("..")) {
    return "holds an entry whose name leads out of the archive; it was not read";
  }
  if (entry.encrypted) return `${entry.name} has a password; unpack it and send it without`;
  if (entry.method !== 0 && entry.method !== 8)
    return `${entry.name} is packed in an unusual way; unpack it and send the folder`;
  if (entry.size > RATIO_FROM && entry.size > entry.packed * MOST_RATIO) {
    return `${entry.name} would unpack to ${MOST_RATIO} times its size or more; it was not read`;
  }
  return undefined;
}

function unpack(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  // zlib refuses a limit of 0; the stated size may lie, so the limit stops the unpacking and not only reports it.
  const content = entry.method === 0 ? packed : inflate(packed, Math.max(entry.size, 1));
  if (content === undefined || content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new Error("is damaged inside its zip archive; send it again");
  }
  // A copy of its own: a reader may take the buffer over, and the archive must stay whole for the other files.
  return new Uint8Array(content);
}

function inflate(packed: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch {
    return undefined;
  }
}
