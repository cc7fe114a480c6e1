import type { ElementChange, FindingChange, NumberChange } from "../../model/comparison.ts";
import type { Evidence } from "../../model/review.ts";
import { clauseWords, quantityWords, sentenceCase } from "./words.ts";

/** One thing that a finding lost or gained. */
export interface ChangePoint {
  readonly sign: "loss" | "gain";
  readonly isLoss: boolean;
  readonly said: string;
  readonly quotes: readonly PointQuote[];
}

interface PointQuote {
  readonly version: "Old" | "New";
  readonly place: string;
  readonly text: string;
}

/** Quotes shown of each version; the JSON has them all. */
const SHOWN = 2;
const ELEMENT_WORDS: Readonly<Record<ElementChange["change"], string>> = {
  lost: "No longer said",
  weakened: "Said in weaker words",
  strengthened: "Said in stronger words",
  gained: "Now said",
};

/** What was lost first, then what was gained; a quote that several points rest on is shown with the first. */
export function changePoints({ elements, numbers, wording }: FindingChange): ChangePoint[] {
  const points: Omit<ChangePoint, "isLoss">[] = [
    ...elements.map(
      ({ text, change, old, new: now }): Omit<ChangePoint, "isLoss"> => ({
        sign: change === "lost" || change === "weakened" ? "loss" : "gain",
        said: `${ELEMENT_WORDS[change]}: ${text}`,
        quotes: quotesOf(change === "gained" ? [] : old, change === "lost" ? [] : now),
      }),
    ),
    ...numbers.map(
      (number): Omit<ChangePoint, "isLoss"> => ({
        sign: number.lost ? "loss" : "gain",
        said: numberWords(number),
        quotes: quotesOf(number.oldEvidence, number.newEvidence),
      }),
    ),
    ...wording.map(({ in: side, evidence }): Omit<ChangePoint, "isLoss"> => {
      const kind = evidence.supports === "adverse" ? "wording that works against you" : "weak wording";
      const because = evidence.because === undefined ? "" : `: ${evidence.because}`;
      return {
        sign: side === "new" ? "loss" : "gain",
        said: `${side === "new" ? "New" : "Gone"}, ${kind}${because}`,
        quotes: side === "new" ? quotesOf([], [evidence]) : quotesOf([evidence], []),
      };
    }),
  ];
  const shown = new Set<string>();
  const isNew = (quote: PointQuote) => shown.size < shown.add(JSON.stringify(quote)).size;
  return [true, false].flatMap((isLoss) =>
    joined(points)
      .filter(({ sign }) => (sign === "loss") === isLoss)
      .map((point) => ({ ...point, quotes: point.quotes.filter(isNew), isLoss })),
  );
}

/** What is said twice is said once, with the quotes of both. */
function joined(points: readonly Omit<ChangePoint, "isLoss">[]): Omit<ChangePoint, "isLoss">[] {
  return [...Map.groupBy(points, ({ said }) => said).values()].flatMap((same) => {
    const [first] = same;
    const quotes = [
      ...new Map(same.flatMap((point) => point.quotes).map((quote) => [JSON.stringify(quote), quote])).values(),
    ];
    return first ? [{ ...first, quotes }] : [];
  });
}

/** "Breach notice: 24 hours, now 72 hours; limit 48 hours". */
function numberWords({ metric, unit, limit, old, new: now }: NumberChange): string {
  const words = (value: number) =>
    quantityWords({ metric, unit, value, limit: value, preferred: limit, standing: "within", evidence: [] });
  const { subject } = words(limit);
  const before = old === undefined ? "no number" : words(old).found;
  const after = now === undefined ? "no number" : words(now).found;
  return `${subject}: ${before}, now ${after}; limit ${words(limit).found}`;
}

function quotesOf(old: readonly Evidence[], now: readonly Evidence[]): PointQuote[] {
  const of = (version: PointQuote["version"], evidence: readonly Evidence[]) =>
    evidence.slice(0, SHOWN).map((each) => ({
      version,
      place: sentenceCase(clauseWords(each)),
      text: each.shown ?? each.quote,
    }));
  return [...of("Old", old), ...of("New", now)];
}
