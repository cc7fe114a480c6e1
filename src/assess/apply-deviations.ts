import type { Deviation } from "../model/deviation.ts";
import { ACCEPTABLE } from "../model/deviation.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Accepted, Finding, Review } from "../model/review.ts";

/**
 * The review with each accepted shortfall marked as of `asOf` (ISO 8601 day). Verdicts stay what the text says; of several
 * deviations for one finding the one that holds goes first, then the one that ends last. Deviations that name this
 * contract but meet no finding of it become diagnostics.
 */
export function applyDeviations(review: Review, deviations: readonly Deviation[], asOf: string): Review {
  const own = deviations.filter((deviation) => concerns(deviation, review));
  const asked = new Set(review.findings.map(({ requirementId }) => requirementId));
  return {
    ...review,
    asOf,
    findings: review.findings.map((finding) => {
      const deviation = bestFor(finding, own, asOf);
      return deviation ? { ...finding, deviation } : finding;
    }),
    diagnostics: [...review.diagnostics, ...own.filter(({ requirement }) => !asked.has(requirement)).map(unused)],
  };
}

/** A deviation without a contract concerns every one. */
export function concerns({ contract }: Deviation, { contract: { title, files } }: Pick<Review, "contract">): boolean {
  if (contract === undefined) return true;
  const names = [title, ...files.map(({ name }) => name)];
  return names.some((name) => fold(name) === fold(contract));
}

function fold(name: string): string {
  return name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

function bestFor(finding: Finding, deviations: readonly Deviation[], asOf: string): Accepted | undefined {
  return deviations
    .filter(({ requirement }) => requirement === finding.requirementId)
    .map((deviation): Accepted => {
      const { by, because, accepted, until } = deviation;
      return { by, because, accepted, until, status: statusOf(deviation, finding, asOf) };
    })
    .toSorted((a, b) => rank(a) - rank(b) || (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))[0];
}

function rank({ status }: Accepted): number {
  return status === "active" || status === "not-needed" ? 0 : 1;
}

function statusOf(deviation: Deviation, finding: Finding, asOf: string): Accepted["status"] {
  const { verdict } = finding;
  if (verdict === "covered" || verdict === "not-applicable") return "not-needed";
  if (asOf > deviation.until) return "expired";
  if (asOf < deviation.accepted) return "not-yet";
  if (ACCEPTABLE.indexOf(verdict) > ACCEPTABLE.indexOf(deviation.verdict)) return "outgrown";
  const { accepts } = deviation;
  return accepts === undefined || shortfalls(finding).every((id) => accepts.includes(id)) ? "active" : "outgrown";
}

/** Ids of the mandatory elements that lack or are met weakly, of the numbers beyond their limit, and of the wording that works against the requirement; each once. */
export function shortfalls({ elements, quantities, evidence }: Finding): string[] {
  const adverse = evidence.filter(({ supports }) => supports === "adverse");
  const ids = [
    ...adverse.flatMap(({ wording }) => wording ?? []),
    ...elements.filter(({ mandatory, met, weak }) => mandatory && (!met || weak)).map(({ id }) => id),
    ...quantities.filter(({ standing }) => standing !== "within").map(({ metric }) => metric),
  ];
  return [...new Set(ids)];
}

function unused({ requirement }: Deviation): Diagnostic {
  return {
    code: "deviation-unused",
    severity: "info",
    message: `The accepted deviation for ${requirement} meets no finding: the playbook does not ask for it.`,
  };
}
