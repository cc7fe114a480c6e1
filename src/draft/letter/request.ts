import type { Law } from "../../model/letter-texts.ts";
import type { LetterBlock, LetterRequest } from "../../model/letter-view.ts";
import type { Library, Requirement } from "../../model/requirement.ts";
import type { Evidence, Finding } from "../../model/review.ts";
import type { TemplateValues } from "../clause-template.ts";
import { listed } from "../deal-values.ts";
import type { PartyNames } from "../party-names.ts";
import { capital } from "../template-values.ts";
import { changesOf } from "./numbers.ts";
import { type Places, quotable } from "./places.ts";
import { lawOf, listPoints, type Point, pointsOf } from "./points.ts";
import { oneLine, type Say } from "./say.ts";
import { isLoose, lackingIn, mandatory, ofKind, placeOf, shortNumbers } from "./shortfalls.ts";
import { linesFor, type Wording, wholeClause } from "./wording.ts";

/** What the requests of one letter share. */
export interface Drafting {
  readonly library: Library;
  readonly laws: readonly Law[];
  readonly side: "uk" | "eu";
  readonly say: Say;
  /** Names that keep their capitals in the middle of a sentence. */
  readonly names: readonly string[];
  readonly parties: PartyNames;
  readonly wanted: ReadonlyMap<string, number>;
  readonly values: TemplateValues;
  readonly places: Places;
  readonly isReadWhole: boolean;
  /** Quotations and changes of numbers that an earlier request has, with its number. */
  readonly seen: Map<string, number>;
}

/** One request: what the contract says or does not say, and the wording asked for. Undefined for a requirement that the library does not have. */
export function requestOf(finding: Finding, number: number, drafting: Drafting): LetterRequest | undefined {
  const { library, say, places } = drafting;
  const requirement = library.requirements.find(({ id }) => id === finding.requirementId);
  if (!requirement) return undefined;
  const heading = library.notes.get(requirement.id)?.heading ?? requirement.title;
  const one = { finding, requirement, number, heading, drafting };
  const place = placeOf(finding, requirement);
  return {
    number,
    place: place.length === 0 ? say("new-clause") : capital(places.of(place)),
    subject: heading,
    blocks: finding.verdict === "partial" ? partial(one) : whole(one),
  };
}

interface One {
  readonly finding: Finding;
  readonly requirement: Requirement;
  readonly number: number;
  readonly heading: string;
  readonly drafting: Drafting;
}

/** Missing or adverse: the whole clause. Where other clauses of the contract state all of it, it is enough to strike the adverse words. */
function whole({ finding, requirement, number, heading, drafting }: One): LetterBlock[] {
  const { say, places, library, values } = drafting;
  const points = pointsOf(mandatory(finding), drafting.names, drafting.parties);
  const adverse = ofKind(finding, "adverse");
  const said = { points: listPoints(points), whole: isReadWhole(finding, drafting), one: places.count(adverse) === 1 };
  const law = lawLine(points, requirement, drafting);
  const texts =
    adverse.length === 0
      ? [[say("none", said), law]]
      : [...quotes(adverse, number, drafting).map((text) => [text]), [say("conflict", said), law, say("delete", said)]];
  const isStated = adverse.length > 0 && lackingIn(finding, requirement).length === 0;
  return [
    ...texts.map(paragraph),
    ...numbers(finding, number, drafting).map((text) => paragraph([text])),
    ...(isStated ? [] : worded(wholeClause(library, requirement, values), heading, say)),
  ];
}

/** Partial: only what lacks; numbers in place. */
function partial({ finding, requirement, number, heading, drafting }: One): LetterBlock[] {
  const { library, say } = drafting;
  const hasNumbers = shortNumbers(finding).length > 0;
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
  const texts = [
    [
      points.length === 0 && hasNumbers ? "" : inPart(finding, requirement, drafting),
      part("absent", points.slice(0, absent.length)),
      part("loose", points.slice(absent.length)),
      lawLine(points, requirement, drafting),
    ],
    ...[...quotes(weak, number, drafting), ...numbers(finding, number, drafting)].map((text) => [text]),
  ];
  const wording = linesFor(library, requirement, new Set(points.map(({ id }) => id)), drafting.values);
  const isSaid = wording.lines.length > 0 || wording.isLacking || (points.length === 0 && hasNumbers);
  const lead = absent.length === 0 && weak.length > 0 ? "instead" : "lines";
  return [
    ...texts.filter((text) => text.some((part) => part !== "")).map(paragraph),
    ...(isSaid ? added(wording, lead, say) : worded(wholeClause(library, requirement, drafting.values), heading, say)),
  ];
}

function inPart(finding: Finding, requirement: Requirement, { say, places }: Drafting): string {
  const where = placeOf(finding, requirement);
  if (where.length === 0) return say("nowhere");
  return say("in-part", { Places: capital(places.of(where)), one: places.count(where) === 1 });
}

/** The contract's own words, each quoted once in a letter. */
function quotes(evidence: readonly Evidence[], number: number, { say, places, seen }: Drafting): string[] {
  const own = new Set<string>();
  return evidence.flatMap((one) => {
    const quote = quotable(one);
    const key = `${one.file}\n${one.start}\n${quote}`;
    if (quote === "" || own.has(key)) return [];
    own.add(key);
    const Place = capital(places.of([one]));
    const above = seen.get(key);
    if (above === undefined) seen.set(key, number);
    return above === undefined
      ? [say("words", { Place, quote })]
      : [say("words-above", { Place, number: String(above) })];
  });
}

function numbers(finding: Finding, number: number, { say, places, seen, wanted }: Drafting): string[] {
  return shortNumbers(finding)
    .flatMap((quantity) => changesOf(quantity, wanted))
    .map(({ found, wanted: target, evidence, row }) => {
      const clause = places.of([evidence]);
      const place = row === "" ? clause : say("row", { place: clause, row: oneLine(row) });
      const key = `${evidence.file}\n${evidence.clause}\n${row}\n${found}\n${target}`;
      const above = seen.get(key);
      if (above !== undefined && above !== number) return say("replaced-above", { place, number: String(above) });
      seen.set(key, number);
      return found === "" ? say("state", { wanted: target, place }) : say("replace", { found, wanted: target, place });
    })
    .filter((text, i, all) => all.indexOf(text) === i);
}

/** The law is said to require only what the statute itself asks for; "" where that is nothing. */
function lawLine(points: readonly Point[], requirement: Requirement, { laws, side, say }: Drafting): string {
  const own = points.filter(({ isStatutory }) => isStatutory);
  const law = lawOf(requirement, laws, side);
  if (law === "" || own.length === 0) return "";
  const labels = own.map(({ label, text }) => label || text);
  return say("law", { law, all: own.length === points.length, points: listed(labels) });
}

function worded({ lines, isLacking }: Wording, heading: string, say: Say): LetterBlock[] {
  if (isLacking) return [paragraph([say("to-follow")])];
  return [paragraph([say("clause")]), { kind: "wording", heading, lines }];
}

function added({ lines, isLacking }: Wording, lead: string, say: Say): LetterBlock[] {
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
