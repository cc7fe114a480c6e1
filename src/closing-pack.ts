import { clausePack, type PackOptions } from "./clause-pack.ts";
import { needsDeal } from "./draft/needs-deal.ts";
import type { ReadFile } from "./model/contract.ts";
import { type Deal, type Pack, packSchema } from "./model/deal.ts";
import type { PackView } from "./model/pack-view.ts";
import type { Library } from "./model/requirement.ts";
import { AREAS, type Review } from "./model/review.ts";
import { segmentContract } from "./segment/segment-contract.ts";

const AREA_TITLES = {
  "data-protection": "Data protection",
  security: "Security",
  "independent-testing": "Independent testing",
  responsibility: "Responsibilities",
  governance: "Governance",
} as const;

export interface ClosingOptions extends Omit<PackOptions, "names" | "defined" | "only" | "facts"> {
  readonly deal: Deal;
  /** True where the deal is known, not only its parties: else clauses that state facts of a deal are left out. */
  readonly isDealKnown: boolean;
}

/** The amendment, and the requirements whose clauses were left out. */
export interface Closing {
  readonly view: PackView | undefined;
  readonly leftOut: readonly string[];
}

/**
 * An amendment with the clauses that close a contract's gaps: what is missing, adverse or there only in part, each clause whole, in the
 * contract's own names, its defined terms not defined again. What rests on facts that nobody gave is left out and named. No view where
 * nothing is left to be closed.
 */
export function closingPack(review: Review, options: ClosingOptions): Closing {
  const { deal, library, isDealKnown } = options;
  const open = review.findings.filter(({ verdict }) => ["missing", "partial", "adverse"].includes(verdict));
  const leftOut = isDealKnown ? [] : open.filter(({ requirementId }) => needsDeal(sourceOf(requirementId, library)));
  const closed = open.filter((finding) => !leftOut.includes(finding));
  const parts = AREAS.map((area) => ({
    title: AREA_TITLES[area],
    requirements: closed.filter((finding) => finding.area === area).map(({ requirementId }) => requirementId),
  })).filter(({ requirements }) => requirements.length > 0);
  const ids = leftOut.map(({ requirementId }) => requirementId);
  if (parts.length === 0) return { view: undefined, leftOut: ids };
  const view = clausePack(amendment(review, parts), deal, {
    ...options,
    names: review.contract.names,
    // The amended agreement is the Agreement, whether or not it says so.
    defined: ["Agreement", ...review.definedTerms.map(({ term }) => term)],
    only: new Set(closed.map(({ requirementId }) => requirementId)),
    ...(isDealKnown ? {} : { facts: Object.fromEntries(review.facts.map(({ id, value }) => [id, value])) }),
  });
  return { view, leftOut: ids };
}

function amendment(review: Review, parts: Pack["parts"]): Pack {
  const opening = [
    `This document amends the agreement “${review.contract.title.trim().replaceAll("{{", "{ {")}” between {{supplier}} and {{customer}} (the “Agreement”). Terms defined in that agreement keep their meaning.`,
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

function sourceOf(id: string, { requirements, templates }: Library): string {
  const requirement = requirements.find((one) => one.id === id);
  return (requirement && templates.get(requirement.template)) ?? "";
}

/** The number after the contract's last numbered clause of the first level. */
export function nextNumber(files: readonly ReadFile[]): number {
  const numbers = segmentContract(files).clauses.flatMap(({ number, kind }) =>
    kind !== "schedule" && /^\d{1,3}\.?$/.test(number) ? [Number.parseInt(number, 10)] : [],
  );
  return Math.max(0, ...numbers) + 1;
}
