import type { TextBlock } from "../model/block.ts";
import type { PlacedBlock } from "./assemble-text.ts";
import { isTitleCase, isTitleLike } from "./clause-heading.ts";
import { type FileTraits, type Piece, piecesOf, traitsOf } from "./clause-pieces.ts";
import { spanOf, type View } from "./clause-view.ts";
import { type Marker, parseMarker } from "./numbering.ts";
import { parseScheduleHeading, type ScheduleHeading } from "./schedules.ts";

/** A block as the tree builder sees it: what is printed before its text, and what kind of line it looks like. */
export interface ClauseUnit {
  readonly block: TextBlock;
  readonly file: number;
  readonly view: View;
  /** Numbers before the text, outer first: "4.1 (a)" gives two. */
  readonly markers: readonly Marker[];
  readonly bullet: boolean;
  /** Where the text after the numbers starts in `view.text`. */
  readonly from: number;
  /** The text after the numbers, without white space at its edges. */
  readonly text: string;
  /** Heading level that the file itself gives. */
  readonly level?: number;
  /** A paragraph that looks like a heading: 1 in capitals, 2 otherwise. */
  readonly weakHeading?: 1 | 2;
  readonly schedule?: ScheduleHeading;
  /** List depth from 0, where the file gives it. */
  readonly depth?: number;
  readonly indent?: number;
  /** Length of an emphasised title at the start of `text`, where the file marks one. */
  readonly emphasisEnd?: number;
  /** True where the file breaks its lines inside sentences. */
  readonly wrapped: boolean;
  /** Table only. */
  readonly table?: PlacedBlock;
}

/** Units of all blocks in reading order; a table of one column is read as the paragraphs in its cells. */
export function unitsOf(blocks: readonly PlacedBlock[], text: string): ClauseUnit[] {
  const traits = traitsOf(blocks);
  const shown = piecesOf(blocks, text).filter(
    ({ block, view }) => block.kind === "table" || view.text.trim() !== "" || block.label,
  );
  return shown.map((piece, i) => unitOf(piece, shown[i + 1]?.view.text.trimStart() ?? "", traits));
}

function unitOf({ placed, block, view }: Piece, next: string, traits: FileTraits): ClauseUnit {
  const common = {
    block,
    file: placed.file,
    view,
    wrapped: traits.wrapped.has(placed.file),
    ...(block.kind === "list-item" && block.level !== undefined ? { depth: block.level } : {}),
    ...(block.indent === undefined ? {} : { indent: block.indent }),
  };
  if (block.kind === "table") return { ...common, markers: [], bullet: false, from: 0, text: "", table: placed };
  const start = view.text.length - view.text.trimStart().length;
  const line = view.text.slice(start).trimEnd();
  const level = block.kind === "heading" && !traits.flat.has(placed.file) ? (block.level ?? 1) : undefined;
  const marked = block.kind === "heading" || block.emphasis === true || isEmphasised(block);
  const schedule =
    block.label === undefined || block.label === "" ? parseScheduleHeading(line, marked) : labelled(block, line);
  if (schedule && block.kind !== "list-item") {
    const from = start + (block.label ? 0 : schedule.titleFrom);
    return {
      ...common,
      markers: [],
      bullet: false,
      from,
      text: view.text.slice(from).trim(),
      schedule,
      ...(level ? { level } : {}),
    };
  }
  const { markers, bullet, from } = readMarkers(block, view.text, start, marked);
  const text = view.text.slice(from).trim();
  const weak = level === undefined && markers.length === 0 && !bullet ? weakHeading(text, marked, next) : undefined;
  const emphasisEnd = emphasisedTitle(block, view, placed.span.start, from, text);
  return {
    ...common,
    markers,
    bullet,
    from,
    text,
    ...(level ? { level } : {}),
    ...(weak ? { weakHeading: weak } : {}),
    ...(emphasisEnd === undefined ? {} : { emphasisEnd }),
  };
}

function labelled(block: TextBlock, line: string): ScheduleHeading | undefined {
  const found = parseScheduleHeading(`${block.label?.trim() ?? ""} ${line}`, true);
  return found && parseScheduleHeading(block.label?.trim() ?? "", true) ? { ...found, titleFrom: 0 } : undefined;
}

function readMarkers(block: TextBlock, text: string, start: number, marked: boolean) {
  const markers: Marker[] = [];
  let bullet = block.kind === "list-item" && !block.label;
  let from = start;
  if (block.label) {
    const label = parseMarker(`${block.label.trim()} `);
    if (label && label.readings.length > 0) markers.push({ ...label, bare: false });
    else if (label || !/\w/.test(block.label)) bullet = true;
    else markers.push({ label: block.label.trim(), readings: [], bare: false, length: 0 });
  }
  while (markers.length < 4) {
    const rest = text.slice(from);
    const marker = parseMarker(rest);
    if (!marker || (markers.length > 0 && !mayFollow(marker, rest, markers))) break;
    if (marker.bare && !marked && !isTitleLike(rest.slice(marker.length))) break;
    from += marker.length;
    if (marker.readings.length === 0) bullet = true;
    else if (markers.at(-1)?.label !== marker.label) markers.push(marker);
    bullet &&= markers.length === 0;
  }
  return { markers, bullet, from };
}

/** A second number counts only where it opens a sub-clause: "4.1 (a) …" alone, never the first of several in one line. */
function mayFollow(marker: Marker, rest: string, before: readonly Marker[]): boolean {
  const outer = before.at(-1);
  if (marker.label === outer?.label) return true;
  if (!marker.label.startsWith("(") || outer?.label === undefined) return false;
  if (!marker.readings.some((reading) => reading.value === 1))
    return outer.path !== undefined && /^\(\w+\)\S?/.test(rest) === false;
  const second = /\((?:b|ii|2|B|II)\)/.exec(rest);
  return second === null;
}

/** Markdown and HTML set a title inside a paragraph off by markup: "**Audit** The Supplier …". */
function emphasisedTitle(block: TextBlock, view: View, base: number, from: number, text: string): number | undefined {
  if (!block.hidden || block.text.length === 0) return undefined;
  const start = from + (view.text.slice(from).length - view.text.slice(from).trimStart().length);
  const source = view.offset(start) - base;
  const markup = (range: { start: number; end: number } | undefined, pattern: RegExp): boolean =>
    range !== undefined && pattern.test(block.text.slice(range.start, range.end));
  const opening = block.hidden.find((range) => range.end === source);
  const closing = block.hidden.find((range) => range.start > source);
  const opened = markup(opening, /^(?:[*_]{1,3}|<(?:strong|b|em|u|span)\b[^>]*>)/i);
  // A reader may start the block after the opening mark: then the first mark of it closes.
  const bare =
    source === 0 &&
    markup(closing, /^(?:\*\*|__|<\/(?:strong|b|u)>)$/i) &&
    block.hidden.filter((range) => markup(range, /^(?:\*\*|__)$/)).length % 2 === 1;
  if (!opened && !bare) return undefined;
  if (!closing) return undefined;
  const title = block.text.slice(source, closing.start).trimEnd();
  const rest = text.slice(title.length).trim();
  if (rest === "" || !/^["\u201c([:.\u2013\u2014-]*\s*["\u201c([]?[A-Z]/.test(rest)) return undefined;
  return isTitleLike(title.replace(/[.:]$/, "")) ? title.replace(/[.:]$/, "").length : undefined;
}

function isEmphasised(block: TextBlock): boolean {
  const first = block.hidden?.[0];
  const last = block.hidden?.at(-1);
  if (!first || !last || block.hidden?.length !== 2) return false;
  const text = block.text.trim();
  return /^(\*\*|__)[^*]+\1$/.test(text);
}

/** A line is a heading by its looks only if it reads like a title and what follows reads like its text. */
function weakHeading(text: string, marked: boolean, next: string): 1 | 2 | undefined {
  if (!isTitleLike(text) || /^\[/.test(text)) return undefined;
  const capitals = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  const nextIsText = next !== "" && !/^\p{Ll}/u.test(next);
  if (capitals) return 1;
  if (marked) return 2;
  if (/[:.]$/.test(text) || !nextIsText || next.length < 60) return undefined;
  const words = text.split(/\s+/).length;
  return words <= 4 || (isTitleCase(text) && words <= 10) ? 2 : undefined;
}

/** The visible text of a unit as a span of the contract text, from `from` on. */
export function textSpan(unit: ClauseUnit, from = unit.from, to?: number) {
  return spanOf(unit.view, from, to);
}
