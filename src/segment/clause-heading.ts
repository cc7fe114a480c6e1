const VERB =
  /\b(?:shall|must|will|may|can|cannot|should|would|is|are|was|were|be|been|has|have|had|agrees?|means?|sets? out|provides|applies|apply|includes?|contains?|warrants?|undertakes?|acknowledges?|does|do|ensures?|remains?|constitutes?|describes?|wird|werden|ist|sind|hat)\b/i;
const SMALL =
  /^(?:a|an|and|or|the|of|to|for|in|on|by|with|from|at|as|per|und|der|die|des|de|du|la|le|et|&|-|\u2013|\u2014)$/i;

/** Words that open a sentence or a condition; alone, or before small letters, they make no title. */
const OPENS_SENTENCE =
  /^(?:each|every|the|if|any|this|these|that|such|all|no|in|on|upon|where|when|for|to|as|at|by|with|without|subject|during|after|before|unless|except|not|its?|their|his|your|our|you|we|either|both|an?)\b/i;

/** True where the text holds a finite verb, as a sentence does and a title does not. */
export function hasVerb(text: string): boolean {
  return VERB.test(text);
}

/** True where every long word starts with a capital, or all letters are capitals. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return false;
  return words.every((word, i) => (i > 0 && SMALL.test(word)) || /^[^\p{L}]*\p{Lu}/u.test(word));
}

/** True where the text could be a title: short, capital first, no verb, no stop at its end. */
export function isTitleLike(text: string): boolean {
  const line = (text.includes("&") ? text.replace(/&nbsp;|&#x20;/g, " ") : text).trim();
  if (line.length === 0 || line.length > 100 || /[.;,]$/.test(line.replace(/\betc\.$/, ""))) {
    const count = line.split(/\s+/).length;
    // "Scans run weekly." in small letters is a sentence, "Term and termination." a title.
    if (!/^[^.]{2,50}\.$/.test(line) || count > 5 || (count > 3 && !isTitleCase(line))) return false;
  }
  if (!/^[^\p{L}]{0,2}\p{Lu}/u.test(line) || /[;?!]$/.test(line) || /_{3,}/.test(line)) return false;
  if (/^\(?(?:last (?:updated|modified|revised)|version|effective|dated?|updated|revised|rev\.)\b/i.test(line))
    return false;
  if (/^\p{Lu}\p{L}+ \d{1,2},? \d{4}$|^\d{1,2}\.? \p{L}+ \d{4}$/u.test(line)) return false;
  if (/\p{Ll}{3}[.]\s+\p{Lu}/u.test(line) || (line.match(/\d/g)?.length ?? 0) > line.length / 2) return false;
  const words = line.split(/\s+/).length;
  if (words > 12 || hasVerb(line) || /^["\u201c]/.test(line)) return false;
  return !OPENS_SENTENCE.test(line) || (words > 1 && isTitleCase(line));
}

/** Where the title ends and the text starts in "Audit. The Supplier shall …", or undefined. Offsets in `text`. */
export function splitHeading(text: string): { readonly headEnd: number; readonly bodyStart: number } | undefined {
  const match =
    /^([^.:;?!\n]{2,80}?)\s*(?:[.:]\s*[-\u2013\u2014]?|\s[-\u2013\u2014])\s+(?=["\u201c\u2018([]?[A-Z0-9])/.exec(text);
  if (!match?.[1]) return undefined;
  const head = match[1];
  const words = head.split(/\s+/);
  if (words.length > 9 || hasVerb(head) || !/^\p{Lu}/u.test(head)) return undefined;
  if (/\b(?:no|art|inc|ltd|sec|e\.g|i\.e|vs|mr|mrs|dr|st|co|corp|cal|civ|gen|rev|stat|dept)$/i.test(head))
    return undefined;
  // A comma or a bracket that stays open means that the stop belongs to a sentence.
  if (words.length > 5 && !isTitleCase(head)) return undefined;
  if ((head.match(/\(/g)?.length ?? 0) !== (head.match(/\)/g)?.length ?? 0)) return undefined;
  const separator = text.slice(head.length, match[0].length);
  if (/^\s*:/.test(separator) && text.length - match[0].length < 25 && !/[.;]$/.test(text.trim())) return undefined;
  return { headEnd: head.length, bodyStart: match[0].length };
}
