const UNITS = "minute|hour|day|week|month|year|version";
const PLURAL = new RegExp(`(?<![\\d.,])1 (${UNITS})s(['’])?`, "g");
const EACH = new RegExp(`\\bevery 1 (${UNITS})\\b`, "g");
const EACH_PERIOD = new RegExp(`\\bevery 1-(${UNITS}) period\\b`, "g");
const TIMES = /(?<![\d.,])(\d+(?:\.\d+)?) times a year/g;

/** A filled template in good English whatever its numbers: "1 days' notice" is "1 day's notice", "every 1 months" "every month", "1 times a year" "once a year". */
export function inGoodEnglish(text: string): string {
  return text
    .replace(PLURAL, (_, unit: string, genitive?: string) => `1 ${unit}${genitive ? `${genitive}s` : ""}`)
    .replace(EACH, "every $1")
    .replace(EACH_PERIOD, "every $1")
    .replace(TIMES, (_, times: string) => timesAYear(Number(times)));
}

function timesAYear(times: number): string {
  if (times < 1) return `once every ${Math.round(1 / times)} years`;
  if (times === 1) return "once a year";
  return times === 2 ? "twice a year" : `${times} times a year`;
}
