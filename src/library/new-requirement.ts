import { existsSync } from "node:fs";
import { join } from "node:path";
import { ContractCheckError } from "../model/diagnostic.ts";
import { requirementSchema } from "../model/requirement.ts";
import { AREAS } from "../model/review.ts";
import type { LibrarySource, NewText } from "./library-source.ts";
import { isRecorded } from "./record-change.ts";
import { renderYaml } from "./render-yaml.ts";

/** The element every skeleton begins with. */
const ELEMENT = "the-duty";

export interface NewRequirement {
  readonly id: string;
  readonly title: string;
  readonly area: string;
}

/** Files that begin a requirement. */
export interface Skeleton {
  /** In the library's folder. */
  readonly requirement: NewText;
  /** In templates/clauses beside it: the model clause and its drafting note. */
  readonly clauses: readonly NewText[];
}

/**
 * The files that begin a requirement; lint then names every field that only a lawyer can fill. Throws ContractCheckError
 * "invalid-option" for an id that is taken or was, an unknown area, or a library without model clauses of its own.
 */
export function beginRequirement(source: LibrarySource, { id, title, area }: NewRequirement): Skeleton {
  const { id: idSchema, title: titleSchema } = requirementSchema.shape;
  const idProblem = idSchema.safeParse(id).error?.issues[0]?.message;
  if (idProblem) refuse(`${id}: ${idProblem}, as sec.remote-access.`);
  if (!titleSchema.safeParse(title).success) refuse(`--title "${title}": is too short.`);
  if (!AREAS.some((name) => name === area)) refuse(`--area ${area}: is no area; use one of ${AREAS.join(", ")}.`);
  const taken = source.files.find((file) => file.id === id || file.requirement?.id === id);
  if (taken) {
    const isRetired = taken.requirement?.status === "retired";
    refuse(
      isRetired
        ? `${id}: is retired (${taken.path}); ids are never reused: choose another.`
        : `${id}: exists already (${taken.path}); change it with "clausecheck library edit ${id}".`,
    );
  }
  if (isRecorded(source.changelog, id))
    refuse(`${id}: was in the library before (CHANGELOG.md); ids are never reused: choose another.`);
  const beside = join(source.folder, "..", "templates", "clauses");
  if (!existsSync(beside)) {
    refuse(
      `${source.folder}: has no templates/clauses beside it; make a copy that has with "clausecheck library copy FOLDER".`,
    );
  }
  const clause = `${area}/${id}`;
  for (const path of [`${clause}.hbs`, `${clause}.yaml`])
    if (existsSync(join(beside, path))) refuse(`${id}: templates/clauses/${path} exists already; choose another id.`);
  return {
    requirement: { path: `requirements/${area}/${id}.yaml`, text: requirementText(id, title.trim(), area) },
    clauses: [
      { path: `${clause}.hbs`, text: `{{! ${ELEMENT}}} {{Supplier}} shall \n` },
      { path: `${clause}.yaml`, text: noteText(title.trim()) },
    ],
  };
}

function requirementText(id: string, title: string, area: string): string {
  return `${renderYaml({ id, title, area, status: "draft" })}# What the contract is asked, as a question.
question: ""
# Why it matters to the customer.
why: ""
# The authority, most binding first.
citations:
  - ""
party_duty: supplier
applies_when: [always]
severity: medium
# Usual headings of such a clause.
headings: [""]
# Phrases that say "this clause speaks of it", one a line.
topic: ""
elements:
  - id: ${ELEMENT}
    text: ""
    mandatory: true
    # Phrases that show it, one a line.
    phrases: ""
template: ${area}/${id}.hbs
# How a contract says it, how it seems to and does not, and how it says nothing of it.
examples:
  - verdict: covered
    text: ""
  - verdict: missing
    text: ""
  - verdict: missing
    text: ""
`;
}

function noteText(title: string): string {
  return `${renderYaml({ heading: title })}# Wording to fall back on, acceptable though less than the clause.
fallback: ""
# What suppliers say against the clause.
suppliers_say: ""
# What may be conceded, and for what in return.
concede: ""
`;
}

function refuse(message: string): never {
  throw new ContractCheckError("invalid-option", message);
}
