import type { Diagnostic } from "../model/diagnostic.ts";
import type { Tally } from "./docx-story.ts";

/** Everything else that can cost text in one file. */
export interface Losses {
  readonly comments: number;
  readonly diagrams: number;
  readonly damagedParts: readonly string[];
  readonly ignored: readonly string[];
  readonly words: number;
}

/** Fewer words than this and a picture may well hold the text. */
const FEW_WORDS = 200;

/** One diagnostic for each reservation, none where there is none; never contract text. */
export function reportReading(file: string, tally: Tally, losses: Losses): Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (severity: Diagnostic["severity"], code: Diagnostic["code"], message: string): void => {
    found.push({ code, severity, message, file });
  };
  if (tally.insertions + tally.deletions > 0) {
    const changes = `${count(tally.insertions, "insertion")} and ${count(tally.deletions, "deletion")}`;
    add("warning", "tracked-changes-accepted", `${file}: has tracked changes: ${changes} were read as accepted.`);
  }
  if (losses.comments > 0) {
    const comments = count(losses.comments, "comment");
    add(
      "info",
      "comments-kept-apart",
      `${file}: has ${comments}; comments are not contract text and were not checked.`,
    );
  }
  if (tally.hidden > 0) {
    const passages = count(tally.hidden, "passage");
    add(
      "warning",
      "reader-note",
      `${file}: has ${passages} of hidden text, left out; show hidden text in Word to see it.`,
    );
  }
  for (const part of losses.damagedParts) {
    add(
      "warning",
      "part-unreadable",
      `${file}: its ${part} part is damaged and was left out; save it again from Word.`,
    );
  }
  if (tally.importedParts > 0) {
    const parts = count(tally.importedParts, "imported document");
    add(
      "warning",
      "part-unreadable",
      `${file}: holds ${parts} that was not read; open and save it in Word to take it in.`,
    );
  }
  if (tally.embedded > 0) {
    const objects = count(tally.embedded, "embedded object");
    add("warning", "reader-note", `${file}: holds ${objects} that was not opened; supply it as a file of its own.`);
  }
  if (losses.diagrams > 0) {
    const diagrams = count(losses.diagrams, "chart or diagram", "charts or diagrams");
    add("warning", "reader-note", `${file}: holds ${diagrams} whose text was not read; check it by eye.`);
  }
  if (tally.images > 0 && losses.words < FEW_WORDS) {
    const images = count(tally.images, "picture");
    add("warning", "image-with-text-skipped", `${file}: is mostly ${images}; text in pictures was not read.`);
  }
  if (tally.brokenFields > 0) {
    add(
      "info",
      "reader-note",
      `${file}: has fields that are not closed; text of field codes may stand among its text.`,
    );
  }
  for (const message of new Set(losses.ignored)) add("warning", "reader-note", `${file}: ${message}.`);
  return found;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
