import type { Finding, Review, Verdict } from "../../model/review.ts";
import { type FindingView, findingView } from "../views/finding-view.ts";
import { orderFindings } from "../views/order-findings.ts";
import type { Column, Tint, TintedCell } from "./spreadsheet.ts";

/** A finding with the number it has in every report. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: Finding;
  readonly view: FindingView;
}

/** The findings as every report orders and numbers them. */
export function numbered({ findings }: Review): NumberedFinding[] {
  return orderFindings(findings).map((finding, index) => ({
    number: index + 1,
    finding,
    view: findingView(finding, index + 1),
  }));
}

/** The colours of the HTML report on a faint ground of the same colour. */
export const VERDICT_TINTS: Readonly<Record<Verdict, Tint>> = {
  adverse: { ink: "96191B", fill: "F6D9D8" },
  missing: { ink: "8A350F", fill: "F9E0D2" },
  partial: { ink: "6B4B00", fill: "F8EDC9" },
  undecided: { ink: "454B52", fill: "E4E7EA" },
  covered: { ink: "1D5F4C", fill: "DCEEE6" },
  "not-applicable": { ink: "5A6067", fill: "F2F4F6" },
};

/** Columns that several sheets have. */
export const NUMBER: Column = { head: "No.", width: 8 };
export const REQUIREMENT: Column = { head: "Requirement", width: 38 };
export const VERDICT: Column = { head: "Verdict", width: 14 };
export const SEVERITY: Column = { head: "Severity", width: 12 };

/** The verdict's word in its colour. */
export function verdictCell({ view }: NumberedFinding): TintedCell {
  return { value: view.verdictWord, tint: VERDICT_TINTS[view.verdict] };
}

/** As a filter shows it. */
export function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}
