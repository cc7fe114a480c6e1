import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { ContractCheckError } from "../model/diagnostic.ts";
import { isOnePiece, renderValue, renderYaml } from "./render-yaml.ts";
import { isDefault, isTree, keyOf, type Tree } from "./requirement-fields.ts";
import { sameValue } from "./requirement-values.ts";
import { applySplices, lineEndAfter, lineStart, type Splice } from "./splice.ts";

/** A second and third pass are for aliases; more than these, and the file is written in a way that defeats us. */
const PASSES = 6;

interface Pass {
  readonly document: Document;
  readonly text: string;
  readonly splices: Splice[];
  /** Held back while anything else changes: what an alias stands for may be about to change as well. */
  readonly aliases: Splice[];
}

/**
 * The file's text with other values in it: whatever does not change keeps its comments, its order and its layout. Throws
 * ContractCheckError "invalid-library" where the YAML is written so that this cannot be done.
 */
export function rewriteRequirement(file: string, text: string, wanted: Tree): string {
  const isDos = text.includes("\r\n");
  const before = isDos ? text.replaceAll("\r\n", "\n") : text;
  const whole = before === "" || before.endsWith("\n") ? before : `${before}\n`;
  const after = settle(whole, wanted) ?? settle(withoutAliases(whole), wanted);
  if (after === undefined) {
    const message = `${file}: cannot be changed without touching the rest of it; change it with "clausecheck library edit ID --editor".`;
    throw new ContractCheckError("invalid-library", message);
  }
  return isDos ? after.replaceAll("\n", "\r\n") : after;
}

function settle(text: string, wanted: Tree): string | undefined {
  let now = text;
  for (let pass = 0; pass < PASSES; pass++) {
    const document = parseDocument(now);
    if (document.errors.length > 0 || !aliasesHold(document)) return undefined;
    if (sameValue([], document.toJS(), wanted)) return now;
    const work: Pass = { document, text: now, splices: [], aliases: [] };
    visitNode(work, document.contents, wanted, [], 0);
    now = applySplices(now, work.splices.length > 0 ? work.splices : work.aliases);
  }
  return undefined;
}

/** False where an alias stands before what it stands for, or stands for nothing. */
function aliasesHold(document: Document): boolean {
  let hold = true;
  visit(document, {
    Alias(_, alias) {
      hold &&= alias.resolve(document) !== undefined;
    },
  });
  return hold;
}

/** The text with every alias written out: for a file where what an alias stands for is taken away. */
function withoutAliases(text: string): string {
  const document = parseDocument(text);
  const work: Pass = { document, text, splices: [], aliases: [] };
  const spell = (node: unknown, path: readonly PropertyKey[], indent: number): void => {
    if (isAlias(node)) replace(work, node, node.toJS(document), path, indent);
    else if (isMap(node) && !isOnePiece(node))
      for (const pair of node.items) spell(pair.value, [...path, nameOf(pair)], columnOf(text, pair));
    else if (isSeq(node)) for (const [i, item] of node.items.entries()) spell(item, [...path, i], indent);
  };
  spell(document.contents, [], 0);
  return applySplices(text, work.aliases);
}

function visitNode(work: Pass, node: unknown, wanted: unknown, path: readonly PropertyKey[], indent: number): void {
  if (sameValue(path, jsOf(work, node), wanted)) return;
  if (isMap(node) && !isOnePiece(node) && node.items.length > 0 && isTree(wanted)) visitMap(work, node, wanted, path);
  else if (isSeq(node) && !isOnePiece(node) && Array.isArray(wanted) && wanted.length > 0)
    visitSeq(work, node, wanted, path);
  else replace(work, node, wanted, path, indent);
}

function visitMap(work: Pass, node: YAMLMap, wanted: Tree, path: readonly PropertyKey[]): void {
  const { text, splices } = work;
  const pairs = node.items;
  const indent = columnOf(text, pairs[0]);
  const order = Object.keys(wanted);
  pairs.forEach((pair, i) => {
    const name = nameOf(pair);
    const at = [...path, name];
    if (name in wanted) visitNode(work, pair.value, wanted[name], at, indent);
    else if (!isDefault(at, jsOf(work, pair.value))) {
      const next = pairs[i + 1];
      // The first field of an entry stands behind its dash.
      splices.push(
        i === 0 && next
          ? { start: startOf(pair.key), end: startOf(next.key), text: "" }
          : { start: lineStart(text, startOf(pair.key)), end: endOfPair(text, pair), text: "" },
      );
    }
  });
  for (const name of order.filter((key) => !pairs.some((pair) => nameOf(pair) === key))) {
    const earlier = order.slice(0, order.indexOf(name));
    const after = pairs.findLast((pair) => earlier.includes(nameOf(pair))) ?? pairs[0];
    const at = after ? endOfPair(text, after) : text.length;
    splices.push({ start: at, end: at, text: renderYaml({ [name]: wanted[name] }, indent) });
  }
}

/** Entries are told apart by their keys; those that share a place and no key with any other are the same one changed. */
function visitSeq(work: Pass, node: YAMLSeq, wanted: readonly unknown[], path: readonly PropertyKey[]): void {
  const { text, splices } = work;
  const items = node.items;
  const keys = items.map((item) => keyOf(jsOf(work, item)));
  const wantedKeys = wanted.map(keyOf);
  const indent = columnOf(text, node);
  const isChange = path[0] === "examples" || !items.every((item) => isMap(item));
  let next = 0;
  const insertBefore = (index: number, upTo: number) => {
    const previous = items[index - 1];
    const at = previous ? lineEndAfter(text, endOf(previous)) : lineStart(text, startOf(items[0]));
    for (; next < upTo; next++) splices.push({ start: at, end: at, text: renderYaml([wanted[next]], indent) });
  };
  items.forEach((item, i) => {
    const found = wantedKeys.indexOf(keys[i] ?? "", next);
    const isNew = next < wanted.length && !keys.includes(wantedKeys[next] ?? "");
    if (found >= 0) insertBefore(i, found);
    if (found >= 0 || (isChange && isNew)) {
      visitNode(work, item, wanted[next], [...path, next], indent);
      next += 1;
    } else splices.push({ start: lineStart(text, startOf(item)), end: lineEndAfter(text, endOf(item)), text: "" });
  });
  insertBefore(items.length, wanted.length);
}

function replace(work: Pass, node: unknown, wanted: unknown, path: readonly PropertyKey[], indent: number): void {
  const { text } = work;
  const start = startOf(node);
  const end = endOf(node);
  const old = text.slice(start, end);
  const isBlock = old.endsWith("\n");
  const rest = text.slice(end, text.indexOf("\n", end) + 1);
  const isPlain =
    isScalar(node) && !isBlock && old !== "" && typeof wanted === "string" && !wanted.trim().includes("\n");
  const style = !isBlock && /^[ \t]+#/.test(rest) ? "inline" : isPlain ? "plain" : "house";
  const name = path.findLast((step) => typeof step === "string") ?? "";
  const rendered = renderValue(String(name), wanted, indent, style);
  const isBelow = rendered.startsWith("\n");
  const from = isBelow ? text.slice(0, start).replace(/[ \n]+$/, "").length : start;
  const lead = text[start - 1] === ":" || isBelow ? rendered : rendered.slice(1);
  const splice = { start: from, end, text: isBlock ? `${lead}\n` : lead };
  (isAlias(node) ? work.aliases : work.splices).push(splice);
}

function jsOf({ document }: Pass, node: unknown): unknown {
  return isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.toJS(document) : node;
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function endOfPair(text: string, pair: Pair): number {
  return lineEndAfter(text, Math.max(endOf(pair.key), pair.value === null ? 0 : endOf(pair.value)));
}

function columnOf(text: string, of: unknown): number {
  const start = startOf(isPair(of) ? of.key : of);
  return start - lineStart(text, start);
}

function isPair(value: unknown): value is Pair {
  return typeof value === "object" && value !== null && "key" in value;
}

function startOf(node: unknown): number {
  return rangeOf(node)[0];
}

function endOf(node: unknown): number {
  return rangeOf(node)[1];
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 0];
}
