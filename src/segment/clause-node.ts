import type { Span } from "../model/block.ts";
import type { Clause, ClauseKind } from "../model/contract.ts";

/** A clause under construction. */
export interface ClauseNode {
  kind: ClauseKind;
  number: string;
  heading: string;
  headingSpan?: Span;
  body: Span[];
  leadIn?: Span;
  columnHeads?: (Span | undefined)[];
  upperHeads?: (Span | undefined)[];
  parent?: ClauseNode;
  readonly file: number;
  readonly page?: number;
  readonly origin: Clause["origin"];
  /** Number of children so far. */
  children: number;
  /** True where the lead-in ends with "shall", "to", "not": its items start with a verb. */
  asksVerb?: boolean;
  /** True where a short line was taken for a heading by its looks alone: without children it is text after all. */
  guessedHeading?: boolean;
}

/** Freezes the nodes, which stand in reading order, into clauses. */
export function toClauses(nodes: readonly ClauseNode[]): Clause[] {
  const indexes = new Map(nodes.map((node, index) => [node, index]));
  return nodes.map((node, index) => {
    const parent = node.parent === undefined ? undefined : indexes.get(node.parent);
    settle(node);
    return {
      index,
      kind: node.kind,
      number: node.number,
      heading: node.heading,
      ...(node.headingSpan ? { headingSpan: node.headingSpan } : {}),
      body: node.body,
      ...(parent === undefined ? {} : { parent }),
      ...(node.leadIn ? { leadIn: node.leadIn } : {}),
      ...(node.columnHeads ? { columnHeads: node.columnHeads } : {}),
      ...(node.upperHeads ? { upperHeads: node.upperHeads } : {}),
      file: node.file,
      ...(node.page === undefined ? {} : { page: node.page }),
      origin: node.origin,
    };
  });
}

function settle(node: ClauseNode): void {
  const capitals = node.heading === node.heading.toUpperCase();
  if (node.guessedHeading && node.children === 0 && node.body.length === 0 && !capitals) headingToText(node);
  if (node.kind === "clause" && node.body.length === 0) node.kind = "heading";
}

/** Takes back that a short line is a heading. */
export function headingToText(node: ClauseNode): void {
  if (!node.headingSpan) return;
  node.body = [node.headingSpan];
  node.heading = "";
  delete node.headingSpan;
}
