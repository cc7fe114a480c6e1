import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { ACCEPTABLE, type Deviation } from "../model/deviation.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { Library } from "../model/requirement.ts";
import type { Finding, Review } from "../model/review.ts";
import { dayOf, factOf } from "./check-options.ts";
import { errorLines } from "./error-lines.ts";
import type { ExitCode } from "./exit-code.ts";
import { reviewOf } from "./review-input.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "./today.ts";
import { visible } from "./visible.ts";
import { withLock } from "./with-lock.ts";
import { writeWhole } from "./write-files.ts";

/** The options of `accept` as commander collects them. */
export interface RawAcceptOptions {
  readonly requirement: string;
  readonly by: string;
  readonly because: string;
  readonly until: string;
  readonly accepted?: string;
  readonly deviations?: string;
  readonly playbook?: string;
  readonly library?: string;
  readonly fact?: readonly string[];
  readonly password?: string;
}

/**
 * Records that somebody accepts what a contract says on one requirement: an entry with the finding as it is now, at the
 * end of the file of deviations. Written whole or not at all.
 */
export async function acceptCommand(path: string, raw: RawAcceptOptions, terminal: Terminal): Promise<ExitCode> {
  const given = wordsOf(raw);
  const facts = Object.fromEntries((raw.fact ?? []).map(factOf));
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { checkDeviations, readDeviations } = await import("../library/load-deviations.ts");
  const { appendDeviation, isBlank } = await import("../library/append-deviation.ts");
  const library = loadLibrary(raw.library);
  const playbook = loadPlaybook(library, raw.playbook);
  const file = raw.deviations ?? "deviations.yaml";
  const text = existsSync(file) ? readDeviations(file) : "";
  if (!isBlank(text)) checkDeviations(file, text, library);
  const review = await reviewOfOne(path, { library, playbook, facts, password: raw.password }, terminal);
  if (!review) return 2;
  const { shortfalls } = await import("../assess/apply-deviations.ts");
  const finding = findingOf(review, raw.requirement, library);
  const accepts = shortfalls(finding);
  const deviation: Deviation = {
    contract: nameOf(review),
    requirement: finding.requirementId,
    verdict: acceptable(finding),
    ...(accepts.length > 0 ? { accepts } : {}),
    ...given,
  };
  // Another run may have added to the file since: what counts is the file as it is now.
  const written = await withLock(file, "--deviations", () => {
    const now = existsSync(file) ? readDeviations(file) : "";
    const after = appendDeviation(file, now, deviation);
    const all = checkDeviations(file, after, library);
    const same = all.filter(
      ({ contract, requirement }) => contract === deviation.contract && requirement === deviation.requirement,
    );
    return { path: writeWhole(dirname(file), basename(file), after, "--deviations"), entries: same.length };
  });
  terminal.out(`${visible(written.path)}\n`);
  if (written.entries > 1)
    terminal.err(
      `${visible(file)} has ${written.entries} entries for it now; of those that hold the one that ends last counts.\n`,
    );
  const what = accepts.length > 0 ? ` (${accepts.join(", ")})` : "";
  terminal.err(`Accepted until ${given.until}: ${visible(finding.title)}, ${finding.verdict}${what}.\n`);
  return 0;
}

function wordsOf(raw: RawAcceptOptions): Pick<Deviation, "by" | "because" | "accepted" | "until"> {
  const accepted = raw.accepted === undefined ? today() : dayOf("--accepted", raw.accepted);
  const until = dayOf("--until", raw.until);
  if (until < accepted) {
    const message = `--until: ${until} is before ${accepted}, the day on which it was accepted.`;
    throw new ContractCheckError("invalid-option", message);
  }
  return { by: saidOf("--by", raw.by), because: saidOf("--because", raw.because), accepted, until };
}

function saidOf(option: string, given: string): string {
  const text = given.trim();
  if (text.length >= 3) return text;
  throw new ContractCheckError(
    "invalid-option",
    `${option}: "${text}" is too short; a later reader must understand it.`,
  );
}

/** The review, or undefined (and a line each) where a file could not be read: what lacks may stand there. */
async function reviewOfOne(
  path: string,
  setting: Parameters<typeof reviewOf>[1],
  terminal: Terminal,
): Promise<Review | undefined> {
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const [input] = await collectInputs([path], { bundle: true });
  if (!input) throw new ContractCheckError("no-files", `${path}: holds no contract files; check the folder.`);
  const { review, skipped } = await reviewOf(input, setting);
  if (skipped.length === 0) return review;
  const lines = [...skipped.map(({ message }) => message), "nothing was written."];
  terminal.err(errorLines(new ContractCheckError("unreadable-file", lines.join("\n"))));
  return undefined;
}

function findingOf(review: Review, id: string, library: Library): Finding {
  const finding = review.findings.find(({ requirementId }) => requirementId === id);
  if (finding) return finding;
  const why = library.requirements.some((one) => one.id === id)
    ? `is not asked for by the playbook ${review.playbook.id}; name another with --playbook.`
    : 'is no requirement of the library; see "clausecheck library list".';
  throw new ContractCheckError("invalid-option", `--requirement: "${id}" ${why}`);
}

function acceptable({ verdict, requirementId }: Finding): Deviation["verdict"] {
  const found = ACCEPTABLE.find((one) => one === verdict);
  if (found) return found;
  const why = verdict === "covered" ? "is covered" : "does not apply to this contract";
  throw new ContractCheckError("invalid-option", `--requirement: ${requirementId} ${why}; there is nothing to accept.`);
}

/** The contract's title, which outlives a version; a file's name where it has none. */
function nameOf({ contract }: Review): string {
  const title = contract.title.trim();
  return title.length >= 3 ? title : (contract.files[0]?.name ?? "contract");
}
