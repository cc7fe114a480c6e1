import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { LibraryChange } from "../library/import-library.ts";
import type { LibrarySource, NewText } from "../library/library-source.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";

/** What every command that changes a library is given. */
interface ChangeOptions {
  readonly library?: string;
  readonly because?: string;
  readonly date?: string;
}

export interface NewOptions extends ChangeOptions {
  readonly title: string;
  readonly area: string;
}

export interface EditOptions extends ChangeOptions {
  readonly set?: readonly string[];
  readonly editor?: boolean;
  readonly from?: string;
}

export interface ExportOptions {
  readonly library?: string;
  readonly format?: string;
  readonly out: string;
}

export interface ImportOptions extends ChangeOptions {
  readonly dryRun?: boolean;
}

/** Begins a requirement: its file, its model clause and its drafting note. */
export async function newCommand(id: string, options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const { folderToChange, readSource } = await import("../library/library-source.ts");
  const { beginRequirement } = await import("../library/new-requirement.ts");
  const source = readSource(folderToChange(options.library));
  const { requirement, clauses } = beginRequirement(source, { id, title: options.title, area: options.area });
  const beside = join(source.folder, "..", "templates", "clauses");
  const record = [`\`${id}\`: begun: ${options.title}`];
  await writeChange(
    source,
    [requirement],
    record,
    options,
    clauses.map(({ path, text }) => ({ path: join(beside, path), text })),
  );
  for (const path of [join(source.folder, requirement.path), ...clauses.map(({ path }) => join(beside, path))])
    terminal.out(`${visible(path)}\n`);
  terminal.err(`Fill in what is empty; "clausecheck library lint --library ${visible(source.folder)}" names it.\n`);
  return 0;
}

/** Changes one requirement: single fields with --set, the text in an editor with --editor or out of a file with --from. */
export async function editCommand(id: string, options: EditOptions, terminal: Terminal): Promise<ExitCode> {
  const { folderToChange, readSource, requirementFile } = await import("../library/library-source.ts");
  const { planEdit, setFields } = await import("../library/edit-requirement.ts");
  const { set = [], editor = false, from, library } = options;
  const source = readSource(folderToChange(library));
  const file = requirementFile(source, id);
  requireReason(options);
  if (set.length === 0 && !editor && from === undefined) {
    const message = "edit: nothing to change; give --set FIELD=VALUE, --editor or --from FILE.";
    throw new ContractCheckError("invalid-option", message);
  }
  const start = from === undefined ? file : { ...file, text: readText(from) };
  const text = setFields(start, set);
  if (!editor) return finish(source, planEdit(source, file, text), options, terminal);
  const { editText } = await import("./edit-text.ts");
  const draft = editText(`${id}.yaml`, text);
  try {
    const code = await finish(source, planEdit(source, file, draft.text), options, terminal);
    draft.discard();
    return code;
  } catch (error) {
    if (!(error instanceof ContractCheckError)) throw error;
    const message = `${error.message}\n${draft.path}: your text is kept there; mend it and give it with --from.`;
    throw new ContractCheckError(error.code, message, { cause: error });
  }
}

/** Writes every requirement of a library into one workbook or one YAML file. */
export async function exportCommand(options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const { readSource } = await import("../library/library-source.ts");
  const { exportSheets, exportYaml } = await import("../library/export-library.ts");
  const { BUNDLED_LIBRARY } = await import("../library/library-files.ts");
  const { prepareFolder, writeWhole } = await import("./write-files.ts");
  const format = options.format ?? extname(options.out).slice(1).toLowerCase().replace("yml", "yaml");
  if (format !== "xlsx" && format !== "yaml") {
    const message = `--format ${format === "" ? "is missing" : format}: use xlsx or yaml.`;
    throw new ContractCheckError("invalid-option", message);
  }
  const source = readSource(options.library ?? BUNDLED_LIBRARY);
  const content = format === "yaml" ? exportYaml(source) : await workbook(exportSheets(source));
  prepareFolder(dirname(options.out));
  writeWhole(dirname(options.out), basename(options.out), content);
  terminal.err(`${source.files.length} requirements, version ${visible(source.version)}: ${visible(options.out)}\n`);
  return 0;
}

/** Takes an export back into a library, or with --dry-run only shows what would change. */
export async function importCommand(file: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const { folderToChange, readSource } = await import("../library/library-source.ts");
  const { planImport } = await import("../library/import-library.ts");
  const source = readSource(folderToChange(options.library));
  if (!options.dryRun) requireReason(options);
  const change = planImport(source, await readIncoming(file));
  return finish(source, change, options, terminal, options.dryRun);
}

/** Copies a library (the one that comes along, if none is named) so that it can be changed. */
export async function copyCommand(folder: string, library: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { BUNDLED_LIBRARY, clauseFolder } = await import("../library/library-files.ts");
  const { readSource } = await import("../library/library-source.ts");
  const { copyLibrary } = await import("./write-library.ts");
  const { folder: from } = readSource(library ?? BUNDLED_LIBRARY);
  const target = copyLibrary({ library: from, clauses: clauseFolder(from) }, folder);
  terminal.out(`${visible(target)}\n`);
  terminal.err(`Use it with --library ${visible(target)}\n`);
  return 0;
}

async function finish(
  source: LibrarySource,
  { files, diff, record }: LibraryChange,
  options: ChangeOptions,
  terminal: Terminal,
  isDry = false,
): Promise<ExitCode> {
  for (const line of diff) terminal.out(`${visible(line)}\n`);
  if (files.length === 0) {
    terminal.err("Nothing differs.\n");
    return 0;
  }
  if (isDry) {
    terminal.err("Nothing was written (--dry-run).\n");
    return 0;
  }
  const version = await writeChange(source, files, record, options);
  terminal.err(`The library is at version ${version}. See that every example still holds: `);
  terminal.err(`clausecheck library test --library ${visible(source.folder)}\n`);
  return 0;
}

/** Writes the files, the next version and the entry of CHANGELOG.md, all or none. Returns the version. */
async function writeChange(
  source: LibrarySource,
  files: readonly NewText[],
  lines: readonly string[],
  { because, date }: ChangeOptions,
  besides: readonly NewText[] = [],
): Promise<string> {
  const { checkDate, nextVersion, withEntry, withVersion } = await import("../library/record-change.ts");
  const { writeTogether } = await import("./write-library.ts");
  checkDate(date);
  const version = nextVersion(source.version);
  const own = [
    ...files,
    { path: "library.yaml", text: withVersion(source.manifest, version) },
    { path: "CHANGELOG.md", text: withEntry(source.changelog, version, { because, date, lines }) },
  ];
  writeTogether([...own.map(({ path, text }) => ({ path: join(source.folder, path), text })), ...besides]);
  return version;
}

function requireReason({ because }: ChangeOptions): void {
  if (because !== undefined && because.trim() !== "") return;
  const message = "--because: give the reason of the change; it goes into the library's CHANGELOG.md.";
  throw new ContractCheckError("invalid-option", message);
}

async function readIncoming(file: string) {
  const { readIncomingSheets, readIncomingYaml } = await import("../library/read-incoming.ts");
  const ending = extname(file).toLowerCase();
  if (ending === ".yaml" || ending === ".yml") return readIncomingYaml(file, readText(file));
  if (ending !== ".xlsx") {
    const message = `${file}: is neither .xlsx nor .yaml; give a file that "clausecheck library export" wrote.`;
    throw new ContractCheckError("unsupported-format", message);
  }
  const bytes = readBytes(file);
  const { fromXlsx } = await import("../report/sheets/spreadsheet.ts");
  try {
    return readIncomingSheets(file, await fromXlsx(bytes));
  } catch (cause) {
    const message = `${file}: cannot be read as a workbook; save it as .xlsx, without a password.`;
    throw new ContractCheckError("unreadable-file", message, { cause });
  }
}

async function workbook(sheets: ReturnType<typeof import("../library/export-library.ts").exportSheets>) {
  const { toXlsx } = await import("../report/sheets/spreadsheet.ts");
  return toXlsx(sheets);
}

function readText(file: string): string {
  return readBytes(file)
    .toString("utf8")
    .replace(/^\ufeff/, "");
}

function readBytes(file: string): Buffer {
  if (!existsSync(file)) throw new ContractCheckError("missing-path", `${file}: no such file.`);
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new ContractCheckError("unreadable-file", `${file}: cannot be read; name a file you may read.`, { cause });
  }
}
