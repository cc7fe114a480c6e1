import { child, childrenNamed, childValue, descendants, toggle, type XmlElement } from "../ooxml/docx-xml.ts";
import { formatNumber } from "./docx-number-format.ts";
import type { DocxStyles } from "./docx-styles.ts";

/** A list has nine levels (ECMA-376 17.9.6). */
const LEVELS = 9;

/** A list that a paragraph belongs to, with its depth from 0. */
export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

/** One level of a list as one `w:num` shows it, overrides applied (ECMA-376 17.9.6, 17.9.8). */
interface Level {
  readonly start: number;
  readonly format: string;
  readonly custom: string | undefined;
  readonly text: string;
  readonly legal: boolean;
  /** Level (from 1) whose use starts this one again; 0 for never; undefined for any higher one (17.9.10). */
  readonly restart: number | undefined;
  readonly paragraphStyle: string | undefined;
  readonly indent: number | undefined;
}

interface List {
  /** Lists of one abstract definition count on from each other, so counters belong to it. */
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Numbering of one document. */
export interface DocxNumbering {
  /** Place of a paragraph by its own properties, then its styles; undefined where it has no number. */
  readonly placeOf: (properties: XmlElement | undefined, styleId: string | undefined) => ListPlace | undefined;
  /** Left edge of the list level in twentieths of a point, where it sets one. */
  readonly indentOf: (place: ListPlace) => number | undefined;
  /** A counter for one story (body, notes, text boxes count apart). Call it once for each numbered paragraph, in order. */
  readonly startCounting: () => (place: ListPlace) => string;
}

/** Reads numbering.xml; label rules follow ECMA-376 17.9 and, where it is silent, Word. */
export function readNumbering(root: XmlElement | undefined, styles: DocxStyles): DocxNumbering {
  const lists = readLists(root, styles);
  const placeOf = (properties: XmlElement | undefined, styleId: string | undefined): ListPlace | undefined => {
    const own = child(properties, "w:numPr");
    const inherited = placeByStyle(lists, styles, styleId);
    const numId = childValue(own, "w:numId") ?? inherited?.numId;
    if (numId === undefined || numId === "0" || !lists.has(numId)) return undefined;
    const level = childValue(own, "w:ilvl");
    if (level !== undefined) return { numId, level: Number(level) };
    if (childValue(own, "w:numId") === undefined) return inherited;
    return { numId, level: levelOfStyle(lists.get(numId), styleId) ?? inherited?.level ?? 0 };
  };
  return {
    placeOf,
    indentOf: (place) => lists.get(place.numId)?.levels.get(place.level)?.indent,
    startCounting: () => startCounting(lists),
  };
}

function placeByStyle(
  lists: ReadonlyMap<string, List>,
  styles: DocxStyles,
  styleId: string | undefined,
): ListPlace | undefined {
  const chain = styles.chain(styleId);
  const properties = chain.map((style) => child(child(style.element, "w:pPr"), "w:numPr"));
  const owner = properties.findIndex((found) => childValue(found, "w:numId") !== undefined);
  if (owner < 0) return undefined;
  const numId = childValue(properties[owner], "w:numId") ?? "0";
  const list = lists.get(numId);
  if (list === undefined) return undefined;
  // The level's link to the style (17.9.23) says more than w:ilvl, which Word ignores in a style.
  for (const style of chain.slice(0, owner + 1)) {
    const linked = levelOfStyle(list, style.id);
    if (linked !== undefined) return { numId, level: linked };
  }
  const written = properties.slice(0, owner + 1).find((found) => childValue(found, "w:ilvl") !== undefined);
  return { numId, level: Number(childValue(written, "w:ilvl") ?? 0) };
}

function levelOfStyle(list: List | undefined, styleId: string | undefined): number | undefined {
  for (const [level, definition] of list?.levels ?? []) {
    if (styleId !== undefined && definition.paragraphStyle === styleId) return level;
  }
  return undefined;
}

function startCounting(lists: ReadonlyMap<string, List>): (place: ListPlace) => string {
  const counters = new Map<string, Map<number, number>>();
  const seen = new Set<string>();
  return ({ numId, level }) => {
    const list = lists.get(numId);
    const definition = list?.levels.get(level);
    if (list === undefined || definition === undefined) return "";
    const counts = counters.get(list.abstractId) ?? new Map<number, number>();
    counters.set(list.abstractId, counts);
    if (!seen.has(numId)) {
      seen.add(numId);
      // A start override restarts its level when the list is first used (17.9.26).
      for (const overridden of list.startOverrides.keys()) counts.delete(overridden);
    }
    const startOf = (at: number): number => list.startOverrides.get(at) ?? list.levels.get(at)?.start ?? 1;
    const before = counts.get(level);
    counts.set(level, before === undefined ? startOf(level) : before + 1);
    for (let higher = 0; higher < level; higher++) if (!counts.has(higher)) counts.set(higher, startOf(higher));
    for (const deeper of [...counts.keys()].filter((at) => at > level)) {
      const restart = list.levels.get(deeper)?.restart;
      if (restart === undefined || level < restart) counts.delete(deeper);
    }
    return showLabel(list, definition, (at) => counts.get(at) ?? startOf(at));
  };
}

function showLabel(list: List, shown: Level, countOf: (level: number) => number): string {
  if (shown.format === "bullet") return bulletOf(shown.text);
  const text = shown.text.replace(/%([1-9])/g, (_, digit: string) => {
    const part = list.levels.get(Number(digit) - 1);
    if (part === undefined) return "";
    // 17.9.4: a legal level shows every number as decimal.
    const format = shown.legal && part.format !== "none" ? "decimal" : part.format;
    return formatNumber(countOf(Number(digit) - 1), format, part.custom);
  });
  return text.trim();
}

/** Bullets of symbol fonts lie in the private use area or are plain letters; all but dashes and stars read as "•". */
function bulletOf(text: string): string {
  const bullet = text.trim();
  if (bullet === "") return "";
  return /^[-–—*+>·•◦▪]$/u.test(bullet) ? bullet : "•";
}

function readLists(root: XmlElement | undefined, styles: DocxStyles): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(root, "w:abstractNum").map((element) => [element.attributes["w:abstractNumId"] ?? "", element]),
  );
  const nums = new Map(childrenNamed(root, "w:num").map((element) => [element.attributes["w:numId"] ?? "", element]));
  const lists = new Map<string, List>();
  for (const [numId, num] of nums) {
    const abstractId = followLinks(childValue(num, "w:abstractNumId") ?? "", abstracts, nums, styles);
    const levels = readLevels(abstracts.get(abstractId));
    const startOverrides = new Map<number, number>();
    for (const override of childrenNamed(num, "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"] ?? 0);
      const replaced = child(override, "w:lvl");
      if (replaced && at < LEVELS) levels.set(at, readLevel(replaced));
      const start = childValue(override, "w:startOverride");
      if (start !== undefined) startOverrides.set(at, Number(start));
    }
    lists.set(numId, { abstractId, levels, startOverrides });
  }
  return lists;
}

/** A definition with `w:numStyleLink` stands for the one its numbering style points to (17.9.21). */
function followLinks(
  first: string,
  abstracts: ReadonlyMap<string, XmlElement>,
  nums: ReadonlyMap<string, XmlElement>,
  styles: DocxStyles,
): string {
  const seen = new Set<string>();
  let id = first;
  while (!seen.has(id)) {
    seen.add(id);
    const style = childValue(abstracts.get(id), "w:numStyleLink");
    if (style === undefined) return id;
    const byLink = [...abstracts].find(([, element]) => childValue(element, "w:styleLink") === style)?.[0];
    const next = childValue(nums.get(styles.numberingOf(style) ?? ""), "w:abstractNumId") ?? byLink;
    if (next === undefined) return id;
    id = next;
  }
  return id;
}

function readLevels(abstract: XmlElement | undefined): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of childrenNamed(abstract, "w:lvl")) {
    const at = Number(element.attributes["w:ilvl"] ?? 0);
    if (at < LEVELS) levels.set(at, readLevel(element));
  }
  return levels;
}

function readLevel(element: XmlElement): Level {
  // Word writes custom formats into mc:Choice and a stand-in into mc:Fallback.
  const format = child(element, "w:numFmt") ?? descendants(element, "w:numFmt")[0];
  const properties = child(child(element, "w:pPr"), "w:ind")?.attributes;
  const indent = Number.parseInt(properties?.["w:left"] ?? properties?.["w:start"] ?? "", 10);
  const restart = childValue(element, "w:lvlRestart");
  return {
    start: Number(childValue(element, "w:start") ?? 0),
    format: format?.attributes["w:val"] ?? "decimal",
    custom: format?.attributes["w:format"],
    text: childValue(element, "w:lvlText") ?? "",
    legal: toggle(element, "w:isLgl") === true,
    restart: restart === undefined ? undefined : Number(restart),
    paragraphStyle: childValue(element, "w:pStyle"),
    indent: Number.isNaN(indent) ? undefined : indent,
  };
}
