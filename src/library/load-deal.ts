import { existsSync, readFileSync, statSync } from "node:fs";
import { parse } from "yaml";
import { type Deal, dealSchema } from "../model/deal.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { issueWords, valueAt } from "./issue-words.ts";
import { parseYaml } from "./parse-yaml.ts";

/** Where the facts of a deal come from: a profile, single answers on top of it. */
export interface DealSources {
  /** Path of a YAML profile. */
  readonly file?: string | undefined;
  /** "hosting.containers=true", in the order given; a value is YAML. */
  readonly set?: readonly string[] | undefined;
  /** What holds where the profile says nothing, as paths and values. */
  readonly defaults?: ReadonlyMap<string, unknown> | undefined;
  /** Answers of the questionnaire, as paths and values. */
  readonly answers?: ReadonlyMap<string, unknown> | undefined;
}

/** The checked profile. Throws ContractCheckError "invalid-deal" with a line for each mistake, "missing-path" where the file is not there. */
export function loadDeal({ file, set = [], answers = new Map(), defaults = new Map() }: DealSources): Deal {
  const raw = file === undefined ? {} : readProfile(file);
  for (const [path, value] of defaults) if (valueAt(raw, path.split(".")) === undefined) put(raw, path, value);
  for (const [path, value] of answers) put(raw, path, value);
  for (const setting of set) {
    const [path = "", ...rest] = setting.split("=");
    if (rest.length === 0)
      throw new ContractCheckError("invalid-option", `--set ${setting}: has no value; write it as path=value.`);
    put(raw, path.trim(), scalar(path, rest.join("=")));
  }
  const result = dealSchema.safeParse(raw);
  if (result.success) return result.data;
  const where = file === undefined ? "deal" : file;
  const lineOf = file === undefined ? undefined : parseYaml(file, readFileSync(file, "utf8"), dealSchema).lineOf;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    const isMissing = issue.code === "invalid_type" && valueAt(raw, issue.path) === undefined;
    const line = lineOf && !isMissing ? `:${lineOf(issue.path)}` : "";
    const what = isMissing
      ? `is missing; ${howToGive(name)}`
      : issueWords(issue, valueAt(raw, issue.path), "a deal profile");
    return `${where}${line}: ${name === "" ? "" : `${name}: `}${what}`;
  });
  throw new ContractCheckError("invalid-deal", lines.join("\n"));
}

function howToGive(name: string): string {
  const party = /^(supplier|customer)(?:\.name)?$/.exec(name)?.[1];
  return party ? `give --${party} NAME, or write it in a deal profile (--deal FILE).` : `give --set ${name}=VALUE.`;
}

type Tree = Record<string, unknown>;

function readProfile(file: string): Tree {
  if (!existsSync(file)) throw new ContractCheckError("missing-path", `${file}: no such deal profile.`);
  if (statSync(file).isDirectory())
    throw new ContractCheckError("invalid-deal", `${file}: is a folder; name a deal profile, a YAML file.`);
  let raw: unknown;
  try {
    raw = parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split("\n")[0] ?? "").replace(/:$/, ".") : "";
    throw new ContractCheckError("invalid-deal", `${file}: is not YAML: ${message}`, { cause });
  }
  if (isTree(raw)) return raw;
  throw new ContractCheckError("invalid-deal", `${file}: holds no deal profile; it begins with "supplier:".`);
}

function scalar(path: string, value: string): unknown {
  try {
    return parse(value);
  } catch (cause) {
    throw new ContractCheckError("invalid-option", `--set ${path}: "${value}" is not a YAML value.`, { cause });
  }
}

function put(tree: Tree, path: string, value: unknown): void {
  const [key = "", ...rest] = path.split(".");
  if (["__proto__", "constructor", "prototype"].includes(key))
    throw new ContractCheckError("invalid-option", `--set ${path}: is no field of a deal profile.`);
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const below = tree[key];
  const branch = isTree(below) ? below : {};
  tree[key] = branch;
  put(branch, rest.join("."), value);
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
