/** A run of the command line as a person would describe it. */
export interface Scenario {
  /** Files of the working folder by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Arguments after "clausecheck". */
  readonly args: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  /** Every file there must be after the run, besides those given; undefined where it does not matter. */
  readonly after: readonly string[] | undefined;
}

const SECTIONS = ["files", "command", "stdout", "stderr", "exit", "after"];

/**
 * Reads a scenario: sections "====name====". In files, "--- path" opens a text file and "--- path base64" one of bytes.
 * Throws for a section it does not know, so that a misspelt one never passes for an absent one.
 */
export function readScenario(text: string): Scenario {
  const parts = text.split(/^====(.*)====\n/m).slice(1);
  const sections = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) {
    const name = parts[index] ?? "";
    if (!SECTIONS.includes(name) || sections.has(name)) throw new Error(`unexpected section "${name}"`);
    sections.set(name, parts[index + 1] ?? "");
  }
  const [program, ...args] = words(sections.get("command") ?? "");
  const exit = sections.get("exit")?.trim();
  if (program !== "clausecheck" || exit === undefined) throw new Error("needs a clausecheck command and an exit code");
  return {
    files: filesOf(sections.get("files") ?? ""),
    args,
    stdout: sections.get("stdout") ?? "",
    stderr: sections.get("stderr") ?? "",
    exit: Number(exit),
    after: sections.get("after")?.split("\n").filter(Boolean),
  };
}

/** The expected text as a pattern: "..." stands for anything, alone on its line for any number of lines. */
export function asPattern(expected: string): RegExp {
  const escaped = expected.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll("\\.\\.\\.", "[^]*?");
  return new RegExp(`^${escaped}$`);
}

function words(line: string): string[] {
  return [...line.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

function filesOf(text: string): Map<string, Uint8Array> {
  const parts = text.split(/^--- (.*)\n/m).slice(1);
  const files = new Map<string, Uint8Array>();
  for (let index = 0; index < parts.length; index += 2) {
    const [path = "", encoding] = (parts[index] ?? "").split(" ");
    files.set(path, Buffer.from(parts[index + 1] ?? "", encoding === "base64" ? "base64" : "utf8"));
  }
  return files;
}
