import { ACCEPTABLE } from "../../model/deviation.ts";
import type { LetterTexts } from "../../model/letter-texts.ts";
import type { LetterQuestion, LetterRequest, LetterView } from "../../model/letter-view.ts";
import type { Library, Playbook } from "../../model/requirement.ts";
import { type Finding, type Review, SEVERITIES } from "../../model/review.ts";
import { fill, type TemplateValues } from "../clause-template.ts";
import { dayInWords } from "../deal-values.ts";
import { usedTerms } from "../used-terms.ts";
import { type Companies, companiesOf, type Side } from "./companies.ts";
import { joinedRequests } from "./joined.ts";
import { wantedNumbers } from "./numbers.ts";
import { placesOf } from "./places.ts";
import { inSentence } from "./points.ts";
import type { Drafting } from "./request.ts";
import { oneLine, type Say, sayFrom } from "./say.ts";
import { firmElements } from "./shortfalls.ts";
import { wordingValues } from "./wording.ts";

export interface LetterOptions {
  readonly library: Library;
  readonly playbook: Playbook;
  readonly texts: LetterTexts;
  /** Definition by defined term, templates. */
  readonly terms: ReadonlyMap<string, string>;
  /** Names that keep their capitals in the middle of a sentence. */
  readonly properNames: readonly string[];
  /** Metrics that time the same event. */
  readonly sameNumber: readonly (readonly string[])[];
  /** A list of clause numbers in words. */
  readonly nameClauses: (clauses: readonly string[]) => string;
  /** Who writes: name, role, company, a line each; the customer where nobody is named. */
  readonly from: readonly string[];
  /** To whom; the supplier where nobody is named. */
  readonly to: string | undefined;
  /** ISO 8601 days. */
  readonly date: string;
  readonly replyBy: string | undefined;
  /** False where a file of the contract could not be read. */
  readonly isReadWhole: boolean;
}

/** What is asked for, and what is only asked about. */
export interface OpenFindings {
  readonly requests: readonly Finding[];
  readonly questions: readonly Finding[];
}

/**
 * What a letter is about, in the order of severity, then of the verdict: gaps and shortfalls are asked for; what could not be decided is
 * asked about; what somebody accepted is left out while the acceptance holds.
 */
export function openFindings(findings: readonly Finding[]): OpenFindings {
  const rank = (finding: Finding) =>
    SEVERITIES.indexOf(finding.severity) * 10 - (ACCEPTABLE as readonly string[]).indexOf(finding.verdict);
  const open = findings
    .filter(
      ({ verdict, deviation }) => (ACCEPTABLE as readonly string[]).includes(verdict) && deviation?.status !== "active",
    )
    .toSorted((a, b) => rank(a) - rank(b));
  return {
    requests: open.filter(({ verdict }) => verdict !== "undecided"),
    questions: open.filter(({ verdict }) => verdict === "undecided"),
  };
}

/** A letter, and under which number it asks for each finding. */
export interface DraftedLetter {
  readonly letter: LetterView;
  readonly numbers: ReadonlyMap<Finding, number>;
  /** Sides whose company nobody names: the letter has a blank for them. */
  readonly unnamed: readonly Side[];
}

/**
 * The letter that asks the supplier for what the contract lacks, in the contract's own names. Of a finding only what the contract says and
 * what it is to say goes into it. Undefined where there is nothing to ask.
 */
export function draftLetter(review: Review, options: LetterOptions): DraftedLetter | undefined {
  const { library, playbook, texts, terms, properNames } = options;
  const { requests: asked, questions: unsure } = openFindings(review.findings);
  if (asked.length + unsure.length === 0) return undefined;
  const say = sayFrom(texts.letter);
  const names = [...properNames, ...terms.keys()];
  const wanted = wantedNumbers(asked, library, playbook, options.sameNumber);
  const values = wordingValues(review, library, playbook, wanted, say, names);
  const drafting: Drafting = {
    library,
    laws: texts.laws,
    side: playbook.law ?? "uk",
    say,
    names: [...properNames, ...review.definedTerms.map(({ term }) => term)],
    parties: { supplier: oneLine(review.contract.names.supplier), customer: oneLine(review.contract.names.customer) },
    wanted,
    values,
    places: placesOf(review, options.nameClauses),
    isReadWhole: options.isReadWhole,
    firm: firmElements(review.findings),
    seen: new Map(),
  };
  const companies = companiesOf(review, options, say);
  const { items, numbers } = joinedRequests(asked, drafting);
  const questions = questionsOf(unsure, review, names, drafting);
  const definitions = definitionsOf(items, review, options, values, say);
  return {
    letter: {
      ...frame(review, options, companies, say, items, questions),
      ...enclosures(items, questions, definitions, say),
    },
    numbers,
    unnamed: companies.unnamed,
  };
}

function questionsOf(
  unsure: readonly Finding[],
  review: Review,
  names: readonly string[],
  { library, say }: Drafting,
): LetterQuestion[] {
  const subjects = unsure.map(({ requirementId, title }) => library.notes.get(requirementId)?.heading ?? title);
  const texts = [
    ...subjects.map((subject) => say("question", { subject: inSentence(subject, names) })),
    ...unreadPages(review).map((pages) => say("unread", { pages })),
  ];
  return texts.map((text, i) => ({ number: i + 1, text }));
}

/** "pages 3, 4 and 9 of msa.pdf", one a file. */
function unreadPages({ findings }: Review): string[] {
  const pages = findings.flatMap(({ searched }) => searched.unreadPages);
  return [...Map.groupBy(pages, ({ file }) => file)].map(([file, own]) => {
    const numbers = [...new Set(own.map(({ page }) => page))].toSorted((a, b) => a - b);
    const last = numbers.at(-1);
    const list = numbers.length === 1 ? `page ${last}` : `pages ${numbers.slice(0, -1).join(", ")} and ${last}`;
    return `${list} of ${oneLine(file)}`;
  });
}

/** Terms of the wording that the contract does not define; the agreement is defined by the letter. */
function definitionsOf(
  requests: readonly LetterRequest[],
  review: Review,
  { terms }: LetterOptions,
  values: TemplateValues,
  say: Say,
): string[] {
  const texts = requests.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "wording" ? block.lines.map(({ text }) => text) : [])),
  );
  const filled = new Map([...terms].map(([term, source]) => [term, fill(source, values)]));
  const known = new Set(["Agreement", ...review.definedTerms.map(({ term }) => term)]);
  return usedTerms(texts, filled)
    .filter((term) => !known.has(term))
    .map((term) => say("meaning", { term, text: filled.get(term) ?? "" }));
}

type Frame = Omit<LetterView, "list" | "requests" | "questions" | "terms">;

function frame(
  review: Review,
  options: LetterOptions,
  { supplier, customer }: Companies,
  say: Say,
  requests: readonly LetterRequest[],
  questions: readonly LetterQuestion[],
): Frame {
  const { contract } = review;
  const from = options.from.map(oneLine).filter((line) => line !== "");
  const to = options.to === undefined ? "" : oneLine(options.to);
  const isNamed = to !== "" && to !== supplier;
  const date = dayInWords(options.date);
  const values = {
    contract: oneLine(contract.title),
    supplier,
    customer,
    addressee: to,
    named: isNamed,
    requests: requests.length,
    one: requests.length === 1,
    questions: questions.length,
    one_question: questions.length === 1,
    reply_by: options.replyBy === undefined ? "" : dayInWords(options.replyBy),
    list: enclosureName(1, say),
    wording: enclosureName(2, say),
    asked_in: enclosureName(requests.length > 0 ? 3 : 1, say),
    date,
  };
  return {
    title: say("title", values),
    author: say("author", values),
    from: from.length > 0 ? (from.includes(customer) ? from : [...from, customer]).slice(-3) : [customer],
    to: isNamed ? [to, supplier] : [supplier],
    date,
    salutation: say("salutation", values),
    opening: say.all("opening", values),
    closing: say.all("closing", values),
    farewell: say("farewell", values),
    signature: [...from, ...(from.includes(customer) ? [] : [say("for", values)])],
    running: say("running", values),
  };
}

function enclosures(
  items: readonly LetterRequest[],
  questions: readonly LetterQuestion[],
  definitions: readonly string[],
  say: Say,
): Pick<LetterView, "list" | "requests" | "questions" | "terms"> {
  // An enclosure without content has no number.
  let next = 1;
  const titleOf = (name: string, isThere: boolean) => (isThere ? `${enclosureName(next++, say)}. ${say(name)}` : "");
  const rows = items.map(({ number, place, subject }) => [String(number), place, subject]);
  return {
    list: {
      title: titleOf("list-title", items.length > 0),
      rows:
        rows.length === 0
          ? []
          : [["column-number", "column-place", "column-subject"].map((name) => say(name)), ...rows],
    },
    requests: { title: titleOf("requests-title", items.length > 0), items },
    questions: { title: titleOf("questions-title", questions.length > 0), items: questions },
    terms: {
      title: titleOf("terms-title", definitions.length > 0),
      lead: definitions.length > 0 ? say("terms") : "",
      items: definitions,
    },
  };
}

/** "Enclosure 1": the contract has annexes of its own. */
function enclosureName(number: number, say: Say): string {
  return say("enclosure", { number });
}
