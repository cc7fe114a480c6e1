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
  const isDealKnown = raw.deal !== undefined || raw.set !== undefined;
  const deal = await dealOf(review, raw);
  const { view, leftOut } = closingPack(review, {
    library,
    playbook,
    texts,
    deal,
    isDealKnown,
    firstNumber: nextNumber(files),
  });
  if (leftOut.length > 0)
    terminal.err(
      `Left out, because their clauses state facts of the deal (give it with --deal FILE): ${leftOut.join(", ")}.\n`,
    );
  if (!view) {
    terminal.err("Nothing to write: no other requirement of the playbook is missing, adverse or covered in part.\n");
    return diagnostics.length > 0 ? 2 : 0;
  }
  await writePack(view, `${input.name}.closing-clauses`, formats, raw, terminal);
  return diagnostics.length > 0 ? 2 : 0;
}

/**
 * The deal as given; its parties as the contract names them where nobody said, or as `otherwise` does. Throws ContractCheckError
 * "invalid-deal" where none of them does.
 */
export async function dealOf(
  { contract: { parties }, facts }: Review,
  raw: Pick<RawTemplateOptions, "deal" | "set" | "supplier" | "customer">,
  otherwise: Partial<Record<"supplier" | "customer", string>> = {},
): Promise<Deal> {
  const { loadDeal } = await import("../library/load-deal.ts");
  const named = (["supplier", "customer"] as const).flatMap((role) => {
    const name = parties.find((party) => party.role === role)?.name ?? otherwise[role];
    return name === undefined ? [] : [[`${role}.name`, name] as const];
  });
  const given = (["supplier", "customer"] as const).flatMap((role) => {
    const name = raw[role];
    return name === undefined ? [] : [[`${role}.name`, name] as const];
  });
  const hasContainers = facts.some((fact) => fact.id === "containers" && fact.value);
  return loadDeal({
    defaults: new Map<string, unknown>([...named, ["hosting.containers", hasContainers]]),
    file: raw.deal,
    answers: new Map<string, unknown>(given),
    set: raw.set,
  });
}
