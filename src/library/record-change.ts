import { parseDocument } from "yaml";
import { ContractCheckError } from "../model/diagnostic.ts";
import { applySplices } from "./splice.ts";

const TITLE = "# Legal changes of this library\n";

/** One change of the library, as CHANGELOG.md keeps it. */
export interface ChangeEntry {
  /** Why; the one thing a comparison of files cannot show. */
  readonly because?: string | undefined;
  /** "2026-03-01"; nothing is taken from the clock. */
  readonly date?: string | undefined;
  /** "`sec.x`: severity: high -> critical" */
  readonly lines: readonly string[];
}

/** The version that follows: "0.1" becomes "0.1.1", "0.1.1" becomes "0.1.2". Throws ContractCheckError "invalid-library". */
export function nextVersion(version: string): string {
  const [, main, patch = "0"] = /^(\d+\.\d+)(?:\.(\d+))?$/.exec(version) ?? [];
  if (main !== undefined) return `${main}.${Number(patch) + 1}`;
  const message = `library.yaml: version "${version}" cannot be counted up; write it as "1.0" or "1.0.3".`;
  throw new ContractCheckError("invalid-library", message);
}

/** library.yaml with another version, otherwise as it is. */
export function withVersion(manifest: string, version: string): string {
  const node: unknown = parseDocument(manifest).get("version", true);
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  if (!Array.isArray(range)) {
    throw new ContractCheckError("invalid-library", `library.yaml: has no version; write version: "0.1".`);
  }
  return applySplices(manifest, [{ start: Number(range[0]), end: Number(range[1]), text: `"${version}"` }]);
}

/** CHANGELOG.md with the change as its newest entry, on top. */
export function withEntry(
  changelog: string | undefined,
  version: string,
  { because, date, lines }: ChangeEntry,
): string {
  const text = changelog ?? TITLE;
  const head = `## ${version}${date === undefined ? "" : `, ${date}`}\n`;
  const body = [
    ...(because === undefined ? [] : [`Because: ${oneLine(because)}`, ""]),
    ...lines.map((line) => `- ${oneLine(line)}`),
  ];
  const entry = `${head}\n${body.join("\n")}\n`;
  const first = /^## /m.exec(text)?.index;
  return first === undefined
    ? `${text.trimEnd()}\n\n${entry}`
    : `${text.slice(0, first)}${entry}\n${text.slice(first)}`;
}

/** True where a change of this id is on record. */
export function isRecorded(changelog: string | undefined, id: string): boolean {
  return changelog?.includes(`\`${id}\``) ?? false;
}

/** Checks --date. Throws ContractCheckError "invalid-option". */
export function checkDate(date: string | undefined): void {
  if (date === undefined) return;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return;
  throw new ContractCheckError("invalid-option", `--date ${date}: is no date; write it as 2026-03-01.`);
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ")
    .trim();
}
