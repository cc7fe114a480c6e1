import type { Contract } from "../../model/contract.ts";
import type { NewParagraph, RedlineEdit } from "../../model/redline.ts";
import { fill, type TemplateValues } from "../clause-template.ts";
import { needsDeal } from "../needs-deal.ts";
import { anchorsIn } from "../references.ts";
import { usedTerms } from "../used-terms.ts";
import { paragraphAt, shapeOf, wordsStart } from "./clause-shape.ts";
import { definesTerm, isDefinedIn } from "./defined-terms.ts";
import type { OwnTerms } from "./own-terms.ts";
import type { Places } from "./place.ts";

export interface DefinitionRequest {
  readonly contract: Contract;
  readonly values: TemplateValues;
  /** Definition by defined term, templates. */
  readonly terms: ReadonlyMap<string, string>;
  readonly isDealKnown: boolean;
  readonly ownTerms: OwnTerms;
  /** Those that the new clauses went to: the definitions are numbered on behind them. */
  readonly places: Places;
  readonly file: number;
  /** The texts that go in, and the terms that the contract defines. */
  readonly texts: readonly string[];
  readonly defined: readonly string[];
}

export interface Definitions {
  readonly edit: RedlineEdit | undefined;
  readonly terms: readonly string[];
  /** Terms that the new texts use and that nobody defines: their definitions state facts of a deal nobody gave. */
  readonly open: readonly string[];
}

/** The terms that new clauses use and the contract does not define: behind its own definitions, else as a clause of definitions. */
export function newDefinitions({
  contract,
  values,
  terms,
  isDealKnown,
  ownTerms,
  places,
  file,
  texts,
  defined,
}: DefinitionRequest): Definitions {
  const filled = new Map([...terms].map(([term, source]) => [term, ownTerms(fill(source, values))]));
  const used = usedTerms(texts, filled).filter(
    (term) =>
      !KNOWN.has(term) &&
      !defined.some((own) => isSame(own, term)) &&
      !texts.some((text) => definesTerm(text, term)) &&
      !isDefinedIn(contract.text, term),
  );
  const isOpen = (term: string) =>
    (!isDealKnown && needsDeal(terms.get(term) ?? "")) || anchorsIn(filled.get(term) ?? "").length > 0;
  const usable = used.filter((term) => !isOpen(term));
  const open = used.filter(isOpen);
  if (usable.length === 0) return { edit: undefined, terms: [], open };
  const own = ownDefinitions(contract, file);
  if (own) {
    const paragraphs = usable.map(
      (term): NewParagraph => ({
        like: own.like,
        number: { kind: "none" },
        lead: `“${term}”`,
        text: `${own.joint}${filled.get(term)}${own.ending}`,
      }),
    );
    return { edit: { kind: "insert", after: own.like, paragraphs, notes: [] }, terms: usable, open };
  }
  const place = places.end(file);
  if (!place) return { edit: undefined, terms: [], open: used };
  const lines = [
    { states: [], level: 0 as const, text: "In this Agreement:" },
    ...usable.map((term) => ({ states: [], level: 0 as const, text: `“${term}” means ${filled.get(term)}.` })),
  ];
  return {
    edit: { kind: "insert", after: place.after, paragraphs: place.paragraphs("Definitions", lines), notes: [] },
    terms: usable,
    open,
  };
}

/** Every contract is the agreement that it is, and its schedules are schedules. */
const KNOWN: ReadonlySet<string> = new Set(["Agreement", "Schedule", "Schedules"]);

function isSame(own: string, term: string): boolean {
  return (
    own.toLowerCase().replace(/s$/, "").replace(/[\s-]/g, "") ===
    term.toLowerCase().replace(/s$/, "").replace(/[\s-]/g, "")
  );
}

/** The last of the file's definitions, where it has them as paragraphs of their own, and how it writes them. */
function ownDefinitions(contract: Contract, file: number): { like: number; joint: string; ending: string } | undefined {
  const last = contract.clauses.findLast(
    (clause) =>
      clause.file === file && clause.kind === "definition" && clause.origin === "body" && clause.number === "",
  );
  const start = last && wordsStart(last);
  if (!last || start === undefined || !shapeOf(contract, last)) return undefined;
  const { start: from, end } = paragraphAt(contract, start);
  const text = contract.text.slice(from, end);
  const joint = /^[“"][^”"]+[”"]((?:\s*:|\s+(?:means|shall mean|has the meaning)|\s*[–-])\s+)/.exec(text)?.[1];
  if (joint === undefined) return undefined;
  return {
    like: from,
    joint: joint.trim().startsWith("has") ? " means " : joint,
    ending: text.endsWith(";") ? ";" : ".",
  };
}
