import { Document, isMap, isSeq, parseDocument } from "yaml";
import type { Deviation } from "../model/deviation.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import { applySplices, lineEndAfter, lineStart } from "./splice.ts";

const HEADER = `# Shortfalls that somebody accepted: who, why, until when. Give this file to "clausecheck check" with --deviations.
`;
const FIELDS = ["contract", "requirement", "verdict", "accepts", "by", "because", "accepted", "until"] as const;

/**
 * The text of a file of deviations (checked; "" where there is none yet) with one more at its end. Whatever stands there
 * already keeps its comments, its order and, unless its list stands within a line, its layout. Throws ContractCheckError
 * "invalid-deviations" where the YAML is written so that this cannot be done.
 */
export function appendDeviation(file: string, text: string, deviation: Deviation): string {
  const entry = Object.fromEntries(
    FIELDS.filter((field) => field in deviation).map((field) => [field, deviation[field]]),
  );
  if (isBlank(text)) {
    const head = text.trim() === "" ? HEADER : `${text.trimEnd()}\n`;
    return `${head}deviations:\n${rendered(entry, 2)}`;
  }
  const isDos = text.includes("\r\n");
  const before = isDos ? text.replaceAll("\r\n", "\n") : text;
  const whole = before.endsWith("\n") ? before : `${before}\n`;
  const wanted = JSON.stringify([...entriesOf(whole), entry]);
  const after = [spliced, rewritten]
    .map((way) => way(whole, entry))
    .find((one) => JSON.stringify(entriesOf(one)) === wanted);
  if (after === undefined) {
    const message = `${file}: cannot be added to as its YAML is written; begin a new file with --deviations FILE.`;
    throw new ContractCheckError("invalid-deviations", message);
  }
  return isDos ? after.replaceAll("\n", "\r\n") : after;
}

/** True for a file that says nothing, whatever its comments say. */
export function isBlank(text: string): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && document.contents === null;
}

function entriesOf(text: string): unknown[] {
  const document = parseDocument(text);
  const list: unknown = document.errors.length > 0 ? undefined : document.toJS()?.deviations;
  return Array.isArray(list) ? list : [];
}

/** The text with the entry behind the last one of a list that has a line for each field; otherwise as it is. */
function spliced(text: string, entry: unknown): string {
  const list = parseDocument(text).get("deviations", true);
  const last = isSeq(list) && list.flow !== true ? list.items.at(-1) : undefined;
  if (!isMap(last) || !last.range) return text;
  const dash = text.lastIndexOf("-", last.range[0]);
  const at = lineEndAfter(text, last.range[1]);
  return applySplices(text, [{ start: at, end: at, text: rendered(entry, dash - lineStart(text, dash)) }]);
}

/** The same through the YAML library, for a list within a line. */
function rewritten(text: string, entry: unknown): string {
  const document = parseDocument(text);
  const list = document.get("deviations", true);
  if (isSeq(list)) list.flow = false;
  document.addIn(["deviations"], document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}

function rendered(entry: unknown, indent: number): string {
  const list = new Document([entry]);
  const accepts = list.getIn([0, "accepts"], true);
  if (isSeq(accepts)) accepts.flow = true;
  const text = list.toString({ lineWidth: 120 - indent, flowCollectionPadding: false });
  return text.replaceAll(/^(?=[^\n])/gm, " ".repeat(indent));
}
