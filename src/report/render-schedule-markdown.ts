import type { ScheduleView } from "../model/schedule.ts";

/** The schedule as Markdown; a proposal is in italics, its basis says "Proposed". */
export function renderScheduleMarkdown(schedule: ScheduleView): string {
  const tables = schedule.tables.flatMap(({ title, heads, rows }) => [
    `## ${escape(title)}`,
    [
      line(heads),
      line(heads.map(() => "---")),
      ...rows.map(({ cells, isProposal }) =>
        line(cells.map((text) => (isProposal && text !== "" ? `*${escape(text)}*` : escape(text)))),
      ),
    ].join("\n"),
  ]);
  return `${[
    `# ${escape(schedule.title)}`,
    schedule.paragraphs.map((text, i) => `${i + 1}. ${escape(text)}`).join("\n"),
    ...(schedule.note === "" ? [] : [`*${escape(schedule.note)}*`]),
    ...tables,
  ].join("\n\n")}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, " ");
}
