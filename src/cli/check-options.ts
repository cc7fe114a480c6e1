import { ContractCheckError } from "../model/diagnostic.ts";
import { FACTS, type FactId, SEVERITIES, type Severity } from "../model/review.ts";

const FORMATS = ["html", "json"] as const;
type Format = (typeof FORMATS)[number];

/** The options of `check` as commander collects them. */
export interface RawCheckOptions {
  readonly bundle?: boolean;
  readonly playbook?: string;
  readonly library?: string;
  readonly format?: readonly string[];
  readonly out?: string;
  readonly failOn: string;
  readonly failOnPartial?: boolean;
  readonly quiet?: boolean;
  readonly password?: string;
  readonly fact?: readonly string[];
}

export interface CheckOptions {
  readonly bundle: boolean;
  readonly playbook: string | undefined;
  readonly library: string | undefined;
  readonly formats: readonly Format[];
  /** Folder for the reports; undefined where the one format is JSON and it goes to standard output. */
  readonly out: string | undefined;
  readonly failOn: Severity | "none";
  readonly failOnPartial: boolean;
  readonly quiet: boolean;
  readonly password: string | undefined;
  readonly facts: Partial<Record<FactId, boolean>>;
}

/** Checks the options before any file is read. Throws ContractCheckError "invalid-option" naming option and choices. */
export function checkOptions(raw: RawCheckOptions): CheckOptions {
  const formats = raw.format === undefined ? FORMATS : formatsOf(raw.format);
  const jsonOnly = formats.length === 1 && formats[0] === "json";
  return {
    bundle: raw.bundle ?? false,
    playbook: raw.playbook,
    library: raw.library,
    formats,
    out: raw.out ?? (jsonOnly ? undefined : "clausecheck-report"),
    failOn: oneOf("--fail-on", "a level", raw.failOn, [...SEVERITIES, "none"]),
    failOnPartial: raw.failOnPartial ?? false,
    quiet: raw.quiet ?? false,
    password: raw.password,
    facts: Object.fromEntries((raw.fact ?? []).map(factOf)),
  };
}

function formatsOf(given: readonly string[]): Format[] {
  const wanted = given.flatMap((item) => item.split(",")).map((item) => item.trim());
  const known = wanted.map((item) => oneOf("--format", "a report format", item, FORMATS));
  return FORMATS.filter((format) => known.includes(format));
}

function factOf(given: string): [FactId, boolean] {
  const [id = "", value] = given.split("=");
  const fact = oneOf("--fact", "a fact", id.trim(), FACTS);
  const answer = oneOf(`--fact ${fact}`, "an answer", value?.trim().toLowerCase() ?? "", ["true", "false"]);
  return [fact, answer === "true"];
}

function oneOf<T extends string>(option: string, what: string, given: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given);
  if (found !== undefined) return found;
  throw new ContractCheckError("invalid-option", `${option}: "${given}" is not ${what}; use ${choices.join(", ")}.`);
}
