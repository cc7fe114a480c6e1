/** What could not be read, or was read with a reservation. Travels with the value; never an exception. */
export interface Diagnostic {
  readonly code:
    | "page-without-text"
    | "page-unreadable"
    | "part-unreadable"
    | "tracked-changes-accepted"
    | "comments-kept-apart"
    | "encrypted-part"
    | "unsupported-file"
    | "image-with-text-skipped"
    | "encoding-guessed"
    | "file-skipped"
    | "document-not-supplied"
    | "language-not-supported"
    | "assumption"
    | "deviation-unused"
    | "reader-note";
  readonly severity: "info" | "warning" | "error";
  /** One sentence: what, where, what to do. Never contract text. */
  readonly message: string;
  readonly file?: string;
  readonly page?: number;
}

export type ErrorCode =
  | "unreadable-file"
  | "unsupported-format"
  | "password-protected"
  | "empty-file"
  | "no-files"
  | "missing-path"
  | "invalid-library"
  | "unknown-playbook"
  | "invalid-option"
  | "invalid-deal"
  | "invalid-deviations"
  | "unknown-pack"
  | "unwritable-output";

/** Trouble of the caller or the environment: one clear line, exit code 2. Thrown by read, library and cli only. */
export class ContractCheckError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "ContractCheckError";
    this.code = code;
  }
}
