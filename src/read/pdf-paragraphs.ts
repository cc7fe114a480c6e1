import { joinLines, type Words } from "./pdf-hyphens.ts";
import { hasWideGap, isContentsRow, type LabelKind, type Line, labelOf } from "./pdf-lines.ts";

/** Lines that make one block. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly label: LabelKind | undefined;
  /** Where in the text further pages begin. */
  readonly pageBreaks: readonly { readonly at: number; readonly page: number }[];
}

/** What the lines of the whole document say about its setting. */
export interface Setting {
  readonly words: Words;
  /** Usual distance of two baselines of a paragraph, in ems. */
  readonly leading: number;
  isBold(line: Line): boolean;
}

/** Puts lines in reading order together to paragraphs, over columns and pages too. */
export function paragraphsOf(lines: readonly Line[], setting: Setting): Paragraph[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && continues(group, line, setting)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    lines: group,
    ...joined(group, setting.words),
    label: labelOf(group[0]?.text ?? "")?.kind,
  }));
}

function joined(group: readonly Line[], words: Words): Pick<Paragraph, "text" | "pageBreaks"> {
  let text = group[0]?.text ?? "";
  const pageBreaks: { at: number; page: number }[] = [];
  group.slice(1).forEach((line, index) => {
    text = joinLines(text, line.text, words);
    if (line.page !== group[index]?.page) pageBreaks.push({ at: text.length - line.text.length, page: line.page });
  });
  return { text, pageBreaks };
}

/** Distance of two baselines, in ems, that most wrapped lines of the document have. */
export function leadingOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || next.column !== line.column || Math.abs(next.size - line.size) > 0.5 || !isFull(line, next)) return;
    const ems = Math.round(((next.y - line.y) / line.size) * 20) / 20;
    if (ems > 0.8 && ems < 3) counts.set(ems, (counts.get(ems) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1.2;
}

function continues(group: readonly Line[], line: Line, setting: Setting): boolean {
  const last = group.at(-1) as Line;
  const first = group[0] as Line;
  if (isContentsRow(last.pieces) || isContentsRow(line.pieces) || hasWideGap(last) || hasWideGap(line)) return false;
  const em = Math.max(last.size, line.size);
  if (Math.abs(last.size - line.size) > 0.12 * em) return false;
  const isOpen = !/[.:;!?][”"’')\]]*$/.test(last.text);
  const isMiddle = isOpen && /^[\p{Ll}“"(]?\p{Ll}/u.test(line.text);
  const wraps = isFull(last, line);
  const label = labelOf(line.text);
  if (label && !(isOpen && wraps && isInline(label, last, line, group)) && !isRunIn(label.kind, group, line))
    return false;
  if (setting.isBold(last) !== setting.isBold(line) && !(wraps && isMiddle)) return false;
  if (last.page !== line.page || last.column !== line.column) return goesOnElsewhere(last, isOpen, isMiddle, wraps);
  if (line.y <= last.y) return false;
  const usual = group.length > 1 ? leadingIn(group) : setting.leading * last.size;
  const gap = line.y - last.y;
  if (gap > (wraps && isMiddle ? Math.max(2.3 * em, 1.4 * usual) : Math.max(1.3 * usual, usual + 2))) return false;
  if (!wraps && !isMiddle && !(isOpen && isNearlyFull(last) && gap <= 1.1 * usual && Math.abs(line.x - last.x) < 2))
    return false;
  return fitsIndent(group, first, line, em, isMiddle);
}

/** True where the next word would not have fitted on the line, so that the paragraph may go on below. */
function isFull(line: Line, next: Line): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? "";
  const perLetter = (next.right - next.x) / Math.max(1, next.text.length);
  return line.right + (word.length + 0.5) * perLetter >= line.column.right - 0.25 * line.size;
}

function isNearlyFull(line: Line): boolean {
  return line.right - line.column.left >= 0.75 * (line.column.right - line.column.left);
}

/** An item of a list that runs on in the lines of its paragraph: real items would be indented as the paragraph is. */
function isRunIn(kind: LabelKind, group: readonly Line[], line: Line): boolean {
  const [first, last] = [group[0], group.at(-1)];
  if (kind !== "item" || !first || !last || group.length < 2 || /[.:]$/.test(last.text)) return false;
  return Math.abs(line.x - last.x) < 2 && Math.abs(first.x - line.x) > 3 && isListedInline(group);
}

/** A label in the middle of a sentence is a reference ("pursuant to clause / 7.2(a)"), unless the sentence lists items. */
function isInline(label: { kind: LabelKind; text: string }, last: Line, line: Line, group: readonly Line[]): boolean {
  if (label.kind === "bullet") return label.text === "-" || label.text === "–" || label.text === "—";
  if (/(?:\band|\bor|,)$/i.test(last.text) && label.kind === "item")
    return group.length > 1 && Math.abs(line.x - last.x) < 2 && isListedInline(group);
  return Math.abs(line.x - last.x) < 0.7 * line.size || group.length === 1;
}

/** The paragraph already runs items on in its lines: "(a) ..., (b) ...". */
function isListedInline(group: readonly Line[]): boolean {
  return group.some((line) => /\s\((?:[a-z]{1,2}|[ivx]{1,5}|\d)\)\s/.test(line.text));
}

/** Whether the first line of a column or page goes on with the last paragraph: only an open sentence tells. */
function goesOnElsewhere(last: Line, isOpen: boolean, isMiddle: boolean, wraps: boolean): boolean {
  return isOpen && (isMiddle || (wraps && /[,\p{L}\p{N}-]$/u.test(last.text)));
}

function leadingIn(group: readonly Line[]): number {
  for (let index = group.length - 1; index > 0; index--) {
    const [above, below] = [group[index - 1], group[index]];
    if (above && below && above.column === below.column && below.y > above.y) return below.y - above.y;
  }
  return (group[0]?.size ?? 10) * 1.2;
}

function fitsIndent(group: readonly Line[], first: Line, line: Line, em: number, isMiddle: boolean): boolean {
  const wrapped = group.length > 1 ? (group.at(-1) as Line) : undefined;
  if (wrapped && wrapped.column === line.column) return Math.abs(line.x - wrapped.x) <= 0.7 * em || isMiddle;
  const shift = line.x - first.x;
  // To the left: the first line was indented. To the right: the label hangs.
  return shift <= 0.7 * em || labelOf(first.text) !== undefined || isMiddle;
}
