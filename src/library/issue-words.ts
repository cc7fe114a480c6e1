import type { z } from "zod";

/** What is wrong with a field of a file that people write, as a sentence without its subject; `file` is what the file is: "a deal profile". */
export function issueWords(issue: z.core.$ZodIssue, value: unknown, file: string): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `${issue.keys.map((key) => `"${key}"`).join(", ")}: no such field of ${file}.`;
    case "invalid_value":
      return `is not one of ${issue.values.join(", ")}.`;
    case "invalid_format":
      return issue.format === "date" ? "is not a day; write it as 2026-03-01." : `${issue.message}.`;
    case "too_small":
      if (issue.origin === "string") return String(value).trim() === "" ? "is empty." : "is too short to say anything.";
      return issue.origin === "array"
        ? "is an empty list; leave it out or name one."
        : `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}.`;
    case "invalid_type":
      return `is not what belongs here; it takes ${TYPES[issue.expected] ?? issue.expected}.`;
    default:
      return `${issue.message}.`;
  }
}

/** Kinds of values in words. */
const TYPES: Readonly<Record<string, string>> = {
  string: "text; write a number or a date in quotes",
  object: "fields of its own",
  record: "fields of its own",
  array: "a list",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** What stands at a path of a parsed file; undefined where nothing does. */
export function valueAt(tree: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    tree,
  );
}
