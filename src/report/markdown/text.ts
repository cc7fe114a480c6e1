import { printable } from "../printable.ts";

/**
 * A text of any origin as one line of GitHub Flavored Markdown that shows it and nothing else: no emphasis, link, image, HTML,
 * table, heading, list, footnote or formula comes of it, and no address becomes a link.
 */
export function plain(text: string): string {
  return (
    printable(text)
      .replaceAll(/\s+/g, " ")
      .trim()
      .replaceAll(/[\\`*_[\]<>|#~&$]/g, (sign) => `\\${sign}`)
      .replaceAll(/(https?|ftp|mailto|xmpp):/gi, "$1\\:")
      .replaceAll(/(www)\./gi, "$1\\.")
      // GitHub looks for addresses when escapes are already gone: a word joiner, which shows as nothing, parts them.
      .replaceAll(/@(?=\S)/g, "@\u2060")
      .replace(/^([-+=:])/, "\\$1")
      .replace(/^(\d+)([.)])/, "$1\\$2")
  );
}

/** A table; `right` has the columns whose numbers line up at the right. Cells are Markdown already. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, i) => (right.includes(i) ? "---:" : "---"))), ...rows.map(line)].join("\n");
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** "1. ", "2. ", …; the paragraphs of an item stand below each other. */
export function numberedList(items: readonly (readonly string[])[]): string {
  return items.map((paragraphs, i) => `${i + 1}. ${paragraphs.join("\n\n   ")}`).join("\n");
}

/** Paragraphs as a block quote. */
export function blockQuote(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `> ${paragraph}`).join("\n>\n");
}

/** Blocks with a blank line between them; empty ones are left out. */
export function blocks(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
