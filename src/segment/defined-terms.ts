import type { DefinedTerm } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";
import { type ReadableLine, type ReadableText, toReadableText } from "./parties-readable-text.ts";

const MEANS =
  "(?:shall |will |also )?(?:means?\\b|ha(?:s|ve) (?:the|its|their) (?:same )?(?:respective )?meanings?\\b|refers? to\\b|includes?\\b|(?:is|are) defined (?:as|in)\\b|have (?:the|its) meaning|bear the meaning|(?:is|are) (?:a )?references? to\\b)";
const QUOTED = '"\\s*([^"\\n]{1,80}?)[,.;]?\\s*"';
/** «"X" means», «"X" or "Y" shall mean», «"X" (as used here) has the meaning». */
const QUOTED_MEANS = new RegExp(
  `${QUOTED}(?:\\s*\\([^()\\n]{1,80}\\))?(?:,? (?:in this [a-z]+|as used herein|for the purposes? of this [a-z]+),?)?\\s*[:,–-]?\\s*(?=${MEANS})`,
  "g",
);
/** «(the "X")», «("X")», «(collectively, "X" or "Y")». */
const BRACKETED = /\(([^()"\n]{0,80}"[^()\n]{1,160})\)/g;
/** «hereinafter referred to as "X"». */
const HEREINAFTER =
  /\b(?:herein(?:after|below)?|hereafter|referred to|hereby defined)\b[^."\n]{0,50}"\s*([^"\n]{2,60}?)[,.;]?\s*"/g;
/** A line that opens with its term: «Personal Data means …», «Service Levels: the levels …» in a list of definitions. */
const BARE_MEANS = new RegExp(
  `^((?:the )?\\p{Lu}[\\w'/&().-]*(?: (?:of|and|or|the|to|for|in)| \\p{Lu}[\\w'/&().-]*| [a-z]+){0,7}?),? (?=${MEANS})`,
  "u",
);
const BARE_COLON = /^"?((?:\p{Lu}|[a-z]+ \p{Lu})[\w'/&(). -]{1,60}?)"?\s*(?:[:–—]| - )\s*(?=\S)/u;
/** A sentence, not a term, before the verb. */
const NOT_A_TERM =
  /^(?:The (?:terms?|parties|party)|Capitali[sz]ed|All|Terms|Words)\b| (?:shall|will|may|must|agrees?|should|is|are|has|have|terms?)\b/;
const DEFINITIONS_HEADING =
  /\b(?:definitions?|defined terms|interpretation|glossary|(?:words|terms) (?:we use|used)|meaning of (?:words|terms))\b/i;

/**
 * Finds the terms a contract defines and the provision that defines each: a sentence, a bracket in its sentence, a row of a
 * table of definitions. One entry a term, the first definition by its meaning before the first by a bracket; in reading order.
 */
export function findDefinedTerms(draft: ContractDraft): DefinedTerm[] {
  const readable = toReadableText(draft);
  const found = new Map<string, DefinedTerm & { readonly rank: number }>();
  const add = (term: string, line: ReadableLine, from: number, to: number, rank: number) => {
    const name = term
      .replace(/^(?:the|an?) (?=\p{Lu})/u, "")
      .replace(/'$/, "")
      .trim();
    if (!isTerm(name) || line.clause < 0) return;
    const key = name.toLowerCase();
    const known = found.get(key);
    if (known && known.rank <= rank) return;
    const span = withMarks(draft.text, readable.sourceOffset(from), readable.sourceOffset(Math.max(from, to - 1)) + 1);
    found.set(key, { term: name, span, clause: line.clause, rank });
  };
  const inDefinitions = definitionClauses(draft);
  for (const line of readable.lines) {
    if (line.isHeading) continue;
    if (line.kind === "row") rowDefinition(readable, line, inDefinitions.has(line.clause), add);
    else lineDefinitions(readable, line, inDefinitions.has(line.clause) || line.kind === "definition", add);
  }
  return [...found.values()].map(({ rank: _, ...term }) => term).sort((a, b) => a.span.start - b.span.start);
}

/** The range with the Markdown marks that touch it, so that none is cut off from its partner. */
function withMarks(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start > 0 && /[*_`]/.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && /[*_`]/.test(text.charAt(end))) end += 1;
  return { start, end };
}

type Add = (term: string, line: ReadableLine, from: number, to: number, rank: number) => void;

function lineDefinitions(readable: ReadableText, line: ReadableLine, isList: boolean, add: Add): void {
  const text = readable.text.slice(line.start, line.end);
  const sentence = (at: number): [number, number] => {
    const [from, to] = sentenceAround(text, at);
    return [line.start + from, line.start + to];
  };
  if (text.includes('"')) {
    for (const match of text.matchAll(QUOTED_MEANS)) {
      const terms = [...earlierTerms(text, match.index), match[1] ?? ""];
      for (const term of terms) add(term, line, ...sentence(match.index), 0);
    }
    for (const match of text.matchAll(BRACKETED)) {
      if (
        /\be\.g\.|^\s*(?:as (?:defined|amended)|within|see)\b/.test(match[1] ?? "") &&
        !/as amended/.test(match[1] ?? "")
      )
        continue;
      for (const label of (match[1] ?? "").matchAll(/"\s*([^"]{1,60}?)[,.;]?\s*"/g))
        add(label[1] ?? "", line, ...sentence(match.index), 1);
    }
    for (const match of text.matchAll(HEREINAFTER)) add(match[1] ?? "", line, ...sentence(match.index), 1);
  }
  const bare = BARE_MEANS.exec(text.slice(0, 200)) ?? (isList ? BARE_COLON.exec(text) : null);
  if (bare && !NOT_A_TERM.test(bare[1] ?? "") && (isList || / means? /.test(text.slice(0, bare[0].length + 8))))
    add(bare[1] ?? "", line, ...sentence(bare.index), 0);
}

/** Terms listed before the last one: «"X", "Y" and "Z" have the meaning …». */
function earlierTerms(text: string, end: number): string[] {
  const terms: string[] = [];
  let rest = text.slice(Math.max(0, end - 300), end);
  for (;;) {
    const item = /"\s*([^"\n]{1,60}?)[,.;]?\s*"\s*(?:,|or|and|, and|, or|\/)?\s*$/.exec(rest);
    if (!item || !/(?:,\s*"|or|and|,|\/)\s*$/.test(item[0])) return terms.reverse();
    terms.push(item[1] ?? "");
    rest = rest.slice(0, item.index);
  }
}

/** A row "term | meaning" in a table of definitions, or with its term in quotation marks. */
function rowDefinition(readable: ReadableText, line: ReadableLine, isList: boolean, add: Add): void {
  const [term, meaning, ...more] = readable.text.slice(line.start, line.end).split("\t");
  const quoted = /^"\s*([^"]{1,60}?)\s*"$/.exec(term?.trim() ?? "")?.[1];
  if (!term || !meaning || more.length > 1 || meaning.length < 8) return;
  if (quoted || isList || new RegExp(`^${MEANS}`).test(meaning)) add(quoted ?? term, line, line.start, line.end, 0);
}

/** Clauses under a heading such as "Definitions", to any depth. */
function definitionClauses(draft: ContractDraft): Set<number> {
  const inside = new Set<number>();
  for (const clause of draft.clauses) {
    if (DEFINITIONS_HEADING.test(clause.heading) || (clause.parent !== undefined && inside.has(clause.parent)))
      inside.add(clause.index);
  }
  return inside;
}

function sentenceAround(text: string, at: number): [number, number] {
  let from = 0;
  for (const match of text.slice(0, at).matchAll(/[.!?]"?\)? (?=["'(]?\p{Lu})/gu)) {
    if (!/\b(?:No|Ltd|Inc|Co|Corp|Art|e\.g|i\.e|S\.A|B\.V|St|Mr|Ms|cf|Sp)\.$/.test(text.slice(0, match.index + 1)))
      from = match.index + match[0].length;
  }
  for (const match of text.slice(at).matchAll(/[.!?]"?\)?(?= ["'(]?\p{Lu}|$)/gu)) {
    const end = at + match.index + match[0].length;
    if (!/\b(?:No|Ltd|Inc|Co|Corp|Art|e\.g|i\.e|S\.A|B\.V|St|Mr|Ms|cf|Sp)\.$/.test(text.slice(0, at + match.index + 1)))
      return [from, end];
  }
  return [from, text.length];
}

function isTerm(name: string): boolean {
  if (name.length < 2 || name.length > 80 || !/\p{L}/u.test(name)) return false;
  return (
    !/^(?:and|or|This|It|These|That|Such|If|When|Where|Each|Any|No|References?|Words|Nothing|Unless|For|In|Which|There|They|We|You|Note)\b(?! \p{Lu})/u.test(
      name,
    ) && name.split(" ").length <= 9
  );
}
