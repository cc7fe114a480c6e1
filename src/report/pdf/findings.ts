import type { FindingView } from "../views/finding-view.ts";
import type { ReportView } from "../views/report-view.ts";
import { findingBody } from "./finding-body.ts";
import { deviationPieces, stamp } from "./front.ts";
import { verdictMark } from "./marks.ts";
import type { PdfNode } from "./node.ts";
import { heading, kept, para } from "./nodes.ts";
import { legend } from "./pictures.ts";
import { SIZE, SOFT } from "./styles.ts";

/** Every finding: by severity, what is open in full, then what is covered, then what does not apply. */
export function findings(view: ReportView): PdfNode {
  return {
    role: "Sect",
    stack: [
      kept([heading(2, "Findings", { id: "findings" }), legend(view)]),
      ...view.groups.map(({ severity, word, total, open, covered, notApplicable }): PdfNode => {
        const head = heading(3, [{ text: word }, { text: `  ${total}`, color: SOFT, bold: false }], {
          id: `severity-${severity}`,
          fontSize: 13,
        });
        const groups: PdfNode[][] = [
          open.map((finding) => full(finding)),
          withHead(
            `${word} and covered`,
            covered.map((finding) => full(finding)),
          ),
          withHead(`${word}, not applicable`, notApplicable.map(brief)),
        ];
        const [first, ...rest] = groups.flat();
        return { role: "Sect", stack: [first ? headed(head, first) : head, ...rest] };
      }),
    ],
  };
}

function withHead(title: string, nodes: readonly PdfNode[]): PdfNode[] {
  const [first, ...rest] = nodes;
  if (!first) return [];
  const head = heading(4, [{ text: title }, { text: `  ${nodes.length}`, color: SOFT, bold: false }], {
    margin: [0, 10, 0, 4],
    bookmark: 3,
  });
  return [headed(head, first), ...rest];
}

/** A heading never stands alone at the foot of a page: it goes with the head of what follows. */
function headed(head: PdfNode, { stack, ...node }: PdfNode): PdfNode {
  const [first, ...rest] = stack ?? [];
  return first ? { ...node, stack: [kept([head, first]), ...rest] } : { ...node, stack: [head] };
}

function full(view: FindingView): PdfNode {
  const { number, title, area, confidence, explanation, why, anchor, verdict, deviation } = view;
  const holds = deviation?.holds ? [{ text: "  ·  accepted", color: SOFT }] : [];
  const head = kept([
    heading(4, [{ text: `${number}  `, color: SOFT, bold: false }, { text: title }], { id: anchor }),
    para([...stamp(view), ...holds, { text: `  ·  ${area}  ·  Confidence ${confidence}`, color: SOFT }], {
      fontSize: SIZE.small,
    }),
    para(explanation),
    ...(why === "" ? [] : [para(why, { color: SOFT })]),
  ]);
  return { role: "Sect", stack: [head, ...findingBody(view)], margin: [0, 0, 0, verdict === "covered" ? 9 : 14] };
}

/** One line for what does not apply. */
function brief(view: FindingView): PdfNode {
  const { title, explanation, verdict, anchor } = view;
  return {
    stack: [
      para([...verdictMark(verdict), { text: title, bold: true }, { text: `  ${explanation}`, color: SOFT }], {
        id: anchor,
        margin: [0, 0, 0, 3],
      }),
      ...(view.deviation ? [para(deviationPieces(view), { margin: [14, 0, 0, 3] })] : []),
    ],
  };
}
