// The logical structure of a PDF (ISO 32000-1, 14.7 and 14.8): what each piece of text is.
import type { Document, StructElement } from "./engine.ts";
import type { PdfNode, Rail } from "./node.ts";
import { TEXT_STYLE } from "./styles.ts";

type Look = typeof TEXT_STYLE;

/** A node of the structure; pieces of text carry the one to which they belong. */
export interface Tag {
  readonly role: string;
  readonly alt?: string | undefined;
  readonly scope?: "Row" | "Column" | undefined;
  readonly colSpan?: number | undefined;
  readonly children: Tag[];
  readonly bookmark?: { readonly level: number; readonly title: string } | undefined;
  readonly rail?: Rail | undefined;
  element?: StructElement;
}

/** The structure of these nodes. Marks each piece of text with its tag, for those who draw it. */
export function tagsOf(nodes: readonly PdfNode[]): Tag {
  const root: Tag = { role: "Document", children: [] };
  for (const node of nodes) place(node, root, TEXT_STYLE);
  return root;
}

function place(node: PdfNode, parent: Tag, above: Look): void {
  const look = lookOf(node, above);
  if (node.text) {
    const own = node.role === "" ? parent : tagOf(node, node.role ?? "P", parent);
    node.text = node.text.map((piece) => ({ ...look, ...piece, tag: own }));
    return;
  }
  if (node.table) {
    placeTable(node, node.table, parent, look);
    return;
  }
  const tag = node.role ? tagOf(node, node.role, parent) : parent;
  for (const child of [...(node.stack ?? []), ...(node.columns ?? [])]) place(child, tag, look);
}

/**
 * pdfmake looks every property that a piece lacks up through all that is around it, word by word: half of its time. So each
 * piece gets its whole look here.
 */
function lookOf({ fontSize, color, bold, lineHeight, alignment }: PdfNode, above: Look): Look {
  if (fontSize === undefined && color === undefined && bold === undefined && !lineHeight && !alignment) return above;
  return {
    ...above,
    fontSize: fontSize ?? above.fontSize,
    color: color ?? above.color,
    bold: bold ?? above.bold,
    lineHeight: lineHeight ?? above.lineHeight,
    alignment: alignment ?? above.alignment,
  };
}

function placeTable(node: PdfNode, { headerRows, body }: NonNullable<PdfNode["table"]>, parent: Tag, look: Look): void {
  const tag = tagOf(node, "Table", parent);
  for (const [index, cells] of body.entries()) {
    const row = tagOf({}, "TR", tag);
    for (const cell of cells) {
      if (!cell.text && !cell.stack && !cell.canvas) continue;
      const scope = index < headerRows ? "Column" : cell.scope;
      const own: Tag = { role: scope ? "TH" : "TD", scope, colSpan: cell.colSpan, children: [] };
      row.children.push(own);
      place(cell, own, look);
    }
  }
}

function tagOf(node: PdfNode, role: string, parent: Tag): Tag {
  const { alt, bookmark, rail, text } = node;
  const title =
    text
      ?.map((piece) => piece.text)
      .join("")
      .replaceAll(/\s+/g, " ")
      .trim() ?? "";
  const tag: Tag = {
    role,
    alt,
    rail,
    ...(bookmark === undefined
      ? {}
      : { bookmark: { level: bookmark, title: title.length > 140 ? `${title.slice(0, 139)}…` : title } }),
    children: [],
  };
  parent.children.push(tag);
  return tag;
}

/** Writes the structure into the document; its elements take up content until the document ends. */
export function attach(document: Document, tag: Tag): StructElement {
  const { role, alt, scope, colSpan } = tag;
  const element = document.struct(role, { ...(alt ? { alt } : {}), ...(scope ? { scope } : {}) });
  if (colSpan !== undefined && colSpan > 1) {
    const known = element.dictionary.data.A as object | undefined;
    element.dictionary.data.A = { O: "Table", ...known, ColSpan: colSpan };
  }
  tag.element = element;
  for (const child of tag.children) element.add(attach(document, child));
  return element;
}
