const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** A number in capital Roman numerals; "" below one. */
export function roman(value: number): string {
  let rest = value;
  let text = "";
  for (const [worth, numeral] of ROMAN) {
    text += numeral.repeat(Math.max(0, Math.floor(rest / worth)));
    rest %= worth;
  }
  return text;
}
