export const UNITS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
export const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const UNIT_VALUE = new Map(UNITS.map((word, value) => [word, value]));
const TEN_VALUE = new Map(TENS.map((word, value) => [word, value * 10] as const).filter(([word]) => word !== ""));
/** Words with which a number may begin. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set([...TEN_VALUE.keys(), ...UNIT_VALUE.keys()]);

/** Value of a number in figures or English words at `words[at]`, with the words it takes; undefined where there is none. */
export function numberAt(words: readonly string[], at: number): { value: number; length: number } | undefined {
  const word = words[at] ?? "";
  if (/^\d+$/.test(word)) return { value: Number(word), length: 1 };
  const ten = TEN_VALUE.get(word);
  if (ten !== undefined) {
    const unit = UNIT_VALUE.get(words[at + 1] ?? "");
    return unit !== undefined && unit > 0 && unit < 10 ? { value: ten + unit, length: 2 } : { value: ten, length: 1 };
  }
  const unit = UNIT_VALUE.get(word);
  if (unit === undefined) return undefined;
  if (words[at + 1] !== "hundred") return { value: unit, length: 1 };
  const after = words[at + 2] === "and" ? at + 3 : at + 2;
  const rest = numberAt(words, after);
  return rest && rest.value < 100
    ? { value: unit * 100 + rest.value, length: after - at + rest.length }
    : { value: unit * 100, length: 2 };
}
