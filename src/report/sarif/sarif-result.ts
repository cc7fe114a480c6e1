import { createHash } from "node:crypto";
import type { Evidence, Finding, Review, Verdict } from "../../model/review.ts";
import { findingView } from "../views/finding-view.ts";
import { requestFor } from "../views/request-for.ts";
import { AREA_WORDS, isAccepted, VERDICT_WORDS } from "../views/words.ts";
import { type Level, location, message, SEVERITY_LEVELS, unique } from "./sarif-parts.ts";

type Files = Review["contract"]["files"];

/** A finding as a SARIF result. `weighed` says whether accepted shortfalls were: then every result says what was accepted. */
export function sarifResult(finding: Finding, ruleIndex: number, review: Review, weighed: boolean): object {
  const { requirementId, verdict, severity, confidence, position } = finding;
  const { files, title } = review.contract;
  const kind = kindOf(finding);
  return {
    ruleId: requirementId,
    ruleIndex,
    kind,
    level: kind === "fail" ? levelOf(finding) : "none",
    message: message(said(finding)),
    ...locations(finding, files),
    partialFingerprints: { "contractRequirement/v1": fingerprint(title, requirementId) },
    ...(weighed ? { suppressions: suppressions(finding) } : {}),
    properties: {
      tags: [AREA_WORDS[finding.area], VERDICT_WORDS[verdict]],
      verdict,
      severity,
      confidence,
      ...(position === undefined ? {} : { playbookPosition: position.level }),
      ...(finding.deviation === undefined ? {} : { accepted: finding.deviation }),
      unmetElements: finding.elements.filter(({ met, mandatory }) => mandatory && !met).map(({ id }) => id),
      clausesRead: finding.searched.clausesRead,
    },
  };
}

const KINDS: Readonly<Record<Exclude<Verdict, "undecided">, "fail" | "pass" | "notApplicable">> = {
  adverse: "fail",
  missing: "fail",
  partial: "fail",
  covered: "pass",
  "not-applicable": "notApplicable",
};

/** Undecided is open where text lacks that could decide it, and for a person to review where the text is there. */
function kindOf({ verdict, searched }: Finding): "fail" | "pass" | "notApplicable" | "open" | "review" {
  if (verdict === "undecided") return searched.unreadPages.length > 0 ? "open" : "review";
  return KINDS[verdict];
}

/** A partial counts one step lower than a gap, as where every report says what to raise first. */
function levelOf({ verdict, severity }: Finding): Level {
  if (verdict !== "partial") return SEVERITY_LEVELS[severity];
  return severity === "critical" ? "error" : severity === "high" ? "warning" : "note";
}

/** The condition, why it matters and what to do (3.27.11); the title comes first, for where room is scarce. */
function said(finding: Finding): string {
  const head = `${VERDICT_WORDS[finding.verdict]}: ${finding.title}. ${finding.explanation}`;
  if (kindOf(finding) !== "fail") return head;
  const accepted = findingView(finding, 1).deviation;
  return [
    `${head} ${finding.why}`.trim(),
    isAccepted(finding) ? "" : `To ask for: ${requestFor(finding)}`,
    accepted === undefined ? "" : `${accepted.word}, by ${accepted.by}: ${accepted.because}`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

const KIND_WORDS: Readonly<Record<Evidence["supports"], string>> = {
  adverse: "works against you",
  weak: "weak wording",
  element: "shows an element",
  context: "context",
};

/** What must change are the locations, what else the verdict rests on is related: the proof of the elements, and what came nearest. */
function locations(finding: Finding, files: Files): object {
  const quotes = [...finding.evidence, ...finding.elements.flatMap(({ evidence }) => evidence)];
  const wrong = [
    ...quotes.filter(isWrong).map((quote) => ({ quote, kind: KIND_WORDS[quote.supports] })),
    ...finding.quantities
      .filter(({ standing }) => standing !== "within")
      .flatMap(({ evidence }) => evidence.map((quote) => ({ quote, kind: "number beyond the limit" }))),
  ];
  const said = new Set(wrong.map(({ quote }) => placeOf(quote)));
  const right = quotes
    .filter((quote) => !said.has(placeOf(quote)))
    .map((quote) => ({ quote, kind: KIND_WORDS[quote.supports] }));
  const near = finding.searched.near.map((quote) => ({ quote, kind: "nearest, does not count" }));
  // Where nothing is to change, a result is where its proof is.
  const own = finding.verdict === "covered" && wrong.length === 0 ? right : wrong;
  const at = (items: readonly { quote: Evidence; kind: string }[]) =>
    unique(items.map(({ quote, kind }) => location(quote, kind, files)));
  const related = at([...(own === right ? [] : right), ...near]);
  return { locations: at(own), ...(related.length === 0 ? {} : { relatedLocations: related }) };
}

function isWrong({ supports }: Evidence): boolean {
  return supports === "adverse" || supports === "weak";
}

function placeOf({ file, start, end }: Evidence): string {
  return `${file}\n${start}\n${end}`;
}

/** The same for the same requirement in the next version of the contract, whatever moved, and another in another contract. */
function fingerprint(title: string, requirementId: string): string {
  const contract = title.toLowerCase().replaceAll(/\s+/g, " ").trim();
  return createHash("sha256").update(`${contract}\n${requirementId}`).digest("hex");
}

/** Only an acceptance that holds suppresses a result: viewers hide what any suppression names. */
function suppressions(finding: Finding): object[] {
  const { deviation } = findingView(finding, 1);
  if (!deviation?.holds) return [];
  return [
    {
      kind: "external",
      status: "accepted",
      justification: `${deviation.because} ${deviation.word}, by ${deviation.by} on ${deviation.accepted}.`,
    },
  ];
}
