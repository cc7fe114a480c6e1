import type { Quantity } from "./quantity.ts";
import type { Token } from "./tokens.ts";

/** "08:00 to 18:00", "between 8am and 6 pm": from one time of the day to another. */
export function clockHoursAt(
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
