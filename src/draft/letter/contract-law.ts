/** Words by which a contract names the law of the United Kingdom. */
const UK =
  /\bUK GDPR\b|\bUK Data Protection\b|\bUnited Kingdom General Data\b|\blaws? (?:and practice )?of (?:England|Scotland|Northern Ireland|Wales|the United Kingdom|the UK)\b|\b(?:English|Scots|Scottish|UK) (?:law|courts)\b|\bcourts of (?:England|Scotland|Northern Ireland)\b|\bInformation Commissioner\b/iu;
const DATA_PROTECTION_ACT = /\bData Protection Act 2018\b/iu;
/** Ireland has a Data Protection Act 2018 of its own. */
const IRISH = /(?<!Northern )\bIreland\b|\bIrish\b/u;
const MEMBER_STATES =
  "Austria|Belgium|Bulgaria|Croatia|Cyprus|the Czech Republic|Denmark|Estonia|Finland|France|Germany|Greece|Hungary|Ireland|Italy|Latvia|Lithuania|Luxembourg|Malta|the Netherlands|Poland|Portugal|Romania|Slovakia|Slovenia|Spain|Sweden";
const EU = new RegExp(
  `\\bRegulation (?:\\(EU\\) )?(?:No\\.? )?2016/679\\b|\\bEU GDPR\\b|\\blaws? of (?:the )?(?:Federal )?(?:Republic of )?(?:${MEMBER_STATES})\\b|\\b(?:Austrian|Belgian|Danish|Dutch|Finnish|French|German|Irish|Italian|Luxembourg|Polish|Portuguese|Spanish|Swedish) law\\b`,
  "u",
);

/** Whose law a contract's text names: "eu" where it names the Union's or a member state's and nowhere the United Kingdom's; undefined where it names neither. */
export function contractLaw(text: string): "uk" | "eu" | undefined {
  const flat = text.replaceAll(/\s+/gu, " ");
  if (UK.test(flat) || (DATA_PROTECTION_ACT.test(flat) && !IRISH.test(flat))) return "uk";
  return EU.test(flat) ? "eu" : undefined;
}
