import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addDraftCommands } from "./add-draft-commands.ts";
import { addKnowledgeCommands } from "./add-knowledge-commands.ts";
import { addReviewCommands } from "./add-review-commands.ts";
import { errorLines } from "./error-lines.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";

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
  addReviewCommands(root, terminal, finish);
  addDraftCommands(root, terminal, finish);
  addKnowledgeCommands(root, terminal, finish);
  return root;
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
