import { clausePack, type PackOptions } from "./clause-pack.ts";
import type { ReadFile } from "./model/contract.ts";
import { type Deal, type Pack, packSchema } from "./model/deal.ts";
import type { PackView } from "./model/pack-view.ts";
import type { Library } from "./model/requirement.ts";
import { AREAS, type Finding, type Review } from "./model/review.ts";
import { segmentContract } from "./segment/segment-contract.ts";

const AREA_TITLES = {
  "data-protection": "Data protection",
  security: "Security",
  "independent-testing": "Independent testing",
  responsibility: "Responsibilities",
  governance: "Governance",
} as const;

export interface ClosingOptions extends Omit<PackOptions, "names" | "defined" | "states" | "facts"> {
  /** Who makes the contract, and what its clauses cannot know of the deal. */
  readonly deal: Deal;
}

/**
 * An amendment with just the clauses that close a contract's gaps: whole clauses for what is missing or adverse, of what is there in part
 * only the lines that lack. In the contract's own names, its defined terms not defined again. Undefined where nothing is to be closed.
 */
export function closingPack(review: Review, options: ClosingOptions): PackView | undefined {
  const open = review.findings.filter(({ verdict }) => ["missing", "partial", "adverse"].includes(verdict));
  const parts = AREAS.map((area) => ({
    title: AREA_TITLES[area],
    requirements: open.filter((finding) => finding.area === area).map(({ requirementId }) => requirementId),
  })).filter(({ requirements }) => requirements.length > 0);
  if (parts.length === 0) return undefined;
  const { deal, library } = options;
  return clausePack(amendment(review, parts), deal, {
    ...options,
    names: review.contract.names,
    defined: review.definedTerms.map(({ term }) => term),
    states: new Map(open.map((finding) => [finding.requirementId, lackingIn(finding, library)])),
    facts: Object.fromEntries(review.facts.map(({ id, value }) => [id, value])),
  });
}

function amendment(review: Review, parts: Pack["parts"]): Pack {
  const opening = [
    `This document amends the agreement “${review.contract.title.trim().replaceAll("{{", "{ {")}” between {{supplier}} and {{customer}}. Terms defined in that agreement keep their meaning.`,
    "Where a term of that agreement conflicts with this document, this document prevails.",
    ...defeated(review),
  ];
  return packSchema.parse({
    id: "closing-clauses",
    title: "Amendment: clauses that close the gaps",
    form: "agreement",
    playbook: "uk-outsourcing",
    about: "The clauses that close the gaps of one contract.",
    // Titles and headings are the contract's words, not a template.
    opening: opening.map((line, i) => (i === 0 ? line : line.replaceAll("{{", "{ {"))).join("\n"),
    parts,
  });
}

/** The clauses that work against a requirement cannot stay beside the clause that states it. */
function defeated({ findings }: Review): string[] {
  const places = findings
    .filter(({ verdict }) => verdict === "adverse")
    .flatMap(({ evidence }) => evidence.filter(({ supports }) => supports === "adverse"))
    .map(({ clause, heading, file }) => [clause === "" ? `“${heading}”` : `clause ${clause}`, file] as const);
  const names = [...new Set(places.map(([place, file]) => `${place} (${file})`))];
  return names.length === 0
    ? []
    : [
        `The following provisions cease to have effect so far as they conflict with this document: ${names.join("; ")}.`,
      ];
}

/** Elements that lack, are said weakly or rest on a number beyond its limit; nothing for what is to be stated in full. */
function lackingIn(finding: Finding, { requirements }: Library): ReadonlySet<string> {
  if (finding.verdict !== "partial") return new Set();
  const rules = requirements.find(({ id }) => id === finding.requirementId)?.quantities ?? [];
  const short = finding.quantities.filter(({ standing }) => standing !== "within").map(({ metric }) => metric);
  return new Set([
    ...finding.elements.filter(({ met, weak, mandatory }) => mandatory && (!met || weak)).map(({ id }) => id),
    ...rules.flatMap(({ metric, element }) => (element !== undefined && short.includes(metric) ? [element] : [])),
  ]);
}

/** The number after the contract's last numbered clause of the first level. */
export function nextNumber(files: readonly ReadFile[]): number {
  const numbers = segmentContract(files).clauses.flatMap(({ number, kind }) =>
    kind !== "schedule" && /^\d{1,3}\.?$/.test(number) ? [Number.parseInt(number, 10)] : [],
  );
  return Math.max(0, ...numbers) + 1;
}
