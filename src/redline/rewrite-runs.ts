import { escapeXml, outer, type SourceElement, type Splice } from "../ooxml/xml-source.ts";
import type { Marker } from "./marks.ts";
import type { Piece, SourceParagraph } from "./paragraphs.ts";

/** What is to happen within one paragraph; offsets are those of its text. */
export interface ParagraphChange {
  readonly deleted: readonly { readonly start: number; readonly end: number }[];
  /** XML to stand between runs: before the character at `at`, or after the one in front of it. In the order of the text. */
  readonly points: readonly { readonly at: number; readonly side: "before" | "after"; readonly xml: string }[];
}

/**
 * Splits the paragraph's runs where a change begins or ends, marks what is deleted (w:del) and puts the points in between. Runs that no
 * change touches stay as they are.
 */
export function rewriteRuns(
  source: string,
  paragraph: SourceParagraph,
  change: ParagraphChange,
  marker: Marker,
): Splice[] {
  const runs = Map.groupBy(paragraph.pieces, ({ run }) => run);
  const splices: Splice[] = [];
  for (const [run, pieces] of runs) {
    const rewritten = rewriteRun(source, run, pieces, change, marker);
    if (rewritten !== undefined) splices.push({ start: run.start, end: run.end, insert: rewritten });
  }
  return splices;
}

function rewriteRun(
  source: string,
  run: SourceElement,
  pieces: readonly Piece[],
  { deleted, points }: ParagraphChange,
  marker: Marker,
): string | undefined {
  const first = pieces[0]?.at ?? 0;
  const last = pieces.at(-1);
  const end = (last?.at ?? 0) + (last?.text.length ?? 0);
  const own = points.filter(({ at, side }) => (side === "before" ? at >= first && at < end : at > first && at <= end));
  const gone = deleted.filter((span) => span.start < end && span.end > first);
  if (own.length === 0 && gone.length === 0) return undefined;

  const opening = `${source.slice(run.start, run.contentStart)}${outer(
    source,
    run.children.find(({ name }) => name === "w:rPr"),
  )}`;
  let xml = "";
  let open = "";
  let isGone = false;
  const flush = () => {
    const whole = `${opening}${open}</w:r>`;
    if (open !== "") xml += isGone ? `<w:del ${marker.change()}>${whole}</w:del>` : whole;
    open = "";
  };
  const goTo = (state: boolean) => {
    if (state === isGone) return;
    flush();
    isGone = state;
  };
  const put = (at: number, side: "before" | "after") => {
    for (const point of own) {
      if (point.at !== at || point.side !== side) continue;
      flush();
      xml += betweenRuns(source, run, point.xml, marker);
    }
  };
  for (const node of run.children) {
    if (node.name === "w:rPr") continue;
    const piece = pieces.find((each) => each.node === node);
    if (!piece) {
      goTo(false);
      open += outer(source, node);
      continue;
    }
    for (const { from, to } of partsOf(piece, own, gone)) {
      put(from, "before");
      goTo(gone.some((span) => span.start <= from && span.end >= to));
      open += contentOf(source, piece, from, to, isGone);
      put(to, "after");
    }
  }
  flush();
  return xml;
}

/** The stretches of a piece between the places where something begins or ends. */
function partsOf(
  piece: Piece,
  points: ParagraphChange["points"],
  deleted: ParagraphChange["deleted"],
): { from: number; to: number }[] {
  const end = piece.at + piece.text.length;
  const cuts = [...points.map(({ at }) => at), ...deleted.flatMap((span) => [span.start, span.end])];
  const inside = [...new Set(cuts)].filter((at) => at > piece.at && at < end).sort((a, b) => a - b);
  return [piece.at, ...inside].map((from, i) => ({ from, to: inside[i] ?? end }));
}

function contentOf(source: string, piece: Piece, from: number, to: number, isGone: boolean): string {
  if (piece.node.name !== "w:t") return outer(source, piece.node);
  if (!isGone && to - from === piece.text.length) return outer(source, piece.node);
  const name = isGone ? "w:delText" : "w:t";
  return `<${name} xml:space="preserve">${escapeXml(piece.text.slice(from - piece.at, to - piece.at))}</${name}>`;
}

/** An insertion of somebody else is parted where ours comes in, as Word does it: theirs keeps its author and its date. */
function betweenRuns(source: string, run: SourceElement, xml: string, marker: Marker): string {
  const theirs = run.parent;
  if (theirs?.name !== "w:ins") return xml;
  const again = source
    .slice(theirs.start, theirs.contentStart)
    .replace(/\bw:id="[^"]*"/, () => `w:id="${marker.nextId()}"`);
  return `</w:ins>${xml}${again}`;
}
