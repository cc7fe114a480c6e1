import type { PackView, ScheduleBlock } from "../model/pack-view.ts";
import { loadTemplates } from "./load-templates.ts";
import { renderPage } from "./render-html.ts";

/** The pack on one page: no script, no request; each reference is a link to its clause. */
export function renderPackHtml(pack: PackView): string {
  const templates = loadTemplates();
  const schedules = pack.schedules.map((schedule) => ({ ...schedule, blocks: schedule.blocks.map(blockView) }));
  const parts = pack.parts.map((part) => ({
    ...part,
    clauses: part.clauses.map((clause) => ({
      ...clause,
      definitions: clause.definitions.map(({ term, text }) => ({ term, text: text.map(inlineView) })),
      paragraphs: clause.paragraphs.map((paragraph) => ({ ...paragraph, text: paragraph.text.map(inlineView) })),
    })),
  }));
  const opening = pack.opening.map((text) => text.map(inlineView));
  return renderPage(templates.packPage, { pack: { ...pack, opening, parts, schedules } }, templates);
}

/** Templates are strict: a field that they ask for is always there. */
function inlineView({ text, ref = "" }: { readonly text: string; readonly ref?: string }) {
  return { text, ref };
}

function blockView(block: ScheduleBlock) {
  const [heads = [], ...rows] = block.kind === "table" ? block.rows : [];
  const text = block.kind === "table" ? [] : block.text.map(inlineView);
  return { isTable: block.kind === "table", isHeading: block.kind === "heading", heads, rows, text };
}
