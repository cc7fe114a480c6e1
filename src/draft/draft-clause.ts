import type { Library, Playbook, Requirement } from "../model/requirement.ts";
import { type ClauseLine, fillLines, parseClauseTemplate, textOf } from "./clause-template.ts";
import type { PartyNames } from "./party-names.ts";
import { type References, SCHEDULES, templateValues } from "./template-values.ts";

/**
 * The model clause of a requirement for a contract that exists: the parties' names, the playbook's numbers, an ordinary deal;
 * other clauses and schedules by their titles. Every {{name}} must have a value: an unknown one throws, so that no clause
 * leaves with a hole in it.
 */
export function draftClause(library: Library, requirement: Requirement, names: PartyNames, playbook: Playbook): string {
  return textOf(draftLines(library, requirement, names, playbook));
}

/** As draftClause, paragraph by paragraph, with the elements that each states. */
export function draftLines(
  library: Library,
  requirement: Requirement,
  names: PartyNames,
  playbook: Playbook,
): ClauseLine[] {
  const source = library.templates.get(requirement.template) ?? "";
  return fillLines(parseClauseTemplate(source), templateValues([requirement], playbook, names, byTitle(library)));
}

function byTitle({ notes }: Library): References {
  return {
    clause: (id) => {
      const note = notes.get(id);
      if (!note) throw new Error(`a model clause refers to ${id}, which has no heading`);
      return `the clause headed "${note.heading}"`;
    },
    schedule: (key) => {
      const title = SCHEDULES[key];
      if (title === undefined) throw new Error(`a model clause refers to schedule "${key}", which there is none of`);
      return `the Schedule "${title}"`;
    },
  };
}
