import type { ScheduleView } from "../../model/schedule.ts";

/** The schedule as Markdown; a proposal is in italics, its basis says "Proposed". */
export function renderScheduleMarkdown(schedule: ScheduleView): string {
  const tables = schedule.tables.flatMap(({ title, heads, rows }) => [
    `## ${plain(title)}`,
    [
      line(heads.map(plain)),
      line(heads.map(() => "---")),
      ...rows.map(({ cells, isProposal }) =>
        line(cells.map((text) => (isProposal && text !== "" ? `*${plain(text)}*` : plain(text)))),
      ),
    ].join("\n"),
  ]);
  return `${[
    `# ${plain(schedule.title)}`,
    schedule.paragraphs.map((text, i) => `${i + 1}. ${plain(text)}`).join("\n"),
    ...(schedule.note === "" ? [] : [`*${plain(schedule.note)}*`]),
    ...tables,
  ].join("\n\n")}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, " ");
}
