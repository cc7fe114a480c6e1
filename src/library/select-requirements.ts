import type { Library, Playbook } from "../model/requirement.ts";

/** The library reduced to the requirements a playbook asks for, in library order. */
export function selectRequirements(library: Library, playbook: Playbook): Library {
  const wanted = new Set(playbook.requirements);
  const without = new Set(playbook.without);
  const requirements = library.requirements.filter(
    (requirement) =>
      (playbook.areas.includes(requirement.area) || wanted.has(requirement.id)) && !without.has(requirement.id),
  );
  return requirements.length === library.requirements.length ? library : { ...library, requirements };
}
