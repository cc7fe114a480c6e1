// The command line. In: words a person typed. Out: reports in files, data on standard output, talk on standard error, an
// exit code. Never: a judgement of its own; a half-written file; a trace instead of a sentence.
import type { Deviation } from "../model/deviation.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { Review } from "../model/review.ts";
import type { CollectedInput } from "../read/collect-inputs.ts";
import { acceptedOf } from "./accepted-of.ts";
import { type CheckOptions, checkOptions, type RawCheckOptions } from "./check-options.ts";
import { errorLines } from "./error-lines.ts";
import { type ExitCode, exitCodeOf, hardlyDecided } from "./exit-code.ts";
import { progressOf } from "./progress.ts";
import { type ReviewSetting, reviewOf } from "./review-input.ts";
import { shortSummary, summaryText } from "./summary-text.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "./today.ts";
import { visible } from "./visible.ts";
import { fileName, prepareFolder, writeWhole } from "./write-files.ts";

/** Checks contracts and reports on each. One that cannot be checked never stops the others; it makes the result 2. */
export async function checkCommand(
  paths: readonly string[],
  raw: RawCheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = checkOptions(raw, today());
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const library = loadLibrary(options.library);
  const playbook = loadPlaybook(library, options.playbook);
  const accepted = await acceptedOf(options, library);
  if (options.out !== undefined) prepareFolder(options.out);
  const inputs = await collectInputs(paths, { bundle: options.bundle });
  const progress = progressOf(terminal, options.quiet ? 0 : inputs.length);
  const codes: ExitCode[] = [];
  const reviewed: Review["contract"][] = [];
  for (const input of inputs) {
    progress.start(input.name);
    codes.push(
      await checkOne(
        input,
        { ...options, library, playbook, accepted, reviewed, alone: inputs.length === 1 },
        terminal,
        progress.clear,
      ),
    );
  }
  if (accepted) terminal.err(await strayLines(accepted.deviations, reviewed, options.deviations ?? ""));
  if (!options.quiet && inputs.length > 1) terminal.err(closing(codes, options.out));
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

interface Setting extends Omit<CheckOptions, "library" | "playbook">, ReviewSetting {
  /** True where the run has one contract: its whole summary is shown. */
  readonly alone: boolean;
  /** The contracts of this run, as they were reviewed. */
  readonly reviewed: Review["contract"][];
}

/** A line for each contract that accepted shortfalls name and this run does not have: a misspelt name accepts nothing. */
async function strayLines(
  deviations: readonly Deviation[],
  reviewed: readonly Review["contract"][],
  file: string,
): Promise<string> {
  const { concerns } = await import("../assess/apply-deviations.ts");
  const stray = deviations.filter((deviation) => !reviewed.some((contract) => concerns(deviation, { contract })));
  const names = new Set(stray.map(({ contract = "" }) => contract));
  return [...names].map((name) => `${visible(file)}: no contract of this run is called "${visible(name)}".\n`).join("");
}

async function checkOne(
  input: CollectedInput,
  setting: Setting,
  terminal: Terminal,
  clear: () => void,
): Promise<ExitCode> {
  try {
    const { review, skipped } = await reviewOf(input, setting);
    clear();
    setting.reviewed.push(review.contract);
    for (const { message } of skipped) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
    const written = await deliver(review, input.name, setting, terminal);
    if (!setting.quiet) terminal.err(talk(review, input.name, written, setting, terminal));
    if (hardlyDecided(review)) terminal.err(errorLines(undecided(input.name)));
    return skipped.length > 0 ? 2 : exitCodeOf(review, setting);
  } catch (error) {
    clear();
    if (error instanceof ContractCheckError && error.code === "unwritable-output") throw error;
    terminal.err(errorLines(error, input.name));
    return 2;
  }
}

/** Writes each format, or prints the one for programs. Returns the paths written, in the order a person opens them. */
async function deliver(review: Review, name: string, setting: Setting, terminal: Terminal): Promise<string[]> {
  const { renderReview } = await import("./render-review.ts");
  const { out, formats } = setting;
  const file = fileName(name);
  const written: string[] = [];
  for (const format of formats) {
    const { ending, content } = await renderReview(review, format, setting.audience);
    if (out === undefined) terminal.out(String(content));
    else written.push(writeWhole(out, `${file}.${ending}`, content));
  }
  return written;
}

function talk(review: Review, name: string, written: readonly string[], setting: Setting, terminal: Terminal): string {
  if (!setting.alone) return shortSummary(name, review);
  const places = written.map((path) => `Written to ${path}\n`).join("");
  return `\n${summaryText(review, terminal.color)}${places === "" ? "" : `\n${places}`}`;
}

function closing(codes: readonly ExitCode[], out: string | undefined): string {
  const failed = codes.filter((code) => code === 2).length;
  const said =
    failed === 0
      ? `${codes.length} contracts checked.`
      : `${codes.length - failed} of ${codes.length} contracts checked; the others not, or not wholly.`;
  return `\n${said}${out === undefined ? "" : ` Reports in ${out}`}\n`;
}

function undecided(name: string): ContractCheckError {
  const message = `${name}: most requirements could not be decided; send a copy with readable text, in English.`;
  return new ContractCheckError("unreadable-file", message);
}
