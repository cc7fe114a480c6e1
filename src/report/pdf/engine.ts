// With pdf-layout.ts the one door to pdfmake and the pdfkit in it: pdfmake lays pages out, pdfkit writes them and their structure.

import type { Readable } from "node:stream";
import roboto from "pdfmake/fonts/Roboto.js";
import pdfDocument from "pdfmake/js/PDFDocument.js";

export interface StructElement {
  readonly dictionary: { readonly data: Record<string, unknown> };
  add(child: unknown): this;
  end(): void;
}

/** What the report uses of pdfkit's document. */
export interface Document extends Readable {
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly dictionary: { data: object };
    readonly fonts: Record<string, unknown>;
  };
  readonly outline: Outline;
  readonly info: Record<string, unknown>;
  _id: Buffer;
  endMetadata(): void;
  provideFont(family: string, bold: boolean, italics: boolean): Font;
  addPage(options: { size: [number, number] }): this;
  end(): void;
  struct(role: string, options?: { alt?: string; scope?: string; title?: string }): StructElement;
  addStructure(element: StructElement): this;
  markStructureContent(role: string): unknown;
  markContent(role: "Artifact", options: { type: string }): this;
  endMarkedContent(): this;
  addNamedDestination(name: string, kind: "XYZ", x: number, y: number, zoom: null): void;
  annotate(x: number, y: number, w: number, h: number, options: object): this;
  fillColor(color: string): this;
  strokeColor(color: string): this;
  lineWidth(width: number): this;
  lineCap(cap: "butt" | "round"): this;
  dash(length: number, options?: { space: number }): this;
  undash(): this;
  addContent(operators: string): this;
  save(): this;
  restore(): this;
  translate(x: number, y: number): this;
  scale(factor: number): this;
  path(d: string): this;
  rect(x: number, y: number, w: number, h: number): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  fill(): this;
  stroke(): this;
}

export interface Outline {
  addItem(title: string, options: Record<string, unknown>): Outline;
}

export interface Font {
  readonly id: string;
  readonly ascender: number;
  readonly scale: number;
  lineHeight(size: number): number;
  encode(text: string): readonly [readonly string[], unknown];
  ref(): unknown;
  readonly font: {
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
    hasGlyphForCodePoint(code: number): boolean;
  };
}

export type New<Args extends unknown[], T> = new (...args: Args) => T;

/** The class that a CommonJS module of pdfmake exports; whether it comes wrapped depends on who loads it. */
export function classOf<Args extends unknown[], T>(module: { readonly default?: unknown }): New<Args, T> {
  return (module.default ?? module) as New<Args, T>;
}

const PdfDocument = classOf<[object, object, object, object, object], Document>(pdfDocument);

/** A document that nobody has written to yet. */
export function newDocument(options: object): Document {
  return new PdfDocument(
    { Roboto: { ...roboto.Roboto } },
    {},
    {},
    {},
    { autoFirstPage: false, font: null, ...options },
  );
}
