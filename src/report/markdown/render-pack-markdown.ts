import type { Inline, PackClause, PackSchedule, PackView } from "../../model/pack-view.ts";

/** The pack as Markdown, with the numbers written out. */
export function renderPackMarkdown(pack: PackView): string {
  const lines = [
    `# ${plain(pack.title)}`,
    "## Parties",
    ...pack.parties.map((party, i) => `(${i + 1}) ${plain(party)}`),
    ...(pack.opening.length > 0 ? ["## Background"] : []),
    ...pack.opening.map(words),
    ...pack.parts.flatMap(({ title, clauses }) => [
      ...(clauses.length === 1 && clauses[0]?.heading === title ? [] : [`## ${plain(title)}`]),
      ...clauses.flatMap(clauseLines),
    ]),
    ...(pack.signatures.length > 0 ? ["## Signatures"] : []),
    ...pack.signatures.flatMap((party) => [`Signed for ${plain(party)}`, "Signature:", "Name and title:", "Date:"]),
    ...pack.schedules.flatMap(scheduleLines),
  ];
  return `${lines.join("\n\n")}\n`;
}

function clauseLines({ number, heading, definitions, paragraphs }: PackClause): string[] {
  return [
    `### ${number}. ${plain(heading)}`,
    ...definitions.map(({ term, text }) => `**“${plain(term)}”** means ${words(text)}.`),
    ...paragraphs.map(({ label, text }) => `${label} ${words(text)}`),
  ];
}

function scheduleLines({ label, title, blocks }: PackSchedule): string[] {
  return [
    `## ${plain(label)} (${plain(title)})`,
    ...blocks.map((block) => {
      if (block.kind === "heading") return `### ${words(block.text)}`;
      if (block.kind === "paragraph") return words(block.text);
      const [heads = [], ...rows] = block.rows;
      return [row(heads), row(heads.map(() => "---")), ...rows.map((cells) => row(cells.map(plain)))].join("\n");
    }),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function words(text: readonly Inline[]): string {
  return text.map((part) => plain(part.text)).join("");
}

function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, " ");
}
