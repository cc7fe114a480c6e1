import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span, TextBlock } from "../../src/model/block.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const FILE = { name: "terms.md", sha256: "0" };
const read = (source: string): readonly TextBlock[] => readMarkdown(source, FILE).blocks;

function visible(part: { readonly text: string; readonly hidden?: readonly Span[] }): string {
  let shown = "";
  let from = 0;
  for (const span of part.hidden ?? []) {
    shown += part.text.slice(from, span.start);
    from = span.end;
  }
  return shown + part.text.slice(from);
}

const cellsOf = (blocks: readonly TextBlock[]) =>
  blocks.flatMap((block) => block.rows ?? []).flatMap((row) => row.cells);
const seen = (source: string): string[] => read(source).map(visible);

function expectVerbatim(source: string): void {
  const blocks = read(source);
  for (const block of blocks) expect(source).toContain(block.text);
  for (const cell of cellsOf(blocks)) for (const line of cell.text.split("\n")) expect(source).toContain(line);
  for (const part of [...blocks, ...cellsOf(blocks)]) {
    let last = 0;
    for (const span of part.hidden ?? []) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(part.text.length);
      last = span.end;
    }
  }
}

describe("readMarkdown: what a reader sees", () => {
  it("hides emphasis, link targets, images, tags, escapes and comments, and keeps entities", () => {
    const source =
      "The **Supplier** shall _promptly_ tell [the Customer](https://example.org/a 'x') ![logo](a.png)by \\[email\\] <b>and</b> post<!-- draft --> &amp; fax[^2].";
    expect(seen(source)).toEqual(["The Supplier shall promptly tell the Customer by [email] and post &amp; fax."]);
    expectVerbatim(source);
  });

  it("shows bare and bracketed addresses, and code", () => {
    expect(seen("See <https://a.example> or www.b.example and `AES-256`.")).toEqual([
      "See https://a.example or www.b.example and AES-256.",
    ]);
  });

  it("reads headings of both kinds with their level", () => {
    expect(read("# 1. Fees #\n\nText\n\nTerm\n----\n")).toMatchObject([
      { kind: "heading", level: 1, text: "1. Fees" },
      { kind: "paragraph", text: "Text" },
      { kind: "heading", level: 2, text: "Term" },
    ]);
  });

  it("keeps typed numbers in the text and opens a block at each", () => {
    expect(seen("**4.1** The Supplier shall:\n(a) keep records;\n(b) allow audits\nwithin 12 months.")).toEqual([
      "4.1 The Supplier shall:",
      "(a) keep records;",
      "(b) allow audits\nwithin 12 months.",
    ]);
  });

  it("marks a wholly bold paragraph, and only that", () => {
    const blocks = read("**Data protection**\n\n**Data** protection\n\n<b>Audit</b>");
    expect(blocks.map((block) => block.emphasis ?? false)).toEqual([true, false, true]);
  });

  it("breaks at <br> between sentences and not within one", () => {
    expect(seen("First sentence.<br>Second sentence.")).toEqual(["First sentence.", "Second sentence."]);
    expect(seen("The Supplier shall  \nnotify the Customer.")).toHaveLength(1);
  });

  it("drops written-out blanks beside real ones and at the ends only", () => {
    expect(seen("&nbsp;a &nbsp; b&nbsp;c **d**&nbsp;e&nbsp;")).toEqual(["a  b&nbsp;c d&nbsp;e"]);
  });

  it("reads a paragraph that is set as a heading as a paragraph", () => {
    const [block] = read("#### The Supplier shall tell the Customer of each breach within one day.\n");
    expect(block).toMatchObject({ kind: "paragraph" });
    expect(block?.level).toBeUndefined();
  });

  it("keeps commas and quotes of a file with Windows line ends", () => {
    const source = "# Terms\r\n\r\nThe Supplier\r\nshall pay.\r\n\r\n- one\r\n  more\r\n- two\r\n";
    expect(seen(source)).toEqual(["Terms", "The Supplier\r\nshall pay.", "one\r\n  more", "two"]);
    expectVerbatim(source);
  });
});

describe("readMarkdown: lists", () => {
  it("puts printed numbers in the label and nesting in the level", () => {
    const source = "3. Fees\n   1. Monthly\n   2. Yearly\n      - by bank\n5) Term\n";
    expect(read(source).map(({ label, level, text, kind }) => [kind, label, level, text])).toEqual([
      ["list-item", "3.", 0, "Fees"],
      ["list-item", "1.", 1, "Monthly"],
      ["list-item", "2.", 1, "Yearly"],
      ["list-item", undefined, 2, "by bank"],
      ["list-item", "5)", 0, "Term"],
    ]);
  });

  it("counts where every item is written as 1.", () => {
    expect(read("1. a\n1. b\n1. c\n").map((block) => block.label)).toEqual(["1.", "2.", "3."]);
  });

  it("keeps the author's own numbers where one is left out", () => {
    expect(read("1. a\n2. b\n4. d\n").map((block) => block.label)).toEqual(["1.", "2.", "4."]);
  });

  it("keeps the number of an item that opens with a list, and later paragraphs of an item", () => {
    expect(read("1. - inner\n\n   more\n").map(({ label, text }) => [label, text])).toEqual([
      ["1.", ""],
      [undefined, "inner"],
      [undefined, "more"],
    ]);
  });

  it("keeps task boxes in the text", () => {
    expect(seen("- [x] audit agreed\n- [ ] report sent\n")).toEqual(["[x] audit agreed", "[ ] report sent"]);
  });

  it("reads quotations inside lists and lists inside quotations", () => {
    const source = "> 1. first\n>    goes on\n> 2. second\n\n- > quoted\n  > twice\n";
    expect(seen(source).map((text) => text.replace(/\s+/g, " "))).toEqual(["first goes on", "second", "quoted twice"]);
    expectVerbatim(source);
  });
});

describe("readMarkdown: tables", () => {
  it("reads a GFM table with its header, escaped pipes and cells past the header", () => {
    const source = "| Control | **Owner** |\n|---|:--:|\n| Patch \\| scan | Supplier<br>Customer | extra |\n| Logs |\n";
    const [table] = read(source);
    expect(table?.rows?.map((row) => [row.header, row.cells.map(visible)])).toEqual([
      [true, ["Control", "Owner"]],
      [false, ["Patch | scan", "Supplier\nCustomer", "extra"]],
      [false, ["Logs"]],
    ]);
    expectVerbatim(source);
  });

  it("reads an HTML table with spans, Markdown and blank lines inside", () => {
    const source =
      "<table>\n<tr><th colspan=2>Roles</th></tr>\n\n<tr><td rowspan=2>Logging</td><td>\n\n**Supplier**\n\n</td></tr>\n<tr><td>Customer</td></tr>\n</table>\n\nAfter.\n";
    const [table, after] = read(source);
    expect(
      table?.rows?.map((row) => [row.header, row.cells.map((cell) => [visible(cell), cell.columns, cell.rows])]),
    ).toEqual([
      [true, [["Roles", 2, 1]]],
      [
        false,
        [
          ["Logging", 1, 2],
          ["Supplier", 1, 1],
        ],
      ],
      [false, [["Customer", 1, 1]]],
    ]);
    expect(after?.text).toBe("After.");
    expectVerbatim(source);
  });
});

describe("readMarkdown: other parts", () => {
  it("keeps front matter as one block, or as a block a line where it holds prose", () => {
    expect(read("---\ntitle: DPA\nauthor: x\n---\n\nText\n").map((block) => block.text)).toEqual([
      "title: DPA\nauthor: x",
      "Text",
    ]);
    const prose =
      "+++\ntitle = 'DPA'\nsummary = 'The supplier must tell the customer of every breach within one day of learning of it'\n+++\nText\n";
    expect(read(prose)).toHaveLength(3);
  });

  it("reads indented text, which Markdown takes for code, at its numbers", () => {
    expect(seen("Terms:\n\n    (a) pay;\n    (b) deliver.\n\n```\nfenced\n```\n")).toEqual([
      "Terms:",
      "(a) pay;",
      "(b) deliver.",
      "fenced",
    ]);
  });

  it("reads HTML blocks and leaves comments, styles and link definitions out", () => {
    const source =
      "<!-- secret -->\n\n<div><p>One</p><ol type=a><li>Two</ol></div>\n\n<style>p {}</style>\n\n[x]: https://x.example\n";
    expect(read(source).map(({ text, label }) => [text, label])).toEqual([
      ["One", undefined],
      ["Two", "a."],
    ]);
  });

  it("marks footnotes", () => {
    expect(
      read("Text[^1].\n\n[^1]: A note of words.\n\n[^2]: Deleted\n").map(({ text, origin }) => [text, origin]),
    ).toEqual([
      ["Text[^1].", "body"],
      ["A note of words.", "footnote"],
      ["Deleted", "footnote"],
    ]);
  });
});

it("reports comments of more than 20 words, such as one that nobody closed", () => {
  const note = (source: string) => readMarkdown(source, FILE).diagnostics.map((diagnostic) => diagnostic.code);
  expect(note(`Text\n\n<!-- ${"word ".repeat(21)}\n`)).toEqual(["reader-note"]);
  expect(note("Text\n\n<!-- few words -->\n")).toEqual([]);
});

const word = fc.stringMatching(/^[a-z]{3,8}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).chain((words) =>
  fc
    .array(fc.constantFrom("", "**", "_", "`", "link", "span", "soft"), {
      minLength: words.length,
      maxLength: words.length,
    })
    .map((marks) => words.map((each, index) => dress(each, marks[index] ?? "")).join(" ")),
);

function dress(text: string, mark: string): string {
  if (mark === "link") return `[${text}](https://x.example)`;
  if (mark === "span") return `<span class="q">${text}</span>`;
  if (mark === "soft") return `q\n${text}`;
  return `${mark}${text}${mark}`;
}

const flat = phrase.map((text) => text.replaceAll("\n", " "));
const construct: fc.Arbitrary<string> = fc.oneof(
  phrase,
  flat.map((text) => `## ${text}`),
  fc
    .array(phrase, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item, at) => `${at + 1}. ${indent(item, "   ")}`).join("\n")),
  fc
    .array(phrase, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item, at) => `${"  ".repeat(at % 3)}- ${item.replaceAll("\n", " ")}`).join("\n")),
  phrase.map((text) => `> ${indent(text, "> ")}`),
  fc.tuple(flat, flat, flat).map(([a, b, c]) => `| ${a} | ${b} |\n|---|---|\n| ${c} | ${a} |`),
  fc.tuple(flat, flat).map(([a, b]) => `<table><tr><td>${plain(a)}</td><td>${plain(b)}</td></tr></table>`),
);
const plain = (text: string): string => text.replace(/[*_`[\]]|\([^)]*\)/g, "");
const indent = (text: string, by: string): string => text.replaceAll("\n", `\n${by}`);

describe("readMarkdown: properties", () => {
  it("lets every word of the source reach a block, once and in order", () => {
    fc.assert(
      fc.property(
        fc.array(construct, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        (parts, lineEnd) => {
          const source = `${parts.join("\n\n***\n\n")}\n`.replaceAll("\n", lineEnd);
          const bare = source.replace(/\]\([^)]*\)|<[^>]*>/g, " ");
          const blocks = read(source);
          const shown = blocks.flatMap((block) => [visible(block), ...cellsOf([block]).map(visible)]).join(" ");
          expect(shown.match(/[a-z]+/g)).toEqual(bare.match(/[a-z]+/g));
          expectVerbatim(source);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("quotes the source word for word, whatever the source", () => {
    const sign = fc.constantFrom(
      ..."ab1 .)(#*_>-|`~[]!<\\&;:/=+\n\t".split(""),
      "\r\n",
      "    ",
      "\n\n",
      "<td>",
      "<table>",
      "</table>",
      "<br>",
      "<li>",
      "é",
      "😀",
      "1. ",
      "- ",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => expectVerbatim(signs.join(""))),
      { numRuns: 2000 },
    );
  });
});
