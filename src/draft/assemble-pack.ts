import type { ClauseNote } from "../model/clause-note.ts";
import type { Deal } from "../model/deal.ts";
import type { Inline, PackClause, PackNote, PackParagraph, PackSchedule, PackView } from "../model/pack-view.ts";
import type { Library, Requirement } from "../model/requirement.ts";
import {
  type ClauseLine,
  fill,
  fillLines,
  letterOf,
  parseClauseTemplate,
  type TemplateValues,
} from "./clause-template.ts";
import { matrixBlocks } from "./matrix-blocks.ts";
import { NAMES, type PackRequest, valuesFor } from "./pack-values.ts";
import type { PartyNames } from "./party-names.ts";
import { anchorsIn, resolve } from "./references.ts";
import { blocksOf } from "./schedule-blocks.ts";
import { SCHEDULES, type ScheduleKey } from "./template-values.ts";
import { usedTerms } from "./used-terms.ts";

const DEFINITIONS = "clause-definitions";

/**
 * The pack filled for the deal: numbered clauses, the definitions they use, the schedules they refer to, every reference resolved. A
 * template that names what nobody knows throws.
 */
export function assemblePack(request: PackRequest): PackView {
  const { pack, deal, library, names = NAMES } = request;
  const byId = new Map(library.requirements.map((requirement) => [requirement.id, requirement]));
  const parts = pack.parts
    .map(({ title, requirements }) => ({
      title,
      requirements: requirements.flatMap((id) => byId.get(id) ?? []).filter(request.applies),
    }))
    .filter(({ requirements }) => requirements.length > 0);
  const included = new Set(parts.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  const values = valuesFor(request, included);
  const lines = new Map(
    [...included].map((id) => [id, fillLines(parseClauseTemplate(sourceOf(library, byId.get(id))), values)] as const),
  );
  const opening = fill(pack.opening, values)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const texts = [...opening, ...[...lines.values()].flat().map(({ text }) => text)];
  const schedules = schedulesOf(request, values, texts);
  const definitions = new Map([...request.texts.terms].map(([term, source]) => [term, fill(source, values)]));
  const terms = usedTerms([...texts, ...schedules.map(({ text }) => text)], definitions).filter(
    (term) => !request.defined?.includes(term),
  );
  // One clause more than requirements where there are definitions.
  const { firstNumber = 1 } = request;
  const first = firstNumber + (terms.length > 0 ? 1 : 0);
  const number = new Map([...included].map((id, i) => [id, i + first]));
  // The schedules of an amendment must not be taken for those of the agreement that it amends.
  const whose = firstNumber > 1 ? "Amendment Schedule" : "Schedule";
  const label = (i: number) => `${pack.form === "agreement" ? whose : "Annex"} ${i + 1}`;
  const nameOf = (anchor: string): string | undefined => {
    const id = anchor.replace(/^clause-/, "");
    if (number.has(id)) return `clause ${number.get(id)} (${headingOf(library, byId.get(id))})`;
    const at = schedules.findIndex(({ key }) => `schedule-${key}` === anchor);
    return at < 0 ? undefined : `${label(at)} (${SCHEDULES[schedules[at]?.key ?? "services"]})`;
  };
  const inlines = (text: string): Inline[] => resolve(pack.form === "agreement" ? text : asAnnex(text), nameOf);
  const clauseOf = (requirement: Requirement): PackClause => ({
    anchor: `clause-${requirement.id}`,
    number: number.get(requirement.id) ?? 0,
    heading: headingOf(library, requirement),
    requirementId: requirement.id,
    definitions: [],
    paragraphs: paragraphsOf(number.get(requirement.id) ?? 0, lines.get(requirement.id) ?? [], inlines),
  });
  const clauses = parts.map(({ title, requirements }) => ({ title, clauses: requirements.map(clauseOf) }));
  const interpretation: PackClause = {
    anchor: DEFINITIONS,
    number: firstNumber,
    heading: "Definitions",
    definitions: terms.map((term) => ({ term, text: inlines(definitions.get(term) ?? "") })),
    paragraphs: [],
  };
  return {
    title: pack.title,
    form: pack.form,
    parties: partiesOf(deal, names),
    opening: opening.map(inlines),
    parts: terms.length > 0 ? [{ title: "Interpretation", clauses: [interpretation] }, ...clauses] : clauses,
    schedules: schedules.map(
      ({ key, text }, i): PackSchedule => ({
        anchor: `schedule-${key}`,
        label: label(i),
        title: SCHEDULES[key],
        blocks: [
          ...blocksOf(text, inlines),
          ...(key === "matrix" ? matrixBlocks(library.functions, library.assignments.groups, deal) : []),
        ],
      }),
    ),
    signatures: pack.form === "agreement" ? [deal.supplier.name, deal.customer.name] : [],
    notes: parts.flatMap(({ requirements }) =>
      requirements.flatMap((requirement) =>
        noteOf(requirement, library.notes.get(requirement.id), number.get(requirement.id) ?? 0, values, nameOf),
      ),
    ),
  };
}

/** The schedules of a schedule are its annexes. */
function asAnnex(text: string): string {
  return text.replace(/\b(this|that|the same) Schedule\b/gi, "$1 Annex");
}

function sourceOf({ templates }: Library, requirement: Requirement | undefined): string {
  return (requirement && templates.get(requirement.template)) ?? "";
}

function headingOf({ notes }: Library, requirement: Requirement | undefined): string {
  return (requirement && (notes.get(requirement.id)?.heading ?? requirement.headings[0])) ?? "";
}

interface FilledSchedule {
  readonly key: ScheduleKey;
  readonly text: string;
}

/** The pack's own schedules and those that its texts refer to, schedules among them, in their usual order. */
function schedulesOf(
  { pack, texts: { schedules } }: PackRequest,
  values: TemplateValues,
  texts: readonly string[],
): FilledSchedule[] {
  const filled = new Map<string, string>();
  const waiting = [...pack.schedules.map((key) => `schedule-${key}`), ...texts.flatMap(anchorsIn)];
  for (let anchor = waiting.pop(); anchor !== undefined; anchor = waiting.pop()) {
    const key = /^schedule-(.*)$/.exec(anchor)?.[1];
    if (key === undefined || filled.has(key)) continue;
    const source = schedules.get(key);
    if (source === undefined) throw new Error(`pack ${pack.id} needs schedule "${key}", which has no text`);
    const text = fill(source, values);
    filled.set(key, text);
    waiting.push(...anchorsIn(text));
  }
  const keys = Object.keys(SCHEDULES) as ScheduleKey[];
  return keys.flatMap((key) => {
    const text = filled.get(key);
    return text === undefined ? [] : [{ key, text }];
  });
}

function paragraphsOf(
  clause: number,
  lines: readonly ClauseLine[],
  inlines: (text: string) => Inline[],
): PackParagraph[] {
  let paragraph = 0;
  let item = 0;
  return lines.map(({ level, text }) => {
    if (level === 0) {
      paragraph++;
      item = 0;
      return { label: `${clause}.${paragraph}`, level: 1, text: inlines(capital(text)) };
    }
    item++;
    return { label: `(${letterOf(item)})`, level: 2, text: inlines(text) };
  });
}

function partiesOf({ supplier, customer }: Deal, names: PartyNames): string[] {
  return [[supplier, names.supplier] as const, [customer, names.customer] as const].map(([party, name]) => {
    const details = [party.number && `registered number ${party.number}`, party.address && `of ${party.address}`];
    const words = [party.name, ...details.filter((detail) => detail !== undefined)].join(", ");
    return `${words} (“${name}”)`;
  });
}

function noteOf(
  requirement: Requirement,
  note: ClauseNote | undefined,
  clause: number,
  values: TemplateValues,
  nameOf: (anchor: string) => string | undefined,
): PackNote[] {
  if (!note) return [];
  const fallback = fillLines(parseClauseTemplate(note.fallback), values).map(({ text }) =>
    resolve(text, (anchor) => nameOf(anchor) ?? "the schedule to be attached")
      .map((part) => part.text)
      .join(""),
  );
  return [
    {
      clause: String(clause),
      heading: note.heading,
      why: requirement.why,
      law: requirement.citations,
      suppliersSay: note.suppliers_say,
      concede: note.concede,
      fallback: fallback.join("\n"),
    },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
