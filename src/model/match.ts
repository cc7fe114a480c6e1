// What the match stage hands to the assess stage: evidence found, with how it stands. No verdicts.
import type { Span } from "./block.ts";
import type { Bearer, FunctionRule } from "./function.ts";
import type { AdverseWording, Hedge, QuantityRule, Requirement, WeakWording } from "./requirement.ts";

/**
 * good: states the element on the right party. hedged: states it behind a hedge. permissive: the party only may.
 * blank: names it and leaves the place for the answer open. wrong-party: states it on the other party. negated: denies it. relieved: frees the party from it.
 */
export type Standing = "good" | "hedged" | "permissive" | "blank" | "wrong-party" | "negated" | "relieved";

export interface Hit {
  /** Position of the provision in reading order. */
  readonly provision: number;
  readonly clause: number;
  /** What to quote, in `Contract.text`; several spans where a table row is quoted cell by cell. */
  readonly spans: readonly Span[];
  /** The lead-in or column head that it is read with, where the words that matched begin there. */
  readonly lead: readonly Span[];
  readonly standing: Standing;
  /** The hedge, where standing is hedged. */
  readonly hedge?: Hedge;
  /** 0..1: how surely the words say it, by who acts and how much was inherited. */
  readonly confidence: number;
}

export interface QuantityHit extends Hit {
  readonly rule: QuantityRule;
  /** In the rule's unit. */
  readonly value: number;
}

export interface RequirementMatch {
  readonly requirement: Requirement;
  /** The provisions in clauses of its topic. */
  readonly topic: { readonly size: number; readonly has: (provision: number) => boolean };
  /** Hits by element id: best standing first, then those in a clause of the topic, the surer ones, reading order. */
  readonly elements: ReadonlyMap<string, readonly Hit[]>;
  readonly weak: readonly { readonly wording: WeakWording; readonly hits: readonly Hit[] }[];
  readonly adverse: readonly { readonly wording: AdverseWording; readonly hits: readonly Hit[] }[];
  readonly quantities: readonly QuantityHit[];
  /** Where the contract chose a way that leaves no room for the requirement. */
  readonly otherwise: readonly Hit[];
  /** Provisions nearest to the subject, one a clause, nearest first. */
  readonly nearest: readonly NearProvision[];
}

/** A provision that speaks of the subject; what to quote of it. */
export interface NearProvision {
  readonly provision: number;
  readonly clause: number;
  readonly spans: readonly Span[];
}

export interface FactMatch {
  readonly id: string;
  readonly shown: readonly Hit[];
  readonly denied: readonly Hit[];
}

/** What one provision says of who bears a function. */
export interface Claim {
  readonly hit: Hit;
  /** One party, or several named together; none where it names the function and gives it to nobody. */
  readonly bearers: readonly Bearer[];
  /** Of several, the text says who does what. */
  readonly isSplit: boolean;
  /**
   * table: a row of a table of responsibilities; list: an item under a party's heading; measures: an item among
   * the measures a party takes, without its name; assigned: "is the responsibility of"; duty: the
   * party shall; statement: it does; wording: words that by themselves decide; passive: nobody is named; released: the party is freed.
   */
  readonly by: "table" | "list" | "measures" | "assigned" | "duty" | "statement" | "wording" | "passive" | "released";
  /** Stems of the words that name the activity, for telling whether two claims are about the same. */
  readonly activity: readonly string[];
  /** Stems of all that the provision says. */
  readonly words: ReadonlySet<string>;
  /** A row whose label names the function itself, not a task that belongs to it. */
  readonly isWhole: boolean;
}

export interface FunctionMatch {
  readonly rule: FunctionRule;
  /** Reading order. */
  readonly claims: readonly Claim[];
  readonly handovers: readonly HandoverHit[];
}

/** Who tells whom of it, when and how. */
export interface HandoverHit {
  readonly hit: Hit;
  readonly from: Bearer | undefined;
  readonly to: Bearer | undefined;
  /** The time allowed, in hours, as the contract states it; undefined where it states none. */
  readonly within: number | undefined;
  /** Words that say through whom or what. */
  readonly contact: Span | undefined;
}
