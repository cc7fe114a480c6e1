import type { Quantity } from "./quantity.ts";
import type { Token } from "./tokens.ts";

const CURRENCIES = new Set(["gbp", "eur", "usd", "sterling"]);

/** Whether the figure at `at` is a sum: a sign or the name of a currency stands before it. */
export function isMoney(tokens: readonly Token[], words: readonly string[], at: number, text: string): boolean {
  const start = tokens[at]?.start ?? 0;
  return /[£$€₹]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || CURRENCIES.has(words[at - 1] ?? "");
}

/** What a word or letter behind a figure multiplies it by. */
export const SCALES = new Map([
  ["k", 1e3],
  ["thousand", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["million", 1e6],
  ["bn", 1e9],
  ["billion", 1e9],
]);

/** The sum at `at`, with its thousands, decimals and "million". */
export function money(tokens: readonly Token[], words: readonly string[], at: number, text: string): Quantity {
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
