import type { Span } from "../../model/block.ts";
import { findQuantities, inUnit } from "../../text/quantities.ts";
import { HOURS, type Quantity } from "../../text/quantity.ts";
import { inWords } from "../../text/spell-number.ts";
import { type Token, tokenize } from "../../text/tokens.ts";

/** A number of the contract and what is wanted in its place, both in the metric's unit. */
export interface NumberChange {
  readonly found: number;
  readonly wanted: number;
  readonly unit: string;
}

/**
 * What to write in place of the number within `span`: "twenty-four (24)" for "seventy-two (72)", in words, in figures or both as
 * the contract has it, with another unit only where the contract's own would not come out even or counts business days.
 * Undefined where the number is not there in a form that can be changed in place.
 */
export function changedNumber(
  text: string,
  span: Span,
  change: NumberChange,
): { span: Span; text: string } | undefined {
  const tokens = tokenize(text, span);
  const quantity = findQuantities(tokens, text).find(
    (one) => Math.abs((inUnit(one, change.unit) ?? Number.NaN) - change.found) < 0.01,
  );
  if (!quantity) return undefined;
  switch (quantity.kind) {
    case "duration":
      return changedDuration(text, tokens, quantity, change);
    case "frequency":
      return changedFrequency(text, tokens, quantity, change);
    case "percent":
    case "number":
      return changedFigure(text, tokens, quantity, change.wanted);
    default:
      return undefined;
  }
}

function changedDuration(
  text: string,
  tokens: readonly Token[],
  { at, to, businessDays, value: hours }: Quantity,
  { wanted, unit }: NumberChange,
): { span: Span; text: string } | undefined {
  const last = tokens[to - 1];
  const first = tokens[at];
  if (!first || !last) return undefined;
  const ownUnit = last.word.replace(/['’]?s?['’]?$/, "");
  const metricUnit = unit.replace(/s$/, "");
  const inOwn = (wanted * (HOURS.get(metricUnit) ?? 0)) / (HOURS.get(ownUnit) ?? 1);
  const isSame = ownUnit === metricUnit || (Number.isInteger(inOwn) && inOwn > 1);
  const unitStart = businessDays ? (tokens[to - 2]?.start ?? last.start) : last.start;
  const unitEnd = last.start + (/^\p{L}+/u.exec(text.slice(last.start, last.end))?.[0].length ?? 0);
  if (unitEnd === last.start) return undefined;
  const number = text.slice(first.start, unitStart).trimEnd();
  const value = isSame && !businessDays ? inOwn : wanted;
  const named = isSame && !businessDays ? ownUnit : metricUnit;
  const written = sameForm(number, value);
  if (written === undefined) return undefined;
  const oldUnit = text.slice(unitStart, unitEnd);
  const newUnit = value === 1 ? named : `${named}s`;
  // "a 72 hour period": what is singular with many stays so.
  const isAttribute = oldUnit.toLowerCase() === named && hours !== HOURS.get(ownUnit);
  if (oldUnit.toLowerCase() === newUnit || isAttribute)
    return { span: { start: first.start, end: first.start + number.length }, text: written };
  return {
    span: { start: first.start, end: unitEnd },
    text: `${written}${text[first.start + number.length] ?? " "}${newUnit}`,
  };
}

function changedFrequency(
  text: string,
  tokens: readonly Token[],
  { at, to }: Quantity,
  { wanted, unit }: NumberChange,
): { span: Span; text: string } | undefined {
  const [first, last] = [tokens[at], tokens[to - 1]];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  // "an annual test" is no adverb: what would stand in its place is one.
  if (/^(?:annual|biannual|semi|half|bi)$/.test(last.word) || /\bannual$/.test(text.slice(span.start, span.end)))
    return undefined;
  if (unit !== "per_year")
    return {
      span,
      text: wanted === 1 ? `once every ${unit.replace(/s$/, "")}` : `once every ${inWords(wanted)} ${unit}`,
    };
  if (wanted < 1) return { span, text: `once every ${inWords(Math.round(1 / wanted))} years` };
  if (wanted <= 2) return { span, text: wanted === 1 ? "once a year" : "twice a year" };
  if (wanted === 12) return { span, text: "once a month" };
  return Number.isInteger(wanted) ? { span, text: `${inWords(wanted)} times a year` } : undefined;
}

function changedFigure(
  text: string,
  tokens: readonly Token[],
  { at, to }: Quantity,
  wanted: number,
): { span: Span; text: string } | undefined {
  const [first, last] = [tokens[at], tokens[to - 1]];
  if (!first || !last) return undefined;
  const number = /^[\d.,]*\d|^[\p{L}-]+/u.exec(text.slice(first.start, last.end))?.[0] ?? "";
  const written = sameForm(number, wanted);
  return written === undefined
    ? undefined
    : { span: { start: first.start, end: first.start + number.length }, text: written };
}

/** "seventy-two (72)", "72 (seventy-two)", "72", "seventy-two": the value in the same form. */
function sameForm(number: string, value: number): string | undefined {
  const [, outside = "", inside] = /^([^(]*?)\s*(?:\(([^)]*)\))?$/.exec(number) ?? [];
  const write = (part: string) =>
    /\d/.test(part) ? String(value) : Number.isInteger(value) ? cased(part, inWords(value)) : undefined;
  const [first, second] = [write(outside), inside === undefined ? "" : write(inside)];
  if (outside === "" || first === undefined || second === undefined) return undefined;
  return inside === undefined ? first : `${first} (${second})`;
}

function cased(like: string, words: string): string {
  return /^\p{Lu}/u.test(like) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
