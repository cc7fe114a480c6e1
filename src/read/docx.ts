import type { TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type DocxPackage, openDocx } from "../ooxml/docx-package.ts";
import { child, childrenNamed, type XmlElement } from "../ooxml/docx-xml.ts";
import { buildBlocks } from "./docx-blocks.ts";
import { reportReading } from "./docx-diagnostics.ts";
import { flattenStory } from "./docx-flatten.ts";
import { readWithMammoth } from "./docx-mammoth.ts";
import { readNumbering } from "./docx-numbering.ts";
import { type DocxReading, startStory, type Tally } from "./docx-story.ts";
import { readStyles } from "./docx-styles.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Reads a Word file with its automatic numbers, tracked changes accepted. Notes and text boxes follow the block that
 * refers to them, running headers and footers come last, once for each text. Pages are left out: only Word knows them.
 * Throws ContractCheckError "unreadable-file", "password-protected" or "empty-file"; a clean file has no diagnostics.
 */
export async function readDocx(
  bytes: Uint8Array,
  options: { readonly name: string; readonly sha256: string },
): Promise<ReadFile> {
  try {
    const read = await readPackage(openDocx(bytes, options.name), options.name);
    return { ...options, mediaType: MEDIA_TYPE, ...read, unreadPages: [] };
  } catch (error) {
    if (error instanceof ContractCheckError) throw error;
    const message = `${options.name}: is damaged and could not be read; open it in Word, save it again and send the new file.`;
    throw new ContractCheckError("unreadable-file", message, { cause: error });
  }
}

async function readPackage(source: DocxPackage, name: string): Promise<Pick<ReadFile, "blocks" | "diagnostics">> {
  let flat = flattenDocument(source, true);
  if (flat.reading.tally.brokenFields > 0) flat = flattenDocument(source, false);
  const { facts, tally } = flat.reading;
  const { blocks: nodes, ignored } = await readWithMammoth(flat.body);
  const blocks = buildBlocks(nodes, facts);
  const seen = new Set<string>();
  for (const part of flat.running) {
    const running = buildBlocks((await readWithMammoth(part)).blocks, facts);
    const text = JSON.stringify(running.map((block) => [block.text, block.rows]));
    if (!seen.has(text)) blocks.push(...running);
    seen.add(text);
  }
  const diagnostics = reportReading(name, tally, {
    comments: childrenNamed(source.related("comments"), "w:comment").length,
    diagrams: source.count("chart") + source.count("diagramData"),
    damagedParts: source.damagedParts,
    ignored,
    words: countWords(blocks),
  });
  return { blocks, diagnostics };
}

interface FlatDocument {
  readonly body: string;
  /** Headers, then footers. */
  readonly running: readonly string[];
  readonly reading: DocxReading;
}

function flattenDocument(source: DocxPackage, trustFields: boolean): FlatDocument {
  const styles = readStyles(source.related("styles"));
  const numbering = readNumbering(source.related("numbering"), styles);
  const reading: DocxReading = {
    styles,
    numbering,
    notes: readNotes(source),
    facts: [],
    tally: newTally(),
    trustFields,
  };
  const story = startStory(reading, "body");
  const body = flattenStory(child(source.document, "w:body")?.children ?? [], reading, story);
  const running: string[] = [];
  for (const kind of ["header", "footer"] as const) {
    const ids = story.references.flatMap((section) =>
      childrenNamed(section, `w:${kind}Reference`).map((reference) => reference.attributes["r:id"] ?? ""),
    );
    for (const id of new Set(ids)) {
      const part = source.byId(id);
      if (part) running.push(flattenStory(part.children, reading, startStory(reading, kind)));
    }
  }
  return { body, running, reading };
}

function readNotes(source: DocxPackage): Map<string, XmlElement> {
  const notes = new Map<string, XmlElement>();
  for (const kind of ["footnote", "endnote"]) {
    for (const note of childrenNamed(source.related(`${kind}s`), `w:${kind}`)) {
      // Separators and their like carry a type; a note of the author carries none or "normal" (ECMA-376 17.18.33).
      if ((note.attributes["w:type"] ?? "normal") === "normal")
        notes.set(`${kind} ${note.attributes["w:id"] ?? ""}`, note);
    }
  }
  return notes;
}

function newTally(): Tally {
  return { insertions: 0, deletions: 0, hidden: 0, images: 0, embedded: 0, importedParts: 0, brokenFields: 0 };
}

function countWords(blocks: readonly TextBlock[]): number {
  let words = 0;
  for (const block of blocks) {
    const cells = (block.rows ?? []).flatMap((row) => row.cells.map((cell) => cell.text));
    for (const text of [block.text, ...cells]) words += text.split(/\s+/).filter((word) => word !== "").length;
  }
  return words;
}
