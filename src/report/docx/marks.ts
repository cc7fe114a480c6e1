import type { Verdict } from "../../model/review.ts";
import type { FindingView } from "../views/finding-view.ts";
import type { Light } from "../views/procurement-view.ts";
import { LIGHT_INK, verdictInk } from "./ink.ts";
import { bold, run, type Xml } from "./xml.ts";

type State = FindingView["elements"][number]["state"];

/** Shapes that differ without colour. */
const VERDICT_SHAPES: Readonly<Record<Verdict, string>> = {
  adverse: "▲",
  missing: "☒",
  partial: "◐",
  undecided: "?",
  covered: "✓",
  "not-applicable": "–",
};
const LIGHT_SHAPES: Readonly<Record<Light, string>> = { red: "■", amber: "◆", green: "●", grey: "○" };
const STATES: Readonly<Record<State, { readonly shape: string; readonly verdict: Verdict }>> = {
  met: { shape: "✓", verdict: "covered" },
  weak: { shape: "≈", verdict: "partial" },
  unmet: { shape: "✗", verdict: "missing" },
  open: { shape: "?", verdict: "undecided" },
};

/** A shape alone, in a font that has it. */
export function shape(sign: string, color: string, size?: number): Xml {
  return run(sign, { style: "Mark", color, ...(size ? { size } : {}) });
}

export function verdictShape(verdict: Verdict, color = verdictInk(verdict)): Xml {
  return shape(VERDICT_SHAPES[verdict], color);
}

/** Shape and word: "▲ Adverse". */
export function verdictMark(verdict: Verdict, word: string): Xml {
  return `${verdictShape(verdict)}${bold(`\u00a0${word}`, verdictInk(verdict))}`;
}

/** "✗ not met". */
export function stateMark(state: State, word: string): Xml {
  const { shape: sign, verdict } = STATES[state];
  return `${shape(sign, verdictInk(verdict))}${bold(`\u00a0${word}`, verdictInk(verdict))}`;
}

/** "■ Raise before signing". */
export function lightMark(light: Light, word: string, size?: number): Xml {
  const look = { bold: true, color: LIGHT_INK[light], ...(size ? { size } : {}) };
  return `${shape(LIGHT_SHAPES[light], LIGHT_INK[light], size)}${run(`\u00a0${word}`, look)}`;
}
