// The numbers a browser prints before list items.
import type { HtmlElement } from "./html-parse.ts";
import { styleOf } from "./html-visible.ts";
import { roman } from "./roman.ts";

/** Labels of the direct `li` children, in order; undefined for bullets (WHATWG HTML 4.4.5, "ordinal value"). */
export function listLabels(list: HtmlElement): Map<HtmlElement, string | undefined> {
  const items = list.children.filter((child): child is HtmlElement => child.type === "element" && child.tag === "li");
  const labels = new Map<HtmlElement, string | undefined>();
  const down = list.attributes.has("reversed");
  let next = wholeNumber(list.attributes.get("start")) ?? (down ? items.length : 1);
  for (const item of items) {
    const ordinal = wholeNumber(item.attributes.get("value")) ?? next;
    const style = markStyle(item) ?? markStyle(list) ?? (list.tag === "ol" ? "decimal" : "bullet");
    labels.set(item, formatOrdinal(ordinal, style));
    next = ordinal + (down ? -1 : 1);
  }
  return labels;
}

function markStyle(element: HtmlElement): string | undefined {
  const named = /(^|;)list-style(?:-type)?:([^;]*)/.exec(styleOf(element))?.[2];
  if (named !== undefined) return named;
  const type = element.attributes.get("type");
  if (type === "1") return "decimal";
  if (type === "a") return "lower-alpha";
  if (type === "A") return "upper-alpha";
  if (type === "i") return "lower-roman";
  if (type === "I") return "upper-roman";
  return undefined;
}

function formatOrdinal(ordinal: number, style: string): string | undefined {
  if (style.includes("lower-alpha") || style.includes("lower-latin")) return `${letters(ordinal).toLowerCase()}.`;
  if (style.includes("upper-alpha") || style.includes("upper-latin")) return `${letters(ordinal)}.`;
  if (style.includes("lower-roman")) return `${romanOrFigure(ordinal).toLowerCase()}.`;
  if (style.includes("upper-roman")) return `${romanOrFigure(ordinal)}.`;
  return style.includes("decimal") ? `${ordinal}.` : undefined;
}

function letters(ordinal: number): string {
  if (ordinal < 1) return String(ordinal);
  let rest = ordinal;
  let word = "";
  while (rest > 0) {
    rest -= 1;
    word = String.fromCharCode(65 + (rest % 26)) + word;
    rest = Math.floor(rest / 26);
  }
  return word;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d{1,9}/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** Roman numerals end at 3999; programs show figures beyond. */
function romanOrFigure(ordinal: number): string {
  return ordinal < 1 || ordinal > 3999 ? String(ordinal) : roman(ordinal);
}
