import type { CueTable } from "./roles-cue.ts";

const SERVICE =
  "(?:services?|platform|software|products?|features|infrastructure|solutions?|support|hosting|deliverables|website|system)";
const BY = /^ (?:[a-z]+ ){0,2}by /i;

/** What those who provide a service and those who buy it do. */
export const COMMERCE_CUES: CueTable = [
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
  ["customers clients", [{ who: "owner", side: "supplier", weight: 1 }]],
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
];
