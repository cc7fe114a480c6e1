import type { VersionFiles } from "../compare-contracts.ts";
import type { Comparison } from "../model/comparison.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type Review, SEVERITIES } from "../model/review.ts";
import { isAccepted } from "../report/views/words.ts";
import { acceptedOf } from "./accepted-of.ts";
import { type CheckOptions, checkOptions, type RawCheckOptions } from "./check-options.ts";
import { comparisonSummary, comparisonText } from "./comparison-text.ts";
import { errorLines } from "./error-lines.ts";
import { type ExitCode, hardlyDecided } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "./today.ts";
import { fileName, prepareFolder, writeWhole } from "./write-files.ts";

const FORMATS = ["text", "json", "html", "md", "docx"] as const;
type Format = (typeof FORMATS)[number];
/** Formats that go to standard output where they are alone and no folder is named. */
const PRINTED: readonly Format[] = ["text", "json", "md"];

/** The options of `compare` as commander collects them. */
export interface RawCompareOptions extends Omit<RawCheckOptions, "bundle" | "failOnPartial" | "audience"> {}

/** Compares two versions of one contract. Nothing is compared where one of them cannot be read at all. */
export async function compareCommand(
  oldPath: string,
  newPath: string,
  { format = ["text"], ...raw }: RawCompareOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = checkOptions(raw, today());
  const formats = formatsOf(format);
  const isPrinted = raw.out === undefined && formats.length === 1 && formats.every((each) => PRINTED.includes(each));
  const out = isPrinted ? undefined : (raw.out ?? "clausecheck-report");
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { compareContracts } = await import("../compare-contracts.ts");
  const library = loadLibrary(options.library);
  const playbook = loadPlaybook(library, options.playbook);
  const accepted = await acceptedOf(options, library);
  if (out !== undefined) prepareFolder(out);
  const old = await read(oldPath, options.password);
  const now = await read(newPath, options.password);
  const skipped = [...old.diagnostics, ...now.diagnostics];
  for (const { message } of skipped) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
  const result = compareContracts(old, now, {
    library,
    playbook,
    facts: options.facts,
    ...(accepted ? { accepted } : {}),
  });
  const { comparison } = result;
  for (const each of formats) {
    const content = await render(comparison, each, out === undefined ? terminal.color : undefined);
    if (out === undefined) terminal.out(String(content));
    else {
      const path = writeWhole(out, `${fileName(now.name)}.comparison.${each === "text" ? "txt" : each}`, content);
      if (!options.quiet) terminal.err(`Written to ${path}\n`);
    }
  }
  if (out !== undefined && !options.quiet) terminal.err(comparisonSummary(comparison, terminal.color));
  const unread = [unreadLine(old.name, result.old), unreadLine(now.name, result.new)].filter(
    (line) => line !== undefined,
  );
  for (const message of new Set(unread)) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
  if (skipped.length > 0 || unread.length > 0) return 2;
  return isOpened(comparison, options.failOn) ? 1 : 0;
}

interface NamedVersion extends VersionFiles {
  readonly name: string;
  readonly diagnostics: NonNullable<VersionFiles["diagnostics"]>;
}

async function read(path: string, password: string | undefined): Promise<NamedVersion> {
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const { readInput } = await import("../read/read-input.ts");
  const [input] = await collectInputs([path], { bundle: false });
  if (!input) throw new ContractCheckError("missing-path", `${path}: does not exist; check the path.`);
  return { name: input.name, ...(await readInput(input, password === undefined ? {} : { password })) };
}

function unreadLine(name: string, review: Review): string | undefined {
  if (hardlyDecided(review))
    return `${name}: most requirements could not be decided; send a copy with readable text, in English.`;
  return review.findings.some(({ searched }) => searched.unreadPages.length > 0)
    ? `${name}: has pages without readable text; what changed there is not seen. Send a searchable copy.`
    : undefined;
}

/** Something was lost that nobody accepted, at or above the level. */
function isOpened({ findings }: Comparison, failOn: CheckOptions["failOn"]): boolean {
  if (failOn === "none") return false;
  const level = SEVERITIES.indexOf(failOn);
  return findings.some(
    (finding) => finding.lost && !isAccepted(finding) && SEVERITIES.indexOf(finding.severity) <= level,
  );
}

async function render(
  comparison: Comparison,
  format: Format,
  color: Terminal["color"] | undefined,
): Promise<string | Uint8Array> {
  switch (format) {
    case "text":
      return comparisonText(comparison, color ?? PLAIN);
    case "json":
      return (await import("../report/render-comparison-json.ts")).renderComparisonJson(comparison);
    case "html":
      return (await import("../report/render-comparison-html.ts")).renderComparisonHtml(comparison);
    case "md":
      return (await import("../report/markdown/render-comparison-markdown.ts")).renderComparisonMarkdown(comparison);
    case "docx":
      return (await import("../report/docx/render-comparison-docx.ts")).renderComparisonDocx(comparison);
    default:
      return format satisfies never;
  }
}

const asIs = (text: string) => text;
/** A file has no colours. */
const PLAIN: Terminal["color"] = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs };

function formatsOf(given: readonly string[]): Format[] {
  const wanted = given.flatMap((item) => item.split(",")).map((item) => item.trim());
  const unknown = wanted.find((item) => !FORMATS.some((format) => format === item));
  if (unknown !== undefined) {
    const message = `--format: "${unknown}" is not a format of the comparison; use ${FORMATS.join(", ")}.`;
    throw new ContractCheckError("invalid-option", message);
  }
  return FORMATS.filter((format) => wanted.includes(format));
}
