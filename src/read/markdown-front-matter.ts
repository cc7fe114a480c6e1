// The block of settings that some programs keep at the top of a Markdown file.
import type { TextBlock } from "../model/block.ts";
import { type Placed, slicePlaced } from "./markdown-align.ts";
import { shown } from "./markdown-inline.ts";
import { sliceSource } from "./markdown-slice.ts";

const PROSE_WORDS = 12;

/** Splits YAML ("---") or TOML ("+++") front matter off; a block a line where a line holds prose, else one block. */
export function takeFrontMatter(document: Placed, source: string): { blocks: TextBlock[]; rest: Placed } {
  const match = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/.exec(
    document.text.replace(/^\uFEFF/, " "),
  );
  const body = match?.[2];
  if (match === null || body === undefined || !/^[\w-]+\s*[:=]/m.test(body)) return { blocks: [], rest: document };
  const start = match[0].indexOf("\n") + 1;
  const lines = body.split("\n");
  const prose = lines.some((line) => (line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= PROSE_WORDS);
  const blocks: TextBlock[] = [];
  let from = start;
  for (const unit of prose ? lines : [body]) {
    const part = slicePlaced(document, from, from + unit.length);
    for (const slice of sliceSource(source, shown(part, false))) {
      blocks.push({ kind: "paragraph", text: slice.text, origin: "body" });
    }
    from += unit.length + 1;
  }
  return { blocks, rest: slicePlaced(document, match[0].length, document.text.length) };
}
