import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { fixedZip } from "../../src/report/docx/fixed-zip.ts";
import { docxBody } from "./docx-body.ts";
import { docxNumbering, docxStyles, TEXT_WIDTH } from "./docx-styles.ts";
import type { Head, Source } from "./source.ts";

/**
 * One DOCX whose clause numbers are automatic (ECMA-376 17.9), so that they are in no paragraph's text. Dates in the
 * file are the document's own, so that the same source gives the same bytes.
 */
export async function renderDocx(source: Source): Promise<Uint8Array> {
  const { head } = source;
  const document = new Document({
    title: head.title,
    subject: head.reference,
    creator: "clausecheck samples",
    lastModifiedBy: "clausecheck samples",
    features: { updateFields: false },
    styles: docxStyles(head),
    numbering: { config: docxNumbering() },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1474, bottom: 1361, left: 1304, right: 1304 } },
        },
        headers: { default: new Header({ children: [running([head.title, head.reference])] }) },
        footers: { default: new Footer({ children: [running([head.footer, "page"])] }) },
        children: docxBody(source),
      },
    ],
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)), head.date);
}

function running([left, right]: readonly [Head["footer"], string]): Paragraph {
  const end =
    right === "page"
      ? [new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })]
      : [new TextRun(right)];
  return new Paragraph({
    style: "Running",
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [new TextRun(left), new TextRun({ children: [new Tab()] }), ...end],
  });
}
