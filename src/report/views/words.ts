import type { Area, FactId, Finding, PolicyGap, QuantityResult, Severity, Verdict } from "../../model/review.ts";

/** The word a reader sees for each verdict. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  adverse: "Adverse",
  missing: "Missing",
  partial: "Partial",
  undecided: "Undecided",
  covered: "Covered",
  "not-applicable": "Not applicable",
};

/** What each verdict means, for the legend. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  adverse: "a clause works against the requirement",
  missing: "nothing in the contract addresses it",
  partial: "addressed, but an element lacks, the wording is weak or a number is out of bounds",
  undecided: "could not be read or is not clear enough to say; a person must look",
  covered: "every mandatory element is there",
  "not-applicable": "does not apply to this contract",
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

export const AREA_WORDS: Readonly<Record<Area, string>> = {
  "data-protection": "Data protection",
  security: "Security",
  "independent-testing": "Independent testing",
  responsibility: "Split of responsibility",
  governance: "Governance and policies",
};

/** Each fact as a sentence that is true or not true of the contract. */
export const FACT_WORDS: Readonly<Record<FactId, string>> = {
  personal_data: "The supplier handles personal data",
  special_category: "Special categories of personal data are involved",
  international_transfer: "Personal data goes, or may go, abroad",
  law_enforcement_processing: "Processing is for law enforcement purposes (DPA 2018 Part 3)",
  financial_sector_eu: "The customer is an EU financial entity (DORA)",
  financial_sector_uk: "The customer is a UK regulated financial firm",
  cloud_hosting: "The service is hosted in a cloud",
  containers: "The service runs on containers",
  nis2_entity: "The customer is in scope of NIS2",
};

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** "two clauses", "12 clauses", "one clause": small numbers in words, as in running text. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${SMALL[count] ?? count} ${count === 1 ? one : many}`;
}

/** First letter upper case; the rest as it is. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "security-monitoring" or "breach_notice_hours" as words. */
export function idAsWords(id: string): string {
  return sentenceCase(id.replaceAll(/[-_.]+/g, " ").trim());
}

/** "a" to "z", then "aa", "ab", …: as a contract numbers its own sub-paragraphs. */
export function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** How a person cites the place: "clause 14.2(a)", "Schedule 2, 4.1", or the heading where there is no number. */
export function clauseWords(evidence: { readonly clause: string; readonly heading: string }): string {
  if (evidence.clause === "") return evidence.heading === "" ? "unnumbered text" : `under “${evidence.heading}”`;
  return /^\d|^\(/.test(evidence.clause) ? `clause ${evidence.clause}` : evidence.clause;
}

/** A quantity as "breach notice: 96 hours; limit at most 48 hours". */
export function quantityWords(quantity: QuantityResult): { subject: string; found: string; limit: string } {
  const tail = new RegExp(`[-_ ]${quantity.unit.replaceAll(/\W/g, "").replace(/s$/, "")}s?$`, "i");
  return {
    subject: idAsWords(quantity.metric.replace(tail, "")),
    found: amount(quantity.value, quantity.unit),
    limit: `${direction(quantity)} ${amount(quantity.limit, quantity.unit)}`,
  };
}

/** "Patch critical: your policy says 7 days, the contract 21 days". */
export function numberGapWords({ metric = "", unit = "", wanted = 0, found = 0 }: PolicyGap): string {
  const tail = new RegExp(`[-_ ]${unit.replaceAll(/\W/g, "").replace(/s$/, "")}s?$`, "i");
  return `${sentenceCase(idAsWords(metric.replace(tail, "")))}: your policy says ${amount(wanted, unit)}, the contract ${amount(found, unit)}`;
}

/** The verdict as a gap: missing and adverse are gaps, partial is a shortfall only. */
export function isGap(finding: Pick<Finding, "verdict">): boolean {
  return finding.verdict === "missing" || finding.verdict === "adverse";
}

/** True where more than half of what applies could not be decided: such a review lets nothing pass. */
export function isMostlyUndecided(findings: readonly Pick<Finding, "verdict">[]): boolean {
  const applicable = findings.filter(({ verdict }) => verdict !== "not-applicable");
  return applicable.filter(({ verdict }) => verdict === "undecided").length * 2 > applicable.length;
}

/** True where somebody accepted the shortfall and the acceptance holds. */
export function isAccepted(finding: Pick<Finding, "deviation">): boolean {
  return finding.deviation?.status === "active";
}

/** A day as a contract writes it: "1 March 2026". */
export function dayWords(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

function amount(value: number, unit: string): string {
  const number = value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  if (unit === "percent") return `${number} %`;
  const words = unit.replaceAll("_", " ");
  return value === 1 && /^(hour|day|month|year|week)s$/.test(words)
    ? `${number} ${words.slice(0, -1)}`
    : `${number} ${words}`;
}

/** Which way the limit points follows from where the value stands; at the limit itself both are true. */
function direction({ value, limit, standing }: QuantityResult): string {
  if (value === limit) return "exactly";
  return (standing === "within") === value < limit ? "at most" : "at least";
}
