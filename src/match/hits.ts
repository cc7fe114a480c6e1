import type { Span } from "../model/block.ts";
import type { Contract } from "../model/contract.ts";
import type { Hit, NearProvision, Standing } from "../model/match.ts";
import type { Hedge } from "../model/requirement.ts";
import { governing } from "../text/predicates.ts";
import { absentDocument } from "./absent-document.ts";
import type { CompiledLibrary } from "./compile.ts";
import type { ProvisionIndex, ProvisionMatch } from "./provision-index.ts";
import type { Provision } from "./provisions.ts";
import { type Asked, standingOf } from "./standing.ts";

/** Hedges by provision: where each begins. */
export type HedgeMap = ReadonlyMap<
  number,
  readonly { readonly hedge: Hedge; readonly at: number; readonly to: number }[]
>;

/** What a hit is made on. */
export interface HitGround {
  readonly contract: Contract;
  readonly hedges: HedgeMap;
}

/** All hedges of the contract ("reasonable endeavours to"), by provision. */
export function findHedges(library: CompiledLibrary, index: ProvisionIndex): HedgeMap {
  const map = new Map<number, { hedge: Hedge; at: number; to: number }[]>();
  for (const { hedge, compiled } of library.hedges) {
    for (const { provision, match } of index.find(compiled, true)) {
      const list = map.get(provision.index) ?? [];
      list.push({ hedge, at: match.at, to: match.to });
      map.set(provision.index, list);
    }
  }
  return map;
}

/** A match as a hit: what to quote and how it stands. */
export function toHit(found: ProvisionMatch, asked: Asked, ground: HitGround): Hit {
  const { standing, confidence } = standingOf(found, asked);
  const hedge =
    standing !== "good"
      ? undefined
      : (absentDocument(found, ground.contract) ??
        (asked.voice === "fact" ? undefined : hedgeOf(found, ground.hedges)));
  return {
    provision: found.provision.index,
    clause: found.provision.clause,
    spans: quoteSpans(found).flatMap((span) => partsOf(span, ground.contract)),
    lead: leadSpans(found, hedge?.at).flatMap((span) => partsOf(span, ground.contract)),
    standing: hedge ? "hedged" : standing,
    ...(hedge ? { hedge: hedge.hedge } : {}),
    confidence,
  };
}

/** A provision that speaks of a subject without stating it, with its beginning as the quote. */
export function nearProvision(provision: Provision, contract: Contract): NearProvision {
  const spans = provision.spans.map((span) => shorten(provision, span, span.start, span.start));
  const { index, clause } = provision;
  return { provision: index, clause, spans: spans.flatMap((span) => partsOf(span, contract)) };
}

/** A hedge counts where it stands between the word that binds and what is promised, or anywhere if it defeats the whole. */
function hedgeOf(found: ProvisionMatch, hedges: HedgeMap): { hedge: Hedge; at: number } | undefined {
  const predicate = governing(found.provision, found.provision.predicates, found.match);
  const from = predicate?.at ?? 0;
  return hedges
    .get(found.provision.index)
    ?.find((entry) => entry.hedge.anywhere || (entry.at >= from && entry.at < found.match.to && entry.at - from < 40));
}

const ORDER: readonly Standing[] = ["good", "hedged", "permissive", "blank", "relieved", "negated", "wrong-party"];

/** How well a hit stands: 0 best. */
export function rankOf(hit: Hit): number {
  return ORDER.indexOf(hit.standing);
}

/** Best standing first, then reading order. */
export function byStanding(a: Hit, b: Hit): number {
  return rankOf(a) - rankOf(b) || a.provision - b.provision;
}

/** Longest quote, in characters: a longer provision is cut around the words that matched. */
const LONGEST_QUOTE = 900;

/** What is inherited and holds the beginning of the match, or the hedge. */
function leadSpans({ provision, match }: ProvisionMatch, hedgeAt = match.at): Span[] {
  const leading = provision.tokens.slice(Math.min(match.at, hedgeAt), provision.own);
  return provision.inherited.filter((span) =>
    leading.some((token) => token.start >= span.start && token.end <= span.end),
  );
}

function quoteSpans({ provision, match }: ProvisionMatch): Span[] {
  const first = provision.tokens[Math.max(match.at, provision.own)];
  const last = provision.tokens[match.to - 1];
  if (!first || !last) return [...provision.spans];
  const touched = provision.spans.filter((span) => span.end > first.start && span.start < last.end);
  return (touched.length > 0 ? touched : provision.spans).map((span) =>
    shorten(provision, span, first.start, last.end),
  );
}

/** A quote that runs over a joint is quoted part by part: in the file, a footer or markup may stand between. */
function partsOf(span: Span, { text, joints }: Contract): Span[] {
  const inside: number[] = [];
  for (let i = firstAbove(joints, span.start); (joints[i] ?? Infinity) < span.end; i++) inside.push(joints[i] ?? 0);
  return [span.start, ...inside].map((start, i) => {
    const end = inside[i] ?? span.end;
    return { start, end: start + text.slice(start, end).trimEnd().length };
  });
}

function firstAbove(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shorten(provision: Provision, span: Span, from: number, to: number): Span {
  if (span.end - span.start <= LONGEST_QUOTE) return span;
  const tokens = provision.tokens
    .slice(provision.own)
    .filter((token) => token.start >= span.start && token.end <= span.end);
  const start =
    tokens.find((token) => token.start >= Math.max(span.start, from - LONGEST_QUOTE / 2))?.start ?? span.start;
  const end = tokens.findLast((token) => token.end <= Math.max(to, start + LONGEST_QUOTE))?.end ?? span.end;
  return { start, end };
}
