import { type Head, type Part, runsOf, type Source } from "./source.ts";

type Node = Record<string, unknown>;

const NUMBER_WIDTH = 36;
const INDENT = { 1: 0, 2: 0, 3: 36, 4: 66 };
const ACCENT = "#1f3a5f";

/** The body of the PDF: cover and contents where the head asks for them, then every part in order. */
export function pdfContent(source: Source): Node[] {
  const front = source.head.cover ? [...cover(source.head), ...contents(source.parts)] : titleBlock(source.head);
  return [...front, ...keepHeadings(source.parts)];
}

/** A heading stays with the paragraph after it: the two make one unbreakable block. */
function keepHeadings(parts: readonly Part[]): Node[] {
  const nodes: Node[] = [];
  let held: Node[] = [];
  for (const part of parts) {
    const node = partNode(part);
    const isHeading =
      part.kind === "heading" || part.kind === "subheading" || (part.kind === "clause" && part.level === 1);
    if (isHeading) held.push(node);
    else if (held.length > 0 && part.kind !== "table") {
      nodes.push({ unbreakable: true, stack: [...held, node] });
      held = [];
    } else {
      nodes.push(...held, node);
      held = [];
    }
  }
  return [...nodes, ...held];
}

function partNode(part: Part): Node {
  switch (part.kind) {
    case "clause":
      return part.level === 1
        ? clauseHeading(part.number, part.text)
        : numbered(part.number, part.text, INDENT[part.level]);
    case "recital":
      return numbered(part.number, part.text, 0);
    case "heading":
      return { text: part.text, bold: true, fontSize: 12, color: ACCENT, alignment: "center", margin: [0, 14, 0, 8] };
    case "subheading":
      return { text: part.text, bold: true, margin: [0, 10, 0, 5] };
    case "text":
      return { text: runs(part.text), margin: [0, 0, 0, 6], alignment: "justify" };
    case "definition":
      return { text: runs(part.text), margin: [NUMBER_WIDTH, 0, 0, 5], alignment: "justify" };
    case "bullet":
      return numbered("•", part.text, 18);
    case "table":
      return table(part.widths, part.rows);
    case "signature":
      return signature(part.text);
    case "page-break":
      return { text: "", pageBreak: "after" };
    default:
      return part satisfies never;
  }
}

function clauseHeading(number: string, text: string): Node {
  return {
    margin: [0, 10, 0, 5],
    columnGap: 0,
    columns: [
      { text: number, width: NUMBER_WIDTH, bold: true, color: ACCENT },
      { text, width: "*", bold: true, color: ACCENT, id: `clause-${number}` },
    ],
  };
}

function numbered(number: string, text: string, indent: number): Node {
  const width = indent > 0 ? 30 : NUMBER_WIDTH;
  return {
    margin: [indent, 0, 0, 5],
    columnGap: 0,
    columns: [
      { text: number, width },
      { text: runs(text), width: "*", alignment: "justify" },
    ],
  };
}

function table(widths: readonly number[], rows: readonly (readonly string[])[]): Node {
  const total = 595.28 - 2 * 68 - widths.length * 9;
  const [head = [], ...body] = rows;
  return {
    margin: [0, 4, 0, 10],
    fontSize: 8.8,
    layout: {
      paddingTop: () => 3,
      paddingBottom: () => 2,
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      hLineColor: () => "#8a97a8",
      vLineColor: () => "#8a97a8",
    },
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widths.map((share) => (total * share) / 100),
      body: [
        head.map((cell) => ({ text: cell, bold: true, fillColor: "#e6ebf2" })),
        ...body.map((row) => row.map((cell) => ({ text: runs(cell.replaceAll("<br>", "\n")) }))),
      ],
    },
  };
}

function signature(party: string): Node {
  const line = (label: string): Node[] => [{ text: label }, { text: "_".repeat(42) }];
  return {
    unbreakable: true,
    margin: [0, 12, 0, 12],
    stack: [
      {
        text: ["Signed by an authorised signatory for and on behalf of ", { text: party, bold: true }],
        margin: [0, 0, 0, 8],
      },
      {
        layout: "noBorders",
        table: { widths: [90, "*"], body: [line("Signature:"), line("Name:"), line("Position:"), line("Date:")] },
      },
    ],
  };
}

function cover(head: Head): Node[] {
  return [
    { text: `Dated ${longDate(head.date)}`, alignment: "center", margin: [0, 90, 0, 70] },
    {
      text: head.title.toUpperCase(),
      bold: true,
      fontSize: 20,
      color: ACCENT,
      alignment: "center",
      margin: [0, 0, 0, 14],
    },
    { text: head.subtitle ?? "", fontSize: 12, alignment: "center", margin: [0, 0, 0, 60] },
    ...head.coverLines.map((line) => ({ text: runs(line), fontSize: 12, alignment: "center", margin: [0, 0, 0, 16] })),
    { text: `Reference: ${head.reference}`, alignment: "center", margin: [0, 90, 0, 0], pageBreak: "after" },
  ];
}

function contents(parts: readonly Part[]): Node[] {
  const entries = parts.flatMap((part) => (part.kind === "clause" && part.level === 1 ? [part] : []));
  const rows = entries.map(({ number, text }) => [
    { text: number },
    { text },
    { pageReference: `clause-${number}`, alignment: "right" },
  ]);
  return [
    { text: "CONTENTS", bold: true, fontSize: 12, color: ACCENT, margin: [0, 0, 0, 10] },
    { layout: "noBorders", table: { widths: [28, "*", 30], body: rows }, pageBreak: "after" },
  ];
}

function titleBlock(head: Head): Node[] {
  return [
    { text: head.title, bold: true, fontSize: 18, color: ACCENT, margin: [0, 0, 0, 4] },
    { text: head.subtitle ?? "", fontSize: 10, color: "#555555", margin: [0, 0, 0, 14] },
  ];
}

function longDate(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

function runs(text: string): Node[] {
  return runsOf(text).map((run) => ({ ...run }));
}
