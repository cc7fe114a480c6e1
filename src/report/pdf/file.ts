import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { printable } from "../printable.ts";
import { drawPages } from "./draw.ts";
import { type Document, newDocument } from "./engine.ts";
import { type Letters, lettersOf } from "./font.ts";
import { layOut } from "./layout.ts";
import type { PdfNode } from "./node.ts";
import type { Page, Running } from "./page.ts";
import { SHEET, TEXT_STYLE } from "./styles.ts";
import { attach, type Tag, tagsOf } from "./tags.ts";

/** A PDF carries a date of its own; the same review must give the same bytes. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));
/** Letters of a title in the window of a reader. */
const TITLE = 250;
const ALL_STYLES = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

export interface PdfPages {
  readonly pages: readonly Page[];
  readonly tags: Tag;
}

/**
 * A tagged PDF 1.7 (A4, English, embedded fonts) with bookmarks. The id of the file follows from `seed`; the same content
 * gives the same bytes. What it is made of may be laid out several times to try what fits, and is written once.
 */
export class PdfFile {
  readonly #document: Document;
  readonly #fonts: readonly Letters[];

  constructor(title: string, subject: string, seed: string) {
    const plain = printable(title).replaceAll(/\s+/g, " ").slice(0, TITLE);
    const info = { Title: plain.toWellFormed(), Subject: subject, Creator: "clausecheck", Producer: "pdfmake" };
    this.#document = newDocument({
      pdfVersion: "1.7",
      lang: "en-GB",
      tagged: true,
      displayTitle: true,
      info: { ...info, CreationDate: NO_DATE, ModDate: NO_DATE },
    });
    escapeMetadata(this.#document);
    this.#document._id = createHash("md5").update(seed).digest();
    this.#fonts = ALL_STYLES.map(([bold, italics]) => lettersOf(this.#document, bold, italics));
  }

  /** True where every style of the font has a shape for the character. */
  shows(character: string): boolean {
    return this.#fonts.every((font) => font.shows(character.codePointAt(0) ?? 0));
  }

  /** Where everything comes to stand. The nodes serve once. */
  layOut(content: readonly PdfNode[], running: { readonly head?: Running; readonly foot: Running }): PdfPages {
    const tags = tagsOf(content);
    const { head, foot } = running;
    const dressed = { ...(head ? { head: dressedOnly(head) } : {}), foot: dressedOnly(foot) };
    const fontOf = (bold: boolean, italics: boolean) => this.#fonts[Number(bold) + 2 * Number(italics)] as Letters;
    return { tags, pages: layOut(this.#document, fontOf, content, TEXT_STYLE, SHEET, dressed) };
  }

  /** Draws the pages and ends the file. */
  async write({ pages, tags }: PdfPages): Promise<Uint8Array> {
    this.#document.addStructure(attach(this.#document, tags));
    drawPages(this.#document, pages);
    this.#document.end();
    return new Uint8Array(await buffer(this.#document));
  }
}

/** Running heads get their look, but no place in the structure. */
function dressedOnly(running: Running): Running {
  return (page, pages) => {
    const node = running(page, pages);
    tagsOf([node]);
    return node;
  };
}

/** pdfkit puts the title into its XML metadata as it is, after it has written the one that readers show. */
function escapeMetadata(document: Document): void {
  const write = document.endMetadata;
  document.endMetadata = () => {
    const { Title } = document.info;
    document.info.Title = String(Title).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    write.call(document);
  };
}
