import { ContractCheckError } from "../model/diagnostic.ts";
import { FACTS, type FactId, SEVERITIES, type Severity } from "../model/review.ts";
import { AUDIENCES, type Audience } from "../report/views/audience.ts";

const FORMATS = ["html", "pdf", "docx", "md", "xlsx", "csv", "json", "sarif"] as const;
export type Format = (typeof FORMATS)[number];
const USUAL: readonly Format[] = ["html", "json"];
/** Formats for programs: alone and without --out they go to standard output. */
const DATA: readonly Format[] = ["json", "csv", "sarif", "md"];

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
  readonly audience?: string;
  readonly deviations?: string;
  readonly asOf?: string;
}

export interface CheckOptions {
  readonly bundle: boolean;
  readonly playbook: string | undefined;
  readonly library: string | undefined;
  readonly formats: readonly Format[];
  /** legal: everything; procurement: one page. Formats for programs always hold everything. */
  readonly audience: Audience;
  /** File of accepted shortfalls. */
  readonly deviations: string | undefined;
  /** The day for which they are weighed, ISO 8601. */
  readonly asOf: string;
  /** Folder for the reports; undefined where the one format is for programs and goes to standard output. */
  readonly out: string | undefined;
  readonly failOn: Severity | "none";
  readonly failOnPartial: boolean;
  readonly quiet: boolean;
  readonly password: string | undefined;
  readonly facts: Partial<Record<FactId, boolean>>;
}

/** Checks the options before any file is read; `today` (ISO 8601) holds where no day is given. Throws ContractCheckError "invalid-option" naming option and choices. */
export function checkOptions(raw: RawCheckOptions, today: string): CheckOptions {
  const formats = raw.format === undefined ? USUAL : formatsOf(raw.format);
  const dataOnly = formats.length === 1 && formats.every((format) => DATA.includes(format));
  return {
    bundle: raw.bundle ?? false,
    playbook: raw.playbook,
    library: raw.library,
    formats,
    audience: oneOf("--audience", "an audience", raw.audience ?? "legal", AUDIENCES),
    deviations: raw.deviations,
    asOf: raw.asOf === undefined ? today : dayOf("--as-of", raw.asOf),
    out: raw.out ?? (dataOnly ? undefined : "clausecheck-report"),
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

/** A day given with an option, ISO 8601. Throws ContractCheckError "invalid-option". */
export function dayOf(option: string, given: string): string {
  const day = new Date(`${given}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given))
    return given;
  throw new ContractCheckError("invalid-option", `${option}: "${given}" is not a day; write it as 2026-03-01.`);
}

/** A fact given as fact=value. Throws ContractCheckError "invalid-option". */
export function factOf(given: string): [FactId, boolean] {
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
