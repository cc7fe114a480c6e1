import Handlebars from "handlebars";
import { inGoodEnglish } from "./number-words.ts";

/** A paragraph of a model clause. */
export interface TemplateLine {
  /** Ids of the elements that this line states. */
  readonly states: readonly string[];
  /** 0: a paragraph; 1: an item below the paragraph before it. */
  readonly level: 0 | 1;
  /** Handlebars. */
  readonly source: string;
}

/** A filled paragraph. */
export interface ClauseLine extends Omit<TemplateLine, "source"> {
  readonly text: string;
}

/** Values that a template may name; a function is a helper. */
export type TemplateValues = Readonly<Record<string, unknown>>;

const LINE = /^(?:\{\{!\s*([\w -]*?)\s*\}\}\s*)?(- )?(.*)$/s;

/**
 * A model clause's lines: a paragraph each, "- " before an item, and in front of either a comment with the ids of the
 * elements it states, "{{! routine-cycle }}". A blank line says nothing.
 */
export function parseClauseTemplate(source: string): TemplateLine[] {
  return source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, states = "", dash, text = ""] = LINE.exec(line) ?? [];
      return { states: states.split(/\s+/).filter((id) => id !== ""), level: dash ? 1 : 0, source: text };
    });
}

/** Fills the lines. Every name must have a value: an unknown one throws, so that no clause leaves with a hole in it. */
export function fillLines(lines: readonly TemplateLine[], values: TemplateValues): ClauseLine[] {
  // One template for the whole clause: Handlebars takes longer to begin than to fill.
  const texts = fill(lines.map(({ source }) => source).join(BETWEEN), values).split(BETWEEN);
  return lines.map(({ source: _, ...line }, i) => ({ ...line, text: texts[i]?.trim() ?? "" }));
}

/** Stands between the lines of a clause while it is filled. */
const BETWEEN = "\u{E002}";

/** One template filled. As fillLines, for text that is no clause. */
export function fill(source: string, values: TemplateValues): string {
  return inGoodEnglish(compiledOf(source)(values, { helpers: helpersOf(values) }).trim());
}

/** The clause as running text: a paragraph a line, items lettered. */
export function textOf(lines: readonly ClauseLine[]): string {
  let item = 0;
  return lines
    .map(({ level, text }) => {
      item = level === 1 ? item + 1 : 0;
      return level === 1 ? `(${letterOf(item)}) ${text}` : text;
    })
    .join("\n");
}

/** 1 is "a", 27 is "aa". */
export function letterOf(item: number): string {
  const last = String.fromCharCode(97 + ((item - 1) % 26));
  return item > 26 ? letterOf(Math.floor((item - 1) / 26)) + last : last;
}

type Helpers = Record<string, Handlebars.HelperDelegate>;

/** A pack fills hundreds of lines with the same values. */
const helpers = new WeakMap<TemplateValues, Helpers>();

function helpersOf(values: TemplateValues): Helpers {
  const known = helpers.get(values);
  if (known) return known;
  const own: Helpers = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === "function" ? [[name, value as never]] : [])),
  );
  helpers.set(values, own);
  return own;
}

const compiled = new Map<string, Handlebars.TemplateDelegate>();

function compiledOf(source: string): Handlebars.TemplateDelegate {
  let template = compiled.get(source);
  if (!template) {
    template = Handlebars.compile(source, { noEscape: true, strict: true });
    compiled.set(source, template);
  }
  return template;
}
