import { describe, expect, test } from "vitest";
import type { Deal, Pack } from "../../src/model/deal.ts";
import type { PackView } from "../../src/model/pack-view.ts";
import { renderPackMarkdown } from "../../src/report/markdown/render-pack-markdown.ts";
import { renderPackHtml } from "../../src/report/render-pack-html.ts";
import { fill, packs, texts } from "./pack-input.ts";
import { formsOf, ownWordsOf, strangers, textsOf, wordsIn } from "./pack-words.ts";
import { someDeals } from "./sample-deals.ts";

/** What no finished contract has: open places, and what a program prints for nothing. */
const HOLES = /\[|\]|\{\{|\}\}|_{3,}|\bT\.?B\.?[CAD]\b|undefined|\bnull\b|NaN|\[object|[\u{E000}\u{E001}]/u;
const MONTHS = "January February March April May June July August September October November December".split(" ");
/** Slips of filled templates: doubled words, stray blanks and stops, wrong articles and plurals. */
const SLIPS = [
  /\b([a-z]+) \1\b/,
  / {2}|\s[,.;:)]|\(\s|[,;:]{2}|\.\.|\.;/,
  /[.?!] [a-z]/,
  /\ba (?!uni|us|one\b|once|eu)[aeiou]\w*/,
  /\ban [bcdfgjklmnpqrstvwxyz]\w/,
  /(?<![\d.,])1 (?:minute|hour|day|week|month|year)s\b/,
  /\b(?:only|from|to|of|in|than|at|for) none\b/,
  /\b(?:the|a|an) (?:the|a|an|each|every|its)\b/,
];

describe.each(packs)("$id", (pack) => {
  const filled = someDeals(pack).map((deal) => ({ deal, view: fill(pack, deal) }));

  test("uses no capitals but those of its definitions, of names and of the deal", () => {
    for (const { deal, view } of filled) expect(undefinedIn(view, deal)).toEqual([]);
  });

  test("defines nothing that it does not use", () => {
    for (const { view } of filled) expect(unusedIn(view)).toEqual([]);
  });

  test("refers only to clauses and schedules that it has, by their numbers", () => {
    for (const { view } of filled) expect(brokenReferences(view)).toEqual([]);
  });

  test("has no schedule that nothing names and the pack does not ask for", () => {
    for (const { view } of filled) {
      const named = new Set(textsOf(view).flatMap(({ text }) => text.flatMap(({ ref }) => ref ?? [])));
      const cells = textsOf(view)
        .flatMap(({ text }) => text.map((part) => part.text))
        .join(" ");
      const idle = view.schedules.filter(({ anchor, label }) => !named.has(anchor) && !cells.includes(label));
      const asked = pack.schedules.map((key) => `schedule-${key}`);
      expect(idle.map(({ anchor }) => anchor).filter((anchor) => !asked.includes(anchor))).toEqual([]);
    }
  });

  test("has no open place in any format", () => {
    for (const { view } of filled) {
      for (const { place, text } of textsOf(view)) expect(`${place}: ${wordsIn(text)}`).not.toMatch(HOLES);
      expect(renderPackMarkdown(view)).not.toMatch(/undefined|NaN|\{\{|[\u{E000}\u{E001}]/u);
      expect(renderPackHtml(view)).not.toMatch(/undefined|NaN|\{\{|[\u{E000}\u{E001}]/u);
    }
  });

  test("is in good English whatever the deal", () => {
    for (const { view } of filled) expect(slipsIn(view)).toEqual([]);
  });

  test("calls the parties by their names, which the parties clause gives", () => {
    for (const { deal, view } of filled) {
      expect(view.parties[0]).toContain(`${deal.supplier.name}`);
      expect(view.parties[0]).toMatch(/\(“the Supplier”\)$/);
      expect(view.parties[1]).toMatch(/\(“the Customer”\)$/);
      const parties = /\b(Provider|Vendor|Processor|Controller|Client|Company|Contractor|Buyer)\b/;
      for (const { place, text } of textsOf(view))
        expect(without(ownWordsOf(deal), `${place}: ${wordsIn(text)}`)).not.toMatch(parties);
    }
  });
});

test("every pack's parts name each requirement once", () => {
  for (const pack of packs) {
    const ids = pack.parts.flatMap(({ requirements }) => requirements);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  }
});

test("capitals are noticed where nothing defines them", () => {
  expect(strangers("The Supplier keeps the Records of Personal Data.", ["Supplier", "Personal Data"])).toEqual([
    "Records",
  ]);
  expect(strangers("It ends. Nothing else, says the Board:", ["Supplier"])).toEqual(["Board"]);
});

function undefinedIn(view: PackView, deal: Deal): string[] {
  const terms = view.parts.flatMap(({ clauses }) =>
    clauses.flatMap(({ definitions }) => definitions.map(({ term }) => term)),
  );
  const names = [
    ...terms.flatMap(formsOf),
    ...texts.properNames,
    "Supplier",
    "Customer",
    ...MONTHS,
    ...ownWordsOf(deal),
  ];
  // A cell that names a schedule has its words without the reference.
  const labels = view.schedules.map(({ label, title }) => `${label} (${title})`);
  return textsOf(view).flatMap(({ place, text }) =>
    strangers(wordsIn(text), [...names, ...labels]).map((word) => `${place}: ${word} in "${wordsIn(text)}"`),
  );
}

function unusedIn(view: PackView): string[] {
  const all = textsOf(view);
  const terms = all.flatMap(({ defines }) => defines ?? []);
  return terms.filter((term) => {
    const pattern = new RegExp(`(?<![\\p{L}-])(?:${formsOf(term).map(RegExp.escape).join("|")})(?![\\p{L}-])`, "u");
    return !all.some(({ text, defines }) => defines !== term && text.some((part) => pattern.test(part.text)));
  });
}

function brokenReferences(view: PackView): string[] {
  const clauses = view.parts.flatMap((part) => part.clauses);
  const names = new Map([
    ...clauses.map(({ anchor, number, heading }) => [anchor, `clause ${number} (${heading})`] as const),
    ...view.schedules.map(({ anchor, label, title }) => [anchor, `${label} (${title})`] as const),
  ]);
  const inText = textsOf(view).flatMap(({ place, text }) =>
    text.flatMap((part) =>
      part.ref !== undefined && names.get(part.ref) !== part.text ? [`${place}: ${part.text} for ${part.ref}`] : [],
    ),
  );
  const inOrder = clauses.flatMap(({ number }, i) => (number === i + 1 ? [] : [`clause ${number} stands at ${i + 1}`]));
  return [...inText, ...inOrder, ...brokenInMarkdown(renderPackMarkdown(view))];
}

/** References as a reader of the Markdown follows them: by the number and the heading printed there. */
function brokenInMarkdown(markdown: string): string[] {
  const heads = new Set([
    ...[...markdown.matchAll(/^### (\d+)\. (.*)$/gm)].map(([, number, heading]) => `clause ${number} (${heading})`),
    ...[...markdown.matchAll(/^## ((?:Schedule|Annex) \d+ \(.*\))$/gm)].map(([, head]) => head),
  ]);
  const body = markdown.replaceAll(/^#+ .*$/gm, "");
  return [...body.matchAll(/(?:clause|Schedule|Annex) \d+(?: \([^()]*\))?/g)]
    .map(([text]) => text)
    .filter((text) => !heads.has(text));
}

function slipsIn(view: PackView): string[] {
  return textsOf(view).flatMap(({ place, text }) => {
    const words = text.map((part) => part.text).join("");
    return SLIPS.filter((slip) => slip.test(words)).map((slip) => `${place}: ${slip.exec(words)?.[0]} in "${words}"`);
  });
}

function without(words: readonly string[], text: string): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ""), text);
}

/** A pack without the deals that it is not made for cannot be filled: the helper above must not make one. */
test("the sample deals suit the packs", () => {
  const suited = (pack: Pack) => someDeals(pack).length;
  expect(packs.map(suited)).toEqual(packs.map(() => 4));
});
