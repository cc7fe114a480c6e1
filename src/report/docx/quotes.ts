import type { QuoteView } from "../views/quote-views.ts";
import { SOFT, verdictInk } from "./ink.ts";
import type { ParagraphStyle } from "./styles.ts";
import { bold, paragraph, run, type Xml } from "./xml.ts";

const STYLES: Readonly<Record<QuoteView["kind"], ParagraphStyle>> = {
  adverse: "QuoteAdverse",
  weak: "QuoteWeak",
  element: "Quote",
  context: "Quote",
};

/** One provision: where it stands, what is to be said of it, its words. */
export function quoteBlock({ kind, kindWord, because, place, heading, file, page, letters, text }: QuoteView): Xml {
  const color = kind === "context" ? SOFT : verdictInk(kind === "adverse" ? "adverse" : "partial");
  const said = [
    run(
      [heading, placeOfFile(file, page)]
        .filter((part) => part !== "")
        .map((part) => `  ·  ${part}`)
        .join(""),
      { color: SOFT },
    ),
    kindWord === ""
      ? ""
      : `${run("  ·  ")}${bold(because === "" ? kindWord : `${kindWord}:`, color)}${run(because && ` ${because}`)}`,
    letters.length === 0 ? "" : run(`  ·  shows ${letters.map((letter) => `(${letter})`).join(", ")}`, { color: SOFT }),
  ];
  return `${paragraph("Place", `${bold(place)}${said.join("")}`)}${paragraph(STYLES[kind], run(text))}`;
}

export function placeOfFile(file: string, page: string): string {
  return page === "" ? file : `${file}, ${page}`;
}
