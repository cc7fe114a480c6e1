import { numberAt } from "./numbers.ts";
import { HOURS, type Quantity, YEAR } from "./quantity.ts";

/** Where a frequency is reckoned, twelve months are a year. */
const PERIODS = new Map([
  ["month", YEAR / 12],
  ["quarter", YEAR / 4],
]);
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
/** "half-yearly", "bi-annually", "semi-annual": twice. */
const HALVES = new Set(["half", "bi", "semi"]);
/** Words that a frequency may begin with. */
export const FREQUENCY_WORDS: readonly string[] = [...PER_YEAR.keys(), ...TIMES.keys(), ...HALVES, "every", "each"];

/** "annually", "once a year", "once in any twelve month period", "every 12 months", "twice per calendar year". */
export function frequencyAt(words: readonly string[], at: number): Quantity | undefined {
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
