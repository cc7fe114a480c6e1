import { clockHoursAt } from "./clock-hours.ts";
import { FREQUENCY_WORDS, frequencyAt } from "./frequencies.ts";
import { isMoney, money, SCALES } from "./money.ts";
import { NUMBER_WORDS, numberAt } from "./numbers.ts";
import { HOURS, type Quantity, YEAR } from "./quantity.ts";
import { SIGN, type Token } from "./tokens.ts";

const BUSINESS_DAY = 1.4;
const BUSINESS = new Set(["business", "working"]);

/** Durations, frequencies, percentages and sums of money in a provision, in reading order. */
export function findQuantities(tokens: readonly Token[], text: string): Quantity[] {
  const found: Quantity[] = [];
  if (!tokens.some((token) => mayBegin(token.word))) return found;
  const words = tokens.map((token) => token.word);
  for (let i = 0; i < words.length; i++) {
    if (!mayBegin(words[i] ?? "")) continue;
    const quantity =
      clockHoursAt(tokens, words, i, text) ??
      frequencyAt(words, i) ??
      amountAt(tokens, words, i, text) ??
      plainAt(tokens, words, i, text);
    if (!quantity) continue;
    found.push(quantity);
    i = quantity.to - 1;
  }
  return found;
}

const BEGINNINGS = new Set([...FREQUENCY_WORDS, ...NUMBER_WORDS]);

function mayBegin(word: string): boolean {
  return (word.charCodeAt(0) < 58 && word.charCodeAt(0) > 47) || BEGINNINGS.has(word);
}

const PLAIN_UNITS = new Set(["bits", "version", "versions", "count", "times"]);

/**
 * The quantity's value in the unit that a metric is stated in: "minutes" to "years", "per_year", "percent", "million_gbp", or a
 * plain number ("bits", "version", "versions", "count", "times"). Undefined where the quantity is of another kind.
 */
export function inUnit(quantity: Quantity, unit: string): number | undefined {
  switch (quantity.kind) {
    case "frequency":
      return unit === "per_year" ? quantity.value : intervalIn(unit, quantity.value);
    case "percent":
      return unit === "percent" ? quantity.value : undefined;
    case "money":
      return unit === "million_gbp" ? quantity.value / 1e6 : undefined;
    case "clock-hours":
      return unit === "hours" ? quantity.value : undefined;
    case "number":
      return PLAIN_UNITS.has(unit) ? quantity.value : undefined;
    case "duration": {
      // Twelve months are a year, though a month is thirty days.
      if (unit === "months" && quantity.value % YEAR === 0) return (quantity.value / YEAR) * 12;
      const hours = HOURS.get(unit.replace(/s$/, ""));
      return hours === undefined ? undefined : Math.round((quantity.value / hours) * 100) / 100;
    }
    default:
      return quantity.kind satisfies never;
  }
}

/** "Quarterly" is every three months. */
function intervalIn(unit: string, timesAYear: number): number | undefined {
  const perYear = new Map([
    ["days", 365],
    ["weeks", 52],
    ["months", 12],
    ["years", 1],
  ]).get(unit);
  if (perYear === undefined || timesAYear === 0) return undefined;
  // Of what comes by the month each month is thirty days: quarterly is within ninety.
  if (unit === "days") return Math.floor((timesAYear > 1 && timesAYear <= 12 ? 360 : perYear) / timesAYear);
  return Math.round((perYear / timesAYear) * 100) / 100;
}

/** A number without a unit, "TLS 1.2" included. */
function plainAt(tokens: readonly Token[], words: readonly string[], at: number, text: string): Quantity | undefined {
  const number = numberAt(words, at);
  if (!number) return undefined;
  const to = at + number.length;
  const end = tokens[to - 1]?.end ?? 0;
  const decimal = /^\d+$/.test(words[at] ?? "") && /^\.\d+(?!\.?\d)/.exec(text.slice(end, end + 8));
  if (!decimal || tokens[to]?.start !== end + 1)
    return { kind: "number", value: number.value, businessDays: false, at, to };
  return { kind: "number", value: Number(`${words[at]}${decimal[0]}`), businessDays: false, at, to: to + 1 };
}

function amountAt(tokens: readonly Token[], words: readonly string[], at: number, text: string): Quantity | undefined {
  const number = numberAt(words, at);
  if (!number) return runTogether(tokens, words, at, text);
  let next = at + number.length;
  let value = number.value;
  // "thirty (30) days", "30 (thirty) days": the figure repeats the word.
  const repeated = numberAt(words, next);
  if (repeated && repeated.value === number.value && ((tokens[next]?.before ?? 0) & SIGN.open) !== 0)
    next += repeated.length;
  if (/^\.\d/.test(text.slice(tokens[at]?.end ?? 0, (tokens[at]?.end ?? 0) + 2)) && /^\d+$/.test(words[next] ?? "")) {
    value = Number(`${words[at]}.${words[next]}`);
    next++;
  }
  const sign = text.slice(tokens[next - 1]?.end ?? 0, (tokens[next - 1]?.end ?? 0) + 2);
  if (/^\s?%/.test(sign)) return { kind: "percent", value, businessDays: false, at, to: next };
  if (words[next] === "per" && words[next + 1] === "cent")
    return { kind: "percent", value, businessDays: false, at, to: next + 2 };
  if (words[next] === "percent") return { kind: "percent", value, businessDays: false, at, to: next + 1 };
  if (isMoney(tokens, words, at, text)) return money(tokens, words, at, text);
  const business = BUSINESS.has(words[next] ?? "");
  const calendar = ["calendar", "consecutive", "full", "clear"].includes(words[next] ?? "");
  const unitAt = business || calendar ? next + 1 : next;
  const hours = HOURS.get((words[unitAt] ?? "").replace(/['’]?s?['’]?$/, ""));
  if (hours === undefined) return undefined;
  const factor = business ? BUSINESS_DAY : 1;
  return { kind: "duration", value: value * hours * factor, businessDays: business, at, to: unitAt + 1 };
}

/** "24h", "£10m", "EUR 500k": the unit stands right behind the figure. */
function runTogether(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  text: string,
): Quantity | undefined {
  const [, figure, unit = ""] = /^(\d+)(h|hrs?|mins?|k|m|mn|bn|million)$/.exec(words[at] ?? "") ?? [];
  if (!figure) return undefined;
  const to = at + 1;
  const scale = SCALES.get(unit);
  if (scale !== undefined)
    return isMoney(tokens, words, at, text)
      ? { kind: "money", value: Number(figure) * scale, businessDays: false, at, to }
      : undefined;
  const hours = unit.startsWith("m") ? 1 / 60 : 1;
  return { kind: "duration", value: Number(figure) * hours, businessDays: false, at, to };
}
