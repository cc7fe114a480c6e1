import type { Command } from "commander";
import { collect } from "./collect.ts";
import type { RawLetterOptions } from "./letter-command.ts";
import type { Terminal } from "./terminal.ts";

const LETTER_HELP = `
NAME.letter.docx may be sent: it asks for what lacks and gives no reasons of
yours. With --internal there is NAME.internal.docx too, which must not be sent:
severity, verdict, playbook, what to concede. Read both before you send one.

Exit codes
  0  written, or nothing to ask for
  2  something could not be read; whatever could be is written all the same`;

/** Adds `letter` to the command line. */
export function addLetterCommand(
  root: Command,
  terminal: Terminal,
  finish: (result: Promise<number>) => Promise<void>,
): void {
  root
    .command("letter")
    .description("write the letter that asks the supplier to change a contract")
    .argument("<path...>", "contract files, folders or zip archives")
    .option("--bundle", "take all paths as one contract")
    .option("--from <text>", 'who writes, as "Jane Doe, Head of Legal, Acme Ltd" (default: the customer)')
    .option("--to <name>", "to whom (default: the supplier)")
    .option("--date <date>", "of the letter, as 2026-03-01 (default: today)")
    .option("--reply-by <date>", "by when you want an answer")
    .option("--internal", "write the version with your own remarks too, never to be sent")
    .option("--format <formats>", "docx, md, separated by commas (default: docx)", collect)
    .option("--out <folder>", 'where files go (default: "clausecheck-letter")')
    .option("--playbook <id or file>", "which requirements, limits and severities apply (default: uk-outsourcing)")
    .option("--library <folder>", "use another clause library than the one that comes along")
    .option("--deviations <file>", "shortfalls that somebody accepted (YAML); not asked for while that holds")
    .option("--as-of <date>", "with --deviations: the day for which they are weighed (default: the letter's)")
    .option("--fact <fact=value>", "a fact you know, as personal_data=false (repeatable)", collect)
    .option("--password <text>", "password of encrypted files")
    .addHelpText("after", LETTER_HELP)
    .action(async (paths: string[], options: RawLetterOptions) => {
      const { letterCommand } = await import("./letter-command.ts");
      await finish(letterCommand(paths, options, terminal));
    });
}
