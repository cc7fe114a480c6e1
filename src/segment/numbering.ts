import { letterValue, romanValue } from "./numbering-values.ts";

/** One way to read a printed number: its style ("(a)", "i.", "1)") and its place in that sequence, from 1. */
export interface MarkerReading {
  readonly style: string;
  readonly value: number;
}

/** A number or bullet printed before a clause. */
export interface Marker {
  /** As a person would cite it: "12.3", "(a)", "Section 3.1"; "" for a bullet. */
  readonly label: string;
  /** Every way to read it: "(i)" is a letter and a roman numeral; empty for a bullet. */
  readonly readings: readonly MarkerReading[];
  /** Parts of an arabic number: [12, 3]. */
  readonly path?: readonly number[];
  /** The word before the number, in lower case: "section", "article". */
  readonly word?: string;
  /** True where nothing but white space sets the number off ("4 Security"): believed only with other evidence. */
  readonly bare: boolean;
  /** Characters it takes, white space after it included. */
  readonly length: number;
}

const NAMED =
  /^(article|art\.|section|sec\.|clause|paragraph|recital|artikel|ziffer|cláusula|clausula|step|§+)\s*(\(?)(\d{1,3}(?:\.\d{1,3})*[a-z]?|[IVXLC]{1,6}|[A-Z])(\)?)(?=$|[\s.:)\u2013\u2014-])\s*([.:)\u2013\u2014-]*)\s*/i;
const DOTTED = /^(\d{1,3}(?: ?\.\d{1,3})+)(?:\.?\)|\.)?(?=$|\s|\(|["\u201c\u2018A-Z])\s*/;
const SINGLE = /^(\d{1,3})([.)])(?=$|\s|["\u201c\u2018A-Z[])\s*/;
const PAREN = /^\(\s?(\d{1,3}|[a-z]{1,5}|[A-Z]{1,5})\s?\)\.?\s*/;
const LETTER = /^([a-z]{1,5}|[A-Z]{1,5})([.)])\.?(?=$|\s)\s*/;
const BARE = /^(\d{1,2}(?:\.\d{1,2})*)(\s+)(?=["\u201cA-Z])/;
const BULLET =
  /^[\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2219\u25cb\u25a0\u25a1\u27a2\u27a4\u2713\u2714\uf0b7\u2043*+\u2013\u2014-](?=\s|$)\s*/;
const MEASURE =
  /^(%|percent|per cent|million|billion|hours?|days?|months?|years?|gb|tb|mb|ghz|x\b|times|minutes?|business days?)\b/i;
/** What follows the number of a statute's article, never of a clause's own. */
const STATUTE =
  /^(?:[\w()., -]{0,30}\b)?(?:gdpr|uk gdpr|dsgvo|rgpd|ccpa|regulation|directive|act\b|dpa 2018|bdsg|eu\b|treaty|charter)/i;
const SENTENCE_GOES_ON = /^\(?\p{Ll}|^[,;]|^\(?(?:AND|OR|SHALL|OF|ABOVE|BELOW|HEREOF|TO|IN)\b/u;

function readings(core: string, open: string, close: string): MarkerReading[] {
  const shape = (inner: string): string => `${open}${inner}${close}`;
  if (/^\d+$/.test(core)) return [{ style: shape("1"), value: Number(core) }];
  const upper = core === core.toUpperCase();
  const found: MarkerReading[] = [];
  const letter = letterValue(core);
  if (letter !== undefined) found.push({ style: shape(upper ? "A" : "a"), value: letter });
  const roman = romanValue(core);
  if (roman !== undefined) found.push({ style: shape(upper ? "I" : "i"), value: roman });
  return found;
}

function named(text: string): Marker | undefined {
  const match = NAMED.exec(text);
  const [whole, word = "", , core = "", , separator = ""] = match ?? [];
  if (whole === undefined || /^[a-z]/.test(word)) return undefined;
  // "Recitals", "Articles": the plural is no letter.
  if (/^[\p{L}]+s\b/iu.test(text.slice(word.length - 1, whole.length)) && text[word.length] === core[0])
    return undefined;
  const rest = text.slice(whole.length);
  if (rest !== "" && separator === "" && (SENTENCE_GOES_ON.test(rest) || STATUTE.test(rest.slice(0, 40))))
    return undefined;
  if (/^(recital|step)$/i.test(word) && rest !== "" && separator === "" && !match?.[4]) return undefined;
  const path = /^\d/.test(core)
    ? core
        .replace(/[a-z]$/i, "")
        .split(".")
        .map(Number)
    : undefined;
  const value = path?.at(-1) ?? romanValue(core) ?? letterValue(core);
  if (value === undefined) return undefined;
  const name = word.startsWith("\u00a7") ? "\u00a7" : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  const inner = match?.[2] === "(" ? `(${core})` : core;
  return {
    label: `${name} ${inner}`,
    readings: [{ style: name.toLowerCase(), value }],
    path: path ?? [value],
    word: name.toLowerCase(),
    bare: false,
    length: whole.length,
  };
}

function arabic(text: string): Marker | undefined {
  const dotted = DOTTED.exec(text);
  if (dotted?.[1] !== undefined && !MEASURE.test(text.slice(dotted[0].length))) {
    const parts = dotted[1].split(/ ?\./).map(Number);
    // "2.0" heads 2.1, 2.2 …
    const path = parts.length === 2 && parts[1] === 0 ? parts.slice(0, 1) : parts;
    const value = path.at(-1) ?? 0;
    return {
      label: parts.join("."),
      readings: [{ style: `1.x${path.length}`, value }],
      path,
      bare: false,
      length: dotted[0].length,
    };
  }
  const single = SINGLE.exec(text);
  if (single?.[1] !== undefined) {
    const value = Number(single[1]);
    const close = single[2] ?? ".";
    return {
      label: close === "." ? String(value) : `(${value})`,
      readings: [{ style: `1${close}`, value }],
      ...(close === "." ? { path: [value] } : {}),
      bare: false,
      length: single[0].length,
    };
  }
  const bare = BARE.exec(text);
  if (bare?.[1] === undefined || MEASURE.test(text.slice(bare[0].length))) return undefined;
  const path = bare[1].split(".").map(Number);
  const style = path.length === 1 ? "1." : `1.x${path.length}`;
  return {
    label: path.join("."),
    readings: [{ style, value: path.at(-1) ?? 0 }],
    path,
    bare: path.length === 1 && !/\t| {2}/.test(bare[2] ?? ""),
    length: bare[0].length,
  };
}

function lettered(text: string): Marker | undefined {
  const paren = PAREN.exec(text);
  if (paren?.[1] !== undefined) {
    if (/^\d/.test(paren[1]) && MEASURE.test(text.slice(paren[0].length))) return undefined;
    const found = readings(paren[1], "(", ")");
    return found.length === 0
      ? undefined
      : { label: `(${paren[1]})`, readings: found, bare: false, length: paren[0].length };
  }
  const letter = LETTER.exec(text);
  if (letter?.[1] === undefined) return undefined;
  const found = readings(letter[1], "", letter[2] ?? ".");
  if (found.length === 0) return undefined;
  const label = letter[2] === "." ? letter[1] : `(${letter[1]})`;
  return { label, readings: found, bare: false, length: letter[0].length };
}

/**
 * The number or bullet at the very start of `text`, or undefined. A reference that opens a sentence ("Section 4 applies",
 * "Article 28 GDPR requires") and a measure ("1.5 hours") are not numbers of a clause.
 */
export function parseMarker(text: string): Marker | undefined {
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  if (isDigit) return arabic(text);
  const found = named(text) ?? lettered(text);
  if (found) return found;
  const bullet = BULLET.exec(text);
  return bullet ? { label: "", readings: [], bare: false, length: bullet[0].length } : undefined;
}
