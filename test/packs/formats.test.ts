import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { TextBlock } from "../../src/model/block.ts";
import type { PackView } from "../../src/model/pack-view.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderPackDocx } from "../../src/report/docx/render-pack-docx.ts";
import { renderPackMarkdown } from "../../src/report/markdown/render-pack-markdown.ts";
import { renderPackNotes } from "../../src/report/markdown/render-pack-notes.ts";
import { renderPackHtml } from "../../src/report/render-pack-html.ts";
import { fill, packs } from "./pack-input.ts";
import { sampleDeal } from "./sample-deals.ts";

describe.each(packs)("$id", (pack) => {
  const view = fill(pack, sampleDeal(pack));

  test("Word and Markdown have the same numbers and words", async () => {
    const word = await readFile(await renderPackDocx(view), "pack.docx");
    const markdown = await readFile(new TextEncoder().encode(renderPackMarkdown(view)), "pack.md");
    expect(word.diagnostics).toEqual([]);
    expect(linesOf(word.blocks.filter(({ origin }) => origin === "body"))).toEqual(linesOf(markdown.blocks));
  });

  test("each number in Word is what the clause is called elsewhere", async () => {
    const { blocks } = await readFile(await renderPackDocx(view), "pack.docx");
    const found = blocks.flatMap(({ label, text }) => (label === undefined ? [] : [`${label} ${text}`]));
    const clauses = view.parts.flatMap((part) => part.clauses);
    const expected = clauses.flatMap(({ number, heading, paragraphs }) => [
      `${number}. ${heading}`,
      ...paragraphs.map(({ label, text }) => `${label} ${text.map((part) => part.text).join("")}`),
    ]);
    expect(found.slice(view.parties.length)).toEqual(expected);
  });

  test("each REF field in Word has a bookmark and shows what stands there", async () => {
    expect(badFields(await xmlOf(view))).toEqual([]);
  });

  test("each link in HTML has a target, each id is there once", () => {
    const html = renderPackHtml(view);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  test("the same pack gives the same bytes", async () => {
    expect(Buffer.from(await renderPackDocx(view)).equals(Buffer.from(await renderPackDocx(view)))).toBe(true);
    expect(renderPackMarkdown(view)).toBe(renderPackMarkdown(fill(pack, sampleDeal(pack))));
    expect(renderPackHtml(view)).toBe(renderPackHtml(fill(pack, sampleDeal(pack))));
    expect(renderPackNotes(view)).toBe(renderPackNotes(fill(pack, sampleDeal(pack))));
  });

  test("the notes have every clause under its number and are no part of the contract", () => {
    const clauses = view.parts
      .flatMap((part) => part.clauses)
      .filter(({ requirementId }) => requirementId !== undefined);
    expect(view.notes.map(({ clause, heading }) => `${clause} ${heading}`)).toEqual(
      clauses.map(({ number, heading }) => `${number} ${heading}`),
    );
    const contract = renderPackMarkdown(view) + renderPackHtml(view);
    for (const note of view.notes) expect(contract).not.toContain(note.suppliersSay);
  });
});

/** A line for each block a reader sees: number and words, a table row cell by cell. */
function linesOf(blocks: readonly TextBlock[]): string[] {
  return blocks
    .flatMap(({ label, text, hidden = [], rows = [], kind }) => {
      if (kind === "table")
        return rows.map(({ cells }) => cells.map((cell) => visible(cell.text, cell.hidden)).join(" | "));
      return [[label, visible(text, hidden)].filter((part) => part !== undefined).join(" ")];
    })
    .filter((line) => line !== "")
    .map((line) => line.replaceAll(/\s+/g, " ").trim());
}

function visible(text: string, hidden: TextBlock["hidden"] = []): string {
  return [...hidden].reverse().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

async function xmlOf(view: PackView): Promise<string> {
  const part = unzipSync(await renderPackDocx(view))["word/document.xml"];
  if (!part) throw new Error("a Word file has a main part");
  return strFromU8(part);
}

function badFields(xml: string): string[] {
  const marked = new Map(
    [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]*)"[^>]*\/>(.*?)<w:bookmarkEnd/g)].map(
      ([, name = "", inside = ""]) => [name, wordsOf(inside)] as const,
    ),
  );
  const clauses = [...marked.keys()].filter((name) => name.startsWith("_Clause"));
  return [...xml.matchAll(/<w:fldSimple w:instr="REF (\w+)( \\r)? \\h"[^>]*>(.*?)<\/w:fldSimple>/g)].flatMap(
    ([, name = "", isNumber, inside = ""]) => {
      const shown = isNumber ? String(clauses.indexOf(name) + 1) : marked.get(name);
      return shown === wordsOf(inside) ? [] : [`${name} shows "${wordsOf(inside)}" for "${shown}"`];
    },
  );
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)]
    .map(([run]) => run.replace(/^[^>]*>/, ""))
    .join("")
    .replaceAll("&amp;", "&")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"');
}
