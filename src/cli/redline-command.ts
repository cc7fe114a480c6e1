import { ContractCheckError } from "../model/diagnostic.ts";
import type { Review } from "../model/review.ts";
import type { Redline, RedlineFile } from "../redline-result.ts";
import { acceptedOf } from "./accepted-of.ts";
import { dayOf, factOf } from "./check-options.ts";
import { dealOf } from "./closing-command.ts";
import { errorLines } from "./error-lines.ts";
import type { ExitCode } from "./exit-code.ts";
import { hasText, preamble } from "./redline-preamble.ts";
import { writePack } from "./template-command.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "./today.ts";
import { visible } from "./visible.ts";
import { fileName, prepareFolder, writeWhole } from "./write-files.ts";

/** The options of `redline` as commander collects them. */
export interface RawRedlineOptions {
  readonly playbook?: string;
  readonly library?: string;
  readonly deal?: string;
  readonly set?: readonly string[];
  readonly author?: string;
  readonly date?: string;
  readonly out?: string;
  readonly password?: string;
  readonly fact?: readonly string[];
  readonly deviations?: string;
  readonly asOf?: string;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Writes copies of a contract's Word files with our changes tracked and commented; what has its place in another kind of file goes into an
 * amendment. A file that cannot be read makes the exit code 2: what is missing may stand there.
 */
export async function redlineCommand(
  paths: readonly string[],
  raw: RawRedlineOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const date = raw.date === undefined ? undefined : dayOf("--date", raw.date);
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPacks } = await import("../library/load-packs.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { loadRedlineWords } = await import("../library/load-redline-words.ts");
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const { readInput } = await import("../read/read-input.ts");
  const { reviewContract } = await import("../review.ts");
  const { redlineContract } = await import("../redline.ts");
  const library = loadLibrary(raw.library);
  const playbook = loadPlaybook(library, raw.playbook);
  const { packs: _, ...texts } = loadPacks();
  const [input] = await collectInputs(paths, { bundle: true });
  if (!input) throw new ContractCheckError("no-files", "redline: no contract is among the paths.");
  const { files, diagnostics } = await readInput(input, raw.password === undefined ? {} : { password: raw.password });
  for (const { message } of diagnostics) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
  const blank = files.filter((file) => !hasText(file));
  for (const { name } of blank)
    terminal.err(
      errorLines(new ContractCheckError("unreadable-file", `${name}: has no text; check that it is the right file.`)),
    );
  if (blank.length === files.length) return 2;
  const out = raw.out ?? "clausecheck-redline";
  prepareFolder(out);

  const facts = Object.fromEntries((raw.fact ?? []).map(factOf));
  const accepted = await acceptedOf(
    { deviations: raw.deviations, asOf: raw.asOf === undefined ? today() : dayOf("--as-of", raw.asOf) },
    library,
  );
  const weighing = { facts, ...(accepted ? { accepted } : {}) };
  const review = reviewContract(files, { library, playbook, ...weighing });
  terminal.err(preamble(review, files));
  const deal = await dealOf(review, raw, review.contract.names);
  const isDealKnown = raw.deal !== undefined || raw.set !== undefined;
  const given = await Promise.all(
    files.map(async (read): Promise<RedlineFile> => {
      const why = whyNot(read.mediaType, review.diagnostics, read.name);
      if (why !== undefined) terminal.err(`${visible(read.name)}: ${why}\n`);
      const bytes = why === undefined ? await input.files.find(({ name }) => name === read.name)?.load() : undefined;
      return bytes ? { read, bytes } : { read };
    }),
  );
  const options = { library, playbook, texts, deal, isDealKnown, ...weighing };
  const redline = await redlineContract(given, {
    ...options,
    words: loadRedlineWords(),
    author: raw.author ?? "clausecheck",
    ...(date === undefined ? {} : { date }),
  });
  for (const file of redline.files) {
    const [, stem = "", extension = "docx"] = /^(.*?)(?:\.(doc[xm]))?$/is.exec(fileName(file.name)) ?? [];
    const name = `${stem}.redline.${extension.toLowerCase()}`;
    terminal.err(
      `${visible(file.name)}: ${count(file.insertions, "insertion")}, ${count(file.replacements, "replacement")}, ${count(file.strikes, "provision")} struck, ${count(file.comments, "comment")}.\n`,
    );
    if (file.isProtected)
      terminal.err(
        `${visible(file.name)}: is protected in Word; stop the protection there to accept or reject changes.\n`,
      );
    terminal.err(`Written to ${writeWhole(out, name, file.bytes)}\n`);
  }
  const { closingPack, nextNumber } = await import("../closing-pack.ts");
  const findings = review.findings.filter(({ requirementId }) => redline.elsewhere.includes(requirementId));
  const { view, leftOut } = closingPack({ ...review, findings }, { ...options, firstNumber: nextNumber(files) });
  terminal.err(summary(redline, leftOut));
  if (view) await writePack(view, `${input.name}.amendment`, ["docx"], { out }, terminal);
  return diagnostics.length > 0 || blank.length > 0 ? 2 : 0;
}

/** Why a file gets no tracked changes; undefined where it does. */
function whyNot(mediaType: string, diagnostics: Review["diagnostics"], name: string): string | undefined {
  if (mediaType !== DOCX) return "is no Word document; what belongs in it goes into an amendment.";
  if (diagnostics.some(({ code, file }) => code === "language-not-supported" && file === name))
    return "does not read as English; nothing was changed in it.";
  return undefined;
}

/** `leftOut`: of what is for the amendment, the requirements whose clauses state facts of an unknown deal. */
function summary(
  { closed, contradicted, open, worse, files, elsewhere, undefinedTerms }: Redline,
  leftOut: readonly string[],
): string {
  const total = closed.length + open.length;
  if (total === 0)
    return "Nothing to change: no requirement of the playbook is missing, adverse or covered in part, but for what was accepted.\n";
  const beside = contradicted.filter(({ requirementId }) => closed.includes(requirementId));
  const plain = closed.length - beside.length;
  const lines = files.length > 0 ? [`With all changes accepted ${plain} of ${total} gaps are closed.`] : [];
  if (beside.length > 0)
    lines.push(
      `The wording for ${beside.length} more is in, but look at these clauses: they still say otherwise: ${beside.map(({ requirementId, clauses }) => (clauses.length > 0 ? `${requirementId} (${clauses.join(", ")})` : requirementId)).join("; ")}.`,
    );
  const amended = elsewhere.length - leftOut.length;
  if (amended > 0) lines.push(`For ${amended} the clauses stand in the amendment.`);
  if (leftOut.length > 0)
    lines.push(
      `Left out of the amendment, because the clauses state facts of the deal (give it with --deal FILE): ${leftOut.join(", ")}.`,
    );
  const rest = open.filter(({ requirementId }) => !elsewhere.includes(requirementId));
  for (const [because, some] of Map.groupBy(rest, (one) => one.because))
    lines.push(`Still open, because ${because}: ${some.map(({ requirementId }) => requirementId).join(", ")}.`);
  if (worse.length > 0) lines.push(`Look at these again, the changes make them worse: ${worse.join(", ")}.`);
  if (undefinedTerms.length > 0)
    lines.push(`Used by the new clauses and to be defined by you: ${undefinedTerms.join(", ")}.`);
  return lines.map((line) => `${visible(line)}\n`).join("");
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}
