import { basename, dirname } from "node:path";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { Policy } from "../model/policy.ts";
import { errorLines } from "./error-lines.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { prepareFolder, writeWhole } from "./write-files.ts";

/** The options of `playbook from-policy` as commander collects them. */
export interface RawPolicyOptions {
  readonly base?: string;
  readonly library?: string;
  readonly id?: string;
  readonly title?: string;
  readonly out?: string;
  readonly password?: string;
}

const DEFAULT_OUT = "company-policy.playbook.yaml";

/**
 * Writes a playbook that carries what the company's own policies say, each line with its quote. A file that cannot be read is
 * reported, and nothing is written: a playbook made of half the policies would ask for too little.
 */
export async function fromPolicyCommand(
  paths: readonly string[],
  raw: RawPolicyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { playbookYaml } = await import("../library/playbook-yaml.ts");
  const { collectInputs } = await import("../read/collect-inputs.ts");
  const { readInput } = await import("../read/read-input.ts");
  const { policyPlaybook, readPolicy } = await import("../policy.ts");
  const library = loadLibrary(raw.library);
  if (raw.base !== undefined && !library.playbooks.some((playbook) => playbook.id === raw.base))
    throw new ContractCheckError(
      "invalid-option",
      `--base ${raw.base}: a playbook extends one of the library: ${library.playbooks.map((playbook) => playbook.id).join(", ")}.`,
    );
  const base = loadPlaybook(library, raw.base);
  const id = idOf(raw.id ?? "company-policy");
  if (library.playbooks.some((playbook) => playbook.id === id))
    throw new ContractCheckError(
      "invalid-option",
      `--id ${id}: the library has a playbook of this id; choose another.`,
    );
  const out = raw.out ?? DEFAULT_OUT;
  prepareFolder(dirname(out));
  const [input] = await collectInputs(paths, { bundle: true });
  if (!input)
    throw new ContractCheckError("no-files", "no policy is among the paths; name PDF, Word, Markdown or text files.");
  const { files, diagnostics } = await readInput(input, raw.password === undefined ? {} : { password: raw.password });
  const unread = files.filter((file) => file.unreadPages.length > 0);
  for (const { message } of diagnostics) terminal.err(errorLines(new ContractCheckError("unreadable-file", message)));
  for (const { name, unreadPages } of unread)
    terminal.err(
      errorLines(
        new ContractCheckError(
          "unreadable-file",
          `${name}: ${pages(unreadPages)} without readable text; send a searchable copy.`,
        ),
      ),
    );
  if (diagnostics.length > 0 || unread.length > 0) return 2;
  const policy = readPolicy(files, library, base);
  if (Object.keys(policy.requirements).length === 0 && Object.keys(policy.limits).length === 0)
    throw new ContractCheckError(
      "invalid-option",
      "the files state no requirement of the library and no number; are they security or data protection policies?",
    );
  const playbook = policyPlaybook(policy, base, library, {
    id,
    title: raw.title ?? `Own policies, on top of ${base.id}`,
  });
  const remarks = [
    `Made from ${policy.documents.join(", ")}. What the policies leave open is ${base.id}'s.`,
    "Read every quote before you rely on it: a number belongs here only if the policy sets it.",
  ];
  terminal.out(policyText(policy));
  terminal.err(`Written to ${writeWhole(dirname(out), basename(out), playbookYaml(playbook, remarks))}\n`);
  return 0;
}

/** What was found, a number a line, then the requirements by id. */
function policyText({ limits, requirements }: Policy): string {
  const numbers = Object.entries(limits).map(
    ([metric, { value, clause, file }]) =>
      `${metric.padEnd(36)}${String(value).padStart(8)}  ${file}${clause === "" ? "" : `, ${clause}`}\n`,
  );
  const stated = Object.entries(requirements).map(
    ([id, elements]) => `${id.padEnd(46)}${Object.keys(elements).length} stated\n`,
  );
  return `Numbers set (${numbers.length})\n${numbers.join("")}\nRequirements stated (${stated.length})\n${stated.join("")}`;
}

function pages(numbers: readonly number[]): string {
  return numbers.length === 1 ? `page ${numbers[0]} is` : `pages ${numbers.join(", ")} are`;
}

function idOf(id: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
  throw new ContractCheckError("invalid-option", `--id ${id}: an id is small letters, figures and hyphens.`);
}
