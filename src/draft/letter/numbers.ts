import type { Library, Playbook } from "../../model/requirement.ts";
import type { Evidence, Finding, QuantityResult } from "../../model/review.ts";
import { NUMBER_WORDS } from "../../text/numbers.ts";
import { findQuantities, inUnit } from "../../text/quantities.ts";
import { inWords } from "../../text/spell-number.ts";
import { tokenize } from "../../text/tokens.ts";
import { inGoodEnglish } from "../number-words.ts";
import { preferredOf } from "../template-values.ts";
import { lateClock, type WordChange } from "./late-clock.ts";

/** A number to be changed. */
export interface NumberChange {
  readonly metric: string;
  /** The contract's own words, "ninety-six (96) hours"; "" where they cannot be made out. */
  readonly found: string;
  /** "between 08:00 and 18:00", where the contract gives times of the day; "" elsewhere. */
  readonly hours: string;
  /** Words that start the time later than on awareness, and what is to stand there. */
  readonly clock: WordChange | undefined;
  readonly wanted: string;
  readonly evidence: Evidence;
  /** First cell of the row of a table; "" elsewhere. */
  readonly row: string;
}

/**
 * What to ask for by metric: the playbook's preferred number, never its limit. Of metrics that time the same event those that the open
 * findings have get one number, the strictest, so that no two requests contradict each other.
 */
export function wantedNumbers(
  open: readonly Finding[],
  library: Library,
  { limits }: Playbook,
  sameNumber: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const asked = new Set(open.map(({ requirementId }) => requirementId));
  const rules = library.requirements.flatMap(({ id, quantities }) =>
    quantities.map((rule) => ({ rule, own: asked.has(id) })),
  );
  const wanted = new Map(rules.map(({ rule }) => [rule.metric, preferredOf(limits, rule.metric, rule.preferred)]));
  const inOpen = new Set(rules.filter(({ own }) => own).map(({ rule }) => rule.metric));
  for (const metrics of sameNumber) {
    const own = metrics.filter((metric) => inOpen.has(metric));
    const strictest = Math.min(...own.map((metric) => wanted.get(metric) ?? Number.POSITIVE_INFINITY));
    for (const metric of own) wanted.set(metric, strictest);
  }
  return wanted;
}

/** The change that a number calls for, at each place where the contract has it. */
export function changesOf(quantity: QuantityResult, wanted: ReadonlyMap<string, number>): NumberChange[] {
  const value = wanted.get(quantity.metric) ?? quantity.preferred;
  const target = amountWords(value, quantity);
  const places = new Set<string>();
  return quantity.evidence
    .map((evidence) => ({ evidence, found: ownWords(evidence, quantity) }))
    .map(({ evidence, found }) => ({
      metric: quantity.metric,
      found,
      hours: ownHours(evidence, quantity),
      clock: clockOf(evidence, quantity),
      wanted: likeOwnWords(found, target, quantity, value),
      evidence,
      row: rowOf(evidence, quantity.evidence),
    }))
    .toSorted((a, b) => Number(a.found === "") - Number(b.found === ""))
    .filter(({ evidence, found }, i) => {
      const place = `${evidence.file}\n${evidence.clause}`;
      // A row of a table is quoted cell by cell: one of them has the number.
      if (places.has(place) || (found === "" && i > 0)) return false;
      places.add(place);
      return true;
    });
}

/** A row of a table goes by its first cell, which is quoted as one of its cells. */
function rowOf({ file, clause, heading }: Evidence, all: readonly Evidence[]): string {
  const isRow = all.some(
    (one) => one.file === file && one.clause === clause && one.quote === heading && one.heading === heading,
  );
  return isRow ? heading.replaceAll(/\s+/g, " ").trim() : "";
}

/** The number as the contract has it, in words and figures, "" where it cannot be made out. A time of the day to another is no words to be replaced by a number. */
export function ownWords(evidence: Evidence, quantity: QuantityResult): string {
  const span = spanOf(evidence, quantity);
  return !span || span.isClock ? "" : oneSpaced(span);
}

/** "between 08:00 and 18:00 on Business Days": the hours of a day as the contract has them; "" where it states none. */
function ownHours(evidence: Evidence, quantity: QuantityResult): string {
  const span = spanOf(evidence, quantity);
  return span?.isClock ? oneSpaced(span) : "";
}

/** A notice is in time only if the time runs from awareness: words beside its number that start it later go with the number. */
function clockOf(evidence: Evidence, quantity: QuantityResult): WordChange | undefined {
  if (!quantity.metric.endsWith("notice_hours")) return undefined;
  const span = spanOf(evidence, quantity);
  return span && !span.isClock ? lateClock(span.text.slice(span.end)) : undefined;
}

/** Where the number stands in its quotation. */
interface NumberSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isClock: boolean;
}

function oneSpaced({ text, start, end }: NumberSpan): string {
  return text.slice(start, end).replaceAll(/\s+/g, " ");
}

function spanOf({ quote, shown }: Evidence, { value, unit }: QuantityResult): NumberSpan | undefined {
  const text = shown ?? quote;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const found = findQuantities(tokens, text).find((one) => Math.abs((inUnit(one, unit) ?? Number.NaN) - value) < 0.01);
  const [first, last] = found ? [tokens[found.at], tokens[found.to - 1]] : [];
  if (!first || !last || !found) return undefined;
  if (found.kind === "clock-hours") {
    const before = /\b(?:between|from)\s$/i.exec(text.slice(0, first.start))?.[0] ?? "";
    const after = /^\s+on (?:each )?(?:Business|Working) Days?/i.exec(text.slice(last.end))?.[0] ?? "";
    return { text, start: first.start - before.length, end: last.end + after.length, isClock: true };
  }
  return { text, ...inWordsAndFigures(text, first.start, last.end), isClock: false };
}

/** What a sum, a share or a time is written with, in words or in figures. */
const AMOUNT = `(?:[£€$]?\\d[\\d.,]*(?:k|m|mn|bn)?%?|[£€$%]|${[...NUMBER_WORDS, "hundred", "thousand", "million", "billion", "and"].join("|")}|pounds?|euros?|dollars?|sterling|gbp|eur|usd|per|cent|percent|minutes?|hours?|days?|weeks?|months?|years?|business|working|calendar)`;
const AMOUNTS = `${AMOUNT}(?:[\\s-]+${AMOUNT})*`;
/** "(50%)" behind words or a figure. */
const BRACKET_BEHIND = new RegExp(`^\\s?\\(\\s?${AMOUNTS}\\s?\\)`, "i");
/** "two million pounds (" before a figure, and what closes it. */
const WORDS_BEFORE = new RegExp(`(?<![\\p{L}\\d-])(?!and\\b|per\\b)${AMOUNTS}\\s?\\(\\s?$`, "iu");
const CLOSING = /^\s?\)/;

/** The same number is often written twice, "fifty per cent (50%)": both are one number, and neither may stay behind. */
function inWordsAndFigures(text: string, first: number, last: number): { start: number; end: number } {
  const sign = /[£€$]\s?$/u.exec(text.slice(0, first))?.[0] ?? "";
  const start = first - sign.length;
  const end = last + (/^\s?%/.exec(text.slice(last))?.[0].length ?? 0);
  const closing = CLOSING.exec(text.slice(end))?.[0] ?? "";
  // "50% (fifty per cent)": the words within the bracket belong to the number already.
  if (/\([^)]*$/u.test(text.slice(start, end))) return { start, end: end + closing.length };
  const words = closing === "" ? "" : (WORDS_BEFORE.exec(text.slice(0, start))?.[0] ?? "");
  if (words !== "") return { start: start - words.length, end: end + closing.length };
  return { start, end: end + (BRACKET_BEHIND.exec(text.slice(end))?.[0].length ?? 0) };
}

/** The number asked for, written as the contract writes its own: a sum in words and figures keeps both. */
function likeOwnWords(found: string, wanted: string, { unit }: QuantityResult, value: number): string {
  const isWordsFirst = /^[a-z]/i.test(found) && /\([^)]*\d[^)]*\)$/.test(found);
  if (unit !== "million_gbp" || !isWordsFirst || !Number.isInteger(value)) return wanted;
  return `${inWords(value)} million pounds (${wanted})`;
}

/** "24 hours", "twice a year", "£10 million". */
export function amountWords(value: number, { metric, unit }: Pick<QuantityResult, "metric" | "unit">): string {
  const number = value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  if (metric.endsWith("_hours_per_day")) return `${number} hours a day`;
  switch (unit) {
    case "per_year":
      return inGoodEnglish(`${value} times a year`);
    case "percent":
      return `${number}%`;
    case "million_gbp":
      return `£${number} million`;
    case "version":
      return `version ${value}`;
    case "count":
    case "times":
      return number;
    default:
      return inGoodEnglish(`${number} ${unit}`);
  }
}
