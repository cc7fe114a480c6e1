import type { Side } from "./roles-standard-names.ts";

/** A verb or noun that tells on which side the name beside it stands. */
export interface Cue {
  /** Whose side it tells: the subject before the word, the owner before it ("X's instructions"), the object after it. */
  readonly who: "subject" | "owner" | "object";
  readonly side: Side;
  readonly weight: number;
  /** Must match the end of the words before. */
  readonly before?: RegExp;
  /** Must match the start of the words after; an object begins where the match ends. */
  readonly after?: RegExp;
}

const SERVICE = "(?:services?|platform|software|products?|solutions?|support|hosting|deliverables|website|system)";
const SAYS_ROLE =
  /\b(?:is|are|acts?|acting|be|being|considered|deemed|as)(?: (?:considered|deemed|always|acting|to be|both|either))*(?: as)?(?: (?:a|an|the|its|sole|your|our))?(?: data)? ?$/i;
const PERSONAL_DATA_NEAR =
  /\b(?:process\w*|personal data|personal information|data|host\w*|stor\w+|collect\w*|act\w*)\b[^.;]*\bon (?:the )?$/i;
const BY = /^ (?:[a-z]+ ){0,2}by /i;

const TABLE: readonly (readonly [words: string, cues: readonly Cue[]])[] = [
  [
    "process processes",
    [
      {
        who: "subject",
        side: "supplier",
        weight: 2,
        after: /^[^.;]{0,140}\b(?:on behalf|on (?:\S+ ){1,3}behalf|instructions?|only|data for)\b/i,
      },
    ],
  ],
  ["behalf", [{ who: "object", side: "customer", weight: 2, before: PERSONAL_DATA_NEAR, after: /^ of / }]],
  [
    "behalf",
    [
      {
        who: "owner",
        side: "customer",
        weight: 2,
        before: /\b(?:process\w*|personal data|data|host\w*|stor\w+|collect\w*)\b[^.;]*\bon (?:\S+ ){1,3}$/i,
      },
    ],
  ],
  [
    "instruction instructions",
    [
      { who: "owner", side: "customer", weight: 3 },
      {
        who: "object",
        side: "customer",
        weight: 3,
        after: /^ (?:of|from|given by|issued by|provided by|received from) /,
      },
    ],
  ],
  [
    "instructs instruct",
    [
      { who: "subject", side: "customer", weight: 3 },
      { who: "object", side: "supplier", weight: 2, after: /^ / },
    ],
  ],
  [
    "provide provides providing supply supplies supplying perform performs performing deliver delivers delivering host hosts",
    [{ who: "subject", side: "supplier", weight: 2, after: new RegExp(`^ (?:[\\w,'/-]+ ){0,5}${SERVICE}\\b`, "i") }],
  ],
  [
    "provided supplied performed delivered hosted operated offered rendered",
    [
      {
        who: "object",
        side: "supplier",
        weight: 2,
        before: new RegExp(`\\b${SERVICE}(?: [a-z]+){0,3} $`, "i"),
        after: BY,
      },
      {
        who: "object",
        side: "customer",
        weight: 1,
        before: new RegExp(`\\b${SERVICE}(?: [a-z]+){0,3} $`, "i"),
        after: /^ to /,
      },
    ],
  ],
  [
    "notify notifies inform informs",
    [
      {
        who: "subject",
        side: "supplier",
        weight: 2,
        after: /^[^.;]{0,160}\b(?:breach|incident|without undue delay|request from|instruction|sub-?processors?)\b/i,
      },
      {
        who: "object",
        side: "customer",
        weight: 2,
        after:
          /^ (?=[^.;]{0,160}\b(?:breach|incident|without undue delay|request from|instruction|sub-?processors?)\b)/i,
      },
    ],
  ],
  [
    "assist assists",
    [
      {
        who: "subject",
        side: "supplier",
        weight: 2,
        after: /^[^.;]{0,160}\b(?:data subjects?|complying|compliance|impact|breach|articles?)\b/i,
      },
      {
        who: "object",
        side: "customer",
        weight: 2,
        after: /^ (?=[^.;]{0,160}\b(?:data subjects?|complying|compliance|impact|breach|articles?)\b)/i,
      },
    ],
  ],
  [
    "implement implements maintain maintains",
    [
      {
        who: "subject",
        side: "supplier",
        weight: 2,
        after: /^[^.;]{0,70}\b(?:technical|organi[sz]ational|security|safeguards|backups?)\b/i,
      },
    ],
  ],
  [
    "engage engages",
    [{ who: "subject", side: "supplier", weight: 3, after: /^[^.;]{0,40}\bsub-?\s?(?:processor|contractor)/i }],
  ],
  [
    "appoint appoints appointed engaged engages retains retained",
    [
      {
        who: "object",
        side: "supplier",
        weight: 3,
        after: /^ (?=[^.;]{0,60}\b(?:as (?:its |the |a )?(?:data )?processor|to (?:provide|perform|supply|host))\b)/i,
      },
      {
        who: "subject",
        side: "customer",
        weight: 3,
        after: /^ (?=[^.;]{0,60}\b(?:as (?:its |the |a )?(?:data )?processor|to (?:provide|perform|supply|host))\b)/i,
      },
    ],
  ],
  ["subprocessors sub-processors subprocessor sub-processor", [{ who: "owner", side: "supplier", weight: 2 }]],
  ["customers clients", [{ who: "owner", side: "supplier", weight: 1 }]],
  [
    "delete deletes return",
    [{ who: "subject", side: "supplier", weight: 1, after: /^[^.;]{0,60}\b(?:data|copies)\b/i }],
  ],
  [
    "pay pays",
    [
      { who: "subject", side: "customer", weight: 2 },
      { who: "object", side: "supplier", weight: 1, after: /^ / },
    ],
  ],
  [
    "payable paid",
    [
      { who: "object", side: "customer", weight: 2, after: BY },
      { who: "object", side: "supplier", weight: 2, after: /^ to / },
    ],
  ],
  [
    "invoice invoices bill charge",
    [
      {
        who: "subject",
        side: "supplier",
        weight: 2,
        after: /^ (?:\S+ ){0,4}(?:for|monthly|annually|fees?|in (?:advance|arrears))\b/i,
      },
      {
        who: "object",
        side: "customer",
        weight: 2,
        after: /^ (?=(?:\S+ ){0,4}(?:for|monthly|annually|fees?|in (?:advance|arrears))\b)/i,
      },
    ],
  ],
  [
    "use access",
    [
      {
        who: "owner",
        side: "customer",
        weight: 2,
        after: new RegExp(`^(?: (?:and|or) (?:use|access))? (?:of|to) (?:[\\w'-]+ ){0,5}${SERVICE}\\b`, "i"),
      },
      {
        who: "subject",
        side: "customer",
        weight: 2,
        after: new RegExp(`^(?: (?:and|or) use)? (?:the |our |any )(?:[\\w'-]+ ){0,3}${SERVICE}\\b`, "i"),
      },
    ],
  ],
  [
    "between",
    [
      {
        who: "object",
        side: "supplier",
        weight: 4,
        after: /^ (?=[\p{Lu}\w.&' ]{2,40} and (?:the |its |our )?(?:customers?|clients?|users?)\b)/u,
      },
      { who: "object", side: "supplier", weight: 4, after: /^ (?:the |its )?(?:customer|client) and /i },
    ],
  ],
  [
    "operate operates monitors manages secures",
    [
      {
        who: "subject",
        side: "supplier",
        weight: 2,
        after: /^[^.;]{0,40}\b(?:infrastructure|systems|platform|network|servers|data ?cent(?:re|er)s?)\b/i,
      },
    ],
  ],
  ["account", [{ who: "owner", side: "customer", weight: 1 }]],
  ["services service platform website servers", [{ who: "owner", side: "supplier", weight: 1 }]],
  [
    "purchase purchases purchased order orders ordered subscribe subscribes subscribed buys",
    [
      {
        who: "subject",
        side: "customer",
        weight: 2,
        after: /^ (?:to |from |for |the |any |our |such |certain |additional |services|products)/i,
      },
      { who: "object", side: "customer", weight: 2, after: BY },
      { who: "object", side: "supplier", weight: 2, after: /^ (?:[a-z]+ ){0,3}from /i },
    ],
  ],
  [
    "grant grants",
    [
      {
        who: "subject",
        side: "supplier",
        weight: 2,
        after: /^[^.;]{0,110}\b(?:licen[cs]e|right to (?:use|access))\b/i,
      },
      {
        who: "object",
        side: "customer",
        weight: 2,
        after: /^ (?:to )?(?=[^.;]{0,110}\b(?:licen[cs]e|right to (?:use|access))\b)/i,
      },
    ],
  ],
  [
    "controller exporter",
    [
      {
        who: "subject",
        side: "customer",
        weight: 4,
        before: SAYS_ROLE,
        after: /^(?! ?(?:,|and|or|\/) ?(?:or )?(?:a |an |the )?(?:data )?processor)/i,
      },
    ],
  ],
  ["processor importer", [{ who: "subject", side: "supplier", weight: 4, before: SAYS_ROLE }]],
  [
    "subcontract outsource",
    [
      {
        who: "subject",
        side: "customer",
        weight: 3,
        before: /\b(?:wish(?:es)?|want(?:s)?|desires?|intends?|decided) to $/i,
      },
    ],
  ],
];

/** Cues by the word they hang on, in lower case. */
export const CUES: ReadonlyMap<string, readonly Cue[]> = byWord();

/** Finds every word that carries a cue. */
export const CUE_WORD = new RegExp(`\\b(?:${[...CUES.keys()].sort((a, b) => b.length - a.length).join("|")})\\b`, "gi");

function byWord(): Map<string, readonly Cue[]> {
  const map = new Map<string, readonly Cue[]>();
  for (const [words, cues] of TABLE) {
    for (const word of words.split(" ")) map.set(word, [...(map.get(word) ?? []), ...cues]);
  }
  return map;
}
