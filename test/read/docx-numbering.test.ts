import { describe, expect, it } from "vitest";
import { formatNumber } from "../../src/read/docx-number-format.ts";
import { p, readFixture } from "./docx-fixture.ts";

interface LevelOptions {
  readonly start?: number;
  readonly more?: string;
}

function level(at: number, format: string, text: string, { start = 1, more = "" }: LevelOptions = {}): string {
  const shown = `<w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/>`;
  return `<w:lvl w:ilvl="${at}">${shown}</w:lvl>`;
}

function abstractNum(id: number, ...content: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${content.join("")}</w:abstractNum>`;
}

function num(id: number, abstractId: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
}

function startOverride(at: number, start: number): string {
  return `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
}

function item(numId: number, at: number): string {
  return p("text", `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

function styled(id: string): string {
  return p("text", `<w:pStyle w:val="${id}"/>`);
}

function paragraphStyle(id: string, basedOn: string, properties: string): string {
  const base = basedOn === "" ? "" : `<w:basedOn w:val="${basedOn}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${base}<w:pPr>${properties}</w:pPr></w:style>`;
}

const LEGAL = [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")];

async function labels(numbering: string, body: string, styles?: string): Promise<(string | undefined)[]> {
  const file = await readFixture({ body, numbering, ...(styles === undefined ? {} : { styles }) });
  expect(file.diagnostics).toEqual([]);
  return file.blocks.map((block) => block.label);
}

describe("automatic numbers", () => {
  it("counts several levels and restarts the deeper ones", async () => {
    const body = [item(1, 0), item(1, 1), item(1, 2), item(1, 2), item(1, 1), item(1, 2), item(1, 0), item(1, 1)];
    expect(await labels(abstractNum(0, ...LEGAL) + num(1, 0), body.join(""))).toEqual([
      "1.",
      "1.1",
      "(a)",
      "(b)",
      "1.2",
      "(a)",
      "2.",
      "2.1",
    ]);
  });

  it("goes on counting in another list of the same definition, and starts again where an override says so", async () => {
    const numbering = abstractNum(0, ...LEGAL) + num(1, 0) + num(2, 0) + num(3, 0, startOverride(0, 7));
    const body = item(1, 0) + item(2, 0) + item(3, 0) + item(3, 0) + item(3, 1) + item(1, 0);
    expect(await labels(numbering, body)).toEqual(["1.", "2.", "7.", "8.", "8.1", "9."]);
  });

  it("takes a replaced level from the override", async () => {
    const replaced = `<w:lvlOverride w:ilvl="0">${level(0, "upperRoman", "Article %1", { start: 4 })}</w:lvlOverride>`;
    const body = item(1, 0) + item(1, 0) + item(1, 1);
    expect(await labels(abstractNum(0, ...LEGAL) + num(1, 0, replaced), body)).toEqual([
      "Article IV",
      "Article V",
      "V.1",
    ]);
  });

  it("obeys w:lvlRestart", async () => {
    const levels = [
      level(0, "decimal", "%1."),
      level(1, "lowerLetter", "(%2)", { more: '<w:lvlRestart w:val="0"/>' }),
      level(2, "lowerRoman", "(%3)", { more: '<w:lvlRestart w:val="1"/>' }),
    ];
    const body = [item(1, 0), item(1, 1), item(1, 2), item(1, 1), item(1, 2), item(1, 0), item(1, 1), item(1, 2)];
    expect(await labels(abstractNum(0, ...levels) + num(1, 0), body.join(""))).toEqual([
      "1.",
      "(a)",
      "(i)",
      "(b)",
      "(ii)",
      "2.",
      "(c)",
      "(i)",
    ]);
  });

  it("shows a legal level in decimals", async () => {
    const levels = [level(0, "upperRoman", "Article %1"), level(1, "decimal", "%1.%2", { more: "<w:isLgl/>" })];
    const body = item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1);
    expect(await labels(abstractNum(0, ...levels) + num(1, 0), body)).toEqual([
      "Article I",
      "1.1",
      "Article II",
      "2.1",
    ]);
  });

  it("numbers by style, through styles based on it, and not where a style or paragraph switches it off", async () => {
    const linked = (at: number, text: string, style: string): string =>
      level(at, "decimal", text, { more: `<w:pStyle w:val="${style}"/>` });
    const numbering = abstractNum(0, linked(0, "%1.", "Clause1"), linked(1, "%1.%2", "Clause2")) + num(1, 0);
    const styles = [
      paragraphStyle("Clause1", "", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      paragraphStyle("Clause2", "", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
      paragraphStyle("Narrow", "Clause2", ""),
      paragraphStyle("Plain", "Clause1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ];
    const off = p("text", '<w:pStyle w:val="Clause1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const body = styled("Clause1") + styled("Clause2") + styled("Narrow") + styled("Plain") + off + styled("Clause1");
    expect(await labels(numbering, body, styles.join(""))).toEqual(["1.", "1.1", "1.2", undefined, undefined, "2."]);
  });

  it("follows a numbering style to the list it stands for", async () => {
    const style = '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/><w:pPr><w:numPr>';
    const styles = `${style}<w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbering =
      abstractNum(0, '<w:styleLink w:val="House"/>', level(0, "upperLetter", "%1.")) +
      abstractNum(1, '<w:numStyleLink w:val="House"/>') +
      num(1, 0) +
      num(2, 1);
    expect(await labels(numbering, item(1, 0) + item(2, 0), styles)).toEqual(["A.", "B."]);
  });

  it("gives no number to an empty paragraph that only breaks the section", async () => {
    const section = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/></w:pPr></w:p>';
    const body = item(1, 0) + section + item(1, 0);
    expect(await labels(abstractNum(0, ...LEGAL) + num(1, 0), body)).toEqual(["1.", "2."]);
  });

  it("counts numbered paragraphs in tables but leaves their number out of the cell", async () => {
    const table = `<w:tbl><w:tr><w:tc>${item(1, 0)}</w:tc><w:tc>${p("other")}</w:tc></w:tr></w:tbl>`;
    const file = await readFixture({
      body: item(1, 0) + table + item(1, 0),
      numbering: abstractNum(0, ...LEGAL) + num(1, 0),
    });
    expect(file.blocks.map((block) => block.label)).toEqual(["1.", undefined, "3."]);
    expect(file.blocks[1]?.rows?.[0]?.cells[0]?.text).toBe("text");
  });

  it("marks bullets of symbol fonts as bullets and list items by depth", async () => {
    const numbering = abstractNum(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "–")) + num(1, 0);
    const file = await readFixture({ body: item(1, 0) + item(1, 1), numbering });
    expect(file.blocks.map(({ kind, label, level: depth }) => [kind, label, depth])).toEqual([
      ["list-item", "•", 0],
      ["list-item", "–", 1],
    ]);
  });

  it("takes no label where the level shows none", async () => {
    const file = await readFixture({ body: item(1, 0), numbering: abstractNum(0, level(0, "none", "")) + num(1, 0) });
    expect(file.blocks[0]).toMatchObject({ kind: "paragraph", text: "text" });
    expect(file.blocks[0]?.label).toBeUndefined();
  });
});

describe("number formats", () => {
  it.each([
    [27, "lowerLetter", "aa"],
    [54, "upperLetter", "BBB"],
    [1994, "lowerRoman", "mcmxciv"],
    [7, "decimalZero", "07"],
    [12, "decimalZero", "12"],
    [11, "ordinal", "11th"],
    [22, "ordinal", "22nd"],
    [21, "cardinalText", "Twenty-one"],
    [30, "ordinalText", "Thirtieth"],
    [4, "decimalEnclosedParen", "(4)"],
    [5, "bullet", ""],
    [5, "koreanCounting", "5"],
  ])("writes %i as %s: %s", (value, format, expected) => {
    expect(formatNumber(value, format)).toBe(expected);
  });

  it("pads a custom format as its pattern does", () => {
    expect(formatNumber(8, "custom", "001, 002, 003, ...")).toBe("008");
  });
});
