import type { Part } from "./source.ts";

/**
 * Throws an Error unless every clause number is the one that automatic multilevel numbering (1. / 1.1 / (a) / (i))
 * gives it in its place: a number is one up, or first below its parent.
 */
export function checkNumbers(parts: readonly Part[], name: string): void {
  const counts = [0, 0, 0, 0];
  for (const part of parts) {
    if (part.kind !== "clause") continue;
    const at = part.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, part.level);
    const expected = numberText(part.level, counts);
    if (part.number !== expected) {
      throw new Error(`${name}: clause ${part.number} should be ${expected} ("${part.text.slice(0, 40)}")`);
    }
  }
}

function numberText(level: 1 | 2 | 3 | 4, [one = 0, two = 0, three = 0, four = 0]: readonly number[]): string {
  if (level === 1) return `${one}.`;
  if (level === 2) return `${one}.${two}`;
  return level === 3 ? `(${letters(three)})` : `(${roman(four)})`;
}

/** a to z, then aa, bb: as Word's lowerLetter counts (ECMA-376 17.18.59). */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  return letter.repeat(Math.ceil(count / 26));
}

function roman(count: number): string {
  const tens = "x".repeat(Math.floor(count / 10));
  return tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][count % 10];
}
