import type { FindingView } from "../views/finding-view.ts";
import type { QuoteView } from "../views/quote-views.ts";
import { deviationPieces } from "./front.ts";
import { stateMark } from "./marks.ts";
import type { PdfNode, Piece, Rail } from "./node.ts";
import { kept, label, list, para } from "./nodes.ts";
import { INK, LINK, RULE, SIZE, SOFT, VERDICT_INK } from "./styles.ts";

/** What a finding rests on, in the order of the HTML report. */
export function findingBody(view: FindingView): PdfNode[] {
  const parts: PdfNode[][] = [
    view.deviation ? [label("Accepted shortfall"), para(deviationPieces(view))] : [],
    elements(view),
    numbers(view),
    view.quotes.length === 0 ? [] : [label("What the contract says"), ...view.quotes.map(quote)],
    position(view),
    ownPolicy(view),
    searched(view),
    view.citations.length === 0 ? [] : [label("The law and standards"), para(view.citations.join("  ·  "))],
    suggestion(view),
  ];
  // A label never stands alone at the foot of a page.
  return parts.flatMap(([head, first, ...rest]) =>
    head && first ? [kept([head, first]), ...rest] : head ? [head] : [],
  );
}

function elements({ elements: items }: FindingView): PdfNode[] {
  if (items.length === 0) return [];
  const entries = items.map(({ letter, text, state, word, mandatory, beyondStatute, places, more }) => {
    const tags = [mandatory ? "mandatory" : "optional", ...(beyondStatute ? ["beyond the statute"] : [])];
    const where: Piece[] = places.map(({ href, label: place }, index) => ({
      text: `${index === 0 ? "  " : ", "}${place}`,
      to: href.slice(1),
      color: LINK,
    }));
    const body = para([
      ...stateMark(state),
      { text: `${text}  ` },
      { text: word, bold: true, color: STATE_INK[state], fontSize: SIZE.small },
      { text: `, ${tags.join(", ")}`, color: SOFT, fontSize: SIZE.small },
      ...where.map((piece) => ({ ...piece, fontSize: SIZE.small })),
      ...(more > 0 ? [{ text: ` and ${more} more`, color: SOFT, fontSize: SIZE.small }] : []),
    ]);
    return { sign: [{ text: `(${letter})`, color: SOFT }], body };
  });
  return [list(entries, 19, "What it must say")];
}

const STATE_INK = {
  met: VERDICT_INK.covered,
  weak: VERDICT_INK.partial,
  unmet: VERDICT_INK.missing,
  open: VERDICT_INK.undecided,
};

function numbers({ quantities }: FindingView): PdfNode[] {
  if (quantities.length === 0) return [];
  const entries = quantities.map(({ subject, found, limit, standing, word }) => ({
    sign: BULLET,
    body: para([
      { text: `${subject}: the contract says ` },
      { text: found, bold: true, color: standing === "within" ? INK : VERDICT_INK.adverse },
      { text: `; the playbook asks for ${limit} ` },
      { text: ` ${word}`, color: SOFT, fontSize: SIZE.small },
    ]),
  }));
  return [list(entries, 10, "Numbers")];
}

const BULLET = [{ text: "•", color: SOFT }];

const RAILS: Readonly<Record<QuoteView["kind"], Rail>> = {
  adverse: { color: VERDICT_INK.adverse, width: 2.6 },
  weak: { color: VERDICT_INK.partial, width: 2.2, dotted: true },
  element: { color: RULE, width: 0.9 },
  context: { color: RULE, width: 0.9 },
};

/** The place, then the contract's own words. */
function quote({ anchor, kind, kindWord, because, text, place, heading, file, page, letters }: QuoteView): PdfNode {
  const said =
    kindWord === ""
      ? []
      : [{ text: `${kindWord}${because === "" ? "" : `: ${because}`}`, bold: true, color: QUOTE_INK[kind] }];
  const shows = letters.length === 0 ? "" : `  ·  shows ${letters.map((letter) => `(${letter})`).join(", ")}`;
  return kept(
    [
      para(
        [
          { text: place, bold: true },
          { text: `${heading === "" ? "" : `  ${heading}`}  ·  ${fileWords(file, page)}${shows}`, color: SOFT },
        ],
        { fontSize: SIZE.small, margin: [0, 1, 0, 1], id: anchor },
      ),
      ...(said.length === 0 ? [] : [para(said, { fontSize: SIZE.small, margin: [14, 0, 0, 1] })]),
      words(text, RAILS[kind]),
    ],
    { margin: [0, 1, 0, 3] },
  );
}

const QUOTE_INK = { adverse: VERDICT_INK.adverse, weak: VERDICT_INK.partial, element: INK, context: SOFT };

/** Words of the contract, marked as such by quotation marks and a rail. */
function words(text: string, rail: Rail = RAILS.element): PdfNode {
  return para(`“${text}”`, { role: "BlockQuote", rail, margin: [14, 0, 0, 2] });
}

/** "hosting.pdf, page 12". */
export function fileWords(file: string, page: string): string {
  return page === "" ? file : `${file}, ${page}`;
}

function position({ position: own }: FindingView): PdfNode[] {
  if (!own) return [];
  const { word, note, approval } = own;
  return [
    label("Playbook"),
    para([
      { text: word, bold: true },
      { text: note === "" ? "" : `: ${note}` },
      { text: approval === "" ? "" : `  needs approval of ${approval}`, color: SOFT },
    ]),
  ];
}

function ownPolicy({ ownPolicy: gaps }: FindingView): PdfNode[] {
  if (gaps.length === 0) return [];
  return [
    label("Weaker than your policy"),
    ...gaps.map(({ said, quote: policy, place }) =>
      kept([
        para([{ text: said }, { text: `  ·  ${place}`, color: SOFT, fontSize: SIZE.small }], { margin: [0, 0, 0, 1] }),
        words(policy),
      ]),
    ),
  ];
}

function searched({ searched: search }: FindingView): PdfNode[] {
  if (!search) return [];
  const { clausesRead, nearest, unread } = search;
  const entries = nearest.map(({ place, heading, file, page, text, because }) =>
    kept([
      para(
        [
          { text: place, bold: true },
          { text: `${heading === "" ? "" : `  ${heading}`}  ·  ${fileWords(file, page)}  `, color: SOFT },
          { text: because },
        ],
        { fontSize: SIZE.small, margin: [0, 1, 0, 1] },
      ),
      words(text),
    ]),
  );
  return [
    label("What was searched"),
    para(`${clausesRead} clauses and table rows read${nearest.length > 0 ? "; nearest to the subject:" : "."}`),
    ...entries,
    ...(unread.length === 0 ? [] : [para([{ text: "Could not be read: ", bold: true }, { text: unread.join("; ") }])]),
  ];
}

function suggestion({ suggestion: paragraphs, suggestionAnchor }: FindingView): PdfNode[] {
  if (paragraphs.length === 0) return [];
  const rail = { color: INK, width: 1.3 };
  return [
    label("Suggested clause", { id: suggestionAnchor }),
    ...paragraphs.map((text) => para(text, { rail, margin: [14, 0, 0, 3] })),
  ];
}
