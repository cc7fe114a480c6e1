import { ContractCheckError } from "../model/diagnostic.ts";
import type { Responsibility, Review } from "../model/review.ts";
import { errorLines } from "./error-lines.ts";
import type { ExitCode } from "./exit-code.ts";
import { matrixText } from "./matrix-text.ts";
import { reviewOf } from "./review-input.ts";
import type { Terminal } from "./terminal.ts";
import { fileName, prepareFolder, writeWhole } from "./write-files.ts";

const FORMATS = ["html", "json", "csv", "xlsx", "docx", "md"] as const;
type Format = (typeof FORMATS)[number];

/** The options of `responsibilities` as commander collects them. */
export interface RawResponsibilityOptions {
  readonly bundle?: boolean;
  readonly library?: string;
  readonly format?: readonly string[];
  readonly out?: string;
  readonly password?: string;
}

/** Prints or writes the responsibility matrix of each contract. One that cannot be read never stops the others. */
export async function responsibilitiesCommand(
  paths: readonly string[],
  raw: RawResponsibilityOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const formats = formatsOf(raw.format ?? []);
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const library = loadLibrary(raw.library);
  const setting = { library, playbook: loadPlaybook(library, undefined), facts: {}, password: raw.password };
  const out = raw.out ?? "clausecheck-report";
  if (formats.length > 0) prepareFolder(out);
  const codes: ExitCode[] = [];
  for (const input of await collectInputs(paths, { bundle: raw.bundle ?? false })) {
    try {
      const { review, skipped } = await reviewOf(input, setting);
      for (const { message } of skipped) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
      const unread = review.findings.some((finding) => finding.searched.unreadPages.length > 0);
      if (unread) terminal.err(errorLines(partlyUnread(input.name)));
      if (formats.length === 0) terminal.out(matrixText(review, terminal.color));
      for (const format of formats) {
        const { ending, content } = await render(review, format);
        terminal.err(`Written to ${writeWhole(out, `${fileName(input.name)}.${ending}`, content)}\n`);
      }
      codes.push(skipped.length > 0 || unread ? 2 : review.responsibilities.some(isHole) ? 1 : 0);
    } catch (error) {
      if (error instanceof ContractCheckError && error.code === "unwritable-output") throw error;
      terminal.err(errorLines(error, input.name));
      codes.push(2);
    }
  }
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

function partlyUnread(name: string): ContractCheckError {
  const message = `${name}: has pages without readable text; what is said to be nobody's may stand there. Send a searchable copy.`;
  return new ContractCheckError("unreadable-file", message);
}

function isHole({ core, allocation }: Responsibility): boolean {
  return core && (allocation === "unassigned" || allocation === "shared-unsplit" || allocation === "conflicting");
}

async function render(review: Review, format: Format): Promise<{ ending: string; content: string | Uint8Array }> {
  switch (format) {
    case "html": {
      const { renderMatrixHtml } = await import("../report/render-html.ts");
      return { ending: "responsibilities.html", content: renderMatrixHtml(review) };
    }
    case "json": {
      const { renderMatrixJson } = await import("../report/render-json.ts");
      return { ending: "responsibilities.json", content: renderMatrixJson(review) };
    }
    case "csv": {
      const { renderMatrixCsv } = await import("../report/sheets/matrix-sheets.ts");
      return { ending: "responsibilities.csv", content: renderMatrixCsv(review) };
    }
    case "xlsx": {
      const { renderMatrixXlsx } = await import("../report/sheets/matrix-sheets.ts");
      return { ending: "responsibilities.xlsx", content: await renderMatrixXlsx(review) };
    }
    case "docx": {
      const { renderScheduleDocx } = await import("../report/docx/render-schedule-docx.ts");
      return { ending: "responsibility-schedule.docx", content: await renderScheduleDocx(await scheduleOf(review)) };
    }
    case "md": {
      const { renderScheduleMarkdown } = await import("../report/markdown/render-schedule-markdown.ts");
      return { ending: "responsibility-schedule.md", content: renderScheduleMarkdown(await scheduleOf(review)) };
    }
    default:
      return format satisfies never;
  }
}

async function scheduleOf(review: Review) {
  const { draftSchedule } = await import("../draft/responsibility-schedule.ts");
  const { loadSchedule } = await import("../report/load-templates.ts");
  return draftSchedule(review, loadSchedule());
}

function formatsOf(given: readonly string[]): Format[] {
  const wanted = given.flatMap((item) => item.split(",")).map((item) => item.trim());
  const unknown = wanted.find((item) => !FORMATS.some((format) => format === item));
  if (unknown !== undefined) {
    const message = `--format: "${unknown}" is not a format of the matrix; use ${FORMATS.join(", ")}.`;
    throw new ContractCheckError("invalid-option", message);
  }
  return FORMATS.filter((format) => wanted.includes(format));
}
