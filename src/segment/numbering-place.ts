import type { ClauseNode } from "./clause-node.ts";
import type { ClauseUnit } from "./clause-unit.ts";
import type { Marker, MarkerReading } from "./numbering.ts";

/** How many lines ahead a number may look for the next of its sequence. */
export const AHEAD = 40;

/** A clause that can still get children, on the way from the top of the file to the last line read. */
export interface OpenLevel {
  readonly node: ClauseNode;
  readonly kind: "schedule" | "part" | "heading" | "number" | "bullet" | "lead";
  /** Heading level that the file gives. */
  readonly level?: number;
  /** Rank of a heading known by its looks. */
  readonly weak?: 1 | 2;
  readonly style?: string;
  readonly value?: number;
  readonly path?: readonly number[];
  readonly word?: string;
  readonly depth?: number;
  readonly indent?: number;
  readonly titled?: boolean;
  /** The title of the file: text below it is not its own. */
  readonly title?: boolean;
  /** Number without its schedule. */
  readonly own?: string;
}

/** Where a number goes: how many open levels stay open above it, and which reading of it is meant. */
export interface Placement {
  readonly keep: number;
  readonly reading?: MarkerReading;
  /** True where the number continues nothing and opens nothing. */
  readonly orphan: boolean;
}

/** What the placing of a number looks at besides the open levels. */
export interface MarkerSetting {
  readonly unit: ClauseUnit;
  readonly titled: boolean;
  /** Numbers of the lines that follow, nearest first; walked only where the number itself leaves a doubt. */
  readonly following: () => IteratorObject<Marker>;
  /** True where the line before asks for a list. */
  readonly awaited: boolean;
}

const isGroup = (level: OpenLevel): boolean =>
  level.kind === "schedule" || level.kind === "part" || level.kind === "heading";

/** Decides by sequence where a number belongs: "(i)" after "(h)" is a letter, after "(a)" it opens a level below. */
export function placeMarker(open: readonly OpenLevel[], marker: Marker, setting: MarkerSetting): Placement {
  const reading = marker.readings[0];
  if (marker.word !== undefined)
    return { keep: keepForNamed(open, marker, setting), ...(reading ? { reading } : {}), orphan: false };
  if (marker.path && marker.path.length > 1)
    return { keep: keepForPath(open, marker.path, setting), ...(reading ? { reading } : {}), orphan: false };
  return placeSingle(open, marker, setting);
}

/** Open levels that a heading of the file's own level leaves open. */
export function keepAbove(open: readonly OpenLevel[], level: number): number {
  let keep = open.length;
  while (keep > 0) {
    const above = open[keep - 1];
    if (above?.kind === "schedule" && (above.level === undefined || above.level <= level)) break;
    if (above?.level !== undefined && above.level < level) break;
    keep--;
  }
  return keep;
}

/** Open levels down to the last heading, schedule or part. */
export function keepGroups(open: readonly OpenLevel[]): number {
  return open.findLastIndex(isGroup) + 1;
}

function keepForNamed(open: readonly OpenLevel[], marker: Marker, { unit }: MarkerSetting): number {
  const floor = scopeStart(open);
  for (let i = open.length - 1; i >= floor; i--) {
    const level = open[i];
    if (level?.word === marker.word && level?.path?.length === marker.path?.length) return i;
  }
  if (marker.path && marker.path.length > 1) return keepForPath(open, marker.path, { unit } as MarkerSetting);
  if (unit.level !== undefined) return keepAbove(open, unit.level);
  const named = open.findLastIndex((level, i) => i >= floor && level.word !== undefined);
  return Math.max(named + 1, keepGroups(open));
}

function scopeStart(open: readonly OpenLevel[]): number {
  return open.findLastIndex((level) => level.kind === "schedule" || level.kind === "part") + 1;
}

function keepForPath(
  open: readonly OpenLevel[],
  path: readonly number[],
  { unit }: Pick<MarkerSetting, "unit">,
): number {
  const floor = scopeStart(open);
  for (let length = path.length - 1; length > 0; length--) {
    for (let i = open.length - 1; i >= floor; i--) {
      const other = open[i]?.path;
      if (!other || other.length !== length || other.some((part, p) => part !== path[p])) continue;
      let keep = i + 1;
      while (open[keep]?.kind === "heading" && open[keep]?.weak !== undefined) keep++;
      return keep;
    }
  }
  const sibling = open.findLastIndex((level, i) => {
    const other = level.path;
    return (
      i >= floor && other?.length === path.length && other.every((part, p) => p === path.length - 1 || part === path[p])
    );
  });
  if (sibling >= 0) return sibling;
  return unit.level !== undefined ? keepAbove(open, unit.level) : keepGroups(open);
}

function placeSingle(open: readonly OpenLevel[], marker: Marker, setting: MarkerSetting): Placement {
  const floor = scopeStart(open);
  let best: Placement & { score: number } = { keep: open.length, orphan: true, score: 5 };
  if (marker.readings[0]) best = { ...best, reading: marker.readings[0] };
  for (const reading of marker.readings) {
    const ahead = marker.readings.length > 1 && continues(setting.following(), reading) ? 40 : 0;
    if (reading.value <= 1) {
      const score = 70 + ahead + (setting.awaited ? 15 : 0);
      if (score > best.score) best = { keep: keepToOpen(open, setting, reading.style), reading, orphan: false, score };
    }
    for (let i = open.length - 1; i >= floor; i--) {
      const level = open[i];
      if (level?.style !== reading.style || level.value === undefined) continue;
      const score = sequenceScore(level, reading, setting) + ahead + (open.length - i) * -1;
      if (score > best.score) best = { keep: i, reading, orphan: false, score };
    }
  }
  if (!best.orphan) return best;
  return {
    ...best,
    keep: setting.unit.level !== undefined ? keepAbove(open, setting.unit.level) : keepOrphan(open, marker, setting),
  };
}

function sequenceScore(level: OpenLevel, reading: MarkerReading, { unit, titled, following }: MarkerSetting): number {
  const step = reading.value - (level.value ?? 0);
  if (step <= 0 && !(reading.value === 1 && titled && level.titled && !level.path?.[1]))
    return Number.NEGATIVE_INFINITY;
  if (step > 8) return Number.NEGATIVE_INFINITY;
  let score = step === 1 ? 100 : step > 1 ? 60 - Math.min(30, step) : 74;
  if (unit.depth !== undefined && level.depth !== undefined) score += unit.depth === level.depth ? 30 : -45;
  if (unit.level !== undefined && level.level !== undefined) score += unit.level === level.level ? 25 : -25;
  if ((unit.level === undefined) !== (level.level === undefined)) score -= 15;
  if (unit.indent !== undefined && level.indent !== undefined) {
    const shift = Math.abs(unit.indent - level.indent);
    score += shift <= 8 ? 8 : shift > 20 ? -12 : 0;
  }
  score += titled === (level.titled ?? false) ? 6 : -6;
  const dotted = reading.style === "1." ? following().find((marker) => (marker.path?.length ?? 0) > 1) : undefined;
  if (dotted?.path?.[0] === reading.value) score += level.path?.length === 1 ? 25 : -25;
  return score;
}

function continues(following: IteratorObject<Marker>, reading: MarkerReading): boolean {
  for (const marker of following) {
    const shape = reading.style.replace(/\w/, "");
    const same = marker.readings.filter((other) => other.style.replace(/\w/, "") === shape && !/1/.test(other.style));
    if (same.length === 0) continue;
    return same.some((other) => other.style === reading.style && other.value === reading.value + 1);
  }
  return false;
}

/** A titled "1." or "I." starts a row of clauses, not a list inside an item. */
const ROW_OF_CLAUSES = /^[1IA]\.$/;

function isItem(level: OpenLevel | undefined): boolean {
  return level !== undefined && !isGroup(level) && !level.path && !ROW_OF_CLAUSES.test(level.style ?? "");
}

function keepToOpen(open: readonly OpenLevel[], { unit, titled, awaited }: MarkerSetting, style: string): number {
  if (unit.level !== undefined) return keepAbove(open, unit.level);
  // Lists count their depth each for itself: a list that the line before asks for lies below that line.
  if (unit.depth !== undefined) return awaited ? open.length : keepForDepth(open, unit.depth, style);
  let keep = open.length;
  if (titled && !awaited && ROW_OF_CLAUSES.test(style)) while (isItem(open[keep - 1])) keep--;
  while (open[keep - 1]?.kind === "bullet" || (titled && open[keep - 1]?.kind === "lead")) keep--;
  return keep;
}

/** Open levels above a list item of the given depth. At the same depth, items of another style open a list below. */
export function keepForDepth(open: readonly OpenLevel[], depth: number, style?: string): number {
  const floor = keepGroups(open);
  const same = open.findIndex(
    (level, i) =>
      i >= floor &&
      level.depth !== undefined &&
      (level.depth > depth || (level.depth === depth && (style === undefined || level.style === style))),
  );
  return same >= 0 ? same : open.length;
}

function keepOrphan(open: readonly OpenLevel[], marker: Marker, { unit }: MarkerSetting): number {
  if (unit.depth !== undefined) return keepForDepth(open, unit.depth);
  return marker.path ? keepGroups(open) : open.length;
}
