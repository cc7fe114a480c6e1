// Words, sentences, quantities and phrases. In: strings and token lists. Out: tokens, spans, matches.
// Never: knowledge of a file format, of a contract's structure or of the law; no Node module.
import { PorterStemmer } from "./porter-stemmer.ts";

const IRREGULAR = new Map(
  Object.entries({
    bound: "bind",
    chose: "choose",
    chosen: "choose",
    dealt: "deal",
    found: "find",
    gave: "give",
    given: "give",
    held: "hold",
    kept: "keep",
    laid: "lay",
    led: "lead",
    left: "leave",
    lost: "lose",
    made: "make",
    met: "meet",
    paid: "pay",
    sent: "send",
    set: "set",
    shown: "show",
    sought: "seek",
    stood: "stand",
    taken: "take",
    took: "take",
    told: "tell",
    undertaken: "undertake",
    undertook: "undertake",
    underwent: "undergo",
    withdrawn: "withdraw",
    withheld: "withhold",
    arisen: "arise",
    became: "become",
    began: "begin",
    borne: "bear",
    brought: "bring",
    built: "build",
    came: "come",
    got: "get",
    gone: "go",
    known: "know",
    overridden: "override",
    run: "run",
    ran: "run",
    sold: "sell",
    stolen: "steal",
    understood: "understand",
    wrote: "write",
    analyses: "analysis",
    indices: "index",
    fulfill: "fulfil",
    fulfills: "fulfil",
    fulfilled: "fulfil",
    fulfilling: "fulfil",
    fulfillment: "fulfilment",
    license: "licence",
    licensed: "licence",
    programme: "program",
    programmes: "program",
    centre: "center",
    centres: "center",
    defence: "defense",
    behaviour: "behavior",
    honour: "honor",
    endeavours: "endeavor",
    endeavour: "endeavor",
    endeavors: "endeavor",
    favour: "favor",
    acknowledgement: "acknowledgment",
    judgement: "judgment",
    cheque: "check",
    enquiry: "inquiry",
    enquiries: "inquiry",
    enquire: "inquire",
    catalogue: "catalog",
    learnt: "learn",
    modelling: "modeling",
    cancelled: "canceled",
    labelled: "labeled",
  }),
);

/** Words that Porter would join with another word of another meaning ("information" with "inform", "us" with "use"). */
const APART = new Map(
  [
    "us",
    "its",
    "information",
    "personal",
    "provider",
    "controller",
    "customer",
    "directive",
    "documentation",
    "response",
    "application",
    "accountable",
    "accountability",
    "tos",
    "lawful",
    "important",
    "exporter",
    "importer",
    "international",
    "regulator",
    "representative",
    "severity",
    "general",
  ].flatMap((word) => [[word, `${word}!`] as const, [`${word}s`, `${word}!`] as const]),
);

const cache = new Map<string, string>();

/**
 * The common form of a word's inflections and of its British and American spellings; lower case in, lower case out.
 * Derivations stay apart ("notify" and "notification"): a phrase names both or uses `notif*`.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const apart = APART.get(word);
  const result =
    apart ?? (/^\p{L}+$/u.test(word) ? PorterStemmer.stem(oneSpelling(IRREGULAR.get(word) ?? word)) : word);
  if (cache.size > 200_000) cache.clear();
  cache.set(word, result);
  return result;
}

function oneSpelling(word: string): string {
  if (word.length < 6) return word;
  return word.replace(/iz(e|ed|es|er|ers|ing|ation|ations|ational)$/, "is$1").replace(/yz(e|ed|es|er|ing)$/, "ys$1");
}
