import type { Verdict } from "../../model/review.ts";
import type { FindingView } from "../views/finding-view.ts";
import type { QuoteView } from "../views/quote-views.ts";
import { blockQuote, bullets, plain, table } from "./text.ts";

/** A shape for each verdict, beside its word. */
const MARKS: Readonly<Record<Verdict, string>> = {
  adverse: "▲",
  missing: "☒",
  partial: "◐",
  undecided: "?",
  covered: "✓",
  "not-applicable": "–",
};

/** Shape and word: "▲ Adverse". */
export function markedVerdict(verdict: Verdict, word: string): string {
  return `${MARKS[verdict]} ${word}`;
}

/** An open finding in full, under a heading of its own. */
export function findingBlocks(finding: FindingView): string[] {
  const { verdict, verdictWord, severityWord, area, confidence } = finding;
  return [
    `#### ${finding.number}. ${plain(finding.title)}`,
    `**${markedVerdict(verdict, verdictWord)}** · ${severityWord} · ${area} · confidence ${confidence}`,
    plain(finding.explanation),
    plain(finding.why),
    deviationLine(finding),
    ...elementBlocks(finding),
    ...labelled(
      "Numbers",
      finding.quantities.map(
        ({ subject, found, limit, word }) =>
          `${plain(subject)}: the contract says **${plain(found)}**; the playbook asks for ${plain(limit)} (${word})`,
      ),
    ),
    ...(finding.quotes.length === 0 ? [] : ["**The contract's words**", ...finding.quotes.map(quoteBlock)]),
    positionLine(finding),
    ...labelled(
      "Weaker than your policy",
      finding.ownPolicy.map(({ said, quote, place }) => `${plain(said)}. “${plain(quote)}” (${plain(place)})`),
    ),
    ...searchedBlocks(finding),
    ...labelled("The law and standards", finding.citations.map(plain)),
    ...(finding.suggestion.length === 0 ? [] : ["**Suggested clause**", ...finding.suggestion.map(plain)]),
  ];
}

/** Who accepted it, until when and why; "" where nobody did. */
export function deviationLine({ deviation }: FindingView): string {
  if (!deviation) return "";
  const { word, holds, by, accepted, because } = deviation;
  return `${holds ? "◇" : "◈"} **${word}**, by ${plain(by)} on ${accepted}: ${plain(because)}`;
}

/** A finding that is in order or does not apply, in one line. */
export function findingLine(finding: FindingView): string {
  const { verdict, number, title, places, explanation, confidence } = finding;
  const said = verdict === "covered" ? `${plain(places.join("; "))} (confidence ${confidence})` : plain(explanation);
  const accepted = deviationLine(finding);
  return `${MARKS[verdict]} ${number}. ${plain(title)}: ${said}${accepted === "" ? "" : `. ${accepted}`}`;
}

function elementBlocks({ elements }: FindingView): string[] {
  if (elements.length === 0) return [];
  return [
    "**What it must say**",
    table(
      ["", "Element", "Standing", "Where"],
      elements.map(({ letter, text, word, mandatory, beyondStatute, places, more }) => [
        `(${letter})`,
        plain(text),
        `**${word}**, ${mandatory ? "mandatory" : "optional"}${beyondStatute ? ", beyond the statute" : ""}`,
        [plain([...new Set(places.map(({ label }) => label))].join("; ")), more === 0 ? "" : `and ${more} more`]
          .join(" ")
          .trim(),
      ]),
    ),
  ];
}

function quoteBlock(quote: QuoteView): string {
  const { kindWord, because, letters } = quote;
  const kind = kindWord === "" ? "" : ` · **${kindWord}**${because === "" ? "" : `: ${plain(because)}`}`;
  const shows = letters.length === 0 ? "" : ` · shows ${letters.map((letter) => `(${letter})`).join(", ")}`;
  return blockQuote([plain(quote.text), `${placeWords(quote)}${kind}${shows}`]);
}

/** "Clause 14.2(a), Personal data breach, hosting.pdf, page 12". */
export function placeWords({
  place,
  heading,
  file,
  page,
}: Pick<QuoteView, "place" | "heading" | "file" | "page">): string {
  return `— ${plain([place, heading, file, page].filter((part) => part !== "").join(", "))}`;
}

function positionLine({ position }: FindingView): string {
  if (!position) return "";
  const note = position.note === "" ? "" : `: ${plain(position.note)}`;
  const approval = position.approval === "" ? "" : ` (needs approval of ${position.approval})`;
  return `**Playbook:** ${position.word}${note}${approval}`;
}

function searchedBlocks({ searched }: FindingView): string[] {
  if (!searched) return [];
  const { clausesRead, nearest, unread } = searched;
  return [
    `**What was searched:** ${clausesRead} clauses and table rows read${nearest.length === 0 ? "." : "; nearest to the subject:"}`,
    ...nearest.map((quote) =>
      blockQuote([
        plain(quote.text),
        `${placeWords(quote)}${quote.because === "" ? "" : ` · ${plain(quote.because)}`}`,
      ]),
    ),
    unread.length === 0 ? "" : `**Could not be read:** ${plain(unread.join("; "))}`,
  ];
}

function labelled(label: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${label}**`, bullets(items)];
}
