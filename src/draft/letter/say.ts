import type { TextsByName } from "../../model/letter-texts.ts";
import { fill } from "../clause-template.ts";

/** Values of a letter's texts: what is a string stands in the text as it is. */
export type SayValues = Readonly<Record<string, string | number | boolean>>;

/** One text filled; `all` gives each paragraph of a text that has several, without those that come out empty. */
export interface Say {
  (name: string, values?: SayValues): string;
  readonly all: (name: string, values?: SayValues) => string[];
}

/** The texts as functions of their values. A text that is not there, and a value that a text names and nobody gives, throws. */
export function sayFrom(texts: TextsByName): Say {
  const all = (name: string, values: SayValues = {}) => {
    const sources = texts.get(name);
    if (!sources) throw new Error(`templates/letters has no text "${name}"`);
    return sources.map((source) => filled(source, values)).filter((text) => text !== "");
  };
  return Object.assign((name: string, values?: SayValues) => all(name, values).join("\n"), { all });
}

/** Stand round the name of a value while the text is filled: the contract's words are not put into good English. */
const OPEN = "\u{E000}";
const CLOSE = "\u{E001}";
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, "gu");

function filled(source: string, values: SayValues): string {
  const marks = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && value !== "" ? `${OPEN}${name}${CLOSE}` : value,
    ]),
  );
  return fill(source, marks).replaceAll(MARK, (_, name: string) => String(values[name] ?? ""));
}

/** A text of others on one line, without the signs that stand for something while templates are filled. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\u{E000}-\u{E00F}]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
