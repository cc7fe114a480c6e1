import { existsSync, readFileSync, statSync } from "node:fs";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type Library, type Playbook, playbookSchema } from "../model/requirement.ts";
import { extendPlaybook, playbookMistakes } from "./extend-playbook.ts";
import { problemLine } from "./load-library.ts";
import { parseYaml } from "./parse-yaml.ts";

export const DEFAULT_PLAYBOOK = "uk-outsourcing";

/** A playbook of the library by id, or one in a YAML file. Throws ContractCheckError "unknown-playbook" or "invalid-library". */
export function loadPlaybook(library: Library, idOrFile: string = DEFAULT_PLAYBOOK): Playbook {
  const own = library.playbooks.find((playbook) => playbook.id === idOrFile);
  if (own) return extendPlaybook(own, library.playbooks);
  if (!existsSync(idOrFile)) {
    const ids = library.playbooks.map((playbook) => playbook.id).join(", ");
    throw new ContractCheckError(
      "unknown-playbook",
      `${idOrFile}: no such playbook; use one of ${ids}, or the path of a playbook file`,
    );
  }
  if (statSync(idOrFile).isDirectory())
    throw new ContractCheckError("unknown-playbook", `${idOrFile}: is a folder; name a playbook file in it.`);
  const { value, problems } = parseYaml(idOrFile, readFileSync(idOrFile, "utf8"), playbookSchema);
  if (!value) throw new ContractCheckError("invalid-library", problems.map(problemLine).join("\n"));
  const mistakes = playbookMistakes(value, library.requirements, library.playbooks);
  if (mistakes.length > 0)
    throw new ContractCheckError("invalid-library", mistakes.map((mistake) => `${idOrFile}: ${mistake}`).join("\n"));
  return extendPlaybook(value, library.playbooks);
}
