import { ContractCheckError } from "../model/diagnostic.ts";
import { childrenNamed, parseXml, type XmlElement } from "./docx-xml.ts";
import { openParts, type ReadPart } from "./docx-zip.ts";

/** A WordprocessingML package: parts are found by relationship, never by a fixed name (ECMA-376 Part 2, 6.5). */
export interface DocxPackage {
  readonly document: XmlElement;
  /** Path of the main document's part. */
  readonly main: string;
  /** Parts of the document that could not be parsed, by kind ("styles", "numbering", "header", ...). */
  readonly damagedParts: readonly string[];
  /** Part that the document relates to by this kind ("styles", "footnotes", "comments"), if there is one. */
  readonly related: (kind: string) => XmlElement | undefined;
  /** Part that the document names by relationship id. */
  readonly byId: (id: string) => XmlElement | undefined;
  /** Number of the document's relationships of this kind. */
  readonly count: (kind: string) => number;
  /** Path of the part that the document relates to by this kind, if there is one. */
  readonly pathOf: (kind: string) => string | undefined;
  /** Paths of all parts that the document relates to by this kind. */
  readonly pathsOf: (kind: string) => readonly string[];
  /** A part's bytes by its path. */
  readonly read: ReadPart;
}

interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Opens the package and parses its main document. Throws "unreadable-file" or "password-protected" (ContractCheckError). */
export function openDocx(bytes: Uint8Array, fileName: string): DocxPackage {
  refuseOtherContainers(bytes, fileName);
  const readPart = openParts(bytes, fileName);
  const relationshipsOf = (part: string): Relationship[] => {
    const slash = part.lastIndexOf("/") + 1;
    const content = readPart(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
    return content === undefined ? [] : readRelationships(parseXml(content), part.slice(0, slash));
  };
  const main = relationshipsOf("").find((relationship) => relationship.kind === "officeDocument")?.target;
  const content = main === undefined ? undefined : readPart(main);
  if (main === undefined || content === undefined) throw noDocument(fileName);
  const document = parseXml(content);
  if (document.name !== "w:document") throw noDocument(fileName);

  const relationships = relationshipsOf(main);
  const damagedParts: string[] = [];
  const parsed = new Map<string, XmlElement | undefined>();
  const part = (relationship: Relationship | undefined): XmlElement | undefined => {
    if (relationship === undefined) return undefined;
    if (!parsed.has(relationship.target)) parsed.set(relationship.target, tryParse(relationship));
    return parsed.get(relationship.target);
  };
  const tryParse = (relationship: Relationship): XmlElement | undefined => {
    try {
      const bytesOfPart = readPart(relationship.target);
      return bytesOfPart === undefined ? undefined : parseXml(bytesOfPart);
    } catch (error) {
      if (error instanceof ContractCheckError) throw error;
      damagedParts.push(relationship.kind);
      return undefined;
    }
  };
  return {
    document,
    main,
    read: readPart,
    pathsOf: (kind) =>
      relationships.filter((relationship) => relationship.kind === kind).map((relationship) => relationship.target),
    pathOf: (kind) => relationships.find((relationship) => relationship.kind === kind)?.target,
    damagedParts,
    related: (kind) => part(relationships.find((relationship) => relationship.kind === kind)),
    byId: (id) => part(relationships.find((relationship) => relationship.id === id)),
    count: (kind) => relationships.filter((relationship) => relationship.kind === kind).length,
  };
}

function readRelationships(root: XmlElement, folder: string): Relationship[] {
  return childrenNamed(root, "Relationship")
    .filter((element) => element.attributes.TargetMode !== "External")
    .map((element) => ({
      id: element.attributes.Id ?? "",
      // Strict and transitional files differ in the address before the last word.
      kind: (element.attributes.Type ?? "").split("/").at(-1) ?? "",
      target: resolveTarget(element.attributes.Target ?? "", folder),
    }));
}

function resolveTarget(target: string, folder: string): string {
  const path: string[] = [];
  const full = target.startsWith("/") ? target : `${folder}${target}`;
  for (const step of full.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** An encrypted package is an OLE compound file that holds a stream "EncryptedPackage" ([MS-OFFCRYPTO] 2.3.4.4). */
function refuseOtherContainers(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0)
    throw new ContractCheckError("empty-file", `${fileName}: is empty (0 bytes); send the file again.`);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (includesUtf16(bytes, "EncryptedPackage")) {
      const message = `${fileName}: is password-protected; remove the password in Word and send it again.`;
      throw new ContractCheckError("password-protected", message);
    }
    const message = `${fileName}: is not a DOCX file but an older Office file; save it as .docx in Word and send it again.`;
    throw new ContractCheckError("unreadable-file", message);
  }
  if (!startsWith(bytes, [0x50, 0x4b])) {
    const message = `${fileName}: is not a DOCX file; save it as .docx in Word and send it again.`;
    throw new ContractCheckError("unreadable-file", message);
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function includesUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function noDocument(fileName: string): ContractCheckError {
  const message = `${fileName}: holds no Word document; save it as .docx in Word and send it again.`;
  return new ContractCheckError("unreadable-file", message);
}
