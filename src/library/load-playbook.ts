import { existsSync, readFileSync } from "node:fs";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type Library, type Playbook, playbookSchema } from "../model/requirement.ts";
import { problemLine } from "./load-library.ts";
import { parseYaml } from "./parse-yaml.ts";

export const DEFAULT_PLAYBOOK = "uk-outsourcing";

/** A playbook of the library by id, or one in a YAML file. Throws ContractCheckError "unknown-playbook" or "invalid-library". */
export function loadPlaybook(library: Library, idOrFile: string = DEFAULT_PLAYBOOK): Playbook {
  const own = library.playbooks.find((playbook) => playbook.id === idOrFile);
  if (own) return own;
  if (!existsSync(idOrFile)) {
    const ids = library.playbooks.map((playbook) => playbook.id).join(", ");
    throw new ContractCheckError(
      "unknown-playbook",
      `${idOrFile}: no such playbook; use one of ${ids}, or the path of a playbook file`,
    );
  }
  const { value, problems } = parseYaml(idOrFile, readFileSync(idOrFile, "utf8"), playbookSchema);
  if (!value) throw new ContractCheckError("invalid-library", problems.map(problemLine).join("\n"));
  const known = new Set(library.requirements.map((requirement) => requirement.id));
  const unknown = [...value.requirements, ...value.without, ...Object.keys(value.severity)].find(
    (id) => !known.has(id),
  );
  if (unknown)
    throw new ContractCheckError(
      "invalid-library",
      `${idOrFile}: names requirement "${unknown}", which the library does not have`,
    );
  return value;
}
