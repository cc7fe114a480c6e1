import Handlebars from "handlebars";
import type { Playbook, QuantityRule, Requirement } from "../model/requirement.ts";
import type { PartyNames } from "./party-names.ts";

const compiled = new Map<string, Handlebars.TemplateDelegate>();

/**
 * The model clause with the parties' names and the playbook's numbers. Every {{name}} must have a value: an unknown one
 * throws, so that no clause leaves with a hole in it.
 */
export function draftClause(source: string, requirement: Requirement, names: PartyNames, playbook: Playbook): string {
  let template = compiled.get(source);
  if (!template) {
    template = Handlebars.compile(source, { noEscape: true, strict: true });
    compiled.set(source, template);
  }
  const numbers = requirement.quantities.map((rule) => [rule.metric, preferredOf(playbook, rule)] as const);
  const text = template({
    ...names,
    Supplier: capital(names.supplier),
    Customer: capital(names.customer),
    ...Object.fromEntries(numbers),
  });
  return text.trim().replace(/[ \t]*\n[ \t]*/g, "\n");
}

function preferredOf({ limits }: Playbook, rule: QuantityRule): number {
  const own = limits[rule.metric];
  return own?.preferred ?? own?.pass ?? rule.preferred;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
