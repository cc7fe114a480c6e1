import type { Letters } from "./font.ts";
import type { Mark, PdfNode } from "./node.ts";
import type { Tag } from "./tags.ts";

/** A word where it comes to stand. */
export interface Inline {
  text: string;
  x: number;
  width: number;
  readonly height: number;
  readonly leadingCut: number;
  readonly trailingCut: number;
  readonly font: Letters;
  readonly fontSize: number;
  readonly color: string;
  readonly alignment: string;
  readonly characterSpacing: number;
  readonly noWrap: boolean;
  /** True where no line may end between it and the next. */
  noNewLine: boolean;
  lineEnd: boolean;
  readonly tag: Tag | undefined;
  readonly to: string | undefined;
  readonly mark: Mark | undefined;
  /** pdfmake's own: the node whose page number stands here. */
  readonly _pageRef: object | undefined;
  readonly _pageNodeRef: { readonly positions?: readonly { readonly pageNumber: number }[] } | undefined;
}

export interface Line {
  readonly x: number;
  readonly y: number;
  readonly id?: string;
  readonly inlines: Inline[];
  addInline(inline: Inline): void;
  getHeight(): number;
  getAscenderHeight(): number;
}

/** An area or a line of a table or a canvas. */
export interface Vector {
  readonly type: "rect" | "line";
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly color?: string;
  readonly lineColor?: string;
  readonly lineWidth?: number;
}

export interface Page {
  readonly items: readonly (
    | { readonly type: "line"; readonly item: Line }
    | { readonly type: "vector"; readonly item: Vector }
  )[];
  readonly pageSize: { readonly width: number; readonly height: number };
}

export type Running = (page: number, pages: number) => PdfNode;
