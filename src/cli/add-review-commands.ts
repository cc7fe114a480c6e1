import type { Command } from "commander";
import type { RawAcceptOptions } from "./accept-command.ts";
import type { RawCheckOptions } from "./check-options.ts";
import { collect } from "./collect.ts";
import { CHECK_HELP, COMPARE_HELP, RESPONSIBILITIES_HELP } from "./command-help.ts";
import type { RawCompareOptions } from "./compare-command.ts";
import type { RawResponsibilityOptions } from "./responsibilities-command.ts";
import type { Terminal } from "./terminal.ts";

/** Adds what reads contracts and reports: `check`, `compare`, `accept`, `responsibilities`. */
export function addReviewCommands(
  root: Command,
  terminal: Terminal,
  finish: (result: Promise<number>) => Promise<void>,
): void {
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
