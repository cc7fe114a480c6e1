// Which HTML elements a reader of the page sees, and how they are set.
import type { HtmlElement } from "./html-parse.ts";

const NEVER_TEXT = new Set(
  "script style template head svg math iframe object embed audio video canvas map input select option textarea img picture meta link title noframes".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body center details dd dialog div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main ol optgroup p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);

/** "none": holds no text for a reader. "hidden": holds text that the page does not show, or navigation. */
export function visibility(element: HtmlElement): "shown" | "hidden" | "none" {
  if (NEVER_TEXT.has(element.tag)) return "none";
  if (element.tag === "nav" || element.tag === "noscript") return "hidden";
  if (element.attributes.has("hidden")) return "hidden";
  const style = styleOf(element);
  if (/(^|;)display:none|(^|;)visibility:hidden|(^|;)font-size:0(px|pt|em|;|$)/.test(style)) return "hidden";
  return "shown";
}

/** True for elements that start a new line (WHATWG HTML 15.3, "display: block" and its kin). */
export function isBlockTag(tag: string): boolean {
  return BLOCKS.has(tag);
}

/** True where the element sets its text bold or underlined. */
export function isStrong(element: HtmlElement): boolean {
  if (["b", "strong", "u"].includes(element.tag)) return true;
  return /(^|;)font-weight:(bold|bolder|[6-9]00)|(^|;)text-decoration(-line)?:underline/.test(styleOf(element));
}

/** The style attribute, lower case, without white space. */
export function styleOf(element: HtmlElement): string {
  return (element.attributes.get("style") ?? "").toLowerCase().replace(/\s+/g, "");
}
