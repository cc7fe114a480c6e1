import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextBlock } from "../../src/model/block.ts";
import { readHtml } from "../../src/read/html.ts";

const readAll = (source: string) => readHtml(source, { name: "terms.html", sha256: "0" });
const read = (source: string): readonly TextBlock[] => readAll(source).blocks;
const texts = (source: string): string[] => read(source).map((block) => block.text);
const cells = (block: TextBlock | undefined) => block?.rows?.map((row) => row.cells.map((cell) => cell.text));

describe("readHtml: what a browser shows", () => {
  it("decodes entities and collapses white space", () => {
    expect(texts("<p>Supplier&nbsp;&amp;\n   Customer &#8220;agree&#8221;<b> now</b></p>")).toEqual([
      "Supplier & Customer “agree” now",
    ]);
  });

  it("reads headings, paragraphs, loose text and preformatted lines in order", () => {
    expect(
      read("<h2>1. Fees</h2>loose<p>para</p><pre>one.\n\nTwo.</pre>").map(({ kind, text, level }) => [
        kind,
        text,
        level,
      ]),
    ).toEqual([
      ["heading", "1. Fees", 2],
      ["paragraph", "loose", undefined],
      ["paragraph", "para", undefined],
      ["paragraph", "one.", undefined],
      ["paragraph", "Two.", undefined],
    ]);
  });

  it("breaks at <br> between sentences and not within one", () => {
    expect(texts("<p>(a) pay;<br>(b) deliver<br>on time.<br/>End.</p>")).toEqual([
      "(a) pay;",
      "(b) deliver on time.",
      "End.",
    ]);
  });

  it("marks bold and underlined paragraphs", () => {
    const source = "<p><b>Audit</b></p><p style='font-weight: bold'>Audit</p><p><u>Audit</u></p><p><b>Au</b>dit</p>";
    expect(read(source).map((block) => block.emphasis ?? false)).toEqual([true, true, true, false]);
  });

  it("reads a paragraph that is set as a heading as a paragraph", () => {
    const [block] = read("<h4>The Supplier shall tell the Customer of each breach within one day.</h4>");
    expect(block).toMatchObject({ kind: "paragraph" });
    expect(block?.level).toBeUndefined();
  });

  it("sets a number in a span of its own apart from its title", () => {
    expect(texts("<h2><span>1.</span><span>Fees</span></h2>")).toEqual(["1. Fees"]);
  });

  it("reads damaged HTML without loss", () => {
    expect(texts("<table><tr><td>one<td>two<tr><td>three</table><p>four<p>five</b></p>six").join(" ")).toContain(
      "four five six",
    );
  });
});

describe("readHtml: lists", () => {
  it("counts as a browser does: start, type, value, reversed and nesting", () => {
    const source =
      "<ol start=4><li>four<ol type=a><li>a<li value=3>c</ol><li>five</ol><ol type=I reversed><li>II<li>I</ol><ul><li>dot</ul><ol style='list-style-type: lower-roman'><li><p>i</p><p>more</p></ol>";
    expect(read(source).map(({ kind, label, level, text }) => [kind, label, level, text])).toEqual([
      ["list-item", "4.", 0, "four"],
      ["list-item", "a.", 1, "a"],
      ["list-item", "c.", 1, "c"],
      ["list-item", "5.", 0, "five"],
      ["list-item", "II.", 0, "II"],
      ["list-item", "I.", 0, "I"],
      ["list-item", undefined, 0, "dot"],
      ["list-item", "i.", 0, "i"],
      ["paragraph", undefined, undefined, "more"],
    ]);
  });

  it("keeps the number of an item that opens with a list or a heading", () => {
    expect(
      read("<ol><li><ol><li>inner</ol></li><li><h3>Term</h3>Two years.</li></ol>").map(({ kind, label, text }) => [
        kind,
        label,
        text,
      ]),
    ).toEqual([
      ["list-item", "1.", ""],
      ["list-item", "1.", "inner"],
      ["heading", "2.", "Term"],
      ["paragraph", undefined, "Two years."],
    ]);
  });

  it("labels the 27th letter as spreadsheets do", () => {
    expect(read("<ol type=A start=27><li>x</ol>")[0]?.label).toBe("AA.");
  });
});

describe("readHtml: tables", () => {
  it("reads heads, spans and the paragraphs of a cell; a table inside follows", () => {
    const source =
      "<table><caption>Roles</caption><thead><tr><td colspan=2>Task</td></tr></thead><tr><td rowspan=2><p>Log.</p><p>Keep.</p></td><td>Supplier<table><tr><td>in<td>ner</table></td></tr><tr><td>Customer</td></tr></table>";
    const [caption, table, inner] = read(source);
    expect(caption?.text).toBe("Roles");
    expect(cells(table)).toEqual([["Task"], ["Log.\nKeep.", "Supplier"], ["Customer"]]);
    expect(table?.rows?.map((row) => row.header)).toEqual([true, false, false]);
    expect(table?.rows?.[0]?.cells[0]?.columns).toBe(2);
    expect(table?.rows?.[1]?.cells[0]?.rows).toBe(2);
    expect(cells(inner)).toEqual([["in", "ner"]]);
  });

  it("takes a bold first row for the header where there is no other", () => {
    const rows = read("<table><tr><td><b>A</b><td><b>B</b><tr><td>1<td>2</table>")[0]?.rows;
    expect(rows?.map((row) => row.header)).toEqual([true, false]);
  });

  it("reads a table that only sets text side by side as text", () => {
    expect(
      read("<table><tr><td>(a)<td><td>pay;<tr><td>(b)<td><td>deliver.</table>").map(({ label, text }) => [label, text]),
    ).toEqual([
      ["(a)", "pay;"],
      ["(b)", "deliver."],
    ]);
    expect(texts("<table><tr><td><h1>Terms</h1><p>One</p></td></tr></table>")).toEqual(["Terms", "One"]);
  });
});

describe("readHtml: what the page does not show", () => {
  const long = Array.from({ length: 21 }, (_, index) => `word${index}`).join(" ");

  it.each(["<div hidden>%</div>", "<p style='display: none'>%</p>", "<nav>%</nav>", "<noscript>%</noscript>"])(
    "reports %s",
    (template) => {
      const { blocks, diagnostics } = readAll(`<p>shown</p>${template.replace("%", long)}`);
      expect(blocks.map((block) => block.text)).toEqual(["shown"]);
      expect(diagnostics).toMatchObject([{ code: "reader-note", severity: "info", file: "terms.html" }]);
      expect(diagnostics[0]?.message).toContain("21 words");
      expect(diagnostics[0]?.message).not.toContain("word7");
    },
  );

  it("is silent about scripts, styles, and a few hidden words", () => {
    const source = `<title>T</title><script>${long}</script><style>${long}</style><svg><text>${long}</text></svg><p hidden>skip link</p><p>shown</p>`;
    expect(readAll(source)).toMatchObject({ diagnostics: [], blocks: [{ text: "shown" }] });
  });

  it("tells the footer of a page from the footer of the document", () => {
    expect(
      read("<article><footer>Signed</footer></article><footer>Imprint</footer>").map((block) => block.origin),
    ).toEqual(["body", "footer"]);
  });
});

it("reads a page that nests without end", () => {
  const source = `${"<div>".repeat(5000)}one<script>x</script><b>two</b>${"</div>".repeat(5000)}<p>three</p>`;
  expect(texts(source)).toEqual(["one", "two", "three"]);
});

describe("readHtml: properties", () => {
  it("lets every visible word reach a block, in order, however the tags are nested", () => {
    const tag = fc.constantFrom("p", "div", "ul", "li", "b", "span", "h3", "blockquote", "a", "ol", "section", "i");
    const part = fc.oneof(
      fc.stringMatching(/^[a-z]{2,7}$/).map((word) => ` ${word} `),
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constant("<br>"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const source = parts.join("");
        expect(
          texts(source)
            .join(" ")
            .match(/[a-z]+/g),
        ).toEqual(source.replace(/<[^>]*>/g, " ").match(/[a-z]+/g));
      }),
      { numRuns: 500 },
    );
  });
});
