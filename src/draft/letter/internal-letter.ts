import type { InternalLetterView, LetterRemark, RemarkRow } from "../../model/letter-view.ts";
import type { Playbook, Requirement } from "../../model/requirement.ts";
import type { Finding, PolicyGap, QuantityResult, Review } from "../../model/review.ts";
import { fillLines, parseClauseTemplate, type TemplateValues } from "../clause-template.ts";
import { dayInWords } from "../deal-values.ts";
import { templateValues } from "../template-values.ts";
import { type DraftedLetter, type LetterOptions, openFindings } from "./letter.ts";
import { amountWords } from "./numbers.ts";
import { inSentence } from "./points.ts";
import { oneLine, type Say, sayFrom } from "./say.ts";

type InternalOptions = Pick<LetterOptions, "library" | "playbook" | "texts" | "properNames">;

/** The letter with what must not be sent: for each request how much we mind, how sure we are, what the playbook lets us give. */
export function draftInternalLetter(
  review: Review,
  { letter, numbers }: DraftedLetter,
  options: InternalOptions,
): InternalLetterView {
  const say = sayFrom(options.texts.internal);
  const values = fallbackValues(review, options, say);
  const { requests, questions } = openFindings(review.findings);
  const remarks = (about: LetterRemark["about"], findings: readonly Finding[]) =>
    findings.flatMap((finding, i) => {
      const requirement = options.library.requirements.find(({ id }) => id === finding.requirementId);
      const rows = requirement ? rowsOf(finding, requirement, options, values, say) : [];
      const title = say("remark", { title: finding.title, id: finding.requirementId });
      return requirement ? [{ about, number: numbers.get(finding) ?? i + 1, title, rows }] : [];
    });
  const accepted = review.findings.flatMap((finding) => {
    const line = deviationLine(finding, say);
    return line === "" ? [] : [{ name: finding.title, lines: [line] }];
  });
  return {
    title: say("title", { title: letter.title }),
    banner: say("banner"),
    letter,
    remarks: [...remarks("request", requests), ...remarks("question", questions)],
    accepted: {
      title: accepted.length > 0 ? say("accepted-title") : "",
      lead: accepted.length > 0 ? say("accepted-lead") : "",
      rows: accepted,
    },
  };
}

/** Rows without a line are left out. */
function rowsOf(
  finding: Finding,
  requirement: Requirement,
  { library, playbook }: InternalOptions,
  values: TemplateValues,
  say: Say,
): RemarkRow[] {
  const note = library.notes.get(requirement.id);
  const { severity, verdict, confidence } = finding;
  const standing = say("standing-words", { severity, verdict, confidence: Math.floor(confidence * 100) });
  const becauses = finding.evidence.flatMap(({ because }) => because ?? []);
  const short = finding.quantities.filter((quantity) => quantity.standing !== "within");
  const fallback = note ? fillLines(parseClauseTemplate(note.fallback), values) : [];
  const row = (name: string, lines: readonly string[]): RemarkRow => ({
    name: say(name),
    lines: [...new Set(lines.map(oneLine))].filter((line) => line !== ""),
  });
  return [
    row("standing", [standing.charAt(0).toUpperCase() + standing.slice(1)]),
    row("found", [finding.explanation]),
    row("because", becauses),
    row("why", [finding.why]),
    row(
      "numbers",
      short.map((quantity) => numberLine(quantity, say)),
    ),
    row("position", positionLines(finding, playbook, say)),
    row("approver", [approverOf(finding, playbook, say)]),
    row("suppliers-say", [note?.suppliers_say ?? ""]),
    row("concede", [note?.concede ?? ""]),
    row(
      "fallback-wording",
      fallback.map(({ level, text }) => (level === 1 ? `– ${text}` : text)),
    ),
    row("own-policy", (finding.weakerThanPolicy ?? []).map(policyLine)),
    row("deviation", [deviationLine(finding, say)]),
  ].filter(({ lines }) => lines.length > 0);
}

function numberLine(quantity: QuantityResult, say: Say): string {
  const [found, preferred, limit] = [quantity.value, quantity.preferred, quantity.limit].map((value) =>
    amountWords(value, quantity),
  );
  const metric = quantity.metric.replaceAll("_", " ");
  return say("number", {
    metric: metric.charAt(0).toUpperCase() + metric.slice(1),
    found: found ?? "",
    preferred: preferred ?? "",
    limit: limit ?? "",
  });
}

function positionLines(finding: Finding, playbook: Playbook, say: Say): string[] {
  const { position, requirementId } = finding;
  const fallback = playbook.fallbacks[requirementId];
  const never = playbook.unacceptable[requirementId];
  const own = [fallback && say("conceded", { text: fallback.text }), never && say("never", { text: never.because })];
  const said = own.filter((line) => line !== undefined);
  const note = position?.note ?? "";
  const isSaid = [fallback?.text, never?.because].some((text) => text !== undefined && note.includes(text));
  return [position ? say(position.level) : "", isSaid ? "" : note, ...said];
}

function approverOf({ position, requirementId }: Finding, playbook: Playbook, say: Say): string {
  const approval = position?.approval ?? playbook.fallbacks[requirementId]?.approval ?? "nobody";
  return say(`approver-${approval}`);
}

function policyLine({ policy: { quote, file, clause } }: PolicyGap): string {
  return `“${quote}” (${[file, clause].filter((part) => part !== "").join(", ")})`;
}

/** "" where nobody accepted it. */
function deviationLine({ deviation }: Finding, say: Say): string {
  if (!deviation) return "";
  const { by, because, accepted, until, status } = deviation;
  return say(status, { by, because, accepted: dayInWords(accepted), until: dayInWords(until) });
}

/** Facts of a deal stand in a fallback as blanks: nobody gave them. */
function fallbackValues(review: Review, { library, playbook, properNames }: InternalOptions, say: Say): TemplateValues {
  const supplier = oneLine(review.contract.names.supplier);
  const customer = oneLine(review.contract.names.customer);
  const references = {
    clause: (id: string) => say("clause", { subject: inSentence(library.notes.get(id)?.heading ?? id, properNames) }),
    schedule: () => say("schedule"),
  };
  const blanks = {
    services: "[services]",
    nature: "[nature]",
    purpose: "[purpose]",
    data_types: "[types of data]",
    data_subjects: "[data subjects]",
    special_categories: "[special categories]",
    locations: "[locations]",
    access_locations: "[locations]",
    supplier_layers: "[layers]",
    customer_layers: "[layers]",
    governing_law: "[governing law]",
    commencement: undefined,
    customer_runs_guests: false,
    has_personal_data: true,
  };
  return {
    ...templateValues(library.requirements, playbook, { supplier, customer }, references, blanks),
    is_uk: (playbook.law ?? "uk") === "uk",
    is_eu: playbook.law === "eu",
    is_agreement: true,
    has: () => false,
  };
}
