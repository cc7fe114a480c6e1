import type { Library, Requirement } from "../model/requirement.ts";
import { compilePhrase, type Vocabulary } from "../text/phrase.ts";
import { PhraseError } from "../text/phrase-syntax.ts";
import { compileVocabulary } from "../text/vocabulary.ts";
import { checkFunctions } from "./check-functions.ts";
import { playbookMistakes } from "./extend-playbook.ts";
import type { CompileAll, Report } from "./lint-types.ts";
import type { LibraryProblem } from "./parse-yaml.ts";

type Locate = (fileOf: string, path: readonly PropertyKey[]) => { file: string; line: number };

/** What a schema cannot see: ids that name each other, phrases that compile, examples that prove each entry, templates that exist. */
export function checkLibrary(library: Library, requirements: readonly Requirement[], locate: Locate): LibraryProblem[] {
  const problems: LibraryProblem[] = [];
  const report: Report = (fileOf, path, message) => {
    problems.push({ ...locate(fileOf, path), path: path.join("."), message });
  };
  const vocabulary: Vocabulary = new Map(
    Object.entries(library.vocabulary).map(([name, entry]) => [name, entry.words]),
  );
  const compile: CompileAll = (fileOf, path, phrases) => {
    for (const phrase of phrases ?? []) {
      try {
        compilePhrase(phrase, vocabulary);
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error;
        report(fileOf, path, `phrase "${phrase}": ${error.message}`);
      }
    }
  };
  try {
    compileVocabulary(vocabulary);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    if (/names itself/.test(error.message)) report("vocabulary.yaml", [], error.message);
  }
  for (const [name, entry] of Object.entries(library.vocabulary)) {
    compile("vocabulary.yaml", [name, "words"], entry.words);
    compile("vocabulary.yaml", [name, "defined_as"], entry.defined_as);
  }
  library.facts.forEach((fact, i) => {
    compile("facts.yaml", [i, "shown_by"], fact.shown_by);
    compile("facts.yaml", [i, "denied_by"], fact.denied_by);
    compile("facts.yaml", [i, "except"], fact.except);
  });
  library.hedges.forEach((hedge, i) => {
    compile("hedges.yaml", [i, "phrases"], hedge.phrases);
    compile("hedges.yaml", [i, "except"], hedge.except);
  });
  checkFunctions(library, report, compile);
  const functions = new Set(library.functions.map((rule) => rule.id));
  const seen = new Set<string>();
  for (const requirement of requirements) {
    if (seen.has(requirement.id))
      report(requirement.id, ["id"], `id "${requirement.id}" stands in two files; ids are never reused`);
    seen.add(requirement.id);
    checkRequirement(requirement, functions, report, compile);
    if (!library.templates.has(requirement.template))
      report(requirement.id, ["template"], `no such model clause: templates/clauses/${requirement.template}`);
  }
  for (const playbook of library.playbooks) {
    for (const mistake of playbookMistakes(playbook, requirements, library.playbooks))
      report(`playbooks/${playbook.id}.yaml`, [], mistake);
  }
  return problems;
}

function checkRequirement(
  requirement: Requirement,
  functions: ReadonlySet<string>,
  report: Report,
  compile: CompileAll,
): void {
  const { id } = requirement;
  const elements = new Set(requirement.elements.map((element) => element.id));
  const known = (path: readonly PropertyKey[], ids: readonly string[] | undefined) => {
    for (const name of ids ?? [])
      if (!elements.has(name)) report(id, path, `"${name}" is not an element of this requirement`);
  };
  if (!requirement.template.startsWith(`${requirement.area}/`))
    report(id, ["template"], `model clauses of this area stand in ${requirement.area}/`);
  compile(id, ["topic"], requirement.topic);
  compile(id, ["chosen_otherwise"], requirement.chosen_otherwise);
  requirement.elements.forEach((element, i) => {
    for (const name of element.functions ?? [])
      if (!functions.has(name)) report(id, ["elements", i, "functions"], `"${name}" is not a function of functions/`);
    if (element.phrases.length === 0)
      report(id, ["elements", i, "phrases"], `element "${element.id}" has no phrase that shows it`);
    compile(id, ["elements", i, "phrases"], element.phrases);
    compile(id, ["elements", i, "under"], element.under);
    compile(id, ["elements", i, "except"], element.except);
  });
  requirement.weak.forEach((entry, i) => {
    compile(id, ["weak", i, "phrases"], entry.phrases);
    compile(id, ["weak", i, "except"], entry.except);
    known(["weak", i, "elements"], entry.elements);
    known(["weak", i, "unless_met"], entry.unless_met);
  });
  requirement.adverse.forEach((entry, i) => {
    compile(id, ["adverse", i, "phrases"], entry.phrases);
    compile(id, ["adverse", i, "except"], entry.except);
    known(["adverse", i, "unless_met"], entry.unless_met);
  });
  requirement.quantities.forEach((rule, i) => {
    compile(id, ["quantities", i, "phrases"], rule.phrases);
    compile(id, ["quantities", i, "except"], rule.except);
    known(["quantities", i, "element"], rule.element === undefined ? [] : [rule.element]);
    for (const phrase of rule.phrases) {
      if (!/\{(duration|frequency|percent|money|number|clock-hours)\}/.test(phrase))
        report(
          id,
          ["quantities", i, "phrases"],
          `phrase "${phrase}" has no {duration}, {frequency}, {percent}, {money}, {number} or {clock-hours}`,
        );
    }
  });
  requirement.examples.forEach((example, i) => {
    known(["examples", i, "lacks"], example.lacks);
  });
  checkExamples(requirement, (message) => report(id, ["examples"], message));
}

/** At least one covered and one missing example, one for each weak and adverse entry, one that lacks each mandatory element. */
function checkExamples(requirement: Requirement, report: (message: string) => void): void {
  const { examples } = requirement;
  for (const verdict of ["covered", "missing"] as const)
    if (!examples.some((example) => example.verdict === verdict)) report(`needs an example that is ${verdict}`);
  const mandatory = requirement.elements.filter((element) => element.mandatory);
  if (mandatory.length > 1) {
    for (const element of mandatory)
      if (!examples.some((example) => example.lacks?.includes(element.id)))
        report(`needs an example that lacks "${element.id}"`);
  }
  for (const entry of requirement.weak)
    if (!examples.some((example) => example.weak?.includes(entry.id)))
      report(`needs an example of weak wording "${entry.id}"`);
  for (const entry of requirement.adverse)
    if (!examples.some((example) => example.adverse?.includes(entry.id)))
      report(`needs an example of adverse wording "${entry.id}"`);
}
