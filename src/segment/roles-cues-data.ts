import type { CueTable } from "./roles-cue.ts";

const SAYS_ROLE =
  /\b(?:is|are|acts?|acting|be|being|considered|deemed|as)(?: (?:considered|deemed|always|acting|to be|both|either))*(?: as)?(?: (?:a|an|the|its|sole|your|our))?(?: data)? ?$/i;
const PERSONAL_DATA_NEAR =
  /\b(?:process\w*|personal data|personal information|data|host\w*|stor\w+|collect\w*|act\w*)\b[^.;]*\bon (?:the )?$/i;

/** What a controller and a processor do with personal data, in the words of the GDPR and of the agreements under its Article 28. */
export const DATA_CUES: CueTable = [
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
  [
    "delete deletes return",
    [{ who: "subject", side: "supplier", weight: 1, after: /^[^.;]{0,60}\b(?:data|copies)\b/i }],
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
