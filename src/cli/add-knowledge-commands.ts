import type { Command } from "commander";
import { collect } from "./collect.ts";
import type { TestOptions } from "./library-command.ts";
import type { EditOptions, ExportOptions, ImportOptions, NewOptions } from "./library-edit-commands.ts";
import type { RawPolicyOptions } from "./playbook-command.ts";
import type { Terminal } from "./terminal.ts";

/** Adds what makes and tests the legal knowledge: `playbook`, `library`. */
export function addKnowledgeCommands(
  root: Command,
  terminal: Terminal,
  finish: (result: Promise<number>) => Promise<void>,
): void {
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
