// The sample contracts' sources. In: a Markdown-like text with explicit clause numbers. Out: its parts, numbers checked.
// Never: layout, or text that the source does not hold.

import { parse as parseYaml } from "yaml";
import { checkNumbers } from "./numbers.ts";

/** What the head of a source file says about the document to be made of it. */
export interface Head {
  /** File to write, relative to the sample's folder; its ending (.pdf or .docx) chooses the format. */
  readonly output: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly reference: string;
  /** Day of the document, ISO 8601; also the creation date in the file, so that a rerun gives the same bytes. */
  readonly date: string;
  /** True for a cover page and a table of contents before the body. */
  readonly cover: boolean;
  /** Lines on the cover page between the title and the foot. */
  readonly coverLines: readonly string[];
  readonly font: "Times" | "Helvetica";
  readonly footer: string;
  /** DOCX only: whether the numbers hang on the paragraphs or on their styles, as law firms' templates do. */
  readonly numbering: "direct" | "style";
}

export type Part =
  | { readonly kind: "clause"; readonly level: 1 | 2 | 3 | 4; readonly number: string; readonly text: string }
  | { readonly kind: "recital"; readonly number: string; readonly text: string }
  | { readonly kind: "heading" | "subheading" | "text" | "definition" | "bullet" | "signature"; readonly text: string }
  | { readonly kind: "table"; readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "page-break" };

export interface Source {
  readonly head: Head;
  readonly parts: readonly Part[];
}

const DEFAULTS = { cover: false, coverLines: [], font: "Times", numbering: "direct" };

const CLAUSE = /^(\d+\.|\d+\.\d+|\([a-z]+\)) (.*)$/;

/**
 * Reads one source file. One line is one paragraph. Throws an Error naming the line where a clause number is not the
 * one that automatic numbering would give, because then PDF, DOCX and cross references would disagree.
 */
export function parseSource(text: string, name: string): Source {
  const [, yaml = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const head = { ...DEFAULTS, ...(parseYaml(yaml) as Head) };
  if (!head.output || !head.title) throw new Error(`${name}: the head needs at least output and title`);
  const parts = readParts(body.split("\n"));
  checkNumbers(parts, name);
  return { head, parts };
}

function readParts(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let widths: number[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (line.startsWith("|:")) widths = line.slice(2).split(",").map(Number);
    else if (line.startsWith("|")) {
      const cells = line
        .replace(/^\||\|\s*$/g, "")
        .split("|")
        .map((cell) => cell.trim());
      if (widths.length > 0) parts.push({ kind: "table", widths, rows: [cells] });
      else if (last?.kind === "table") parts.splice(-1, 1, { ...last, rows: [...last.rows, cells] });
      widths = [];
    } else if (line.trim() !== "") parts.push(readParagraph(line, last));
  }
  return parts;
}

function readParagraph(line: string, before: Part | undefined): Part {
  const [, number, text] = CLAUSE.exec(line) ?? [];
  if (number !== undefined && text !== undefined)
    return { kind: "clause", level: levelOf(number, before), number, text };
  const [, recital, recitalText = ""] = /^(\([A-Z1-9]\)) (.*)$/.exec(line) ?? [];
  if (recital !== undefined) return { kind: "recital", number: recital, text: recitalText };
  if (line === "---page---") return { kind: "page-break" };
  const [, mark = "", rest = line] = /^(# |## |- |: |::: signature )(.*)$/.exec(line) ?? [];
  return { kind: KINDS[mark] ?? "text", text: rest };
}

/** "(i)" is a roman number below a sub-paragraph that ends with a colon, and in the list that it opens; else a letter. */
function levelOf(number: string, before: Part | undefined): 1 | 2 | 3 | 4 {
  if (!number.startsWith("(")) return number.endsWith(".") ? 1 : 2;
  if (before?.kind !== "clause" || !/^\([ivxl]+\)$/.test(number)) return 3;
  return before.level === 4 || (before.level === 3 && before.text.endsWith(":")) ? 4 : 3;
}

const KINDS: Record<string, "heading" | "subheading" | "bullet" | "definition" | "signature"> = {
  "# ": "heading",
  "## ": "subheading",
  "- ": "bullet",
  ": ": "definition",
  "::: signature ": "signature",
};

/** A run of a paragraph, bold where the source wrote it between double asterisks. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

export function runsOf(text: string): Run[] {
  return text
    .split("**")
    .map((piece, index) => ({ text: piece, bold: index % 2 === 1 }))
    .filter((run) => run.text !== "");
}
