import { strToU8, type Zippable, zipSync } from "fflate";
import type { TextBlock } from "../../src/model/block.ts";
import type { ReadFile } from "../../src/model/contract.ts";
import { readDocx } from "../../src/read/docx.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(" ");

/** What a small Word file holds: the children of its body, and of the other parts by relationship kind. */
export interface Fixture {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** Parts with ids "header1", "footer1", ... */
  readonly running?: Readonly<Record<string, string>>;
  readonly mainPart?: string;
  readonly extra?: Zippable;
}

const PARTS = ["styles", "numbering", "footnotes", "endnotes", "comments"] as const;
const ROOTS: Readonly<Record<string, string>> = { header: "hdr", footer: "ftr" };

/** Zips a fixture as a package. */
export function makeDocx(fixture: Fixture): Uint8Array {
  const main = fixture.mainPart ?? "word/document.xml";
  const files: Zippable = {};
  const relationships: string[] = [];
  const addPart = (id: string, kind: string, root: string, content: string): void => {
    files[`word/${id}.xml`] = strToU8(`<w:${root} ${NAMESPACES}>${content}</w:${root}>`);
    relationships.push(`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${id}.xml"/>`);
  };
  for (const kind of PARTS) {
    const content = fixture[kind];
    if (content !== undefined) addPart(kind, kind, kind, content);
  }
  for (const [id, content] of Object.entries(fixture.running ?? {})) {
    const kind = id.replace(/\d+$/, "");
    addPart(id, kind, ROOTS[kind] ?? kind, content);
  }
  files[main] = strToU8(`<w:document ${NAMESPACES}><w:body>${fixture.body}</w:body></w:document>`);
  files["_rels/.rels"] = rels([`<Relationship Id="m" Type="${OFFICE}/officeDocument" Target="${main}"/>`]);
  files[main.replace(/([^/]+)$/, "_rels/$1.rels")] = rels(relationships);
  return zipSync({ ...files, ...fixture.extra });
}

function rels(relationships: readonly string[]): Uint8Array {
  const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
  return strToU8(`<Relationships xmlns="${namespace}">${relationships.join("")}</Relationships>`);
}

/** Zips and reads a fixture. */
export function readFixture(fixture: Fixture): Promise<ReadFile> {
  return readDocx(makeDocx(fixture), { name: "contract.docx", sha256: "00" });
}

/** A paragraph of one run; `properties` go into `w:pPr`. */
export function p(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
}

/** A run; `properties` go into `w:rPr`. */
export function r(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A table cell of paragraphs; `properties` go into `w:tcPr`. */
export function cell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;
}

/** A table row. */
export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.join("")}</w:tr>`;
}

/** Everything the blocks say, cells too, one line a text. */
export function allText(blocks: readonly TextBlock[]): string {
  return blocks
    .flatMap((block) => [block.text, ...(block.rows ?? []).flatMap((line) => line.cells.map((part) => part.text))])
    .join("\n");
}
