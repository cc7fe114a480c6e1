// Signs in a line of text that tell readers where a unit starts or goes on.

const MULTI_LEVEL = /^\d{1,3}(?:\.\d{1,3}){1,5}[.)]?[ \t\u00a0]+\S/;
const SINGLE_LEVEL =
  /^(?:\d{1,3}[.)]|\(\d{1,3}\)|\([a-z]{1,3}\)|\([ivxlc]{1,6}\)|\([A-Z]{1,2}\)|[a-zA-Z][.)]|[ivx]{1,5}[.)])[ \t\u00a0]+\S/;
const BARE_NUMBER_TITLE = /^\d{1,3}[ \t\u00a0]+[A-Z][\p{L}]+/u;
const NAMED =
  /^(?:article|section|clause|schedule|annex|appendix|exhibit|part|attachment|addendum)[ \t\u00a0]+(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Z])(?:[ \t\u00a0]*$|[ \t\u00a0]*[.:–—-](?:[ \t\u00a0]|$)|[ \t\u00a0]+[A-Z(])/i;
const BULLET = /^([-*•·▪◦‣●○–—]|[oø§])[ \t\u00a0]+(?=\S)/u;

/** Length of the bullet and the space after it at the start of a trimmed line; 0 where there is none. */
export function bulletLength(line: string): number {
  return BULLET.exec(line)?.[0].length ?? 0;
}

/** True where a trimmed line opens as numbered units do: "12.3 The", "(a) the", "4. Fees", "ARTICLE V", "Section 4:". */
export function startsNumbered(line: string): boolean {
  return MULTI_LEVEL.test(line) || SINGLE_LEVEL.test(line) || BARE_NUMBER_TITLE.test(line) || isNamedUnit(line);
}

/** True for "Schedule 2", "ARTICLE V – FEES" and the like; false for "Section 4 of the Agreement". */
export function isNamedUnit(line: string): boolean {
  const match = NAMED.exec(line);
  // The expression ignores case for the word only: "Section 4 of" must not pass by its last part.
  return match !== null && !/[ \t\u00a0][a-z]$/.test(match[0]);
}

/** True where a trimmed line closes a sentence, an item or a lead-in, so that a number after it opens a new unit. */
export function closesUnit(line: string): boolean {
  return /(?:[.;:!?,][)"”’']*|[)"”’]|\b(?:and|or|und|oder|et|ou|y|o))$/i.test(line.trimEnd());
}

/** True where `next` goes on with the sentence that `line` leaves open (a break in the middle of a sentence). */
export function continuesSentence(line: string, next: string): boolean {
  return /[\p{L}\p{N},]$/u.test(line) && /^\p{Ll}[\p{Ll}'’-]*[\s,.;)]/u.test(next) && !startsNumbered(next);
}

/** Depth of a typed number ("4." 1, "4.2" 2); 1 where there is none. */
export function numberDepth(line: string): number {
  const digits = /^\d+(?:\.\d+)*/.exec(line)?.[0];
  return digits === undefined ? 1 : digits.split(".").length;
}

const NUMBER_BEFORE_TITLE =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLC]+\.|[A-Z]\.)[ \t\u00a0]+(?:[–—-][ \u00a0]*)?(?=\p{Lu})/u;
const DATE_OR_STREET =
  /^\d+ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^\d{3} |^\d+ [^,]*, [^,]*\d{4}/;

/** True for a short line in capitals, "Schedule 2" and a numbered title without a full stop: "4. Fees", "ARTICLE V – FEES". */
export function isTitle(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  if (words.length === 0 || words.length > 14 || /[;,]$|_{3}|\.{4}|\t/.test(line)) return false;
  if (/\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line)) {
    return words.length <= 12 && !line.endsWith(":") && (startsNumbered(line) || !/ {3}/.test(line));
  }
  if (/[.!?]["”)]?$/.test(line)) return false;
  if (isNamedUnit(line)) return !line.endsWith(":") && isTitleCase(words.slice(2));
  const number = NUMBER_BEFORE_TITLE.exec(line)?.[0];
  if (number === undefined || DATE_OR_STREET.test(line) || / {3}/.test(line.slice(number.length))) return false;
  if (words.length > 11) return false;
  return isTitleCase(words.slice(1)) && !(line.endsWith(":") && /\s\p{Ll}{4,}/u.test(line));
}

/** Long words open with a capital, or the title is so short that only its first word does ("Sub-processors used"). */
function isTitleCase(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  const capital = long.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  return capital >= long.length * 0.6 || words.length <= 4;
}

/** True for a "heading" that is a paragraph set large: evidence is never taken from headings, so its text must not be one. */
export function readsAsParagraph(heading: string): boolean {
  const words = heading.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words > 24 || (words > 10 && /[.;:]["”)]?$/.test(heading));
}
