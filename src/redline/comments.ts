import type { RedlineNote } from "../model/redline.ts";
import { escapeXml, parseSource } from "../ooxml/xml-source.ts";
import { type Marker, runContent } from "./marks.ts";

/** Word comments as they gather (ECMA-376 17.13.4). */
export interface CommentBook {
  /** Adds one with all notes on the same words: the marks that open and close its range, and the run that refers to it. */
  readonly add: (notes: readonly RedlineNote[]) => { open: string; close: string; reference: string };
  readonly count: () => number;
  /** The comments part with the new ones behind those it had. */
  readonly part: () => string;
}

/** `existing`: the part as it is, undefined where there is none; `namespace`: that of the document. */
export function startComments(existing: string | undefined, namespace: string, marker: Marker): CommentBook {
  const added: string[] = [];
  let last = Math.max(
    -1,
    ...[...(existing ?? "").matchAll(/<w:comment\b[^>]*?\bw:id="(\d{1,9})"/g)].map(([, id]) => Number(id)),
  );
  return {
    count: () => added.length,
    add: (notes) => {
      if (notes.length === 0) return { open: "", close: "", reference: "" };
      const id = ++last;
      added.push(commentXml(id, notes, marker));
      return {
        open: `<w:commentRangeStart w:id="${id}"/>`,
        close: `<w:commentRangeEnd w:id="${id}"/>`,
        reference: `<w:r><w:commentReference w:id="${id}"/></w:r>`,
      };
    },
    part: () => {
      if (existing === undefined)
        return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${escapeXml(namespace)}">${added.join("")}</w:comments>`;
      const root = parseSource(existing);
      if (root.contentStart === root.end)
        return `${existing.slice(0, root.contentStart - 2)}>${added.join("")}</${root.name}>${existing.slice(root.end)}`;
      return existing.slice(0, root.contentEnd) + added.join("") + existing.slice(root.contentEnd);
    },
  };
}

function commentXml(id: number, notes: readonly RedlineNote[], { author, date }: Marker): string {
  const paragraphs = notes.flatMap(({ lines: [first = "", ...others] }, i) => [
    `<w:p>${i === 0 ? "<w:r><w:annotationRef/></w:r>" : ""}<w:r><w:rPr><w:b/></w:rPr>${runContent(first)}</w:r></w:p>`,
    ...others.map((line) => `<w:p><w:r>${runContent(line)}</w:r></w:p>`),
  ]);
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${date}" w:initials="${escapeXml(initials(author))}">${paragraphs.join("")}</w:comment>`;
}

function initials(author: string): string {
  const letters = author.split(/\s+/).map((word) => word.charAt(0).toUpperCase());
  return letters.length > 1 ? letters.slice(0, 3).join("") : author.slice(0, 2).toUpperCase();
}
