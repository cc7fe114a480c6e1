import type {
  InternalLetterView,
  LetterBlock,
  LetterRemark,
  LetterRequest,
  LetterView,
  RemarkRow,
} from "../../model/letter-view.ts";
import { printable } from "../printable.ts";

/** What stands below a request or a question. */
type Remarks = (about: LetterRemark["about"], number: number) => string[];

/** The letter as Markdown, to be sent. */
export function renderLetterMarkdown(letter: LetterView): string {
  return joined(letterLines(printable(letter), () => [], []));
}

/** The same letter with our remarks as quotations, and a banner at the head of every part: never to be sent. */
export function renderInternalLetterMarkdown(view: InternalLetterView): string {
  const { letter, title, banner, remarks, accepted } = printable(view);
  const warning = `**${plain(banner).toUpperCase()}**`;
  const below: Remarks = (about, number) =>
    remarks
      .filter((remark) => remark.about === about && remark.number === number)
      .map((remark) =>
        [`> **${plain(banner)}: ${plain(remark.title)}**`, ...remark.rows.flatMap(rowLines)].join("\n>\n"),
      );
  const rows = accepted.rows.map((row) => rowLines(row).join("\n>\n"));
  return joined([
    warning,
    `# ${plain(title)}`,
    ...letterLines(letter, below, [warning]),
    ...(rows.length === 0 ? [] : [warning, `## ${plain(accepted.title)}`, plain(accepted.lead), ...rows]),
  ]);
}

function letterLines(letter: LetterView, below: Remarks, warning: readonly string[]): string[] {
  const { list, requests, questions, terms } = letter;
  const part = (title: string, lines: readonly string[]) =>
    title === "" ? [] : [...warning, `## ${plain(title)}`, ...lines];
  return [
    block(letter.from),
    plain(letter.date),
    block(letter.to),
    plain(letter.salutation),
    `# ${plain(letter.title)}`,
    ...letter.opening.map(plain),
    ...letter.closing.map(plain),
    plain(letter.farewell),
    block(letter.signature),
    ...part(list.title, [table(list.rows)]),
    ...part(
      requests.title,
      requests.items.flatMap((request) => [...requestLines(request), ...below("request", request.number)]),
    ),
    ...part(
      questions.title,
      questions.items.flatMap(({ number, text }) => [`${number}. ${plain(text)}`, ...below("question", number)]),
    ),
    ...part(terms.title, [plain(terms.lead), ...terms.items.map(plain)]),
  ];
}

function requestLines({ number, subject, place, blocks }: LetterRequest): string[] {
  return [`### ${number}. ${plain(subject)} (${plain(place)})`, ...blocks.map(blockLine)];
}

function blockLine(block: LetterBlock): string {
  if (block.kind === "paragraph") return plain(block.text);
  const heading = block.heading === "" ? [] : [`> **${plain(block.heading)}**`];
  return [
    ...heading,
    ...block.lines.map(({ label, text }) => `> ${plain(label === "" ? text : `${label} ${text}`)}`),
  ].join("\n>\n");
}

function rowLines({ name, lines }: RemarkRow): string[] {
  return lines.map((line, i) => `> ${i === 0 ? `**${plain(name)}:** ` : ""}${plain(line)}`);
}

/** Lines of an address. */
function block(lines: readonly string[]): string {
  return lines.map(plain).join("\\\n");
}

function table([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(heads.map(plain)), row(heads.map(() => "---")), ...rows.map((cells) => row(cells.map(plain)))].join("\n");
}

function joined(lines: readonly string[]): string {
  return `${lines.filter((line) => line !== "").join("\n\n")}\n`;
}

function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#&~]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, " ");
}
