import { existsSync, readFileSync, statSync } from "node:fs";
import { type Deviation, deviationsSchema } from "../model/deviation.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { Library } from "../model/requirement.ts";
import { issueWords, valueAt } from "./issue-words.ts";
import { problemLine } from "./load-library.ts";
import { type IssueWords, type Parsed, parseYaml } from "./parse-yaml.ts";

/** The accepted deviations of a YAML file. Throws ContractCheckError "missing-path" or "invalid-deviations", a line for each mistake. */
export function loadDeviations(file: string, library: Library): Deviation[] {
  if (!existsSync(file)) throw new ContractCheckError("missing-path", `${file}: no such file of deviations.`);
  return checkDeviations(file, readDeviations(file), library);
}

/** The text of a file of deviations that is there. Throws ContractCheckError "invalid-deviations". */
export function readDeviations(file: string): string {
  if (statSync(file).isDirectory())
    throw new ContractCheckError("invalid-deviations", `${file}: is a folder; name a file of deviations (YAML).`);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ContractCheckError("invalid-deviations", `${file}: cannot be read; check its permissions.`, { cause });
  }
}

/** The deviations of a file's text. Throws ContractCheckError "invalid-deviations", a line for each mistake. */
export function checkDeviations(file: string, text: string, library: Library): Deviation[] {
  const { value, problems, lineOf } = parseYaml(file, text, deviationsSchema, wordsOf);
  if (!value) throw new ContractCheckError("invalid-deviations", problems.map(lineOfProblem).join("\n"));
  const mistakes = value.deviations.flatMap((deviation, index) =>
    mistakesOf(deviation, library).map(
      ([field, message]) => `${file}:${lineOf(["deviations", index, field])}: ${field}: ${message}`,
    ),
  );
  if (mistakes.length > 0) throw new ContractCheckError("invalid-deviations", mistakes.join("\n"));
  return value.deviations;
}

const wordsOf: IssueWords = (issue, raw) => {
  if (issue.path.length === 0 && issue.code === "invalid_type")
    return 'holds no deviations; it begins with "deviations:".';
  const value = valueAt(raw, issue.path);
  const isMissing = issue.code === "invalid_type" || issue.code === "invalid_value";
  return isMissing && value === undefined ? "is missing." : issueWords(issue, value, "a deviation");
};

/** The parser says the place a second time, with a colon for the lines that follow. */
function lineOfProblem(problem: Parsed<unknown>["problems"][number]): string {
  if (problem.path !== "") return problemLine(problem);
  const message = problem.message.replace(/ at line \d+, column \d+:?$/, "").replace(/[^.]$/, "$&.");
  return problemLine({ ...problem, message });
}

function mistakesOf(
  { requirement: id, accepts = [], accepted, until }: Deviation,
  library: Library,
): [field: string, message: string][] {
  const requirement = library.requirements.find((one) => one.id === id);
  if (!requirement)
    return [["requirement", `"${id}" is no requirement of the library; see "clausecheck library list".`]];
  const known = [
    ...requirement.elements.map((one) => one.id),
    ...requirement.quantities.map(({ metric }) => metric),
    ...requirement.adverse.map((one) => one.id),
  ];
  const unknown = accepts.filter((one) => !known.includes(one));
  return [
    ...unknown.map((one): [string, string] => [
      "accepts",
      `"${one}" is no element, number or adverse wording of ${id}; it has ${known.join(", ")}.`,
    ]),
    ...(until < accepted ? [["until", "is before the day on which it was accepted."] as [string, string]] : []),
  ];
}
