// Below the stages: packages of Office files, for those that read and those that write them.
// In: bytes. Out: parts, their relationships and XML; a package with some parts changed.
// Never: a judgement about what the text means, a write to disk.
// This file: the list of entries at the end of a zip (APPNOTE.TXT 4.3.12), read without unpacking anything.

export interface ArchiveEntry {
  /** Path with "/"; folders end in "/". */
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  /** Offset of the packed bytes. */
  readonly start: number;
  /** 0 stored, 8 deflated (APPNOTE.TXT 4.4.5). */
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
}

/** Entries in the order of the archive; undefined where it is damaged. Zip64 archives (over 4 GB) count as damaged. */
export function listArchive(bytes: Uint8Array): ArchiveEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const entry = readEntry(bytes, view, at);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ArchiveEntry | undefined {
  const flags = view.getUint16(at + 8, true);
  const header = view.getUint32(at + 42, true);
  const packed = view.getUint32(at + 20, true);
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) return undefined;
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > bytes.length) return undefined;
  const name = decodeName(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  return {
    name: name.replaceAll("\\", "/"),
    packed,
    size: view.getUint32(at + 24, true),
    start,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    encrypted: (flags & 1) === 1,
  };
}

/** Names are UTF-8 or, from old programs, in a code page that the archive does not name. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The end record comes last, before a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 65_557; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}
