import type { NewParagraph, RedlineNumber } from "../model/redline.ts";
import { childOf, outer, type SourceElement, type Splice } from "../ooxml/xml-source.ts";
import type { ListOf } from "./list-of.ts";
import { type Marker, plainRunProperties, runContent } from "./marks.ts";
import type { Piece, SourceParagraph } from "./paragraphs.ts";

/** What goes around the first and the last paragraph of an insertion. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** A new paragraph with the one whose looks it takes over. */
export interface Likeness {
  readonly paragraph: NewParagraph;
  readonly like: SourceParagraph;
}

/** Twips that an item stands further in than its sentence, where the document has no items to go by. */
const DEEPER = 567;

/** New paragraphs behind a block of the document. */
export interface Insertion {
  readonly block: SourceElement;
  readonly list: readonly Likeness[];
  readonly around: Around;
}

interface Written {
  readonly properties: string;
  /** Of the paragraph's mark, which its number shows too. */
  readonly formatting: string;
  /** What is inserted: marks of comments and a run. */
  readonly content: string;
}

/**
 * New paragraphs as tracked insertions: the text and the paragraph's mark, so that rejecting them leaves nothing behind (ECMA-376
 * 17.13.5.18, 17.13.5.20). Style, list, indent and font are those of their likenesses. Insertions behind one block follow each other.
 */
export function insertParagraphs(
  source: string,
  insertions: readonly Insertion[],
  listOf: ListOf,
  marker: Marker,
): Splice[] {
  const splices: Splice[] = [];
  for (const [block, own] of Map.groupBy(insertions, (insertion) => insertion.block)) {
    const written = own.flatMap(({ list, around }) => writtenParagraphs(source, list, listOf, around, marker));
    const at = block.end;
    // A mark that nothing follows cannot go: there the block's own mark is the inserted one, and the last paragraph bears the old.
    const isAtEnd = block.name === "w:p" && nextSibling(block)?.name !== "w:p";
    if (isAtEnd) splices.push(...markInserted(block, marker));
    const insert = written.map((one, i) =>
      isAtEnd && i === written.length - 1 ? lastParagraph(source, block, one, marker) : insertedParagraph(one, marker),
    );
    splices.push({ start: at, end: at, insert: insert.join("") });
  }
  return splices;
}

function insertedParagraph({ properties, formatting, content }: Written, marker: Marker): string {
  return `<w:p><w:pPr>${properties}<w:rPr><w:ins ${marker.change()}/>${formatting}</w:rPr></w:pPr>${content}</w:p>`;
}

/** A paragraph with the mark of `block`; where its properties are other ones, they are changed, so that rejecting brings the old back. */
function lastParagraph(source: string, block: SourceElement, { properties, content }: Written, marker: Marker): string {
  const old = keptProperties(block)
    .map((element) => outer(source, element))
    .join("");
  const mark = outer(source, childOf(childOf(block, "w:pPr"), "w:rPr"));
  const change = old === properties ? "" : `<w:pPrChange ${marker.change()}><w:pPr>${old}</w:pPr></w:pPrChange>`;
  return `<w:p><w:pPr>${properties}${mark}${change}</w:pPr>${content}</w:p>`;
}

function nextSibling(element: SourceElement): SourceElement | undefined {
  const siblings = element.parent?.children.filter(({ name }) => !MARKS.has(name)) ?? [];
  return siblings[siblings.indexOf(element) + 1];
}

/** Between blocks they are nothing that a paragraph could run on into, or that keeps it from doing so. */
const MARKS = new Set(["w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:proofErr"]);

/** The mark of an existing paragraph as inserted. */
function markInserted(block: SourceElement, marker: Marker): Splice[] {
  const properties = childOf(block, "w:pPr");
  const mark = childOf(properties, "w:rPr");
  const ins = `<w:ins ${marker.change()}/>`;
  const put = (at: number, insert: string): Splice[] => [{ start: at, end: at, insert }];
  if (mark && mark.contentStart < mark.end) return put(mark.contentStart, ins);
  if (mark) return [{ start: mark.start, end: mark.end, insert: `<w:rPr>${ins}</w:rPr>` }];
  if (!properties) return put(block.contentStart, `<w:pPr><w:rPr>${ins}</w:rPr></w:pPr>`);
  if (properties.contentStart === properties.end)
    return [{ start: properties.start, end: properties.end, insert: `<w:pPr><w:rPr>${ins}</w:rPr></w:pPr>` }];
  const behind = properties.children.find(({ name }) => name === "w:sectPr" || name === "w:pPrChange");
  return put(behind?.start ?? properties.contentEnd, `<w:rPr>${ins}</w:rPr>`);
}

function keptProperties(like: SourceElement): SourceElement[] {
  return (childOf(like, "w:pPr")?.children ?? []).filter(({ name }) => !LEFT.has(name));
}

function writtenParagraphs(
  source: string,
  list: readonly Likeness[],
  listOf: ListOf,
  around: Around,
  marker: Marker,
): Written[] {
  let before: string | undefined;
  return list.map(({ paragraph, like }, i) => {
    const own = listOf(like.element);
    const number = numberIn(paragraph.number, own, before);
    if (number.kind !== "typed") before = own;
    const isJoined = number.kind === "automatic" || own === undefined;
    const plain = plainLook(source, like.pieces);
    const runs = [
      ...(number.kind === "typed" ? [runOf(plain, number.text)] : []),
      ...(paragraph.lead ? [runOf(leadLook(source, like.pieces), paragraph.lead)] : []),
      runOf(plain, paragraph.text),
    ];
    const inner = `<w:ins ${marker.change()}>${runs.join("")}</w:ins>`;
    const start = i === 0 ? around.before : "";
    const end = i === list.length - 1 ? around.after : "";
    return {
      properties: paragraphProperties(source, like.element, isJoined, paragraph.isDeeper === true),
      formatting: markFormatting(source, like.element),
      content: `${start}${inner}${end}`,
    };
  });
}

function markFormatting(source: string, like: SourceElement): string {
  return (childOf(childOf(like, "w:pPr"), "w:rPr")?.children ?? [])
    .filter(({ name }) => !["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:vanish"].includes(name))
    .map((element) => outer(source, element))
    .join("");
}

/** An item whose list is not that of the paragraph before it would count on from another list of the document. */
function numberIn(number: RedlineNumber, own: string | undefined, before: string | undefined): RedlineNumber {
  if (number.kind !== "automatic" || number.otherwise === undefined) return number;
  return own !== undefined && own === before ? number : { kind: "typed", text: number.otherwise };
}

function runOf(look: string, text: string): string {
  return `<w:r>${look}${runContent(text)}</w:r>`;
}

/** The font of most of the text. */
function plainLook(source: string, pieces: readonly Piece[]): string {
  const lengths = new Map<SourceElement, number>();
  for (const { run, text, isFixed } of pieces)
    if (!isFixed) lengths.set(run, (lengths.get(run) ?? 0) + text.trim().length);
  const [run] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [];
  return plainRunProperties(source, run ?? pieces[0]?.run);
}

/** The font in which the paragraph begins, bold where it does not stand out. */
function leadLook(source: string, pieces: readonly Piece[]): string {
  const first = pieces.find(({ text }) => /\p{L}/u.test(text))?.run;
  const look = plainRunProperties(source, first);
  if (look !== plainLook(source, pieces)) return look;
  return look === "" ? "<w:rPr><w:b/></w:rPr>" : withBold(look);
}

/** w:b stands behind w:rStyle and w:rFonts (ECMA-376 17.3.2.28). */
function withBold(look: string): string {
  if (/<w:b(?:\/| w:val="(?:1|true|on)")/.test(look)) return look;
  return look
    .replace(/<w:b [^>]*\/>/, "")
    .replace(/^(<w:rPr>(?:<w:rStyle[^>]*\/>)?(?:<w:rFonts[^>]*\/>)?)/, "$1<w:b/>");
}

/** The properties of its likeness, without those of its mark; out of the list where it does not count in it. */
function paragraphProperties(source: string, like: SourceElement, isJoined: boolean, isDeeper: boolean): string {
  const kept = keptProperties(like).filter(
    ({ name }) => (isJoined || name !== "w:numPr") && !(isDeeper && name === "w:ind"),
  );
  const xml = kept.map((element) => outer(source, element));
  if (isDeeper) {
    const left = Number(childOf(childOf(like, "w:pPr"), "w:ind")?.attributes["w:left"] ?? 0) || 0;
    const at = kept.findLastIndex(({ name }) => !BEHIND_INDENT.has(name)) + 1;
    xml.splice(at, 0, `<w:ind w:left="${left + 2 * DEEPER}" w:hanging="${DEEPER}"/>`);
  }
  if (!isJoined) {
    const at = kept.findLastIndex(({ name }) => BEFORE_NUMBERING.has(name)) + 1;
    xml.splice(at, 0, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>');
  }
  return xml.join("");
}

/** What belongs to one paragraph only. */
const LEFT = new Set(["w:rPr", "w:sectPr", "w:pPrChange", "w:framePr", "w:pageBreakBefore", "w:cnfStyle"]);

/** The order of w:pPr (ECMA-376 17.3.1.26). */
const BEFORE_NUMBERING = new Set(["w:pStyle", "w:keepNext", "w:keepLines", "w:widowControl"]);
const BEHIND_INDENT = new Set([
  "w:contextualSpacing",
  "w:mirrorIndents",
  "w:suppressOverlap",
  "w:jc",
  "w:textDirection",
  "w:textAlignment",
  "w:textboxTightWrap",
  "w:outlineLvl",
  "w:divId",
]);
