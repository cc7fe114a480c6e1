const CLOSERS = /["\u201d\u2019)\]*_\s]+$/;
const CLOSING = '"\u201d\u2019)]*_';
const OPEN_WORD = /\b(?:shall|must|will|may|should|to|that|following|follows|either)$/i;
/** No sentence ends with these: the line was broken. */
const DANGLING =
  /\b(?:the|of|a|an|to|in|on|which|with|for|from|as|at|its|their|his|your|our|this|these|is|are|be|been|under|between|such|any|by|into|other|not|(?<![;,] )and|(?<![;,] )or)$/;
const BARE_VERB =
  /^(?:not |promptly |only |immediately |at all times )?(?:access|acknowledge|act|adopt|agree|allow|apply|appoint|arrange|assess|assist|assure|carry|cease|check|communicate|comply|conduct|confirm|consider|consult|contribute|control|cooperate|co-operate|correct|create|delete|demonstrate|deploy|destroy|disclose|document|employ|enable|encrypt|engage|ensure|enter|erase|establish|evaluate|execute|follow|grant|have|hold|identify|impose|implement|inform|instruct|investigate|keep|limit|log|maintain|make|manage|monitor|notify|obtain|offer|operate|perform|permit|prevent|procure|process|prohibit|promptly|protect|provide|put|record|rectify|refrain|remain|remove|report|require|respect|respond|restrict|retain|return|review|safeguard|secure|seek|store|submit|supply|support|take|tell|test|train|transfer|treat|undertake|update|use|verify)\b/i;
/** Texts with party names replaced open sentences with these nouns in lower case. */
const LOWER_NOUN =
  /^(?:(?:sub-?)?processor|controller|supplier|provider|customer|client|we|you|company)\w*(?:['\u2019]s)?\s/;
const ABBREVIATION_END = /\b(?:i\.e|e\.g|etc|no|art|cf|sec|vs|approx|ltd|inc|corp|co)\.$/i;

/** How a paragraph ends: with a full stop, as an item of a list, as the opening of one, or without any mark. */
export type Ending = "stop" | "item" | "colon" | "open";

/** Tells how the visible text of a paragraph ends. */
export function endingOf(text: string): Ending {
  const whole = text.slice(-80).trimEnd();
  const tail = (CLOSING.includes(whole.at(-1) ?? "") && whole.replace(CLOSERS, "")) || whole;
  if (/[:\u2014\u2013]\s*-?$|\s-$/.test(tail)) return "colon";
  if (ABBREVIATION_END.test(tail)) return "open";
  if (/[.!?]$/.test(tail)) return "stop";
  return /[;,]$|[;,]\s*(?:and|or|and\/or)$/i.test(tail) ? "item" : "open";
}

/** True where the last words ask for a list even without a colon: "the Supplier shall". */
export function asksForList(text: string): boolean {
  return OPEN_WORD.test(text.slice(-80).trimEnd());
}

/** True where the line breaks off inside a phrase, so that the next line goes on with it whatever it starts with. */
export function breaksOff(text: string): boolean {
  return text.length >= 40 && DANGLING.test(text.slice(-30).trimEnd());
}

/** True where the line starts as sentences do, with a capital and a word that rarely stands inside one. */
export function opensSentence(text: string): boolean {
  return /^["\u201c]?(?:The|This|These|In|If|Any|Each|Where|When|Upon|Such|All|Neither|Nothing|An?|It|No|To|For|As)\b/.test(
    text,
  );
}

/** True where the line could follow "shall" or "to": no subject of its own and no modal verb near its start. */
export function startsWithoutSubject(text: string): boolean {
  const head = text.slice(0, 50);
  return (
    !opensSentence(head) &&
    !LOWER_NOUN.test(head) &&
    !/^(?:We|You|Our|Your|I)\b|\b(?:shall|must|will|may|can|is|are|has|have)\b/.test(head)
  );
}

/**
 * Length of the words of the first item that its list shares ("The Processor shall"), where `next` can follow them:
 * a bare verb after "shall", "that" after "warrants".
 */
export function sharedOpening(first: string, next: string): number | undefined {
  const opening = /^that\s/.test(next)
    ? /^[^.;]{0,200}?\b(?:agrees?|warrants?|acknowledges?|represents?|confirms?|ensures?)(?= that\b)/i
    : BARE_VERB.test(next)
      ? /^[^.;]{0,200}?\b(?:shall|must|will|may|agrees? to|undertakes? to)\b/i
      : undefined;
  return opening?.exec(first)?.[0].length;
}

/** True where the line ends in the middle of a reference, so that the number on the next line is no clause's own. */
export function endsInReference(text: string): boolean {
  return /\b(?:sections?|clauses?|articles?|paragraphs?|sub-?(?:sections?|clauses?|paragraphs?)|schedules?|annex(?:es)?|exhibits?|appendix|part|module)$/i.test(
    text.slice(-20).trimEnd(),
  );
}

/** Where the last, unfinished sentence of the text starts; the lead-in runs from there to the end. */
export function leadInStart(text: string): number {
  let start = 0;
  for (const match of text.matchAll(/[.!?;]["\u201d)]*\s+(?=["\u201c([]?\p{Lu})/gu)) {
    const head = text.slice(Math.max(0, match.index - 12), match.index + 1);
    if (/\b(?:no|art|cl|para|sec|e\.g|i\.e|ltd|inc|corp|co|mr|dr|st|[A-Z])\.$/i.test(head)) continue;
    if (match.index + match[0].length < text.length) start = match.index + match[0].length;
  }
  return start;
}

/** True where the line goes on with a sentence that stands before it. */
export function startsLower(text: string): boolean {
  if (/^\(\d{1,3}\)\s+\p{Ll}/u.test(text)) return true;
  return /^["\u201c(]?\p{Ll}/u.test(text) && !LOWER_NOUN.test(text) && !/^(?:[a-z]\)|https?:|www\.)/.test(text);
}

/** True where the line reads as an item under an unfinished sentence. */
export function isItemLike(text: string): boolean {
  if (startsLower(text)) return true;
  if (/[;,]\s*(?:and|or|and\/or)?$/i.test(text.slice(-12))) return true;
  return BARE_VERB.test(text) && !/^\w+ (?:is|are|was|shall|must|will|may)\b/.test(text);
}

/** True where the item announces that the next one is the last: "…; and". */
export function announcesLast(text: string): boolean {
  return /[;,]?\s(?:and|or|and\/or)$/i.test(text.slice(-12).trimEnd());
}
