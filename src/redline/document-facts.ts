import { openDocx } from "../ooxml/docx-package.ts";
import { child, decodeXml } from "../ooxml/docx-xml.ts";
import { childOf, parseSource } from "../ooxml/xml-source.ts";
import { readParagraphs } from "./paragraphs.ts";

/** What to know of a Word file before it is changed. */
export interface DocumentFacts {
  /** True where Word restricts who may edit it and how (ECMA-376 17.15.1.29). */
  readonly isProtected: boolean;
  /** True where most of its words stand in tables: behind those is no place for a clause. */
  readonly isInTables: boolean;
}

/** Share of the words from which a contract stands in its tables: a title or a page number may stand outside. */
const MOST = 0.9;

/** Throws ContractCheckError "unreadable-file" for a file that is no Word document. */
export function documentFacts(bytes: Uint8Array, name: string): DocumentFacts {
  const source = openDocx(bytes, name);
  const protection = child(source.related("settings"), "w:documentProtection");
  const main = source.read(source.main);
  const document = main ? decodeXml(main) : "";
  const body = childOf(parseSource(document), "w:body");
  const paragraphs = body ? readParagraphs(document, body) : [];
  const length = (own: typeof paragraphs) => own.reduce((sum, { text }) => sum + text.trim().length, 0);
  const inTables = paragraphs.filter(({ element }) => {
    for (let at = element.parent; at; at = at.parent) if (at.name === "w:tbl") return true;
    return false;
  });
  const attributes = protection?.attributes ?? {};
  const isEnforced = ["1", "true", "on"].includes(attributes["w:enforcement"] ?? "");
  return { isProtected: isEnforced, isInTables: length(inTables) > MOST * length(paragraphs) };
}
