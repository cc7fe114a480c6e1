import type { Accepted, Review, Verdict } from "../model/review.ts";
import { orderFindings, VERDICT_ORDER } from "../report/views/order-findings.ts";
import { type AreaSummary, type Summary, summarise } from "../report/views/summarise.ts";
import { AREA_WORDS, dayWords, isAccepted } from "../report/views/words.ts";
import type { Terminal } from "./terminal.ts";
import { visible } from "./visible.ts";
import { wrapText } from "./wrap-text.ts";

const WIDTH = 80;
const HEADS: Readonly<Record<Verdict, string>> = {
  adverse: "adverse",
  missing: "missing",
  partial: "partial",
  undecided: "undecided",
  covered: "covered",
  "not-applicable": "n/a",
};

/** The summary of one contract for a terminal of 80 columns: the sentence, the worst five, what somebody accepted, the areas. */
export function summaryText(review: Review, color: Terminal["color"]): string {
  const summary = summarise(review);
  const head = [
    color.dim(cut(visible(review.contract.title), WIDTH)),
    "",
    ...wrapText(summary.sentence, WIDTH).map(color.bold),
    ...wrapText([summary.rest, reservations(review)].filter(Boolean).join(" "), WIDTH),
  ];
  const parts = [
    head,
    worstLines(summary, color),
    acceptedLines(review, color),
    areaLines(summary.areas, color),
  ].filter(({ length }) => length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** One contract of many in a line or two: its name and what came out. */
export function shortSummary(name: string, review: Review): string {
  const { sentence, rest } = summarise(review);
  return `${wrapText(`${visible(name)}: ${sentence} ${rest}`, WIDTH - 2).join("\n  ")}\n`;
}

function reservations({ diagnostics }: Review): string {
  const count = diagnostics.filter(({ severity }) => severity !== "info").length;
  return count === 0
    ? ""
    : `Not everything was read or supplied: ${count} ${count === 1 ? "note" : "notes"} in the report.`;
}

function worstLines({ worst }: Summary, color: Terminal["color"]): string[] {
  if (worst.length === 0) return [];
  const items = worst.flatMap(({ finding, request }, index) => {
    const paint = finding.verdict === "partial" ? color.yellow : color.red;
    const stamp = paint(`${index + 1}. ${finding.severity} ${finding.verdict}`.padEnd(20));
    const title = wrapText(visible(finding.title), WIDTH - 21);
    return [
      ...title.map((line, row) => `${row === 0 ? stamp : " ".repeat(20)} ${color.bold(line)}`),
      ...wrapText(visible(request), WIDTH - 3).map((line) => `   ${line}`),
    ];
  });
  return [color.bold("Raise these first"), ...items];
}

const LAPSED: Readonly<Record<Exclude<Accepted["status"], "active">, string>> = {
  expired: "expired",
  outgrown: "does not hold",
  "not-yet": "does not hold yet",
  "not-needed": "no longer needed",
};
const SHOWN = 5;

/** What somebody accepted, first what does not hold; all of it stands in the report. */
function acceptedLines({ findings }: Review, color: Terminal["color"]): string[] {
  const all = orderFindings(findings).flatMap(({ deviation, title }) => (deviation ? [{ deviation, title }] : []));
  if (all.length === 0) return [];
  const ordered = all.toSorted((a, b) => Number(isAccepted(a)) - Number(isAccepted(b)));
  const width = Math.max(...ordered.map(({ deviation }) => standing(deviation).length));
  const items = ordered.slice(0, SHOWN).flatMap(({ deviation, title }) => {
    const stamp = standing(deviation).padEnd(width);
    const lines = wrapText(`${visible(title)} (${visible(deviation.by)})`, WIDTH - width - 2);
    return lines.map((line, row) => `${row === 0 ? color.dim(stamp) : " ".repeat(width)}  ${line}`);
  });
  const rest = all.length > SHOWN ? [`and ${all.length - SHOWN} more in the report`] : [];
  return [color.bold("Accepted shortfalls"), ...items, ...rest];
}

function standing({ status, until }: Accepted): string {
  return status === "active" ? `until ${dayWords(until)}` : LAPSED[status];
}

function areaLines(areas: readonly AreaSummary[], color: Terminal["color"]): string[] {
  if (areas.length === 0) return [];
  const heads = VERDICT_ORDER.map((verdict) => HEADS[verdict]);
  const first = Math.max(...areas.map(({ area }) => AREA_WORDS[area].length));
  const rows = areas.map(({ area, counts }) => {
    const cells = VERDICT_ORDER.map((verdict, column) => {
      const text = String(counts[verdict]).padStart(heads[column]?.length ?? 0);
      return counts[verdict] === 0 ? color.dim(text) : paintFor(verdict, color)(text);
    });
    return `${AREA_WORDS[area].padEnd(first)}  ${cells.join("  ")}`;
  });
  return [color.bold(`${"Areas".padEnd(first)}  ${heads.join("  ")}`), ...rows];
}

function paintFor(verdict: Verdict, color: Terminal["color"]): (text: string) => string {
  if (verdict === "adverse" || verdict === "missing") return color.red;
  if (verdict === "partial") return color.yellow;
  return verdict === "covered" ? color.green : (text) => text;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
