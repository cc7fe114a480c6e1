import type { Contract } from "../model/contract.ts";
import type { Evidence } from "../model/review.ts";
import type { FoundChange } from "./compare-clauses.ts";
import type { Pairing } from "./pairing.ts";
import { clauseAt } from "./place.ts";
import { maskOf, wordsIn } from "./words.ts";

export type Side = "old" | "new";

/** From a quote of one version to the clause it stands in and to the change of that clause. */
export interface ChangeIndex {
  /** The change of the clause that a quote stands in. */
  readonly ownChangeOf: (side: Side, evidence: Evidence) => string | undefined;
  /** The same, or the change of the nearest clause above it whose words begin its sentence. */
  readonly changeOf: (side: Side, evidence: Evidence) => string | undefined;
  /** Changes of definitions whose term the quote uses. */
  readonly definitionsOf: (evidence: Evidence) => string[];
  /** Whether two quotes stand in clauses that are a pair. */
  readonly isSamePlace: (old: Evidence, now: Evidence) => boolean;
  /** Words of a quote, made comparable. */
  readonly maskOf: (side: Side, evidence: Evidence) => string;
}

export function changeIndex(
  contracts: Readonly<Record<Side, Contract>>,
  pairing: Pairing,
  changes: readonly FoundChange[],
): ChangeIndex {
  const at = { old: clauseAt(contracts.old), new: clauseAt(contracts.new) };
  const byClause = {
    old: new Map(changes.flatMap(({ id, oldIndex }) => (oldIndex === undefined ? [] : [[oldIndex, id] as const]))),
    new: new Map(changes.flatMap(({ id, newIndex }) => (newIndex === undefined ? [] : [[newIndex, id] as const]))),
  };
  const definitions = (["old", "new"] as const).flatMap((side) =>
    contracts[side].terms.flatMap(({ term, clause }) => {
      const change = byClause[side].get(clause);
      return change === undefined ? [] : [{ term, change }];
    }),
  );
  const clauseOf = (side: Side, { start }: Evidence) => at[side](start);
  return {
    ownChangeOf: (side, evidence) => byClause[side].get(clauseOf(side, evidence) ?? -1),
    changeOf: (side, evidence) => {
      const own = clauseOf(side, evidence);
      for (let index = own; index !== undefined; index = contracts[side].clauses[index]?.parent) {
        const change = byClause[side].get(index);
        const says = (contracts[side].clauses[index]?.body.length ?? 0) > 0;
        if (change !== undefined && (index === own || says)) return change;
      }
      return undefined;
    },
    definitionsOf: ({ quote }) => [
      ...new Set(definitions.filter(({ term }) => quote.includes(term)).map(({ change }) => change)),
    ],
    isSamePlace: (old, now) => {
      const index = clauseOf("old", old);
      return index !== undefined && pairing.newOf(index) === clauseOf("new", now);
    },
    maskOf: (side, { start, end }) => maskOf(wordsIn(contracts[side], { start, end })),
  };
}
