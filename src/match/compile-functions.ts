import { type AssignmentRules, BEARERS, type Bearer, type FunctionRule } from "../model/function.ts";
import { stem } from "../text/inflection.ts";
import { compilePhrase, type Vocabulary } from "../text/phrase.ts";
import type { CompiledPhrases } from "./compiled-phrases.ts";

export interface CompiledFunction {
  readonly rule: FunctionRule;
  /** The activity, in any sentence. */
  readonly named: CompiledPhrases;
  /** The activity, in tables and lists of the parties: the short names too. */
  readonly listed: CompiledPhrases;
  /** Stems of its name and synonyms. */
  readonly nameStems: ReadonlySet<string>;
  readonly given: readonly { readonly to: Bearer | "split" | "shared"; readonly compiled: CompiledPhrases }[];
}

export interface CompiledAssignments {
  readonly byParty: readonly {
    readonly party: Bearer;
    readonly assigned: CompiledPhrases;
    readonly headings: CompiledPhrases;
    readonly incorporates: CompiledPhrases;
  }[];
  readonly supplierHeadings: CompiledPhrases;
  readonly jointly: CompiledPhrases;
  readonly severally: CompiledPhrases;
  readonly tells: CompiledPhrases;
  readonly contact: CompiledPhrases;
}

export function compileFunction(rule: FunctionRule, vocabulary: Vocabulary): CompiledFunction {
  const compile = compileWith(vocabulary, rule.except);
  const given = [
    ["supplier", rule.supplier],
    ["customer", rule.customer],
    ["third-party", rule.third_party],
    ["split", rule.split],
    ["shared", rule.shared],
  ] as const;
  return {
    rule,
    named: compile(rule.phrases),
    nameStems: new Set([rule.name, ...rule.synonyms].flatMap((text) => wordsIn(text)).map(stem)),
    listed: compile([...rule.phrases, ...(rule.rows ?? [])]),
    given: given.flatMap(([to, phrases]) => (phrases ? [{ to, compiled: compile(phrases) }] : [])),
  };
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function compileAssignments(rules: AssignmentRules, vocabulary: Vocabulary): CompiledAssignments {
  const compile = compileWith(vocabulary, undefined);
  const of = (phrases: readonly string[], party: Bearer) =>
    compile(phrases.map((phrase) => phrase.replaceAll("{party}", `{${party}}`)));
  return {
    byParty: BEARERS.map((party) => ({
      party,
      assigned: of(rules.assigned, party),
      headings: of(rules.headings, party),
      incorporates: of(rules.incorporates, party),
    })),
    supplierHeadings: compile(rules.supplier_headings),
    jointly: compile(rules.jointly),
    severally: compile(rules.severally),
    tells: compile(rules.tells),
    contact: compile(rules.contact),
  };
}

function compileWith(vocabulary: Vocabulary, except: readonly string[] | undefined) {
  const voided = (except ?? []).map((phrase) => compilePhrase(phrase, vocabulary));
  return (phrases: readonly string[]): CompiledPhrases => ({
    phrases: phrases.map((phrase) => compilePhrase(phrase, vocabulary)),
    except: voided,
    isScoped: true,
  });
}
