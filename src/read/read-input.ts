// One collected contract -> its files as read, with a diagnostic for each that could not be.
import type { ReadFile } from "../model/contract.ts";
import { ContractCheckError, type Diagnostic, type ErrorCode } from "../model/diagnostic.ts";
import type { CollectedInput, InputFile } from "./collect-inputs.ts";
import { readFile } from "./read-file.ts";

/**
 * Reads every file of a contract, in order. A file of a bundle that cannot be read becomes a diagnostic and never stops the rest.
 * Throws ContractCheckError for a path that does not exist, and where nothing at all could be read, with the reason of the first file.
 */
export async function readInput(
  input: CollectedInput,
  options: { readonly password?: string } = {},
): Promise<{ readonly files: ReadFile[]; readonly diagnostics: Diagnostic[] }> {
  const missing = input.problems.find((problem) => problem.code === "missing-path");
  if (missing !== undefined) throw new ContractCheckError(missing.code, missing.message);
  const files: ReadFile[] = [];
  const diagnostics: Diagnostic[] = input.problems.map((problem) => toDiagnostic(problem, undefined));
  const failures: ContractCheckError[] = [];
  for (const file of input.files) {
    try {
      files.push(await load(file, options));
    } catch (error) {
      if (!(error instanceof ContractCheckError)) throw error;
      failures.push(error);
      diagnostics.push(toDiagnostic(error, file.name));
    }
  }
  if (files.length > 0) return { files, diagnostics };
  const [problem] = input.problems;
  throw (
    failures[0] ??
    new ContractCheckError(
      problem?.code ?? "no-files",
      problem?.message ?? `${input.name}: holds no files; check the path.`,
    )
  );
}

async function load(file: InputFile, options: { readonly password?: string }): Promise<ReadFile> {
  const bytes = await file.load().catch((cause: unknown) => {
    // What an archive says about its own entry is fit to show; what the system says may hold a path.
    const why =
      cause instanceof Error && !("code" in cause) ? cause.message : "cannot be opened; check its permissions";
    throw new ContractCheckError("unreadable-file", `${file.name}: ${why}.`, { cause });
  });
  return readFile(bytes, file.name, options);
}

const CODES: Readonly<Partial<Record<ErrorCode, Diagnostic["code"]>>> = {
  "unsupported-format": "file-skipped",
  "empty-file": "file-skipped",
  "password-protected": "encrypted-part",
};

function toDiagnostic(trouble: { code: ErrorCode; message: string }, file: string | undefined): Diagnostic {
  const code = CODES[trouble.code] ?? "part-unreadable";
  const severity = code === "file-skipped" ? "warning" : "error";
  return { code, severity, message: trouble.message, ...(file === undefined ? {} : { file }) };
}
