import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { RawAcceptOptions } from "./accept-command.ts";
import { addLetterCommand } from "./add-letter-command.ts";
import type { RawCheckOptions } from "./check-options.ts";
import type { RawCompareOptions } from "./compare-command.ts";
import { errorLines } from "./error-lines.ts";
import type { TestOptions } from "./library-command.ts";
import type { EditOptions, ExportOptions, ImportOptions, NewOptions } from "./library-edit-commands.ts";
import type { RawPolicyOptions } from "./playbook-command.ts";
import type { RawRedlineOptions } from "./redline-command.ts";
import type { RawResponsibilityOptions } from "./responsibilities-command.ts";
import type { RawTemplateOptions } from "./template-command.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";

const CHECK_HELP = `
Every path is one contract: a file (PDF, DOCX, Markdown, HTML, text), or a
folder or zip archive whose files make up one contract. With --bundle all paths
make up one.

Exit codes
  0  no gap at or above --fail-on
  1  gaps: requirements that are missing or adverse (with --fail-on-partial,
     partial too)
  2  something could not be checked; whatever could be is reported all the same

Data goes to standard output, everything else to standard error.`;

const COMPARE_HELP = `
Each of OLD and NEW is one contract: a file, or a folder or zip archive whose
files make up one contract. Clauses are matched by their words, whatever their
number and place.

Exit codes
  0  nothing opened
  1  something opened at or above --fail-on: a new gap, a worse verdict, an
     element or a number that got worse (what somebody accepted does not count)
  2  something could not be read; whatever could be is compared all the same`;

const RESPONSIBILITIES_HELP = `
Without --format the matrix is printed. In the schedule (docx, md) the usual
owner is proposed for what the contract leaves open, marked as a proposal.

Exit codes
  0  every core function has a clear owner
  1  a core function has none: nobody, both without a split, or a conflict
  2  something could not be read; whatever could be is shown all the same`;

/** Runs the command line on its arguments (without node and script). Resolves to the exit code; never throws. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code: number = 0;
  const finish = async (result: Promise<number>) => {
    code = await result;
  };
  try {
    await program(terminal, finish).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) terminal.err(errorLines(error));
    else if (error.exitCode === 0) return 0;
    else if (error.code !== "commander.help") terminal.err(usageLine(error));
    return 2;
  }
}

function program(terminal: Terminal, finish: (result: Promise<number>) => Promise<void>): Command {
  const root = new Command("clausecheck")
    .description("Holds vendor and outsourcing contracts against a clause library and reports the gaps.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} });
  root
    .command("check")
    .description("check contracts and write a gap report for each")
    .argument("<path...>", "contract files, folders or zip archives")
    .option("--bundle", "take all paths as one contract")
    .option("--playbook <id or file>", "which requirements, limits and severities apply (default: uk-outsourcing)")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--format <formats>", "html, pdf, docx, md, xlsx, csv, json, sarif (default: html,json)", collect)
    .option("--audience <who>", "legal: everything; procurement: one page (default: legal)")
    .option("--out <folder>", 'where reports go (default: "clausecheck-report"; one data format: standard output)')
    .option("--deviations <file>", "shortfalls that somebody accepted (YAML): who, why, until when")
    .option("--as-of <date>", "with --deviations: the day for which they are weighed (default: today)")
    .option("--fail-on <level>", "critical, high, medium, low or none", "high")
    .option("--fail-on-partial", "count partial requirements as gaps too")
    .option("--fact <fact=value>", "a fact you know, as personal_data=false (repeatable)", collect)
    .option("--password <text>", "password of encrypted files")
    .option("--quiet", "say nothing but what went wrong")
    .addHelpText("after", CHECK_HELP)
    .action(async (paths: string[], options: RawCheckOptions) => {
      const { checkCommand } = await import("./check-command.ts");
      await finish(checkCommand(paths, options, terminal));
    });
  addCompareCommand(root, terminal, finish);
  addLetterCommand(root, terminal, finish);
  root
    .command("accept")
    .description("record that somebody accepts what a contract says on one requirement")
    .argument("<contract>", "contract file, folder or zip archive")
    .requiredOption("--requirement <id>", "which requirement, as sec.key-management")
    .requiredOption("--by <who>", "who accepts it")
    .requiredOption("--because <why>", "why")
    .requiredOption("--until <date>", "the last day on which it holds, as 2027-03-01")
    .option("--accepted <date>", "the day on which it was accepted (default: today)")
    .option("--deviations <file>", 'the file to add it to (default: "deviations.yaml")')
    .option("--playbook <id or file>", "which requirements, limits and severities apply (default: uk-outsourcing)")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--fact <fact=value>", "a fact you know, as personal_data=false (repeatable)", collect)
    .option("--password <text>", "password of encrypted files")
    .action(async (path: string, options: RawAcceptOptions) => {
      const { acceptCommand } = await import("./accept-command.ts");
      await finish(acceptCommand(path, options, terminal));
    });
  root
    .command("responsibilities")
    .description("read out of contracts who is responsible for which function")
    .argument("<path...>", "contract files, folders or zip archives")
    .option("--bundle", "take all paths as one contract")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--format <formats>", "html, json, csv, xlsx (the matrix), docx, md (a schedule to annex)", collect)
    .option("--out <folder>", 'where files go (default: "clausecheck-report")')
    .option("--password <text>", "password of encrypted files")
    .addHelpText("after", RESPONSIBILITIES_HELP)
    .action(async (paths: string[], options: RawResponsibilityOptions) => {
      const { responsibilitiesCommand } = await import("./responsibilities-command.ts");
      await finish(responsibilitiesCommand(paths, options, terminal));
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
    .option("--out <folder>", 'where files go (default: "clausecheck-redline")')
    .option("--password <text>", "password of encrypted files")
    .action(async (paths: string[], options: RawRedlineOptions) => {
      const { redlineCommand } = await import("./redline-command.ts");
      await finish(redlineCommand(paths, options, terminal));
    });
  root
    .command("playbook")
    .description("make playbooks")
    .command("from-policy")
    .description("read the company's own policies and write a playbook that carries them")
    .argument("<path...>", "policy files (PDF, DOCX, Markdown, HTML, text), folders or zip archives")
    .option("--base <id>", "the playbook whose values hold where the policies say nothing (default: uk-outsourcing)")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--id <id>", 'id of the new playbook (default: "company-policy")')
    .option("--title <text>", "its title")
    .option("--out <file>", 'where it goes (default: "company-policy.playbook.yaml")')
    .option("--password <text>", "password of encrypted files")
    .action(async (paths: string[], options: RawPolicyOptions) => {
      const { fromPolicyCommand } = await import("./playbook-command.ts");
      await finish(fromPolicyCommand(paths, options, terminal));
    });
  addLibraryCommands(root.command("library").description("look into and test the clause library"), terminal, finish);
  return root;
}

/** An amendment is for one contract: a pack or the questionnaire beside it would be passed over. */
function refuseWithFor(pack: string | undefined, options: RawTemplateOptions): void {
  const other = pack !== undefined ? `pack ${pack}` : options.ask ? "--ask" : undefined;
  if (other === undefined) return;
  throw new ContractCheckError("invalid-option", `--for: writes an amendment to one contract; leave out ${other}.`);
}

function addCompareCommand(
  root: Command,
  terminal: Terminal,
  finish: (result: Promise<number>) => Promise<void>,
): void {
  root
    .command("compare")
    .description("say what changed between two versions of a contract, and what that opened or closed")
    .argument("<old>", "the version before: a file, a folder or a zip archive")
    .argument("<new>", "the version now")
    .option("--playbook <id or file>", "which requirements, limits and severities apply (default: uk-outsourcing)")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--format <formats>", "text, json, html, md, docx, separated by commas (default: text)", collect)
    .option("--out <folder>", 'where files go (default: "clausecheck-report"; text, json or md alone: standard output)')
    .option("--deviations <file>", "shortfalls that somebody accepted (YAML): who, why, until when")
    .option("--as-of <date>", "with --deviations: the day for which they are weighed (default: today)")
    .option("--fail-on <level>", "critical, high, medium, low or none", "low")
    .option("--fact <fact=value>", "a fact you know, as personal_data=false (repeatable)", collect)
    .option("--password <text>", "password of encrypted files")
    .option("--quiet", "say nothing but what went wrong")
    .addHelpText("after", COMPARE_HELP)
    .action(async (old: string, now: string, options: RawCompareOptions) => {
      const { compareCommand } = await import("./compare-command.ts");
      await finish(compareCommand(old, now, options, terminal));
    });
}

function addLibraryCommands(
  library: Command,
  terminal: Terminal,
  finish: (result: Promise<number>) => Promise<void>,
): void {
  const add = (name: string, description: string) =>
    library.command(name).description(description).option("--library <folder>", "the library to use");
  add("lint", "print every mistake in the library, with file and line").action(
    async (options: { library?: string }) => {
      const { lintCommand } = await import("./library-command.ts");
      await finish(lintCommand(options.library, terminal));
    },
  );
  add("list", "print the requirements").action(async (options: { library?: string }) => {
    const { listCommand } = await import("./library-command.ts");
    await finish(listCommand(options.library, terminal));
  });
  add("show <id>", "print what a requirement asks").action(async (id: string, options: { library?: string }) => {
    const { showCommand } = await import("./library-command.ts");
    await finish(showCommand(id, options.library, terminal));
  });
  add("test", "run the examples of every requirement, or compare findings")
    .option("--against <folder>", "contracts whose findings to compare with those recorded on the first run")
    .option("--playbook <id or file>", "with --against: which requirements, limits and severities apply")
    .option("--mutants", "test the model clauses too: with one thing wrong in each, the check must see just that")
    .option("--accept", "with --against: record the findings as they are now")
    .action(async (options: TestOptions) => {
      const { testCommand } = await import("./library-command.ts");
      await finish(testCommand(options, terminal));
    });
  addLibraryEditCommands(add, terminal, finish);
}

function addLibraryEditCommands(
  add: (name: string, description: string) => Command,
  terminal: Terminal,
  finish: (result: Promise<number>) => Promise<void>,
): void {
  const addChange = (name: string, description: string) =>
    add(name, description)
      .option("--because <text>", "why; goes into the library's CHANGELOG.md")
      .option("--date <date>", "when, as 2026-03-01; goes into CHANGELOG.md");
  add("copy <folder>", "copy the library and its model clauses, so that you can change them").action(
    async (folder: string, options: { library?: string }) => {
      const { copyCommand } = await import("./library-edit-commands.ts");
      await finish(copyCommand(folder, options.library, terminal));
    },
  );
  addChange("new <id>", "begin a requirement: its file, model clause and drafting note")
    .requiredOption("--title <text>", "what it is called")
    .requiredOption("--area <area>", "where it belongs, as security")
    .action(async (id: string, options: NewOptions) => {
      const { newCommand } = await import("./library-edit-commands.ts");
      await finish(newCommand(id, options, terminal));
    });
  addChange("edit <id>", "change a requirement; written only if lint has nothing against it")
    .option("--set <field=value>", "one field, as severity=critical or elements.ID.mandatory=false", collect)
    .option("--editor", "open it in $VISUAL or $EDITOR")
    .option("--from <file>", "take its text out of a file")
    .action(async (id: string, options: EditOptions) => {
      const { editCommand } = await import("./library-edit-commands.ts");
      await finish(editCommand(id, options, terminal));
    });
  add("export", "write all requirements into one file")
    .requiredOption("--out <file>", "the file to write")
    .option("--format <format>", "xlsx or yaml (default: as the file is named)")
    .action(async (options: ExportOptions) => {
      const { exportCommand } = await import("./library-edit-commands.ts");
      await finish(exportCommand(options, terminal));
    });
  addChange("import <file>", "take an export back; all is written, or nothing if anything is wrong")
    .option("--dry-run", "only show what would change")
    .action(async (file: string, options: ImportOptions) => {
      const { importCommand } = await import("./library-edit-commands.ts");
      await finish(importCommand(file, options, terminal));
    });
}

function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function usageLine(error: CommanderError): string {
  const message = error.message.replace(/^error: /, "");
  return `clausecheck: ${visible(message)}; see "clausecheck --help".\n`;
}

/** The version of the package, which lies two folders up from src/cli and dist/cli alike. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
