import type { PackView } from "../../model/pack-view.ts";

/** Drafting notes of a pack, for those who negotiate it: why each clause is there, the law, what suppliers say, what to give. Never for the other side. */
export function renderPackNotes({ title, notes }: PackView): string {
  const blocks = notes.map((note) =>
    [
      `## ${note.clause}. ${note.heading}`,
      note.why,
      `**Law and practice:** ${note.law.join("; ")}`,
      `**What suppliers say:** ${note.suppliersSay}`,
      `**What to concede:** ${note.concede}`,
      `**Wording to fall back on:**\n\n${note.fallback
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n>\n")}`,
    ].join("\n\n"),
  );
  return `${[`# ${title}: drafting notes`, "Internal. Not for the other party.", ...blocks].join("\n\n")}\n`;
}
