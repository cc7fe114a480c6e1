// Paths a person gives -> contracts, each with the files it is made of.
import { open, readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { ErrorCode } from "../model/diagnostic.ts";
import { readArchive } from "./archive.ts";
import { isSystemFile, listFolder } from "./list-folder.ts";
import { sniff } from "./sniff.ts";
import { uniqueNames } from "./unique-names.ts";

export interface InputFile {
  /** File name, or path inside the folder or archive with "/". */
  readonly name: string;
  readonly load: () => Promise<Uint8Array>;
}

export interface InputProblem {
  readonly code: ErrorCode;
  /** One line: what, where, what to do. */
  readonly message: string;
  readonly path: string;
}

/** One contract. `name` names its review: a file's name without extension, or a folder's or archive's name. */
export interface CollectedInput {
  readonly name: string;
  readonly files: readonly InputFile[];
  readonly problems: readonly InputProblem[];
}

/**
 * A file is one contract; a folder or a zip is one contract of all its files, sorted by name; with `bundle` everything is one
 * contract. Never throws for a path: what is missing, empty or refused is a problem of its contract. Names are unique ("-2").
 */
export async function collectInputs(
  paths: readonly string[],
  options: { readonly bundle: boolean },
): Promise<CollectedInput[]> {
  const found: Found[] = [];
  for (const path of paths) found.push(await collect(path));
  if (!options.bundle || found.length === 0) return withUniqueNames(found);
  const first = found.find((each) => each.folder) ?? found[0];
  const many = found.length > 1;
  const files = found.flatMap((each) =>
    each.files.map((file) => (each.folder && many ? { ...file, name: `${each.name}/${file.name}` } : file)),
  );
  const problems = found.flatMap((each) => each.problems);
  return [{ name: first?.name ?? "", files: withUniqueFileNames(files), problems }];
}

interface Found extends CollectedInput {
  readonly folder: boolean;
}

async function collect(path: string): Promise<Found> {
  const full = resolve(path);
  const shown = basename(full);
  const problem = (code: ErrorCode, message: string): InputProblem => ({ code, message, path });
  const info = await stat(full).catch(() => undefined);
  if (info === undefined) {
    const missing = problem("missing-path", `${path}: does not exist; check the path.`);
    return { name: stem(shown), folder: false, files: [], problems: [missing] };
  }
  if (info.isDirectory()) {
    const { files, problems } = await fromFolder(full);
    const lines = problems.map((text) => problem("unreadable-file", `${shown}: ${text}.`));
    if (files.length === 0) lines.push(problem("no-files", `${shown}: holds no contract files; check the folder.`));
    return { name: shown, folder: true, files, problems: lines };
  }
  if (!info.isFile()) {
    const odd = problem("missing-path", `${path}: is neither a file nor a folder; give a contract file.`);
    return { name: stem(shown), folder: false, files: [], problems: [odd] };
  }
  const archive = await loadArchive(full);
  if (archive === undefined) {
    return { name: stem(shown), folder: false, files: [{ name: shown, load: () => loadBytes(full) }], problems: [] };
  }
  const { files, problems } = fromArchive(archive, 1);
  const lines = problems.map((text) => problem("unreadable-file", `${shown}: ${text}.`));
  if (files.length === 0) lines.push(problem("no-files", `${shown}: holds no contract files; check the archive.`));
  return { name: stem(shown), folder: true, files, problems: lines };
}

interface Contents {
  readonly files: InputFile[];
  readonly problems: string[];
}

async function fromFolder(folder: string): Promise<Contents> {
  const listed = await listFolder(folder);
  const files: InputFile[] = [];
  const problems = [...listed.problems];
  for (const name of listed.names) {
    const full = resolve(folder, name);
    const archive = await loadArchive(full).catch(() => null);
    if (archive === null) problems.push(`${name} cannot be opened; check its permissions`);
    else if (archive === undefined) files.push({ name, load: () => loadBytes(full) });
    else addNested(fromArchive(archive, 0), name, files, problems);
  }
  return { files, problems };
}

/** `depth` counts the levels of archives that may still lie inside this one. */
function fromArchive(bytes: Uint8Array, depth: number): Contents {
  const archive = readArchive(bytes);
  const files: InputFile[] = [];
  const problems = [...archive.problems];
  for (const entry of archive.files.filter((each) => !isSystemFile(each.name))) {
    if (!/\.zip$/i.test(entry.name)) {
      files.push({ name: entry.name, load: async () => entry.load() });
      continue;
    }
    try {
      const inner = entry.load();
      if (sniff(inner, entry.name) !== "zip") files.push({ name: entry.name, load: async () => inner });
      else if (depth > 0) addNested(fromArchive(inner, depth - 1), entry.name, files, problems);
      else problems.push(`${entry.name} is an archive inside archives; unpack it first`);
    } catch {
      problems.push(`${entry.name} is damaged; send it again`);
    }
  }
  return { files, problems };
}

function addNested(inner: Contents, name: string, files: InputFile[], problems: string[]): void {
  files.push(...inner.files.map((file) => ({ ...file, name: `${name}/${file.name}` })));
  problems.push(...inner.problems.map((text) => `${name}: ${text}`));
}

async function loadBytes(full: string): Promise<Uint8Array> {
  const { buffer, byteOffset, byteLength } = await readFile(full);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Bytes of a zip of files; undefined for any other file, DOCX among them. */
async function loadArchive(full: string): Promise<Uint8Array | undefined> {
  const handle = await open(full);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead < 4 || !["PK\x03\x04", "PK\x05\x06"].includes(buffer.toString("latin1"))) return undefined;
  } finally {
    await handle.close();
  }
  const bytes = await readFile(full);
  return sniff(bytes, full) === "zip" ? bytes : undefined;
}

function withUniqueNames(inputs: readonly Found[]): CollectedInput[] {
  const names = uniqueNames(
    inputs.map((input) => input.name),
    { extension: false },
  );
  return inputs.map(({ name, files, problems }, index) => ({ name: names[index] ?? name, files, problems }));
}

function withUniqueFileNames(files: readonly InputFile[]): InputFile[] {
  const names = uniqueNames(
    files.map((file) => file.name),
    { extension: true },
  );
  return files.map((file, index) => ({ ...file, name: names[index] ?? file.name }));
}

function stem(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, "");
}
