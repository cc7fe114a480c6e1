import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Pack, packSchema } from "../model/deal.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { problemLine } from "./load-library.ts";
import { type LibraryProblem, parseYaml } from "./parse-yaml.ts";

const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

/** Packs, definitions and schedules, as they come with the program. */
export interface LoadedPacks {
  readonly packs: readonly Pack[];
  /** Definition by defined term. */
  readonly terms: ReadonlyMap<string, string>;
  /** Names of laws, bodies and standards that clauses may write with capitals. */
  readonly properNames: readonly string[];
  /** Schedule source by key. */
  readonly schedules: ReadonlyMap<string, string>;
  /** Metrics that time the same event. */
  readonly sameNumber: readonly (readonly string[])[];
}

/** Reads and checks templates/packs, terms.yaml and schedules. Throws ContractCheckError "invalid-library" that lists every problem. */
export function loadPacks(): LoadedPacks {
  const problems: LibraryProblem[] = [];
  const take = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const parsed = parseYaml(`templates/${path}`, readFileSync(join(TEMPLATES, path), "utf8"), schema);
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const names = readdirSync(join(TEMPLATES, "packs")).filter((name) => name.endsWith(".yaml"));
  const packs = names.sort().flatMap((name) => take(`packs/${name}`, packSchema) ?? []);
  const terms = take("terms.yaml", z.record(z.string(), z.string().trim().min(3))) ?? {};
  const properNames = take("proper-names.yaml", z.array(z.string().min(1))) ?? [];
  const sameNumber = take("same-number.yaml", z.array(z.array(z.string()).min(2))) ?? [];
  if (problems.length > 0) throw new ContractCheckError("invalid-library", problems.map(problemLine).join("\n"));
  return { packs, terms: new Map(Object.entries(terms)), properNames, schedules: readSchedules(), sameNumber };
}

function readSchedules(): Map<string, string> {
  const names = readdirSync(join(TEMPLATES, "schedules")).filter((name) => name.endsWith(".hbs"));
  return new Map(
    names.sort().map((name) => {
      const key = name.replace(/\.hbs$/, "");
      return [
        key === "responsibility-matrix" ? "matrix" : key,
        readFileSync(join(TEMPLATES, "schedules", name), "utf8"),
      ];
    }),
  );
}
