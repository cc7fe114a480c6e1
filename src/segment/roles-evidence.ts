import { isLegalForm, normalName, pronounOf } from "./parties-names.ts";
import type { Cue } from "./roles-cue.ts";
import { CUE_WORD, CUES } from "./roles-cues.ts";
import { FIRST_PERSON, OPEN_NAMES, SECOND_PERSON, STANDARD_SIDES } from "./roles-standard-names.ts";

/** Weighted sightings of a name doing what a customer, or a supplier, does. */
export interface Votes {
  customer: number;
  supplier: number;
  /** Sightings that found a name at all. */
  seen: number;
}

/** Longer texts are sampled: the sides of a contract show long before this many characters. */
const READ_AT_MOST = 300_000;

/**
 * Collects what the text lets each name do: who pays, instructs and uses; who provides, hosts and processes.
 * Keys are names in lower case; "we" and "you" stand for all forms of the pronoun. `known` names win over longer guesses.
 */
export function collectVotes(text: string, known: ReadonlySet<string>): Map<string, Votes> {
  const votes = new Map<string, Votes>();
  const read = text.slice(0, READ_AT_MOST);
  for (const match of read.matchAll(CUE_WORD)) {
    const word = match[0].toLowerCase();
    const at = match.index;
    const end = at + match[0].length;
    const lineStart = read.lastIndexOf("\n", at) + 1;
    const before = read.slice(Math.max(lineStart, at - 110), at);
    const after = read.slice(end, Math.min(end + 200, lineEnd(read, end)));
    for (const cue of CUES.get(word) ?? []) apply(cue, before, after, known, votes);
  }
  return votes;
}

function apply(cue: Cue, before: string, after: string, known: ReadonlySet<string>, votes: Map<string, Votes>): void {
  if (cue.before && !cue.before.test(before)) return;
  const right = cue.after?.exec(after);
  if (cue.after && !right) return;
  const name = nameFor(cue, before, after, right?.[0].length ?? 0, known);
  if (!name) return;
  const entry = votes.get(name) ?? { customer: 0, supplier: 0, seen: 0 };
  entry[cue.side] += cue.weight;
  entry.seen += 1;
  votes.set(name, entry);
}

function nameFor(
  cue: Cue,
  before: string,
  after: string,
  skip: number,
  known: ReadonlySet<string>,
): string | undefined {
  switch (cue.who) {
    case "subject":
      return nameAtEnd(before.replace(AUXILIARIES, ""), known);
    case "owner":
      return ownerAtEnd(before.replace(ADJECTIVES, ""), known);
    case "object":
      return nameAtStart(after.slice(skip), known);
    default:
      return cue.who satisfies never;
  }
}

const AUXILIARIES =
  /(?:[\s,]+(?:shall|will|must|may|can|should|would|could|agree[sd]?(?: to)?|undertakes?(?: to)?|is|are|be|being|acts?|acting|has|have|had|to|not|only|also|both|hereby|promptly|immediately|then|each|always|either|considered|deemed|does|do|then|further|at all times|in writing|obliged|required|entitled|responsible|and|wishes|access|collect|regularly|continuously|as|the|a|an|its|data|on|obligation|commits?|instructed|engaged|appointed|solely|therefore|qualif(?:y|ies)))*\s*$/i;
const ADJECTIVES =
  /\s+(?:(?:documented|written|lawful|reasonable|prior|express|explicit|specific|internal|own|existing|authorized|authorised|approved|standard|and|current|online|cloud|paid|[Pp]rofessional|managed|hosted)\s+)*$/i;

/** An owner has its apostrophe, or is "our" or "your". */
function ownerAtEnd(words: string, known: ReadonlySet<string>): string | undefined {
  return /(?:'s?|\b(?:our|your))\s*$/i.test(words) ? nameAtEnd(words, known) : undefined;
}

/** The name that ends the words, or undefined. */
function nameAtEnd(words: string, known: ReadonlySet<string>): string | undefined {
  const tokens = words
    .slice(-60)
    .replace(/[\s,]+$/, "")
    .split(/[\s/(]+/);
  if (words.length > 60) tokens.shift();
  for (let count = Math.min(4, tokens.length); count >= 1; count -= 1) {
    const candidate = normalName(tokens.slice(-count).join(" ").replace(/"/g, ""));
    const pronoun = pronounOf(candidate);
    if (pronoun) return pronoun;
    if (known.has(candidate)) return candidate;
  }
  return capitalised(tokens.slice(-3).reverse());
}

function nameAtStart(words: string, known: ReadonlySet<string>): string | undefined {
  const tokens = words
    .replace(/^[\s,]*(?:to |by |the |each |any |a |an |its |such )*/i, "")
    .slice(0, 60)
    .split(/[\s,;:()]+/);
  for (let count = Math.min(4, tokens.length); count >= 1; count -= 1) {
    const candidate = normalName(tokens.slice(0, count).join(" ").replace(/"/g, ""));
    const pronoun = pronounOf(candidate);
    if (pronoun) return pronoun;
    if (known.has(candidate)) return candidate;
  }
  const run = tokens.findIndex((token) => !/^\p{Lu}/u.test(token));
  const proper = tokens.slice(0, Math.min(run < 0 ? tokens.length : run, 3));
  return capitalised(proper.reverse());
}

/** A proper name nobody has introduced: up to three capitalised words; `reversed` has the last word first. */
function capitalised(reversed: readonly string[]): string | undefined {
  const words: string[] = [];
  for (const word of reversed) {
    if (!/^\p{Lu}[\p{L}\d.&-]+(?:'s?)?$/u.test(word) || NEVER_A_NAME.test(word) || isLegalForm(word)) break;
    words.unshift(word);
  }
  return words.length > 0 ? normalName(words.join(" ")) : undefined;
}

const NEVER_A_NAME =
  /^(?:The|This|That|These|Those|If|When|Where|Any|All|Each|Every|No|Such|In|On|Upon|For|To|As|Of|And|Or|It|They|He|Who|Which|Part(?:y|ies)|Affiliates?|Personnel|Sub-?[Pp]rocessors?|Subcontractors?|Sub-?[Cc]ontractors?|Services?|Agreements?|DPA|Data|Users?|Section|Clauses?|Module|Addendum|Member|Members|State|States|Union|Annex|Schedule|Exhibit|Appendix|Personal|Subjects?|Controllers|Processors|Customers|Security|Platform|Software|Products?|Terms?|Regulation|Law|Laws|Only|Both|Other|Third|Processing|Employees?|Authority|Authorities|Commission|Board|Court|EU|EEA|UK|US|USA|GDPR|Authorized|Authorised|Shall|Will|Must|May|Support|Order|Account|Information|Content|Representatives?|Neither|Either|Nothing|Following|Also|Accordingly|However|Standard|Contractual|SCCs|Cloud|Site|Website|Documentation|Confidential|Team|Officer|Manager|January|February|March|April|June|July|August|September|October|November|December)$/;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Names every contract knows, whether it introduces them or not. */
export const ALWAYS_KNOWN: readonly string[] = [
  ...STANDARD_SIDES.keys(),
  ...OPEN_NAMES,
  ...FIRST_PERSON,
  ...SECOND_PERSON,
];
