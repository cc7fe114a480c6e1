import type { Inline } from "../model/pack-view.ts";

/** What stands for a reference in drafted text until the clauses have their numbers. */
const OPEN = "\u{E000}";
const CLOSE = "\u{E001}";
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, "gu");

/** The mark of a reference to an anchor. */
export function markOf(anchor: string): string {
  return `${OPEN}${anchor}${CLOSE}`;
}

/** Anchors that a text refers to. */
export function anchorsIn(text: string): string[] {
  return [...text.matchAll(MARK)].map(([, anchor = ""]) => anchor);
}

/** The text with its references in words: as `nameOf` names an anchor, which it must know. */
export function resolve(text: string, nameOf: (anchor: string) => string | undefined): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, anchor = ""] = match;
    const name = nameOf(anchor);
    if (name === undefined) throw new Error(`a template refers to ${anchor}, which the pack does not have`);
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: name, ref: anchor });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The words alone. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join("");
}
