import { printable } from "../printable.ts";

/** What stands for a character that cannot be shown. */
const LOST = "\ufffd";

/** Spaces and line ends that the font lacks, as those it has. */
const SPACES: Readonly<Record<string, string>> = {
  "\t": " ",
  "\u2028": "\n",
  "\u2029": "\n",
  "\u202f": "\u00a0",
  "\u205f": " ",
  "\u1680": " ",
  "\u3000": " ",
  "\u2012": "\u2013",
};
/** Invisible in any font: joiners, marks of direction, soft hyphens. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]|\p{Variation_Selector}/gu;
/** The font has a few shapes of its own at private code points; they do not show what the contract means by them. */
const PRIVATE = /^[\ue000-\uf8ff]$/;

export interface Legible<T> {
  readonly view: T;
  /** True where a character of a script or a sign was replaced by U+FFFD. */
  readonly lost: boolean;
}

/** The view with every text as a font can show it; what the font lacks becomes U+FFFD, visibly. */
export function legible<T>(view: T, shows: (character: string) => boolean): Legible<T> {
  const known = new Map<string, string>();
  let lost = false;
  const isShown = (character: string) => character === "\n" || (!PRIVATE.test(character) && shows(character));
  const shown = (character: string): string => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const made = SPACES[character] ?? (isShown(character) ? character : LOST);
    lost ||= made === LOST && character !== LOST;
    known.set(character, made);
    return made;
  };
  const textOf = (text: string): string => {
    if (PLAIN.test(text)) return text;
    const whole = printable(text.replaceAll(/[\u000b\u000c\u0085]|\r\n/g, "\n")).normalize("NFC");
    return Array.from(whole.replaceAll(INVISIBLE, ""), shown).join("");
  };
  return { view: mapTexts(view, textOf), lost };
}

const PLAIN = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;

function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
