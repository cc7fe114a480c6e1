import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** A problem in the library, where a lawyer can find it. */
export interface LibraryProblem {
  readonly file: string;
  /** From 1; 0 where it concerns the file as a whole. */
  readonly line: number;
  /** Field, as "elements.2.phrases"; "" for the whole file. */
  readonly path: string;
  readonly message: string;
}

export interface Parsed<T> {
  readonly value: T | undefined;
  readonly problems: readonly LibraryProblem[];
  /** Line of a field of this file, for problems found later. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** What a problem is called: the issue, and the file's values as they were read. */
export type IssueWords = (issue: z.core.$ZodIssue, raw: unknown) => string;

/** Parses and checks one YAML file. All its problems at once, each with its line; `wordsOf` puts those of single fields in words. */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  wordsOf: IssueWords = (issue) => issue.message,
): Parsed<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      const range =
        node && typeof node === "object" && "range" in node ? (node.range as readonly number[] | undefined) : undefined;
      if (range) return counter.linePos(range[0] ?? 0).line;
    }
    return 1;
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line ?? 0,
      path: "",
      message: error.message.split("\n")[0] ?? "is not YAML",
    }));
    return { value: undefined, problems, lineOf };
  }
  let raw: unknown;
  try {
    raw = document.toJS();
  } catch (error) {
    // An alias of nothing, or one that unfolds without end, is found only now.
    if (!(error instanceof ReferenceError)) throw error;
    return { value: undefined, problems: [{ file, line: 0, path: "", message: error.message }], lineOf };
  }
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    path: issue.path.join("."),
    message: wordsOf(issue, raw),
  }));
  return { value: undefined, problems, lineOf };
}
