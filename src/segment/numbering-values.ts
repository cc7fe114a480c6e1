const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** Value of a well-formed roman numeral in one case ("iv", "XII"), or undefined. */
export function romanValue(digits: string): number | undefined {
  const lower = digits.toLowerCase();
  if (digits !== lower && digits !== digits.toUpperCase()) return undefined;
  if (!/^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(lower) || lower === "") return undefined;
  let total = 0;
  for (let i = 0; i < lower.length; i++) {
    const here = ROMAN[lower.charAt(i)] ?? 0;
    const next = ROMAN[lower.charAt(i + 1)] ?? 0;
    total += here < next ? -here : here;
  }
  return total;
}

/** Value of a letter label: a = 1 … z = 26, aa = 27, bb = 28 (legal style repeats the letter); undefined for words. */
export function letterValue(letters: string): number | undefined {
  const lower = letters.toLowerCase();
  if (!/^([a-z])\1?$/.test(lower)) return undefined;
  return lower.charCodeAt(0) - 96 + 26 * (lower.length - 1);
}
