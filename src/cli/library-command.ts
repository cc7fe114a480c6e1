import { ContractCheckError } from "../model/diagnostic.ts";
import type { Library, Requirement } from "../model/requirement.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";
import { wrapText } from "./wrap-text.ts";

/** Prints every problem of the library, "file:line: path: message"; 1 where there is one. */
export async function lintCommand(folder: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { readLibrary } = await import("../library/load-library.ts");
  const { problems } = readLibrary(folder);
  for (const { file, line, path, message } of problems) {
    terminal.out(`${visible(`${file}:${line}: ${path === "" ? "" : `${path}: `}${message}`)}\n`);
  }
  terminal.err(`${plural(problems.length, "problem")} in the library.\n`);
  return problems.length === 0 ? 0 : 1;
}

/** Prints the requirements, one a line: id, area, severity, title. */
export async function listCommand(folder: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { loadLibrary } = await import("../library/load-library.ts");
  const { requirements } = loadLibrary(folder);
  const rows = requirements.map(({ id, area, severity, title }) => [id, area, severity, title]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) terminal.out(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}\n`);
  return 0;
}

/** Prints what one requirement asks. Throws ContractCheckError "invalid-option" for an id the library does not have. */
export async function showCommand(id: string, folder: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { loadLibrary } = await import("../library/load-library.ts");
  const requirement = loadLibrary(folder).requirements.find((item) => item.id === id);
  if (requirement === undefined) {
    const message = `${id}: no such requirement; "clausecheck library list" shows those there are.`;
    throw new ContractCheckError("invalid-option", message);
  }
  terminal.out(describe(requirement));
  return 0;
}

export interface TestOptions {
  readonly library?: string;
  /** A folder of contracts whose findings are compared with those recorded. */
  readonly against?: string;
  readonly playbook?: string;
  readonly accept?: boolean;
  /** Test the model clauses too, with one thing wrong in each. */
  readonly mutants?: boolean;
}

/**
 * Runs the examples of every requirement; prints those that do not give the verdict they name. With `against`, prints
 * instead which findings of a folder of contracts have changed.
 */
export async function testCommand(options: TestOptions, terminal: Terminal): Promise<ExitCode> {
  const { loadLibrary } = await import("../library/load-library.ts");
  const library = loadLibrary(options.library);
  if (options.against !== undefined) {
    const { againstCommand } = await import("./against-command.ts");
    const { against, playbook, accept = false } = options;
    return againstCommand(library, against, { playbook, accept }, terminal);
  }
  if (options.accept || options.playbook !== undefined) {
    const message = `${options.accept ? "--accept" : "--playbook"}: has no meaning without --against; name the folder of contracts.`;
    throw new ContractCheckError("invalid-option", message);
  }
  const { testLibrary } = await import("../test-library.ts");
  const failures = testLibrary(library);
  for (const { id, example, message } of failures) {
    terminal.out(`${visible(`${id}: ${example}: ${message}`)}\n`);
  }
  const { requirements, functions } = library;
  const examples = [...requirements, ...functions].reduce((sum, entry) => sum + entry.examples.length, 0);
  const entries = `${plural(requirements.length, "requirement")} and ${plural(functions.length, "function")}`;
  terminal.err(`${plural(examples, "example")} of ${entries}, ${plural(failures.length, "failure")}.\n`);
  const survivors = options.mutants ? await testMutants(library, terminal) : 0;
  return failures.length + survivors === 0 ? 0 : 1;
}

/** Prints the mutants that the check does not see; how many they are. */
async function testMutants(library: Library, terminal: Terminal): Promise<number> {
  const { mutantsOf } = await import("../test-mutants.ts");
  const mutants = library.requirements.flatMap((requirement) => mutantsOf(library, requirement));
  const survivors = mutants.filter(({ survived }) => survived !== undefined);
  for (const { id, kind, touched, survived } of survivors)
    terminal.out(
      `${visible(`${id}: model clause with ${touched === "" ? "all of it" : touched} ${kind}: ${survived}`)}\n`,
    );
  terminal.err(
    `${mutants.length - survivors.length} of ${plural(mutants.length, "mutant")} of the model clauses seen.\n`,
  );
  return survivors.length;
}

function describe(requirement: Requirement): string {
  const { id, title, area, severity, status, question, why, elements, citations } = requirement;
  return [
    title,
    `${id}, ${area}, ${severity}, ${status}`,
    "",
    ...wrapText(question, 80),
    ...wrapText(why, 80),
    "",
    "Elements",
    ...elements.flatMap((element) => {
      const tags = [
        element.mandatory ? "mandatory" : "optional",
        ...(element.beyond_statute ? ["beyond the statute"] : []),
      ];
      return wrapText(`${element.text} (${tags.join(", ")})`, 76).map(
        (line, row) => `${row === 0 ? "  - " : "    "}${line}`,
      );
    }),
    "",
    "Citations",
    ...citations.map((citation) => `  - ${citation}`),
    "",
  ].join("\n");
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
