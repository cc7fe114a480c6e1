import type { RedlineNote } from "../../model/redline.ts";
import type { Finding } from "../../model/review.ts";

const SAYS = {
  missing: "The contract does not say this.",
  partial: "The contract says this only in part.",
  adverse: "The contract says the opposite.",
} as const;

/** Why a change is asked for, in words that may go to the other side: what is wrong, why it matters, which law or standard asks for it. */
export function noteOf(finding: Finding, more: readonly string[] = []): RedlineNote {
  const because = [...new Set(finding.evidence.flatMap((one) => one.because ?? []))];
  const unmet = finding.elements.filter(({ mandatory, met }) => mandatory && !met).map(({ text }) => text);
  const verdict = finding.verdict as keyof typeof SAYS;
  const numbers = finding.quantities
    .filter(({ standing }) => standing !== "within")
    .map(({ value, limit, unit }) => `The contract says ${value} ${unit.replace("_", " ")}; the limit is ${limit}.`);
  return {
    requirementId: finding.requirementId,
    lines: [
      finding.title,
      [
        SAYS[verdict] ?? "",
        ...(verdict === "partial" && unmet.length > 0 ? [`Not stated: ${unmet.join("; ")}.`] : []),
        ...new Set(numbers),
        ...(verdict === "missing" ? [] : because.slice(0, 3)),
      ].join(" "),
      ...more,
      `Why: ${finding.why}`,
      `Law and standards: ${finding.citations.join("; ")}`,
    ],
  };
}
