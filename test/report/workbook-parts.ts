import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** The parts of an XLSX package by path, each well-formed XML. */
export function partsOf(bytes: Uint8Array): Map<string, Element> {
  const parts = new Map<string, Element>();
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const stop = (level: string, message: string) => {
      if (level !== "warning") throw new Error(`${path}: ${message}`);
    };
    const root = new DOMParser({ onError: stop }).parseFromString(strFromU8(content), "text/xml").documentElement;
    if (!root) throw new Error(`${path} is empty`);
    parts.set(path, root);
  }
  return parts;
}

export function children(element: Element | undefined): Element[] {
  return [...(element?.childNodes ?? [])].filter((node): node is Element => node.nodeType === 1);
}

export function all(root: Element | undefined, name: string): Element[] {
  return [...(root?.getElementsByTagName(name) ?? [])];
}

export function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? "";
}

/** The children of a worksheet in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
export const WORKSHEET_ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
];
