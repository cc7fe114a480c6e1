import type { Law } from "../../model/letter-texts.ts";
import type { LetterBlock, LetterRequest } from "../../model/letter-view.ts";
import type { Library, Requirement } from "../../model/requirement.ts";
import type { ElementResult, Evidence, Finding } from "../../model/review.ts";
import type { TemplateValues } from "../clause-template.ts";
import { listed } from "../deal-values.ts";
import type { PartyNames } from "../party-names.ts";
import { capital } from "../template-values.ts";
import { areToDelete, type ChangeWords, changeTexts, type Ledger, numberChanges, quotes } from "./changes.ts";
import type { NumberChange } from "./numbers.ts";
import { quotable } from "./places.ts";
import { lawOf, listPoints, type Point, pointsOf, titleInSentence } from "./points.ts";
import { oneLine, type Say } from "./say.ts";
import { type FirmElement, isLoose, lackingIn, mandatory, ofKind, overlaps, placeOf } from "./shortfalls.ts";
import { linesFor, type Wording, wholeClause } from "./wording.ts";

/** What the requests of one letter share. */
export interface Drafting extends ChangeWords {
  readonly library: Library;
  readonly laws: readonly Law[];
  readonly side: "uk" | "eu";
  /** Names that keep their capitals in the middle of a sentence. */
  readonly names: readonly string[];
  readonly parties: PartyNames;
  readonly values: TemplateValues;
  readonly isReadWhole: boolean;
  /** Elements that the review found firmly stated, by any requirement, each with where. */
  readonly firm: readonly FirmElement[];
  /** Quotations, deletions and changes of numbers that an earlier request has, with its number. */
  readonly seen: Map<string, number>;
}

/** A request as drafted. */
export interface DraftedRequest {
  readonly request: LetterRequest;
  /** The earlier request that asks for all of it already; there `also` is to be added. Undefined where it asks for something itself. */
  readonly joins: number | undefined;
  readonly also: readonly LetterBlock[];
}

interface Drafted {
  readonly blocks: LetterBlock[];
  readonly isNew: boolean;
  readonly also: readonly LetterBlock[];
}

/** One request: what the contract says or does not say, and the wording asked for. Undefined for a requirement that the library does not have. */
export function requestOf(finding: Finding, number: number, drafting: Drafting): DraftedRequest | undefined {
  const { library, say, places, seen } = drafting;
  const requirement = library.requirements.find(({ id }) => id === finding.requirementId);
  if (!requirement) return undefined;
  const heading = library.notes.get(requirement.id)?.heading ?? requirement.title;
  const ledger: Ledger = { number, seen, above: new Set() };
  const one = { finding, requirement, heading, drafting, ledger };
  const place = placeOf(finding, requirement);
  const { blocks, isNew, also } = finding.verdict === "partial" ? partial(one) : whole(one);
  return {
    request: {
      number,
      place: place.length === 0 ? say("new-clause") : capital(places.of(place)),
      subject: heading,
      blocks,
    },
    joins: isNew ? undefined : [...ledger.above][0],
    also,
  };
}

interface One {
  readonly finding: Finding;
  readonly requirement: Requirement;
  readonly heading: string;
  readonly drafting: Drafting;
  readonly ledger: Ledger;
}

/** Missing or adverse: the whole clause. Where other clauses of the contract state all of it, it is enough to strike the adverse words. */
function whole({ finding, requirement, heading, drafting, ledger }: One): Drafted {
  const { say, places, library, values, names, parties } = drafting;
  const points = pointsOf(mandatory(finding), names, parties);
  const adverse = ofKind(finding, "adverse");
  const changes = changeTexts(numberChanges(finding, drafting), drafting, ledger, () => false);
  const isStated = adverse.length > 0 && lackingIn(finding, requirement).length === 0;
  const wording = isStated ? [] : worded(wholeClause(library, requirement, values), heading, say);
  const rest = [...changes.texts.map((text) => paragraph([text])), ...wording];
  if (adverse.length === 0) {
    const none = say("none", { points: listPoints(points), whole: isReadWhole(finding, drafting) });
    return { blocks: [paragraph([none, lawLine(points, requirement, drafting)]), ...rest], isNew: true, also: [] };
  }
  const isToDelete = areToDelete(adverse, ledger);
  const said = {
    title: titleInSentence(requirement.title, names, parties),
    one: places.count(adverse) === 1,
  };
  const law = lawFor(points, requirement, drafting);
  return {
    blocks: [
      ...quotes(adverse, drafting, ledger).map((text) => paragraph([text])),
      paragraph([say("conflict", said), law, say("delete", said)]),
      ...rest,
    ],
    isNew: isToDelete || changes.isNew || wording.length > 0,
    also: [paragraph([say("conflict-also", said), law])],
  };
}

/** Partial: only what lacks; numbers in place. */
function partial({ finding, requirement, heading, drafting, ledger }: One): Drafted {
  const { library, say, values } = drafting;
  const changes = numberChanges(finding, drafting);
  const lacking = lackingIn(finding, requirement);
  const [absent, loose] = [lacking.filter((element) => !isLoose(element)), lacking.filter(isLoose)];
  const points = pointsOf([...absent, ...loose], drafting.names, drafting.parties);
  const part = (name: string, own: readonly Point[]) =>
    own.length === 0 ? "" : say(name, { points: listPoints(own), whole: isReadWhole(finding, drafting) });
  const weak =
    loose.length > 0
      ? ofKind(finding, "weak")
          .filter((one) => quotable(one) !== "")
          .slice(0, 2)
      : [];
  const settled = settledByClock(finding, requirement, changes);
  const asked = new Set(points.map(({ id }) => id).filter((id) => !settled.has(id)));
  const wording = linesFor(library, requirement, asked, values);
  const lead = leadOf(absent, loose, weak, finding, requirement, drafting.firm);
  const isRestated = ({ metric, evidence, wanted }: NumberChange) =>
    lead !== "lines" &&
    requirement.quantities.some((rule) => rule.metric === metric && asked.has(rule.element ?? "")) &&
    weak.some((one) => overlaps(one, evidence)) &&
    wording.lines.some(({ text }) => text.includes(wanted));
  const quoted = quotes(weak, drafting, ledger);
  const { texts, isNew } = changeTexts(changes, drafting, ledger, isRestated);
  const said = [
    [
      points.length === 0 && changes.length > 0 ? "" : inPart(finding, requirement, drafting),
      part("absent", points.slice(0, absent.length)),
      part("loose", points.slice(absent.length)),
      lawLine(points, requirement, drafting),
    ],
    ...[...quoted, ...texts].map((text) => [text]),
  ];
  const isSaid = wording.lines.length > 0 || wording.isLacking || (asked.size === 0 && changes.length > 0);
  const added = isSaid ? addition(wording, lead, say) : worded(wholeClause(library, requirement, values), heading, say);
  return {
    blocks: [...said.filter((text) => text.some((part) => part !== "")).map(paragraph), ...added],
    isNew: isNew || added.length > 0,
    also: [],
  };
}

/**
 * How the lines are asked for. Words of the contract are replaced only where they say the very thing, as a duty, and nothing else that the
 * review found firm: what replaces them would delete that. Where the sentence has more of the same subject, the lines are to prevail.
 */
function leadOf(
  absent: readonly ElementResult[],
  loose: readonly ElementResult[],
  weak: readonly Evidence[],
  finding: Finding,
  requirement: Requirement,
  firm: readonly FirmElement[],
): "instead" | "prevail" | "lines" {
  const isTheVeryThing = loose.every(
    ({ id, evidence }) =>
      requirement.elements.some((element) => element.id === id && element.voice === "duty") &&
      evidence.some((one) => weak.some((other) => overlaps(one, other))),
  );
  if (absent.length > 0 || weak.length === 0 || !isTheVeryThing) return "lines";
  const states = firm.filter(({ evidence }) => weak.some((one) => overlaps(one, evidence)));
  if (states.length === 0) return "instead";
  return states.some(({ requirementId }) => requirementId === finding.requirementId) ? "prevail" : "lines";
}

/** Elements that are met once a number and the words that start its time are changed: those that the weak words beside the number weaken. */
function settledByClock(
  finding: Finding,
  { quantities, weak }: Requirement,
  changes: readonly NumberChange[],
): ReadonlySet<string> {
  const settled = changes.flatMap(({ clock, evidence, metric }) => {
    if (!clock) return [];
    const element = quantities.find((rule) => rule.metric === metric)?.element ?? "";
    const found = ofKind(finding, "weak").filter((one) => overlaps(one, evidence));
    return weak
      .filter(({ id, elements }) => elements?.includes(element) && found.some(({ wording }) => wording === id))
      .flatMap(({ elements }) => elements ?? []);
  });
  return new Set(settled);
}

function inPart(finding: Finding, requirement: Requirement, { say, places }: Drafting): string {
  const where = placeOf(finding, requirement);
  if (where.length === 0) return say("nowhere");
  return say("in-part", { Places: capital(places.of(where)), one: places.count(where) === 1 });
}

/** The law is said to require only what the statute itself asks for; "" where that is nothing. */
function lawLine(points: readonly Point[], requirement: Requirement, { laws, side, say }: Drafting): string {
  const own = points.filter(({ isStatutory }) => isStatutory);
  const law = lawOf(requirement, laws, side);
  if (law === "" || own.length === 0) return "";
  const labels = own.map(({ label, text }) => label || text);
  return say("law", { law, all: own.length === points.length, points: listed(labels) });
}

/** Where the law has the subject, without a word on its single points. */
function lawFor(points: readonly Point[], requirement: Requirement, { laws, side, say }: Drafting): string {
  const law = points.some(({ isStatutory }) => isStatutory) ? lawOf(requirement, laws, side) : "";
  return law === "" ? "" : say("law-for", { law });
}

function worded({ lines, isLacking }: Wording, heading: string, say: Say): LetterBlock[] {
  if (isLacking) return [paragraph([say("to-follow")])];
  return [paragraph([say("clause")]), { kind: "wording", heading, lines }];
}

function addition({ lines, isLacking }: Wording, lead: string, say: Say): LetterBlock[] {
  return [
    ...(lines.length > 0 ? [paragraph([say(lead)]), { kind: "wording", heading: "", lines } as const] : []),
    ...(isLacking ? [paragraph([say(lines.length > 0 ? "rest-to-follow" : "to-follow")])] : []),
  ];
}

function isReadWhole(finding: Finding, drafting: Drafting): boolean {
  return drafting.isReadWhole && finding.searched.unreadPages.length === 0;
}

/** Sentences in one paragraph. */
function paragraph(sentences: readonly string[]): LetterBlock {
  return { kind: "paragraph", text: oneLine(sentences.join(" ")) };
}
