import { stem } from "./inflection.ts";
import { PhraseError, type PhrasePart, parsePhrase } from "./phrase-syntax.ts";

/** A state of a compiled phrase; each knows what comes after it. */
export type PhraseNode =
  | { readonly kind: "end"; readonly id: number }
  | { readonly kind: "word"; readonly id: number; readonly stem: string; readonly next: PhraseNode }
  | { readonly kind: "prefix"; readonly id: number; readonly prefix: string; readonly next: PhraseNode }
  | { readonly kind: "exact"; readonly id: number; readonly word: string; readonly next: PhraseNode }
  | { readonly kind: "mark"; readonly id: number; readonly name: string; readonly next: PhraseNode }
  | { readonly kind: "gap"; readonly id: number; readonly max: number; readonly next: PhraseNode }
  | ChoiceNode;

/** Options by the word they begin with, so that one look at a token finds the few worth trying; `others` begin otherwise. */
export interface ChoiceNode {
  readonly kind: "choice";
  readonly id: number;
  readonly byStem: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly byMark: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly others: readonly PhraseNode[];
}

export interface Phrase {
  readonly source: string;
  readonly start: PhraseNode;
  readonly nodes: number;
  /** Each set: one of its keys must stand in a provision for the phrase to match there. Keys: stem, "prefix*", "=word", "@mark". */
  readonly needs: readonly ReadonlySet<string>[];
  /** True where the phrase itself speaks of refusing, excepting or excluding: polarity is then its own affair. */
  readonly negative: boolean;
  /** The role that the phrase begins with, if it does. */
  readonly subject: string | undefined;
}

/** Names that phrases may use: lists of vocabulary.yaml by name. Roles and slots need no entry. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>;

export const ROLE_NAMES: ReadonlySet<string> = new Set([
  "supplier",
  "customer",
  "third-party",
  "subprocessor",
  "authority",
  "data-subject",
]);
export const SLOT_NAMES: ReadonlySet<string> = new Set(["duration", "frequency", "percent", "money"]);

const NEGATIVE = new Set(
  [
    "not",
    "no",
    "nor",
    "neither",
    "never",
    "without",
    "unless",
    "except",
    "only",
    "solely",
    "exclusively",
    "cannot",
    "waive",
    "waiver",
    "refrain",
    "exclude",
    "exclusion",
    "prohibit",
    "restrict",
    "limit",
    "decline",
    "refuse",
    "nothing",
    "none",
    "disclaim",
    "relieve",
  ].map(stem),
);

/** Compiles one phrase. Throws PhraseError on bad syntax or a name that is neither role, slot nor in the vocabulary. */
export function compilePhrase(source: string, vocabulary: Vocabulary): Phrase {
  const parts = parsePhrase(source);
  let count = 0;
  const id = () => count++;
  const end: PhraseNode = { kind: "end", id: id() };
  const needs = parts.map((part) => needOf(part, vocabulary)).filter((need) => need !== undefined);
  const start = chain(parts, end, vocabulary, id, []);
  return {
    source,
    start,
    nodes: count,
    needs,
    negative: parts.some((part) => isNegative(part, vocabulary)),
    subject: parts[0]?.kind === "named" && ROLE_NAMES.has(parts[0].name) ? parts[0].name : undefined,
  };
}

function chain(
  parts: readonly PhrasePart[],
  end: PhraseNode,
  vocabulary: Vocabulary,
  id: () => number,
  within: readonly string[],
): PhraseNode {
  let next = end;
  for (const part of [...parts].reverse()) next = node(part, next, vocabulary, id, within);
  return next;
}

function node(
  part: PhrasePart,
  next: PhraseNode,
  vocabulary: Vocabulary,
  id: () => number,
  within: readonly string[],
): PhraseNode {
  switch (part.kind) {
    case "word":
      return { kind: "word", id: id(), stem: stem(part.word), next };
    case "prefix":
      return { kind: "prefix", id: id(), prefix: part.prefix, next };
    case "exact":
      return { kind: "exact", id: id(), word: part.word, next };
    case "gap":
      return { kind: "gap", id: id(), max: part.max, next };
    case "law":
      return { kind: "mark", id: id(), name: `${part.law} ${part.number}`, next };
    case "choice":
      return choiceOf(
        part.options.map((option) => chain(option, next, vocabulary, id, within)),
        id(),
      );
    case "named": {
      const mark: PhraseNode = { kind: "mark", id: id(), name: part.name, next };
      const list = listOf(part.name, vocabulary, within);
      if (!list) return mark;
      const inner = [...within, part.name];
      return choiceOf([mark, ...list.map((entry) => chain(parsePhrase(entry), next, vocabulary, id, inner))], id());
    }
    default:
      return part satisfies never;
  }
}

/** A choice among choices is one choice. */
function choiceOf(options: readonly PhraseNode[], id: number): ChoiceNode {
  const byStem = new Map<string, PhraseNode[]>();
  const byMark = new Map<string, PhraseNode[]>();
  const others: PhraseNode[] = [];
  const put = (map: Map<string, PhraseNode[]>, key: string, nodes: readonly PhraseNode[]) => {
    map.set(key, [...(map.get(key) ?? []), ...nodes]);
  };
  for (const option of options) {
    if (option.kind === "word") put(byStem, option.stem, [option]);
    else if (option.kind === "mark") put(byMark, option.name, [option]);
    else if (option.kind !== "choice") others.push(option);
    else {
      for (const [key, nodes] of option.byStem) put(byStem, key, nodes);
      for (const [key, nodes] of option.byMark) put(byMark, key, nodes);
      others.push(...option.others);
    }
  }
  return { kind: "choice", id, byStem, byMark, others };
}

function listOf(name: string, vocabulary: Vocabulary, within: readonly string[]): readonly string[] | undefined {
  if (ROLE_NAMES.has(name) || SLOT_NAMES.has(name)) return undefined;
  const list = vocabulary.get(name);
  if (!list) throw new PhraseError(`"{${name}}" is neither a role, a slot nor a list of vocabulary.yaml`);
  if (within.includes(name)) throw new PhraseError(`vocabulary list "${name}" names itself`);
  return list;
}

function needOf(part: PhrasePart, vocabulary: Vocabulary): ReadonlySet<string> | undefined {
  switch (part.kind) {
    case "word":
      return new Set([stem(part.word)]);
    case "prefix":
      return new Set([`${part.prefix}*`]);
    case "exact":
      return new Set([`=${part.word}`]);
    case "law":
      return new Set([`@${part.law} ${part.number}`]);
    case "gap":
      return undefined;
    case "choice":
      return union(part.options, vocabulary);
    case "named": {
      const list = vocabulary.get(part.name);
      const mark = new Set([`@${part.name}`]);
      if (!list || ROLE_NAMES.has(part.name) || SLOT_NAMES.has(part.name)) return mark;
      const inner = union(
        list.map((entry) => parsePhrase(entry)),
        vocabulary,
      );
      return inner ? new Set([...mark, ...inner]) : undefined;
    }
    default:
      return part satisfies never;
  }
}

/** One of these keys stands wherever one of the options does; undefined where an option may be empty. */
function union(options: readonly (readonly PhrasePart[])[], vocabulary: Vocabulary): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const option of options) {
    const needs = option.map((part) => needOf(part, vocabulary)).filter((need) => need !== undefined);
    const smallest = needs.sort((a, b) => a.size - b.size)[0];
    if (!smallest) return undefined;
    for (const key of smallest) all.add(key);
  }
  return all;
}

function isNegative(part: PhrasePart, vocabulary: Vocabulary): boolean {
  if (part.kind === "word" || part.kind === "exact") return NEGATIVE.has(stem(part.word));
  if (part.kind === "choice")
    return part.options.some((option) => option.some((inner) => isNegative(inner, vocabulary)));
  if (part.kind !== "named" || ROLE_NAMES.has(part.name) || SLOT_NAMES.has(part.name)) return false;
  return (vocabulary.get(part.name) ?? []).some((entry) =>
    parsePhrase(entry).some((inner) => isNegative(inner, vocabulary)),
  );
}
