import type { Library } from "../model/requirement.ts";
import type { CompileAll, Report } from "./lint-types.ts";

const LISTS = ["phrases", "rows", "except", "supplier", "customer", "third_party", "split", "shared"] as const;
const RULES = [
  "assigned",
  "headings",
  "supplier_headings",
  "incorporates",
  "jointly",
  "severally",
  "tells",
  "contact",
] as const;

/** What a schema cannot see in functions/, responsibilities.yaml and narrow.yaml: phrases that compile, ids and groups that exist. */
export function checkFunctions(library: Library, report: Report, compile: CompileAll): void {
  const seen = new Set<string>();
  for (const rule of library.functions) {
    const file = `functions/${rule.id}.yaml`;
    if (seen.has(rule.id)) report(file, ["id"], `id "${rule.id}" stands in two files; ids are never reused`);
    seen.add(rule.id);
    if (!(rule.group in library.assignments.groups))
      report(file, ["group"], `"${rule.group}" is not a group of responsibilities.yaml`);
    if (rule.phrases.length === 0) report(file, ["phrases"], "has no phrase that names the function");
    for (const list of LISTS) compile(file, [list], rule[list]);
  }
  compile("narrow.yaml", ["customers_own"], library.customersOwn);
  for (const list of RULES) {
    const phrases = library.assignments[list].map((phrase) => phrase.replaceAll("{party}", "{supplier}"));
    compile("responsibilities.yaml", [list], phrases);
  }
}
