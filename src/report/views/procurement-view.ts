import type { Finding, Review } from "../../model/review.ts";
import { findingView } from "./finding-view.ts";
import { orderFindings } from "./order-findings.ts";
import { requestFor } from "./request-for.ts";
import { reservationOf } from "./reservation.ts";
import { summarise } from "./summarise.ts";
import { AREA_WORDS, isAccepted, isGap, isMostlyUndecided } from "./words.ts";

/** red: raise before signing; amber: to improve; green: nothing to raise; grey: nothing applies, or hardly anything could be decided. */
export type Light = "red" | "amber" | "green" | "grey";

export const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  red: "Raise before signing",
  amber: "To improve",
  green: "In order",
  grey: "Does not apply",
};

export interface LightView {
  readonly name: string;
  readonly light: Light;
  readonly word: string;
  /** "4 gaps, 2 to improve of 31"; "" where nothing applies. */
  readonly counts: string;
}

/** One page for those who buy: lights, the five worst gaps, what to ask for. */
export interface ProcurementView {
  readonly title: string;
  readonly supplier: string;
  readonly customer: string;
  readonly overall: LightView;
  readonly sentence: string;
  readonly rest: string;
  readonly reservation: string;
  readonly lights: readonly LightView[];
  readonly worst: readonly {
    readonly title: string;
    readonly verdict: Finding["verdict"];
    readonly verdictWord: string;
    readonly severity: Finding["severity"];
    readonly severityWord: string;
    readonly why: string;
    readonly request: string;
  }[];
  /** Gaps and shortfalls beyond the five. */
  readonly more: number;
  readonly accepted: readonly { readonly title: string; readonly word: string; readonly by: string }[];
  readonly playbook: Review["playbook"];
}

/** Everything the one page shows. Holds raw text: only the renderers escape. */
export function procurementView(review: Review): ProcurementView {
  const summary = summarise(review);
  const nameOf = (role: "supplier" | "customer") =>
    review.contract.parties.find((party) => party.role === role)?.name ?? review.contract.names[role];
  const open = review.findings.filter(isOpen);
  return {
    title: review.contract.title,
    supplier: nameOf("supplier"),
    customer: nameOf("customer"),
    overall: lightView("The contract as a whole", review.findings),
    sentence: summary.sentence,
    rest: summary.rest,
    reservation: reservationOf(review),
    lights: summary.areas.map(({ area }) =>
      lightView(
        AREA_WORDS[area],
        review.findings.filter((finding) => finding.area === area),
      ),
    ),
    worst: summary.worst.map(({ finding, request }) => {
      const { title, verdict, verdictWord, severityWord, why } = findingView(finding, 1);
      return { title, verdict, verdictWord, severity: finding.severity, severityWord, why, request };
    }),
    more: open.filter(({ verdict }) => verdict !== "undecided").length - summary.worst.length,
    accepted: orderFindings(review.findings).flatMap((finding) => {
      const { title, deviation } = findingView(finding, 1);
      return deviation ? [{ title, word: deviation.word, by: deviation.by }] : [];
    }),
    playbook: review.playbook,
  };
}

/** What to ask the supplier for, everything that is open, worst first. */
export function allRequests(review: Review): { readonly finding: Finding; readonly request: string }[] {
  return orderFindings(review.findings.filter((finding) => isOpen(finding) && finding.verdict !== "undecided")).map(
    (finding) => ({ finding, request: requestFor(finding) }),
  );
}

function lightView(name: string, findings: readonly Finding[]): LightView {
  const light = lightOf(findings);
  if (light !== "red" && light !== "grey" && isMostlyUndecided(findings))
    return { name, light: "grey", word: "A person must look", counts: countsOf(findings) };
  return { name, light, word: LIGHT_WORDS[light], counts: countsOf(findings) };
}

function lightOf(findings: readonly Finding[]): Light {
  if (findings.every(({ verdict }) => verdict === "not-applicable")) return "grey";
  const open = findings.filter(isOpen);
  if (open.some((finding) => isGap(finding) && (finding.severity === "critical" || finding.severity === "high")))
    return "red";
  return open.length > 0 ? "amber" : "green";
}

function countsOf(findings: readonly Finding[]): string {
  const applicable = findings.filter(({ verdict }) => verdict !== "not-applicable");
  if (applicable.length === 0) return "";
  const gaps = applicable.filter((finding) => isOpen(finding) && isGap(finding)).length;
  const partial = applicable.filter((finding) => isOpen(finding) && finding.verdict === "partial").length;
  const undecided = applicable.filter((finding) => isOpen(finding) && finding.verdict === "undecided").length;
  const parts = [
    gaps === 0 ? "" : `${gaps} gap${gaps === 1 ? "" : "s"}`,
    partial === 0 ? "" : `${partial} to improve`,
    undecided === 0 ? "" : `${undecided} for a person to decide`,
  ].filter((part) => part !== "");
  return `${parts.length === 0 ? "nothing to raise" : parts.join(", ")}, of ${applicable.length}`;
}

function isOpen(finding: Finding): boolean {
  const { verdict } = finding;
  return verdict !== "covered" && verdict !== "not-applicable" && !isAccepted(finding);
}
