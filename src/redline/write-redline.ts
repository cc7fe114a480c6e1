import type { Span } from "../model/block.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { NewParagraph, RedlineEdit, RedlineOutcome } from "../model/redline.ts";
import { openDocx } from "../ooxml/docx-package.ts";
import { decodeXml } from "../ooxml/docx-xml.ts";
import { rewritePackage } from "../ooxml/rewrite-package.ts";
import { applySplices, childOf, parseSource, type SourceElement, type Splice } from "../ooxml/xml-source.ts";
import { type Alignment, alignText } from "./align.ts";
import { type CommentBook, startComments } from "./comments.ts";
import { type ListOf, readLists } from "./list-of.ts";
import { type Marker, plainRunProperties, runContent, startMarking } from "./marks.ts";
import { type Insertion, insertParagraphs, type Likeness } from "./new-paragraphs.ts";
import { withComments } from "./package-parts.ts";
import { isControlled, readParagraphs, type SourceParagraph } from "./paragraphs.ts";
import { type ParagraphChange, rewriteRuns } from "./rewrite-runs.ts";

export interface RedlineOptions {
  readonly name: string;
  /** The contract's text, and the part of it that was read from this file. */
  readonly text: string;
  readonly span: Span;
  readonly author: string;
  /** ISO 8601 day of the changes; without one the day on which the file was last saved, or the first of 2000. */
  readonly date?: string;
}

export interface Redlined {
  readonly bytes: Uint8Array;
  /** One for each edit, in the same order. */
  readonly outcomes: readonly RedlineOutcome[];
  readonly comments: number;
}

const WORD =
  /\bxmlns:w="(http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/;

interface Work {
  readonly source: string;
  readonly paragraphs: readonly SourceParagraph[];
  readonly alignment: Alignment;
  readonly listOf: ListOf;
  readonly marker: Marker;
  readonly book: CommentBook;
  readonly splices: Splice[];
  readonly inserted: Insertion[];
  readonly changes: Map<SourceParagraph, { deleted: Span[]; points: ParagraphChange["points"][number][] }>;
}

/**
 * A Word file with changes tracked in it and a comment beside each. What the file holds already, revisions and comments included, stays;
 * every part but the document, its comments and what names them keeps its content byte for byte. Edits must not overlap. Throws
 * ContractCheckError "unreadable-file" for a file that is no Word document or names its elements in an unusual way.
 */
export function writeRedline(bytes: Uint8Array, edits: readonly RedlineEdit[], options: RedlineOptions): Redlined {
  const source = openDocx(bytes, options.name);
  const text = (path: string | undefined) => {
    const part = path === undefined ? undefined : source.read(path);
    return part && decodeXml(part);
  };
  const document = text(source.main) ?? "";
  const root = parseSource(document);
  const body = childOf(root, "w:body");
  const namespace = WORD.exec(document.slice(root.start, root.contentStart))?.[1];
  if (!body || namespace === undefined)
    throw new ContractCheckError(
      "unreadable-file",
      `${options.name}: cannot be changed as it is; open it in Word, save it again and send the new file.`,
    );
  const comments = source.pathOf("comments");
  const others = ["header", "footer", "footnotes", "endnotes"].flatMap((kind) => source.pathsOf(kind));
  const date = `${options.date ?? lastSaved(source.read("docProps/core.xml")) ?? "2000-01-01"}T00:00:00Z`;
  const marker = startMarking([document, ...others.map((path) => text(path) ?? "")], options.author, date);
  const paragraphs = readParagraphs(document, body);
  const work: Work = {
    source: document,
    paragraphs,
    alignment: alignText(options.text, options.span, paragraphs),
    listOf: readLists(source.related("styles"), source.related("numbering")),
    marker,
    book: startComments(text(comments), namespace, marker),
    splices: [],
    inserted: [],
    changes: new Map(),
  };
  const outcomes = edits.map((edit) => make(edit, work));
  for (const [paragraph, change] of work.changes)
    work.splices.push(...rewriteRuns(document, paragraph, change, marker));
  work.splices.push(...insertParagraphs(document, work.inserted, work.listOf, marker));
  if (outcomes.every((outcome) => outcome === "left")) return { bytes, outcomes, comments: 0 };
  const changes = new Map([[source.main, asUtf8(withoutEmpty(applySplices(document, work.splices), document))]]);
  if (work.book.count() > 0)
    for (const [path, xml] of withComments({ main: source.main, comments, text, xml: work.book.part() }))
      changes.set(path, asUtf8(xml));
  return { bytes: rewritePackage(bytes, options.name, changes, date), outcomes, comments: work.book.count() };
}

function make(edit: RedlineEdit, work: Work): RedlineOutcome {
  if (edit.kind === "insert") return insert(edit, work);
  const from = work.alignment.placeOf(edit.span.start);
  const to = work.alignment.placeOf(edit.span.end);
  const paragraph = from && work.paragraphs[from.paragraph];
  if (!paragraph || !from || !to) return "left";
  // A quote over several paragraphs is commented from its first to the end of that.
  const end = to.paragraph === from.paragraph ? to.at : paragraph.text.length;
  const change = work.changes.get(paragraph) ?? { deleted: [], points: [] };
  work.changes.set(paragraph, change);
  const isFixed = paragraph.pieces.some(
    (piece) => piece.isFixed && piece.at < end && piece.at + piece.text.length > from.at,
  );
  const canChange = edit.kind !== "comment" && !isFixed && to.paragraph === from.paragraph;
  const { open, close, reference } = work.book.add(edit.notes);
  if (isFixed) {
    // Within a field or a content control nothing may stand that was not there: the comment goes to the whole paragraph.
    const { element } = paragraph;
    const start = childOf(element, "w:pPr")?.end ?? element.contentStart;
    work.splices.push({ start, end: start, insert: open });
    work.splices.push({ start: element.contentEnd, end: element.contentEnd, insert: close + reference });
    return edit.kind === "comment" ? "done" : "commented";
  }
  if (open !== "") change.points.push({ at: from.at, side: "before", xml: open });
  if (canChange) {
    change.deleted.push({ start: from.at, end });
    const run = paragraph.pieces.findLast(({ at }) => at < end)?.run;
    const added = `<w:r>${plainRunProperties(work.source, run)}${runContent(edit.text)}</w:r>`;
    if (edit.text !== "")
      change.points.push({ at: end, side: "after", xml: `<w:ins ${work.marker.change()}>${added}</w:ins>` });
  }
  if (close !== "") change.points.push({ at: end, side: "after", xml: close + reference });
  return edit.kind === "comment" || canChange ? "done" : "commented";
}

function insert(edit: Extract<RedlineEdit, { kind: "insert" }>, work: Work): RedlineOutcome {
  const paragraphAt = (offset: number) => {
    const place = work.alignment.placeOf(offset);
    return place && work.paragraphs[place.paragraph];
  };
  const anchor = paragraphAt(edit.after);
  const likeness = (paragraph: NewParagraph): Likeness[] => {
    const like = paragraphAt(paragraph.like);
    return like ? [{ paragraph, like }] : [];
  };
  const list = edit.paragraphs.flatMap(likeness);
  if (!anchor || list.length < edit.paragraphs.length) return "left";
  const block = blockOf(anchor.element);
  const { open, close, reference } = work.book.add(edit.notes);
  // A reference in a run of its own would stay behind where the paragraph is rejected.
  const after = reference === "" ? close : `${close}<w:ins ${work.marker.change()}>${reference}</w:ins>`;
  work.inserted.push({ block, list, around: { before: open, after } });
  return "done";
}

/** What a new paragraph may follow: never within a table or a content control that Word fills. */
function blockOf(element: SourceElement): SourceElement {
  let block = element;
  for (let at = element.parent; at; at = at.parent) if (at.name === "w:tbl" || isControlled(at)) block = at;
  return block;
}

/** Without what is left of an insertion that was parted at its beginning or end; empty ones that the document had stay. */
function withoutEmpty(xml: string, before: string): string {
  return xml.replace(/<w:ins\b[^>]*[^/>]><\/w:ins>/g, (empty) => (before.includes(empty) ? empty : ""));
}

function lastSaved(core: Uint8Array | undefined): string | undefined {
  return core && /<dcterms:modified[^>]*>\s*(\d{4}-\d\d-\d\d)/.exec(decodeXml(core))?.[1];
}

function asUtf8(xml: string): string {
  return xml.replace(/^(\ufeff?<\?xml[^>]*encoding=["'])[^"']*/, "$1UTF-8");
}
