import type { Library, Playbook } from "../../model/requirement.ts";
import type { Evidence, Finding, QuantityResult } from "../../model/review.ts";
import { findQuantities, inUnit } from "../../text/quantities.ts";
import { tokenize } from "../../text/tokens.ts";
import { inGoodEnglish } from "../number-words.ts";
import { preferredOf } from "../template-values.ts";

/** A number to be changed. */
export interface NumberChange {
  /** The contract's own words, "ninety-six (96) hours"; "" where they cannot be made out. */
  readonly found: string;
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
  const target = amountWords(wanted.get(quantity.metric) ?? quantity.preferred, quantity);
  const places = new Set<string>();
  return quantity.evidence
    .map((evidence) => ({
      found: ownWords(evidence, quantity),
      wanted: target,
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

/** The number as the contract has it. A time of the day to another is no words to be replaced by a number. */
function ownWords({ quote, shown }: Evidence, { value, unit }: QuantityResult): string {
  const text = shown ?? quote;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const found = findQuantities(tokens, text).find((one) => Math.abs((inUnit(one, unit) ?? Number.NaN) - value) < 0.01);
  const [first, last] = found ? [tokens[found.at], tokens[found.to - 1]] : [];
  if (!first || !last || found?.kind === "clock-hours") return "";
  const before = /[£€$]\s?$/u.exec(text.slice(0, first.start))?.[0] ?? "";
  const after = /^\s?%/.exec(text.slice(last.end))?.[0] ?? "";
  return `${before}${text.slice(first.start, last.end)}${after}`.replaceAll(/\s+/g, " ");
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
