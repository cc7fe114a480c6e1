import type { Clause, Contract } from "../../model/contract.ts";
import type { NewParagraph, RedlineNumber } from "../../model/redline.ts";
import { type ClauseLine, letterOf } from "../clause-template.ts";
import { type ClauseShape, numberAfter, ownNumber, shapeOf, wordsStart } from "./clause-shape.ts";
import { childrenOf, endOfTree, isPlain, isSentence, lastOperative, OPERATIVE } from "./operative-clauses.ts";

/** A place for new clauses, which counts on as they come. */
export interface Place {
  readonly file: number;
  /** An offset in the paragraph that they follow. */
  readonly after: number;
  /** The clause as paragraphs of the place, with the next numbers. */
  readonly paragraphs: (heading: string, lines: readonly ClauseLine[]) => NewParagraph[];
}

/** The places of one contract; each is made once, so that what goes there is numbered on. */
export interface Places {
  /** At the end of the clause that an offset belongs to: behind its last paragraph, so that no number in use changes. */
  readonly within: (offset: number) => Place | undefined;
  /** At the end of the clause. */
  readonly endOf: (clause: Clause) => Place | undefined;
  /** At the end of a file's operative clauses, before signatures and schedules: a clause of its own. */
  readonly end: (file: number) => Place | undefined;
  /** The clause that holds an offset. */
  readonly clauseAt: (offset: number) => Clause | undefined;
}

/** Finds places in a contract. */
export function findPlaces(contract: Contract): Places {
  const known = new Map<string, Place | undefined>();
  const once = (key: string, make: () => Place | undefined) => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key);
  };
  const clauseAt = (offset: number) =>
    contract.clauses.findLast(
      (clause) =>
        clause.body.some((span) => offset >= span.start && offset <= span.end) ||
        (clause.headingSpan !== undefined && offset >= clause.headingSpan.start && offset <= clause.headingSpan.end),
    );
  const endOf = (clause: Clause): Place | undefined => {
    const sibling = siblingFor(contract, clause);
    const parent = sibling?.parent === undefined ? undefined : contract.clauses[sibling.parent];
    if (!sibling) return undefined;
    if (!parent || parent.kind === "schedule") return once(`beside ${sibling.index}`, () => beside(contract, sibling));
    return once(`in ${parent.index}`, () => inside(contract, parent));
  };
  return {
    clauseAt,
    endOf,
    within: (offset) => {
      const clause = clauseAt(offset);
      return clause && endOf(clause);
    },
    end: (file) => once(`end ${file}`, () => atEnd(contract, file)),
  };
}

/**
 * The clause beside which new ones stand: the nearest above that is no row, definition, list item or part of a sentence. Where the clause
 * is a heading over clauses, one of those.
 */
function siblingFor(contract: Contract, clause: Clause): Clause | undefined {
  const children = childrenOf(contract, clause).filter((child) => child.kind === "clause" && child.body.length > 0);
  if (clause.kind === "heading" && !isSentence(clause) && children.length > 0) return children.at(-1);
  let at: Clause | undefined = clause;
  while (at) {
    const parent: Clause | undefined = at.parent === undefined ? undefined : contract.clauses[at.parent];
    const isItem = parent !== undefined && OPERATIVE.has(parent.kind) && isSentence(parent);
    if (OPERATIVE.has(at.kind) && at.origin === "body" && !isItem && wordsStart(at) !== undefined) return at;
    at = parent;
  }
  return undefined;
}

/** As the last of the clauses under a heading. */
function inside(contract: Contract, parent: Clause): Place | undefined {
  const children = childrenOf(contract, parent).filter(({ kind, body }) => kind === "clause" && body.length > 0);
  const like = children.findLast(({ number }) => number !== "") ?? children.at(-1);
  const shape = like && shapeOf(contract, like);
  if (!shape || !like) return undefined;
  const items = itemShape(contract, like.file);
  let number = ownNumber(like);
  return {
    file: like.file,
    after: endOfTree(contract, parent),
    paragraphs: (heading, lines) => {
      let isFirst = true;
      return shaped(lines, items, shape.like, (text) => {
        number = numberAfter(number);
        const lead = isFirst && shape.hasLead ? { lead: `${heading}. ` } : {};
        isFirst = false;
        return { like: shape.like, number: shape.numbered(number), ...lead, text };
      });
    },
  };
}

/**
 * Behind a clause that stands in no other: numbered 12A where numbers are typed, without a number where the list would count on and
 * change those that follow.
 */
function beside(contract: Contract, clause: Clause): Place | undefined {
  const shape = shapeOf(contract, clause);
  if (!shape) return undefined;
  const items = itemShape(contract, clause.file);
  const usual = shape.numbered("0");
  let added = 0;
  return {
    file: clause.file,
    after: endOfTree(contract, clause),
    paragraphs: (heading, lines) => {
      let isFirst = true;
      return shaped(lines, items, shape.like, (text) => {
        const lead = isFirst && shape.hasLead ? { lead: `${heading}. ` } : {};
        isFirst = false;
        const own = `${ownNumber(clause).replace(/\.$/, "")}${letterOf(++added).toUpperCase()}`;
        const number: RedlineNumber = usual.kind === "typed" ? shape.numbered(own) : { kind: "none" };
        return { like: shape.like, number, ...lead, text };
      });
    },
  };
}

/** Clauses of their own behind the last one; without numbered clauses behind the last paragraph, each under its heading. */
function atEnd(contract: Contract, file: number): Place | undefined {
  const last = lastOperative(contract, file);
  if (!last) return undefined;
  const head = shapeOf(contract, last);
  if (!head) return undefined;
  const below = subShape(contract, last);
  const items = itemShape(contract, file);
  const hasOwnHeading = last.headingSpan !== undefined && !head.hasLead;
  const isUpper = /\p{L}/u.test(last.heading) && last.heading === last.heading.toUpperCase();
  let top = ownNumber(last);
  return {
    file,
    after: endOfTree(contract, last),
    paragraphs: (heading, lines) => {
      top = numberAfter(top);
      const title: NewParagraph = {
        like: head.like,
        number: head.numbered(top),
        text: isUpper ? heading.toUpperCase() : heading,
      };
      let count = 0;
      const rest = shaped(lines, items, (below ?? head).like, (text) => {
        count++;
        if (hasOwnHeading && below) return { like: below.like, number: below.numbered(`${top}.${count}`), text };
        if (hasOwnHeading) return { like: head.like, number: { kind: "none" }, text };
        const lead = count === 1 ? { lead: `${heading}. ` } : {};
        if (count === 1 || !below)
          return { like: head.like, number: count === 1 ? head.numbered(top) : { kind: "none" }, ...lead, text };
        return { like: below.like, number: below.numbered(`${top}.${count - 1}`), text };
      });
      return hasOwnHeading ? [title, ...rest] : rest;
    },
  };
}

function shaped(
  lines: readonly ClauseLine[],
  items: ClauseShape | undefined,
  above: number,
  sentence: (text: string) => NewParagraph,
): NewParagraph[] {
  let item = 0;
  return lines.map(({ level, text }) => {
    if (level === 0) {
      item = 0;
      return sentence(text);
    }
    const letter = letterOf(++item);
    const typed = `(${letter})\t`;
    if (!items) return { like: above, number: { kind: "typed", text: typed }, isDeeper: true, text };
    const number = items.numbered(letter);
    return { like: items.like, number: number.kind === "automatic" ? { ...number, otherwise: typed } : number, text };
  });
}

/** A clause of the second level of the same contract, for its looks. */
function subShape(contract: Contract, last: Clause): ClauseShape | undefined {
  const below = contract.clauses.filter((clause) => {
    const parent = clause.parent === undefined ? undefined : contract.clauses[clause.parent];
    return clause.file === last.file && isPlain(clause) && parent?.kind === "heading" && parent.file === last.file;
  });
  const numbered = below.filter((clause) => /^\d+\.\d+\.?$/.test(ownNumber(clause)));
  const own = (numbered.length > 0 ? numbered : below).findLast((clause) => clause.parent === last.index);
  const like = own ?? numbered.at(-1) ?? below.find((clause) => clause.number === "");
  return like && shapeOf(contract, like);
}

/** A lettered item of the file, for its looks. */
function itemShape(contract: Contract, file: number): ClauseShape | undefined {
  const item = contract.clauses.find(
    (clause) =>
      clause.file === file && isPlain(clause) && /\([a-z]\)$/.test(clause.number) && clause.headingSpan === undefined,
  );
  return item && shapeOf(contract, item);
}
