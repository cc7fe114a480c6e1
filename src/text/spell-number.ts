import { TENS, UNITS } from "./numbers.ts";

/** A whole number from 0 to 999 in English words, "one hundred and twenty"; figures above. */
export function inWords(value: number): string {
  if (value < 20) return UNITS[value] ?? String(value);
  if (value < 100)
    return [TENS[Math.floor(value / 10)], UNITS[value % 10]].slice(0, value % 10 === 0 ? 1 : 2).join("-");
  if (value > 999) return String(value);
  const rest = value % 100;
  return `${UNITS[Math.floor(value / 100)]} hundred${rest === 0 ? "" : ` and ${inWords(rest)}`}`;
}
