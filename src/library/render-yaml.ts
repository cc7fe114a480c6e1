import { Document, isMap, isScalar, isSeq, Scalar, visit } from "yaml";
import { ENTRY_FIELDS, OWN_FIELDS } from "./requirement-fields.ts";

const LONGEST_LINE = 120;
/** Names of lists of phrases, which stand as a block, one a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  [...OWN_FIELDS, ...Object.values(ENTRY_FIELDS).flat()]
    .filter(({ kind }) => kind === "phrases")
    .map(({ name }) => name),
);
const PROSE: ReadonlySet<string> = new Set(["question", "why"]);

/** Fields as the house writes them: phrases and examples as blocks, prose folded, short lists in a line, citations one a line. */
export function renderYaml(values: unknown, indent = 0): string {
  const document = new Document(values);
  visit(document, {
    Pair(_, { key, value }, path) {
      const owner = path.at(-1);
      if (isScalar(key)) dress(String(key.value), value, isMap(owner) && owner.has("verdict"));
    },
  });
  const text = document.toString({ lineWidth: LONGEST_LINE - indent, flowCollectionPadding: false });
  return text.replaceAll(/^(?=[^\n])/gm, " ".repeat(indent));
}

/** One value as it stands behind its key, from the space on; `inline` where a comment follows in the same line. */
export function renderValue(key: string, value: unknown, indent: number, style: "house" | "plain" | "inline"): string {
  if (typeof value === "string" && style !== "house") {
    const scalar = new Scalar(value.trim());
    scalar.type = style === "inline" && value.trim().includes("\n") ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
    const lineWidth = style === "inline" ? 0 : LONGEST_LINE - indent;
    return shifted(new Document({ [key]: scalar }).toString({ lineWidth }), key, indent);
  }
  return shifted(renderYaml({ [key]: value }), key, indent);
}

function shifted(text: string, key: string, indent: number): string {
  const [first = "", ...rest] = text.replace(/\n$/, "").split("\n");
  const padded = rest.map((line) => (line === "" ? "" : " ".repeat(indent) + line));
  return [first.slice(key.length + 1), ...padded].join("\n");
}

function dress(key: string, node: unknown, isExample: boolean): void {
  if (isSeq(node) && node.items.every((item) => isScalar(item)))
    node.flow = key !== "citations" || node.items.length === 0;
  if (!isScalar(node) || typeof node.value !== "string" || node.value === "") return;
  if (PROSE.has(key)) node.type = Scalar.BLOCK_FOLDED;
  else if (BLOCKS.has(key)) node.type = Scalar.BLOCK_LITERAL;
  else if (node.value.includes("\n") || (key === "text" && isExample)) {
    node.type = Scalar.BLOCK_LITERAL;
    node.value = `${node.value.trimEnd()}\n`;
  }
}

/** True for a list or map within a line: "[a, b]", "{a: b}". */
export function isOnePiece(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}
