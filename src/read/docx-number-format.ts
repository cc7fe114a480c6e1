import { roman } from "./roman.ts";

const ONES = [
  "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen",
  "Seventeen Eighteen Nineteen",
]
  .join(" ")
  .split(" ");
const ORDINAL_ONES = [
  "Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth",
  "Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth",
]
  .join(" ")
  .split(" ");
const TENS = "- - Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split(" ");

/**
 * Writes a list counter as Word shows it (ST_NumberFormat, ECMA-376 17.18.59). `custom` is the pattern of a custom
 * format ("001, 002, 003, ..."). Formats of scripts that English contracts do not use fall back to decimal.
 */
export function formatNumber(value: number, format: string, custom?: string): string {
  // Word counts no further (17.9.25), and letters repeat by value.
  if (!(value >= 0 && value <= 32_767)) return String(value);
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "lowerLetter":
      return letters(value).toLowerCase();
    case "upperLetter":
      return letters(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "ordinal":
      return `${value}${ordinalSuffix(value)}`;
    case "cardinalText":
      return words(value, ONES);
    case "ordinalText":
      return words(value, ORDINAL_ONES);
    case "decimalEnclosedParen":
      return `(${value})`;
    case "decimalEnclosedFullstop":
      return `${value}.`;
    case "numberInDash":
      return `- ${value} -`;
    case "custom":
      return String(value).padStart(/^0*\d/.exec(custom ?? "")?.[0].length ?? 1, "0");
    default:
      return String(value);
  }
}

/** Word repeats the letter after z: aa, bb, ..., zz, aaa. */
function letters(value: number): string {
  if (value < 1) return "";
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function ordinalSuffix(value: number): string {
  const tail = value % 100;
  if (tail > 10 && tail < 14) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

function words(value: number, ones: readonly string[]): string {
  const small = ones[value];
  if (small !== undefined) return small;
  const tens = TENS[Math.floor(value / 10)];
  if (tens === undefined) return String(value);
  if (value % 10 > 0) return `${tens}-${(ones[value % 10] ?? "").toLowerCase()}`;
  return ones === ORDINAL_ONES ? tens.replace(/y$/, "ieth") : tens;
}
