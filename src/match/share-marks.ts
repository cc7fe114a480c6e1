/** What a letter or sign in a party's column says: it does the work, it answers for it, it bears it, it only takes part, or nothing. */
export type ShareMark = "performs" | "answers" | "bears" | "aside" | "none";

/** What the letters of this contract's tables mean. */
export type Legend = ReadonlyMap<string, ShareMark>;

const USUAL: Legend = new Map<string, ShareMark>([
  ["R", "performs"],
  ["A", "answers"],
  ["C", "aside"],
  ["I", "aside"],
  ["S", "aside"],
  ["L", "bears"],
  ["P", "bears"],
  ["X", "bears"],
  ["Y", "bears"],
  ["YES", "bears"],
  ["N", "none"],
  ["NO", "none"],
  ...each("bears", "✓ ✔ ☑ ✅ ● • ■ √ PRIMARY LEAD OWNER"),
  ...each("performs", "RESPONSIBLE PERFORMS"),
  ...each("answers", "ACCOUNTABLE"),
  ...each("aside", "CONSULTED CONSULT INFORMED INFORM SUPPORT SUPPORTS SECONDARY ASSIST ASSISTS"),
  ...each("none", "- – — ✗ ✘ ✕ × ☐ ○ NONE £ $ €"),
]);

const MEANINGS: readonly (readonly [RegExp, ShareMark])[] = [
  [/^(?:not|no|none|out)\b/, "none"],
  [/^(?:answer|account|approv)/, "answers"],
  [/^(?:consult|inform|support|assist|contribut|secondary|advis|notif|cooperat|co-operat)/, "aside"],
  [/^(?:respons|perform|execut|deliver|carr)/, "performs"],
  [/^(?:primary|lead|own|yes|provid|includ)/, "bears"],
];
const MEANING =
  "(not|no|none|out|answer\\w*|account\\w*|approv\\w*|consult\\w*|inform\\w*|support\\w*|assist\\w*|contribut\\w*|secondary|advis\\w*|notif\\w*|co-?operat\\w*|respons\\w*|perform\\w*|execut\\w*|deliver\\w*|carr\\w*|primary|lead\\w*|own\\w*|yes|provid\\w*|includ\\w*)";
const LETTER = "(?<![\\w/.])[\"“'‘(*_]{0,3}([A-Z])[\"”'’)*_]{0,3}";
const LETTER_FIRST = new RegExp(
  `${LETTER}\\s*(?:=|:|–|—|-|\\||,|is\\b|are\\b|means\\b|denotes\\b|indicates\\b|stands for\\b|(?=the part|a part))\\s*(?:the |a |an |for )?(?:part(?:y|ies)|role|one|person|those) ?(?:that |which |who |to be )?(?:is |are |be )?${MEANING}\\b|${LETTER}[ \\t]*(?:=|:|–|—|-|\\||means\\b|denotes\\b|indicates\\b|stands for\\b)[ \\t]*["“'*_]{0,3}${MEANING}\\b`,
  "gi",
);
const WORD_FIRST = new RegExp(`\\b${MEANING}\\s*[(["“]([A-Z])[)\\]"”]`, "gi");

/** "Annex I - Responsibilities": the letter is a number. */
const NUMBERED = /\b(?:annex|schedule|part|appendix|exhibit|attachment|section|module|article|clause)\s+$/i;

/** The legend that the text gives for its letters («R = Responsible», «A the party that is accountable»), on top of the usual one; the first meaning given holds. */
export function readLegend(text: string): Legend {
  const legend = new Map(USUAL);
  const said = new Set<string>();
  const take = (letter: string | undefined, words: string | undefined) => {
    const meaning = MEANINGS.find(([pattern]) => pattern.test((words ?? "").toLowerCase()))?.[1];
    if (!letter || !meaning || letter !== letter.toUpperCase() || said.has(letter)) return;
    said.add(letter);
    legend.set(letter, meaning);
  };
  for (const match of text.matchAll(LETTER_FIRST)) {
    const [, letter, words, plain, meaning] = match;
    if (NUMBERED.test(text.slice(Math.max(0, match.index - 14), match.index))) continue;
    take(letter ?? plain, words ?? meaning);
  }
  for (const [, words, letter] of text.matchAll(WORD_FIRST)) take(letter, words);
  return legend;
}

/** The legend with what a table of letters and their meanings says on top: its first column the letter, its second the meaning. */
export function withRows(legend: Legend, rows: readonly (readonly [string, string])[]): Legend {
  const said = new Map<string, ShareMark>();
  for (const [letter, words] of rows) {
    if (!/^[A-Z]$/.test(letter) || said.has(letter)) continue;
    const own = words.toLowerCase().match(/[a-z-]+/g) ?? [];
    const meaning = own
      .slice(0, MOST_WORDS)
      .flatMap((word) => MEANINGS.find(([pattern]) => pattern.test(word))?.[1] ?? []);
    if (meaning[0]) said.set(letter, meaning[0]);
  }
  // One row alone is a row like another.
  return said.size > 1 ? new Map([...legend, ...said]) : legend;
}

const MOST_WORDS = 5;

/** Longest text that can be a mark. */
const LONGEST = 24;

/**
 * Marks of one cell («A/R», «✓», «Yes», «Y (basic)»); "none" alone where it says that the party has no part; undefined where the
 * cell is text.
 */
export function marksIn(cell: string, legend: Legend): readonly ShareMark[] | undefined {
  const text = cell
    .replace(/[*_`\\†‡¹²³⁰-⁹]|&nbsp;|\[\d+\]/g, "")
    .trim()
    .toUpperCase();
  const bare = text.replace(REMARK, "");
  return readMarks(text, legend) ?? (bare === text ? undefined : readMarks(bare, legend));
}

/** What a cell says of its mark: «Y (in consultation with the customer)», «Basic - Y». */
const REMARK = /\s*\([^()]*\)$|^[A-Z]{3,}(?: [A-Z]+){0,3} ?[-–—:] ?(?=[A-Z✓✔]{1,4}$)/i;

/** Whether the cell qualifies its mark: of two bearers the text then says who does what. */
export function hasRemark(cell: string, legend: Legend): boolean {
  return REMARK.test(cell.trim()) && readMarks(cell.trim().toUpperCase(), legend) === undefined;
}

function readMarks(text: string, legend: Legend): readonly ShareMark[] | undefined {
  if (text === "" || text.length > LONGEST) return undefined;
  if (/^N\s?\/\s?A\.?$/.test(text)) return ["none"];
  const found: ShareMark[] = [];
  for (const piece of text.split(/[\s/,&+;()|]+/)) {
    const part = piece.length > 1 ? piece.replace(/\.$/, "") : piece;
    if (part === "" || part === "AND") continue;
    const whole = legend.get(part);
    const letters = whole ? [whole] : /^[A-Z]{2,4}$/.test(part) ? [...part].map((letter) => legend.get(letter)) : [];
    if (letters.length === 0) return undefined;
    for (const mark of letters) {
      if (!mark) return undefined;
      found.push(mark);
    }
  }
  return found.length > 0 ? found : undefined;
}

function each(mark: ShareMark, words: string): [string, ShareMark][] {
  return words.split(" ").map((word) => [word, mark]);
}
