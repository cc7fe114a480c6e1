import type { Verdict } from "../../model/review.ts";
import type { Heat } from "../views/heat-map.ts";

// The colours of the HTML report, dark enough for text on white (contrast 4.5 and more).
export const INK = "#16191d";
export const SOFT = "#4d545c";
export const RULE = "#c6ccd1";
export const LINK = "#1b4b8a";

export const VERDICT_INK: Readonly<Record<Verdict, string>> = {
  adverse: "#96191b",
  missing: "#9c3d12",
  partial: "#755300",
  undecided: "#555b62",
  covered: "#1d5f4c",
  "not-applicable": "#5a6067",
};

/** Areas of a bar: in grey print each has a pattern of its own besides its tone. */
export const BAR_INK: Readonly<Record<Verdict, string>> = {
  adverse: "#96191b",
  missing: "#d0713f",
  partial: "#e2b852",
  undecided: "#d3d8dc",
  covered: "#a5cabb",
  "not-applicable": "#ffffff",
};

/** Light to dark, so that grey print keeps the order; text on them stays legible. */
export const HEAT_INK: Readonly<Record<Heat, { readonly fill: string; readonly text: string }>> = {
  0: { fill: "#ffffff", text: INK },
  1: { fill: "#f7ead0", text: INK },
  2: { fill: "#eecb93", text: INK },
  3: { fill: "#d88a4f", text: INK },
  4: { fill: "#96191b", text: "#ffffff" },
};

export const SIZE = { text: 9, small: 7.9, tiny: 7.2 };

/** A4, in points; left, top, right, bottom. */
export const SHEET = { width: 595.28, height: 841.89, margins: [56, 58, 56, 54] } as const;

/** Every property of text that pdfmake asks for; "" and 0 stand for "none". */
export const TEXT_STYLE = {
  font: "Roboto",
  fontSize: SIZE.text,
  lineHeight: 1.13,
  color: INK,
  bold: false,
  italics: false,
  alignment: "left" as "left" | "right" | "center",
  fontFeatures: "",
  characterSpacing: 0,
  decoration: "",
  decorationColor: "",
  decorationStyle: "",
  decorationThickness: 0,
  background: "",
  link: "",
  linkToPage: 0,
  linkToDestination: "",
  noWrap: false,
  opacity: 1,
  sup: false,
  sub: false,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
  wordBreak: "normal",
};
