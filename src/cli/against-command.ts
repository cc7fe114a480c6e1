import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { Library } from "../model/requirement.ts";
import type { Review } from "../model/review.ts";
import { errorLines } from "./error-lines.ts";
import type { ExitCode } from "./exit-code.ts";
import { changes, parseRecord, recordOf } from "./finding-record.ts";
import { progressOf } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";
import { writeWhole } from "./write-files.ts";

const RECORD = "clausecheck-findings.json";

/**
 * Reviews every contract of a folder and prints which findings differ from those recorded there; records them the first
 * time and where `accept` is set. 1 where findings differ, 2 where a contract could not be read.
 */
export async function againstCommand(
  library: Library,
  folder: string,
  options: { readonly playbook: string | undefined; readonly accept: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const playbook = loadPlaybook(library, options.playbook);
  const { reviews, unread } = await reviewAll(library, playbook, folder, terminal);
  const failed = unread.length > 0;
  const record = recordOf(reviews);
  const path = join(folder, RECORD);
  const isFirst = !existsSync(path);
  const isRead = (line: string) => !unread.some((name) => line.startsWith(`${name}: `));
  const found = isFirst ? [] : changes(parseRecord(readFileSync(path, "utf8"), path), record).filter(isRead);
  for (const line of found) terminal.out(`${visible(line)}\n`);
  const isKept = isFirst || (options.accept && found.length > 0);
  if (isKept && !failed) writeWhole(folder, RECORD, `${JSON.stringify(record, null, 1)}\n`);
  terminal.err(`${closing(reviews.size, found.length, { isFirst, isKept: isKept && !failed }, path)}\n`);
  if (failed) return 2;
  return found.length > 0 && !isKept ? 1 : 0;
}

async function reviewAll(
  library: Library,
  playbook: Parameters<typeof import("../review.ts").reviewContract>[1]["playbook"],
  folder: string,
  terminal: Terminal,
): Promise<{ reviews: Map<string, Review>; unread: string[] }> {
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const { readInput } = await import("../read/read-input.ts");
  const { reviewContract } = await import("../review.ts");
  const inputs = await collectInputs(contractsIn(folder), { bundle: false });
  const progress = progressOf(terminal, inputs.length);
  const reviews = new Map<string, Review>();
  const unread: string[] = [];
  for (const input of inputs) {
    progress.start(input.name);
    try {
      const { files, diagnostics } = await readInput(input);
      reviews.set(input.name, reviewContract(files, { library, playbook, diagnostics }));
    } catch (error) {
      unread.push(input.name);
      progress.clear();
      terminal.err(errorLines(error, input.name));
    }
  }
  progress.clear();
  return { reviews, unread };
}

/** Every file and folder of it is one contract. Throws ContractCheckError "missing-path" or "no-files". */
function contractsIn(folder: string): string[] {
  if (!existsSync(folder)) throw new ContractCheckError("missing-path", `${folder}: does not exist; check the path.`);
  if (!statSync(folder).isDirectory())
    throw new ContractCheckError("missing-path", `${folder}: is a file; name the folder that holds the contracts.`);
  const names = readdirSync(folder, { withFileTypes: true });
  const paths = names
    .filter(({ name }) => !name.startsWith(".") && name !== RECORD)
    .map(({ name }) => join(folder, name))
    .sort();
  if (paths.length === 0) throw new ContractCheckError("no-files", `${folder}: holds no contracts; check the folder.`);
  return paths;
}

function closing(
  contracts: number,
  changed: number,
  { isFirst, isKept }: { isFirst: boolean; isKept: boolean },
  path: string,
): string {
  const read = `${contracts} contract${contracts === 1 ? "" : "s"} reviewed`;
  if (isFirst)
    return isKept
      ? `${read}; findings recorded in ${path}. Run again after a change of the library.`
      : `${read}; findings not recorded, as a contract could not be read.`;
  const said = `${read}, ${changed} finding${changed === 1 ? "" : "s"} changed`;
  return isKept ? `${said}; recorded as the new findings.` : `${said}${changed > 0 ? "; --accept records them" : ""}.`;
}
