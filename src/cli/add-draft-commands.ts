import type { Command } from "commander";
import { ContractCheckError } from "../model/diagnostic.ts";
import { addLetterCommand } from "./add-letter-command.ts";
import { collect } from "./collect.ts";
import type { RawRedlineOptions } from "./redline-command.ts";
import type { RawTemplateOptions } from "./template-command.ts";
import type { Terminal } from "./terminal.ts";

/** Adds what writes for the other side: `letter`, `redline`, `template`. */
export function addDraftCommands(
  root: Command,
  terminal: Terminal,
  finish: (result: Promise<number>) => Promise<void>,
): void {
  addLetterCommand(root, terminal, finish);
  root
    .command("redline")
    .description("write our changes into a contract's own Word files, tracked and commented")
    .argument("<path...>", "the files of one contract, a folder or a zip archive")
    .option("--playbook <id or file>", "which requirements and limits apply (default: uk-outsourcing)")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--deal <file>", "deal profile (YAML), for the clauses that state facts of the deal")
    .option("--set <path=value>", "one fact of the deal, as hosting.containers=true (repeatable)", collect)
    .option("--author <name>", 'who the changes are by (default: "clausecheck")')
    .option("--date <date>", "their day, as 2026-03-01 (default: when the file was last saved)")
    .option("--deviations <file>", "shortfalls that somebody accepted (YAML); left alone while that holds")
    .option("--as-of <date>", "with --deviations: the day for which they are weighed (default: today)")
    .option("--fact <fact=value>", "a fact you know, as personal_data=false (repeatable)", collect)
    .option("--out <folder>", 'where files go (default: "clausecheck-redline")')
    .option("--password <text>", "password of encrypted files")
    .action(async (paths: string[], options: RawRedlineOptions) => {
      const { redlineCommand } = await import("./redline-command.ts");
      await finish(redlineCommand(paths, options, terminal));
    });
  root
    .command("template")
    .description("write the clauses for a new deal; without a pack, list the packs")
    .argument("[pack]", "which pack of clauses")
    .option("--deal <file>", "deal profile (YAML): parties, data, hosting, transfers, numbers")
    .option("--supplier <name>", "the supplier's full name")
    .option("--customer <name>", "the customer's full name")
    .option("--set <path=value>", "one fact of the deal, as hosting.containers=true (repeatable)", collect)
    .option("--ask", "ask for the facts of the deal in the terminal")
    .option("--playbook <id or file>", "whose numbers hold where the deal has none (default: the pack's)")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--format <formats>", "docx, md, html, separated by commas (default: docx)", collect)
    .option("--out <folder>", 'where files go (default: "clausecheck-pack")')
    .option("--notes", "write drafting notes for the negotiation too (internal)")
    .option("--for <path>", "in place of a pack: the clauses that close this contract's gaps (repeatable)", collect)
    .action(async (pack: string | undefined, options: RawTemplateOptions) => {
      if (options.for !== undefined) {
        refuseWithFor(pack, options);
        const { closingCommand } = await import("./closing-command.ts");
        return finish(closingCommand(options.for, options, terminal));
      }
      const { templateCommand } = await import("./template-command.ts");
      await finish(templateCommand(pack, options, terminal));
    });
}

/** An amendment is for one contract: a pack or the questionnaire beside it would be passed over. */
function refuseWithFor(pack: string | undefined, options: RawTemplateOptions): void {
  const other = pack !== undefined ? `pack ${pack}` : options.ask ? "--ask" : undefined;
  if (other === undefined) return;
  throw new ContractCheckError("invalid-option", `--for: writes an amendment to one contract; leave out ${other}.`);
}
