import { Inflate } from "fflate";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type ArchiveEntry, listArchive } from "./archive-directory.ts";

/** Unpacks one part by name (no leading slash); undefined where there is no such part. Every byte counts against the limits. */
export type ReadPart = (name: string) => Uint8Array | undefined;

/** Bytes of XML in all; one part alone may have a quarter of it, because a parsed part takes about twenty times its size. */
const TOTAL_LIMIT = 200 * 1024 * 1024;
const PART_LIMIT = 50 * 1024 * 1024;
const SLICE = 16 * 1024;

/**
 * Opens the zip of an Office file and unpacks nothing yet. Throws "unreadable-file" on damage and on XML that would grow
 * past the limits, "password-protected" on encrypted entries.
 */
export function openParts(bytes: Uint8Array, fileName: string): ReadPart {
  const entries = listArchive(bytes);
  if (entries === undefined) throw damaged(fileName);
  const parts = new Map<string, ArchiveEntry>();
  let declared = 0;
  for (const entry of entries) {
    if (entry.encrypted) throw encrypted(fileName);
    if (/\.(xml|rels)$/i.test(entry.name)) declared += entry.size;
    parts.set(partKey(entry.name), entry);
  }
  if (declared > TOTAL_LIMIT) throw tooLarge(fileName);
  let unpacked = 0;
  return (name) => {
    const entry = parts.get(partKey(name));
    if (entry === undefined) return undefined;
    if (entry.size > Math.min(PART_LIMIT, TOTAL_LIMIT - unpacked)) throw tooLarge(fileName);
    const content = unpack(bytes, entry, fileName);
    unpacked += content.length;
    return content;
  };
}

function unpack(bytes: Uint8Array, entry: ArchiveEntry, fileName: string): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(fileName);
  // The stated size may lie: stop at the first byte past it.
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

/** Part names do not mind case (ECMA-376 Part 2, 6.2.2.3). */
function partKey(name: string): string {
  return name.replace(/^\//, "").toLowerCase();
}

function damaged(fileName: string, cause?: unknown): ContractCheckError {
  const message = `${fileName}: is no readable DOCX file, its zip container is damaged or cut off; send the file again.`;
  return new ContractCheckError("unreadable-file", message, { cause });
}

function encrypted(fileName: string): ContractCheckError {
  const message = `${fileName}: is password-protected; remove the password and send it again.`;
  return new ContractCheckError("password-protected", message);
}

function tooLarge(fileName: string): ContractCheckError {
  const message = `${fileName}: unpacks to more than a contract can hold and was refused; save it again from Word.`;
  return new ContractCheckError("unreadable-file", message);
}
