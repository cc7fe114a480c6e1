import type { SupplierLetterOptions } from "../letter.ts";
import type { ReadFile } from "../model/contract.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { InternalLetterView, LetterView } from "../model/letter-view.ts";
import type { CollectedInput } from "../read/collect-inputs.ts";
import { acceptedOf } from "./accepted-of.ts";
import { dayOf, factOf } from "./check-options.ts";
import { errorLines } from "./error-lines.ts";
import { type ExitCode, hardlyDecided } from "./exit-code.ts";
import { type ReviewSetting, reviewOf } from "./review-input.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "./today.ts";
import { fileName, prepareFolder, writeWhole } from "./write-files.ts";

const FORMATS = ["docx", "md"] as const;
type Format = (typeof FORMATS)[number];

/** The options of `letter` as commander collects them. */
export interface RawLetterOptions {
  readonly bundle?: boolean;
  readonly playbook?: string;
  readonly library?: string;
  readonly format?: readonly string[];
  readonly out?: string;
  readonly password?: string;
  readonly fact?: readonly string[];
  readonly deviations?: string;
  readonly asOf?: string;
  readonly internal?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly replyBy?: string;
}

interface Setting
  extends ReviewSetting,
    Omit<SupplierLetterOptions, "library" | "playbook" | "isReadWhole" | "contractLaw"> {
  readonly formats: readonly Format[];
  readonly isInternal: boolean;
  readonly out: string;
}

/**
 * Writes for each contract the letter that asks its supplier for what it lacks; with --internal also the same letter with our remarks, in
 * a file of its own. A contract that cannot be read never stops the others; it makes the result 2.
 */
export async function letterCommand(
  paths: readonly string[],
  raw: RawLetterOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const setting = await settingOf(raw);
  const { collectInputs } = await import("../read/collect-inputs.ts");
  prepareFolder(setting.out);
  const codes: ExitCode[] = [];
  for (const input of await collectInputs(paths, { bundle: raw.bundle ?? false })) {
    try {
      codes.push(await writeLetter(input, setting, terminal));
    } catch (error) {
      if (error instanceof ContractCheckError && error.code === "unwritable-output") throw error;
      terminal.err(errorLines(error, input.name));
      codes.push(2);
    }
  }
  return codes.includes(2) ? 2 : 0;
}

async function settingOf(raw: RawLetterOptions): Promise<Setting> {
  const formats = formatsOf(raw.format ?? ["docx"]);
  const date = raw.date === undefined ? today() : dayOf("--date", raw.date);
  const replyBy = raw.replyBy === undefined ? undefined : dayOf("--reply-by", raw.replyBy);
  if (replyBy !== undefined && replyBy < date)
    throw new ContractCheckError("invalid-option", `--reply-by: ${replyBy} is before the letter's date, ${date}.`);
  const asOf = raw.asOf === undefined ? date : dayOf("--as-of", raw.asOf);
  const facts = Object.fromEntries((raw.fact ?? []).map(factOf));
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { loadPacks } = await import("../library/load-packs.ts");
  const { loadLetters } = await import("../library/load-letters.ts");
  const library = loadLibrary(raw.library);
  const { terms, properNames, sameNumber } = loadPacks();
  return {
    formats,
    isInternal: raw.internal ?? false,
    out: raw.out ?? "clausecheck-letter",
    library,
    playbook: loadPlaybook(library, raw.playbook),
    facts,
    password: raw.password,
    accepted: await acceptedOf({ deviations: raw.deviations, asOf }, library),
    texts: loadLetters(),
    terms,
    properNames,
    sameNumber,
    from: raw.from === undefined ? [] : writerOf(raw.from),
    to: raw.to,
    date,
    replyBy,
  };
}

async function writeLetter(input: CollectedInput, setting: Setting, terminal: Terminal): Promise<ExitCode> {
  const { files, review, skipped } = await reviewOf(input, setting);
  for (const { message } of skipped) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
  const foreign = review.diagnostics.filter(({ code }) => code === "language-not-supported");
  if (foreign.length === files.length) {
    const message = `${input.name}: does not read as English, so there is no letter; check an English version.`;
    throw new ContractCheckError("unreadable-file", message);
  }
  for (const { message } of foreign) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
  if (hardlyDecided(review)) {
    const message = `${input.name}: most requirements could not be decided, so there is no letter; send a copy with readable text.`;
    throw new ContractCheckError("unreadable-file", message);
  }
  const { contractLaw, supplierLetter } = await import("../letter.ts");
  const isReadWhole = skipped.length + foreign.length === 0;
  const letters = supplierLetter(review, { ...setting, isReadWhole, contractLaw: contractLaw(textOf(files)) });
  const isUnread = review.findings.some(({ searched }) => searched.unreadPages.length > 0);
  const code = !isReadWhole || isUnread ? 2 : 0;
  if (!letters) {
    terminal.err(`${input.name}: nothing to ask for, so there is no letter.\n`);
    return code;
  }
  const { letter, internal, unnamed } = letters;
  const [requests, questions] = [letter.requests.items.length, letter.questions.items.length];
  terminal.err(`${input.name}: requests: ${requests}, questions: ${questions}.\n`);
  if (unnamed.length > 0) terminal.err(`${input.name}: ${blankLine(unnamed)}\n`);
  const write = (ending: string, content: string | Uint8Array) =>
    writeWhole(setting.out, `${fileName(input.name)}.${ending}`, content);
  for (const format of setting.formats)
    terminal.err(`Written to ${write(`letter.${format}`, await render(letter, format))}\n`);
  if (!setting.isInternal) return code;
  for (const format of setting.formats)
    terminal.err(`Internal, do not send: ${write(`internal.${format}`, await renderInternal(internal, format))}\n`);
  return code;
}

const FILLED_BY = { customer: '--from "Name, role, company"', supplier: "--to NAME" };

function blankLine(sides: readonly ("customer" | "supplier")[]): string {
  const given = sides.map((side) => FILLED_BY[side]).join(" and ");
  return `the contract names no company as ${sides.join(" or ")}, so the letter has a blank; fill it with ${given}.`;
}

function textOf(files: readonly ReadFile[]): string {
  const texts = files.flatMap(({ blocks }) =>
    blocks.flatMap(({ text, rows = [] }) => [text, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.text))]),
  );
  return texts.join("\n");
}

async function render(letter: LetterView, format: Format): Promise<string | Uint8Array> {
  if (format === "md")
    return (await import("../report/markdown/render-letter-markdown.ts")).renderLetterMarkdown(letter);
  return (await import("../report/docx/render-letter-docx.ts")).renderLetterDocx(letter);
}

async function renderInternal(view: InternalLetterView, format: Format): Promise<string | Uint8Array> {
  if (format === "md")
    return (await import("../report/markdown/render-letter-markdown.ts")).renderInternalLetterMarkdown(view);
  return (await import("../report/docx/render-letter-docx.ts")).renderInternalLetterDocx(view);
}

/** "Name, role, company": what stands behind the second comma is the company, with its own. */
function writerOf(given: string): string[] {
  const [name = "", role = "", ...company] = given.split(",").map((part) => part.trim());
  return [name, role, company.join(", ")].filter((line) => line !== "");
}

function formatsOf(given: readonly string[]): Format[] {
  const wanted = given.flatMap((item) => item.split(",")).map((item) => item.trim());
  const unknown = wanted.find((item) => !FORMATS.some((format) => format === item));
  if (unknown !== undefined)
    throw new ContractCheckError(
      "invalid-option",
      `--format: "${unknown}" is not a format of a letter; use ${FORMATS.join(", ")}.`,
    );
  return FORMATS.filter((format) => wanted.includes(format));
}
