import { Inflate } from "fflate";
import { ContractCheckError } from "../model/diagnostic.ts";

/** The parts of a package by name (no leading slash). `read` inflates one part, counting every byte; undefined where there is no such part. */
export interface ZipParts {
  readonly names: readonly string[];
  readonly read: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

/** Bytes of XML in all; one part alone may have a quarter of it, because a parsed part takes about twenty times its size. */
const TOTAL_LIMIT = 200 * 1024 * 1024;
const PART_LIMIT = 50 * 1024 * 1024;
const SLICE = 16 * 1024;

/**
 * Opens a zip by its central directory (APPNOTE.TXT 4.3.12) and inflates nothing yet.
 * Throws "unreadable-file" on damage and on XML that would grow past the limits, "password-protected" on encrypted entries.
 */
export function openZip(bytes: Uint8Array, fileName: string): ZipParts {
  const entries = readDirectory(bytes, fileName);
  let declared = 0;
  for (const [name, entry] of entries) if (/\.(xml|rels)$/i.test(name)) declared += entry.size;
  if (declared > TOTAL_LIMIT) throw tooLarge(fileName);
  let inflated = 0;
  const read = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    const content = inflate(bytes, entry, Math.min(PART_LIMIT, TOTAL_LIMIT - inflated), fileName);
    inflated += content.length;
    return content;
  };
  return { names: [...entries.keys()], read };
}

function readDirectory(bytes: Uint8Array, fileName: string): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw damaged(fileName);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged(fileName);
    if ((view.getUint16(at + 8, true) & 1) === 1) throw encrypted(fileName);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(partName(name), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 65_557; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function inflate(bytes: Uint8Array, entry: Entry, limit: number, fileName: string): Uint8Array {
  if (entry.size > limit) throw tooLarge(fileName);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.header + 30 > bytes.length) throw damaged(fileName);
  const start = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw damaged(fileName);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(fileName);
  // The declared size may lie: stop at the first byte past the limit instead of trusting it.
  const content = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > entry.size) throw tooLarge(fileName);
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch (error) {
    throw error instanceof ContractCheckError ? error : damaged(fileName, error);
  }
  if (length !== entry.size) throw damaged(fileName);
  return content;
}

/** Part names are case-insensitive and some writers use backslashes (ECMA-376 Part 2, 6.2.2). */
function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

function damaged(fileName: string, cause?: unknown): ContractCheckError {
  const message = `${fileName} is not a readable DOCX file: its zip container is damaged or cut off. Ask for the file again.`;
  return new ContractCheckError("unreadable-file", message, { cause });
}

function encrypted(fileName: string): ContractCheckError {
  return new ContractCheckError(
    "password-protected",
    `${fileName} is protected by a password. Remove the password and try again.`,
  );
}

function tooLarge(fileName: string): ContractCheckError {
  const message = `${fileName} unpacks to more than a contract can hold and was refused before reading. Save it again from Word.`;
  return new ContractCheckError("unreadable-file", message);
}
