/** The heading of a schedule, annex, exhibit, appendix or part. */
export interface ScheduleHeading {
  /** "Schedule 2", "Annex II", "Part B"; the bare word where it carries no number. */
  readonly number: string;
  /** Where its title starts in the text. */
  readonly titleFrom: number;
  /** True for a part, which lies inside a schedule or the agreement. */
  readonly part: boolean;
}

const WORDS = "schedule|annex|annexe|annexure|appendix|exhibit|attachment|anlage|anhang|anexo|bijlage|allegato";
/** A sentence about a schedule has a verb; a title in capitals may hold "TO ENSURE". */
const VERB_IN_TITLE =
  /\b(?:shall|must|will|may|can|is|are|was|were|has|have|sets? out|sets? forth|applies|apply|contains?|describes?|provides?|includes?|means?|forms? part)\b/;
const HEADING = new RegExp(
  `^(?:the )?(${WORDS}|part|teil)\\s*(?:no\\.?\\s*|n\u00b0\\s*)?(\\d{1,2}(?:\\.\\d{1,2})?[A-Z]?|[IVXL]{1,5}|[A-Z](?:[-.]?\\d{1,2})?)?(?=$|[\\s:.,)(\\]\u2013\u2014-])[\\s:.)\\]\u2013\u2014-]*`,
  "i",
);

/**
 * Reads a line as the heading of a schedule, or returns undefined. A sentence that starts with the word ("Schedule 2 sets
 * out …", "Annex I of the Regulation") is not one. `marked` says that the file itself shows the line as a heading.
 */
export function parseScheduleHeading(text: string, marked: boolean): ScheduleHeading | undefined {
  if (text.length > 240 || (text.length > 160 && !marked)) return undefined;
  const match = HEADING.exec(text);
  if (!match) return undefined;
  const [whole, word = "", id = ""] = match;
  const part = /^(part|teil)$/i.test(word);
  const rest = text.slice(whole.length);
  if (id !== "" && /^[a-z]$/.test(id)) return undefined;
  if (id === "" && !unnumberedHeading(word, text, whole, marked)) return undefined;
  if (part && (id === "" || (!marked && rest !== "" && whole === whole.trimEnd()))) return undefined;
  if (rest !== "" && !titleFollows(rest, whole, marked)) return undefined;
  const name = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return { number: id === "" ? name : `${name} ${id}`, titleFrom: whole.length, part };
}

function unnumberedHeading(word: string, text: string, whole: string, marked: boolean): boolean {
  if (/^(part|teil)$/i.test(word)) return false;
  if (whole.trim().toLowerCase() === text.trim().toLowerCase()) return marked || word === word.toUpperCase();
  return /[:\u2013\u2014-]\s*$/.test(whole) && (marked || word.charAt(0) !== word.charAt(0).toLowerCase());
}

function titleFollows(rest: string, whole: string, marked: boolean): boolean {
  if (
    /[,;]$/.test(rest) ||
    (/\.$/.test(rest) && rest.length > 60) ||
    (marked ? /\b(?:shall|must|will|may|is|are)\b/ : VERB_IN_TITLE).test(rest)
  )
    return false;
  if (/^[,;)]/.test(rest)) return false;
  if (marked || /[:.\u2013\u2014-]\s*$/.test(whole)) return true;
  return /^[A-Z0-9"\u201c([]/.test(rest) && rest.split(/\s+/).length <= 12;
}
