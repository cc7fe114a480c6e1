import type { Verdict } from "../../model/review.ts";
import * as page from "../pdf/styles.ts";
import type { Heat } from "../views/heat-map.ts";
import type { Light } from "../views/procurement-view.ts";

// Word writes the colours of the other reports without their sign.
const hex = (color: string) => color.replace("#", "").toUpperCase();

export const INK = hex(page.INK);
export const SOFT = hex(page.SOFT);
export const RULE = hex(page.RULE);
/** Of fields that say nothing. */
export const TINT = "F2F4F6";
export const LINK = hex(page.LINK);
export const verdictInk = (verdict: Verdict) => hex(page.VERDICT_INK[verdict]);
export const barInk = (verdict: Verdict) => hex(page.BAR_INK[verdict]);
export const heatInk = (heat: Heat) => ({ fill: hex(page.HEAT_INK[heat].fill), text: hex(page.HEAT_INK[heat].text) });

export const LIGHT_INK: Readonly<Record<Light, string>> = {
  red: verdictInk("adverse"),
  amber: verdictInk("partial"),
  green: verdictInk("covered"),
  grey: verdictInk("not-applicable"),
};
