import type {
  AdverseWording,
  Element,
  FactRule,
  Hedge,
  Library,
  QuantityRule,
  Requirement,
  WeakWording,
} from "../model/requirement.ts";
import { registerKey } from "../text/keys.ts";
import { compilePhrase, type Vocabulary } from "../text/phrase.ts";
import { type CompiledVocabulary, compileVocabulary } from "../text/vocabulary.ts";
import {
  type CompiledAssignments,
  type CompiledFunction,
  compileAssignments,
  compileFunction,
} from "./compile-functions.ts";
import type { CompiledPhrases } from "./compiled-phrases.ts";
import { subjectOf } from "./subject.ts";

export interface CompiledRequirement {
  readonly requirement: Requirement;
  readonly topic: CompiledPhrases;
  /** Keys of the stems that name its subject. */
  readonly subject: readonly number[];
  readonly otherwise: CompiledPhrases;
  readonly elements: readonly {
    readonly element: Element;
    readonly compiled: CompiledPhrases;
    readonly under: CompiledPhrases;
  }[];
  readonly weak: readonly { readonly wording: WeakWording; readonly compiled: CompiledPhrases }[];
  readonly adverse: readonly { readonly wording: AdverseWording; readonly compiled: CompiledPhrases }[];
  readonly quantities: readonly { readonly rule: QuantityRule; readonly compiled: CompiledPhrases }[];
}

export interface CompiledLibrary {
  readonly vocabulary: CompiledVocabulary;
  /** What a contract's own defined terms may stand for. */
  readonly terms: readonly { readonly list: string; readonly compiled: CompiledPhrases }[];
  readonly requirements: readonly CompiledRequirement[];
  readonly hedges: readonly { readonly hedge: Hedge; readonly compiled: CompiledPhrases }[];
  readonly facts: readonly {
    readonly rule: FactRule;
    readonly shown: CompiledPhrases;
    readonly denied: CompiledPhrases;
  }[];
  /** What the customer itself does or fails to do. */
  readonly customersOwn: CompiledPhrases;
  readonly functions: readonly CompiledFunction[];
  readonly assignments: CompiledAssignments;
}

const known = new WeakMap<Library, CompiledLibrary>();

/** The library's phrases, compiled once a library. Throws PhraseError on a phrase that library lint would have refused. */
export function compileLibrary(library: Library): CompiledLibrary {
  const done = known.get(library);
  if (done) return done;
  const vocabulary = vocabularyOf(library);
  const compiled: CompiledLibrary = {
    vocabulary: compileVocabulary(vocabulary),
    terms: Object.entries(library.vocabulary).map(([list, entry]) => ({
      list,
      compiled: compile({ phrases: entry.defined_as ?? [] }, vocabulary),
    })),
    requirements: library.requirements.map((requirement) => compileRequirement(requirement, vocabulary)),
    hedges: library.hedges.map((hedge) => ({ hedge, compiled: compile(hedge, vocabulary) })),
    facts: library.facts.map((rule) => ({
      rule,
      shown: compile({ phrases: rule.shown_by }, vocabulary),
      denied: compile({ phrases: rule.denied_by ?? [], except: rule.except }, vocabulary),
    })),
    customersOwn: compile({ phrases: library.customersOwn }, vocabulary),
    functions: library.functions.map((rule) => compileFunction(rule, vocabulary)),
    assignments: compileAssignments(library.assignments, vocabulary),
  };
  known.set(library, compiled);
  return compiled;
}

function vocabularyOf(library: Library): Vocabulary {
  return new Map(Object.entries(library.vocabulary).map(([name, entry]) => [name, entry.words]));
}

function compileRequirement(requirement: Requirement, vocabulary: Vocabulary): CompiledRequirement {
  return {
    requirement,
    topic: compile({ phrases: requirement.topic }, vocabulary),
    subject: subjectOf(requirement).map(registerKey),
    otherwise: compile({ phrases: requirement.chosen_otherwise ?? [] }, vocabulary),
    elements: requirement.elements.map((element) => ({
      element,
      compiled: { ...compile(element, vocabulary), isScoped: true },
      under: compile({ phrases: element.under ?? [], except: element.except }, vocabulary),
    })),
    weak: requirement.weak.map((wording) => ({ wording, compiled: compile(wording, vocabulary) })),
    adverse: requirement.adverse.map((wording) => ({ wording, compiled: compile(wording, vocabulary) })),
    quantities: requirement.quantities.map((rule) => ({
      rule,
      compiled: { ...compile(rule, vocabulary), isScoped: true },
    })),
  };
}

function compile(
  source: { phrases: readonly string[]; except?: readonly string[] | undefined },
  vocabulary: Vocabulary,
): CompiledPhrases {
  return {
    phrases: source.phrases.map((phrase) => compilePhrase(phrase, vocabulary)),
    except: (source.except ?? []).map((phrase) => compilePhrase(phrase, vocabulary)),
  };
}
