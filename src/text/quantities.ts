import { NUMBER_WORDS, numberAt } from "./numbers.ts";
import { SIGN, type Token } from "./tokens.ts";

export type QuantityKind = "duration" | "frequency" | "percent" | "money" | "number" | "clock-hours";

export interface Quantity {
  readonly kind: QuantityKind;
  /** Duration: hours. Frequency: times a year. Percent: 0..100. Money: units of the currency named. Clock hours: hours of a day ("between 08:00 and 18:00"). Number: as it stands. */
  readonly value: number;
  /** Duration only: true where the text says business or working days (counted as 1.4 calendar days). */
  readonly businessDays: boolean;
  /** First token. */
  readonly at: number;
  /** One past the last token. */
  readonly to: number;
}

const HOURS = new Map(
  Object.entries({
    minute: 1 / 60,
    hour: 1,
    hr: 1,
    h: 1,
    day: 24,
    week: 168,
    fortnight: 336,
    month: 720,
    quarter: 2160,
    year: 8760,
  }),
);
const YEAR = 8760;
/** Where a frequency is reckoned, twelve months are a year. */
const PERIODS = new Map([
  ["month", YEAR / 12],
  ["quarter", YEAR / 4],
]);
const BUSINESS_DAY = 1.4;
const PER_YEAR = new Map(
  Object.entries({
    annually: 1,
    annual: 1,
    yearly: 1,
    biannually: 2,
    biannual: 2,
    quarterly: 4,
    monthly: 12,
    weekly: 52,
    daily: 365,
  }),
);
const TIMES = new Map(Object.entries({ once: 1, twice: 2, one: 1, two: 2, three: 3, four: 4 }));
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

/** "half-yearly", "bi-annually", "semi-annual": twice. */
const HALVES = new Set(["half", "bi", "semi"]);
const BEGINNINGS = new Set([...PER_YEAR.keys(), ...TIMES.keys(), ...HALVES, "every", "each", ...NUMBER_WORDS]);

function mayBegin(word: string): boolean {
  return (word.charCodeAt(0) < 58 && word.charCodeAt(0) > 47) || BEGINNINGS.has(word);
}

const CURRENCIES = new Set(["gbp", "eur", "usd", "sterling"]);
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

/** "08:00 to 18:00", "between 8am and 6 pm": from one time of the day to another. */
function clockHoursAt(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  text: string,
): Quantity | undefined {
  const from = clockTimeAt(tokens, words, at, text);
  if (!from) return undefined;
  const joint = words[from.to] ?? "";
  const isDash = /^\s?[-–—]\s?$/.test(text.slice(tokens[from.to - 1]?.end ?? 0, tokens[from.to]?.start ?? 0));
  const next = joint === "to" || joint === "and" || joint === "until" ? from.to + 1 : isDash ? from.to : undefined;
  const till = next === undefined ? undefined : clockTimeAt(tokens, words, next, text);
  if (!till) return undefined;
  const hours = till.hour > from.hour ? till.hour - from.hour : till.hour + 24 - from.hour;
  return { kind: "clock-hours", value: hours, businessDays: false, at, to: till.to };
}

/** A time of the day: with minutes behind a colon or a stop, or with am or pm. */
function clockTimeAt(tokens: readonly Token[], words: readonly string[], at: number, text: string) {
  const [, figure = "", joined = ""] = /^(\d{1,2})(am|pm)?$/.exec(words[at] ?? "") ?? [];
  if (figure === "" || Number(figure) > 24) return undefined;
  const sign = text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0);
  const hasMinutes = (sign === ":" || sign === ".") && /^[0-5]\d(am|pm)?$/.test(words[at + 1] ?? "");
  const last = hasMinutes ? at + 1 : at;
  const half = joined || (/(am|pm)$/.exec(words[last] ?? "")?.[1] ?? "");
  const own = half === "" && /^(?:am|pm)$/.test(words[last + 1] ?? "") ? (words[last + 1] ?? "") : "";
  const day = half || own;
  if (day === "" && !(hasMinutes && sign === ":")) return undefined;
  const minutes = hasMinutes ? Number.parseInt(words[at + 1] ?? "0", 10) / 60 : 0;
  const hour = day === "" ? Number(figure) : (Number(figure) % 12) + (day === "pm" ? 12 : 0);
  return { hour: hour + minutes, to: last + 1 + (own === "" ? 0 : 1) };
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

function isMoney(tokens: readonly Token[], words: readonly string[], at: number, text: string): boolean {
  const start = tokens[at]?.start ?? 0;
  return /[£$€₹]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || CURRENCIES.has(words[at - 1] ?? "");
}

const SCALES = new Map([
  ["k", 1e3],
  ["thousand", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["million", 1e6],
  ["bn", 1e9],
  ["billion", 1e9],
]);

function money(tokens: readonly Token[], words: readonly string[], at: number, text: string): Quantity {
  let to = at + 1;
  let digits = words[at] ?? "0";
  while (/^\d{3}$/.test(words[to] ?? "") && text[tokens[to - 1]?.end ?? 0] === ",") digits += words[to++] ?? "";
  // "£1.5 million", "£1.5m"
  const [, decimals = "", joint] =
    text[tokens[to - 1]?.end ?? 0] === "." ? (/^(\d{1,2})([a-z]*)$/.exec(words[to] ?? "") ?? []) : [];
  if (decimals !== "") {
    digits += `.${decimals}`;
    to++;
  }
  const scale = SCALES.get(joint || (words[to] ?? ""));
  const value = Math.round(Number(digits) * (scale ?? 1) * 100) / 100;
  return { kind: "money", value, businessDays: false, at, to: scale === undefined || joint ? to : to + 1 };
}

/** "annually", "once a year", "once in any twelve month period", "every 12 months", "twice per calendar year". */
function frequencyAt(words: readonly string[], at: number): Quantity | undefined {
  const word = words[at] ?? "";
  const plain = PER_YEAR.get(word);
  if (plain !== undefined) return { kind: "frequency", value: plain, businessDays: false, at, to: at + 1 };
  if (HALVES.has(word) && /^(?:yearly|annual|annually)$/.test(words[at + 1] ?? ""))
    return { kind: "frequency", value: 2, businessDays: false, at, to: at + 2 };
  const [, figure] = /^(\d{1,2})x?$/.exec(word) ?? [];
  if (figure && (word.endsWith("x") || /^(?:x|times?)$/.test(words[at + 1] ?? "")))
    return periodAt(words, word.endsWith("x") ? at + 1 : at + 2, at, Number(figure));
  const times = TIMES.get(word);
  if (times !== undefined) {
    let next = at + 1;
    const period = PER_YEAR.get(words[next] ?? "");
    if (period !== undefined)
      return { kind: "frequency", value: times * period, businessDays: false, at, to: next + 1 };
    if (word !== "once" && word !== "twice") {
      if (words[next] !== "time" && words[next] !== "times") return undefined;
      next++;
    }
    return periodAt(words, next, at, times);
  }
  if (word === "every" || word === "each") return periodAt(words, at, at, 1);
  return undefined;
}

function periodAt(words: readonly string[], from: number, at: number, times: number): Quantity | undefined {
  let next = from;
  let opened = false;
  while (
    ["per", "a", "an", "in", "any", "each", "every", "calendar", "contract", "rolling", "during", "within"].includes(
      words[next] ?? "",
    )
  ) {
    opened = true;
    next++;
  }
  if (!opened) return undefined;
  let count = 1;
  const number = numberAt(words, next);
  if (number) {
    count = number.value;
    next += number.length;
    const repeated = numberAt(words, next);
    if (repeated && repeated.value === count) next += repeated.length;
    while (["calendar", "consecutive", "rolling"].includes(words[next] ?? "")) next++;
  }
  const unit = (words[next] ?? "").replace(/s$/, "");
  const hours = PERIODS.get(unit) ?? HOURS.get(unit);
  if (hours === undefined || hours < 24 || count === 0) return undefined;
  const perYear = (times * YEAR) / (hours * count);
  const value = perYear >= 1 ? Math.round(perYear) : Math.round(perYear * 10_000) / 10_000;
  return { kind: "frequency", value, businessDays: false, at, to: next + 1 };
}
