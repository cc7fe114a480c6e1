import type { Deal } from "../model/deal.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { Review } from "../model/review.ts";
import { errorLines } from "./error-lines.ts";
import type { ExitCode } from "./exit-code.ts";
import { formatsOf, type RawTemplateOptions, writePack } from "./template-command.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Writes the clauses that close one contract's gaps, in its own names, numbered on from its last clause. A file that cannot be read
 * makes the exit code 2: what is missing may stand there.
 */
export async function closingCommand(
  paths: readonly string[],
  raw: RawTemplateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const formats = formatsOf(raw.format ?? ["docx"]);
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPacks } = await import("../library/load-packs.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const { readInput } = await import("../read/read-input.ts");
  const { reviewContract } = await import("../review.ts");
  const { closingPack, nextNumber } = await import("../closing-pack.ts");
  const library = loadLibrary(raw.library);
  const playbook = loadPlaybook(library, raw.playbook);
  const { packs: _, ...texts } = loadPacks();
  const [input] = await collectInputs(paths, { bundle: true });
  if (!input) throw new ContractCheckError("no-files", "no contract is among the paths of --for.");
  const { files, diagnostics } = await readInput(input, {});
  for (const { message } of diagnostics) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
  const review = reviewContract(files, { library, playbook });
  const deal = await dealOf(review, raw);
  const view = closingPack(review, { library, playbook, texts, deal, firstNumber: nextNumber(files) });
  if (!view) {
    terminal.err("Nothing to close: no requirement of the playbook is missing, adverse or covered in part.\n");
    return diagnostics.length > 0 ? 2 : 0;
  }
  if (raw.deal === undefined && raw.set === undefined)
    terminal.err(
      "What the clauses say of data, people, layers and places is an example; give the deal's own with --deal or --set.\n",
    );
  await writePack(view, `${input.name}.closing-clauses`, formats, raw, terminal);
  return diagnostics.length > 0 ? 2 : 0;
}

/** The deal as given, its parties as the contract names them where nobody said. */
async function dealOf({ contract: { parties, names }, facts }: Review, raw: RawTemplateOptions): Promise<Deal> {
  const { loadDeal } = await import("../library/load-deal.ts");
  const partyOf = (role: "supplier" | "customer") =>
    raw[role] ?? parties.find((party) => party.role === role)?.name ?? names[role];
  const isTrue = (id: string) => facts.some((fact) => fact.id === id && fact.value);
  return loadDeal({
    file: raw.deal,
    answers: new Map<string, unknown>([
      ["supplier.name", partyOf("supplier")],
      ["customer.name", partyOf("customer")],
      ["hosting.containers", isTrue("containers")],
    ]),
    set: raw.set,
  });
}
