import type { Span } from "../model/block.ts";
import { BEARERS, type Bearer } from "../model/function.ts";
import type { Claim, FunctionMatch, Hit } from "../model/match.ts";
import { presentPassive } from "../text/actors.ts";
import { stem } from "../text/inflection.ts";
import { isDeterminer } from "../text/match-phrase.ts";
import { governing } from "../text/predicates.ts";
import type { Token } from "../text/tokens.ts";
import type { ClaimGround } from "./claim-ground.ts";
import type { CompiledAssignments, CompiledFunction } from "./compile-functions.ts";
import { findHandovers } from "./handovers.ts";
import { toHit } from "./hits.ts";
import type { ProvisionMatch } from "./provision-index.ts";
import type { Provision } from "./provisions.ts";
import { isPast, isProtective, startsWithNothing, subjectOf } from "./standing.ts";

type Share = Pick<Claim, "bearers" | "isSplit" | "by">;

/** What the contract says of who bears a function: one claim a provision and bearer, in reading order. */
export function matchFunction(entry: CompiledFunction, rules: CompiledAssignments, ground: ClaimGround): FunctionMatch {
  const { index } = ground;
  const claims = new Map<string, Claim>();
  const decided = new Set<number>();
  const take = (found: ProvisionMatch, share: Share) => {
    const key = `${found.provision.index} ${share.bearers.join("+")}`;
    if (!claims.has(key)) claims.set(key, claimOf(found, share, entry, ground));
  };
  for (const { to, compiled } of entry.given) {
    for (const found of index.findAll(compiled)) {
      const { index: at, owner } = found.provision;
      if (owner?.by === "table" || decided.has(at) || !isSaid(found) || isDenied(found)) continue;
      decided.add(at);
      take(found, givenTo(to));
    }
  }
  const named = [...index.findAll(entry.named), ...index.findAll(entry.listed, ground.owned)];
  for (const found of named) {
    if (decided.has(found.provision.index) || !isSaid(found)) continue;
    const share = shareOf(found, ground);
    if (share) take(found, share);
  }
  const all = [...claims.values()].sort((a, b) => a.hit.provision - b.hit.provision);
  return {
    rule: entry.rule,
    claims: all,
    handovers: entry.rule.handover ? findHandovers(all, rules, ground) : [],
  };
}

const NAMING = new Set<Claim["by"]>(["table", "list", "measures", "assigned"]);

/** Claims that say whose the function is by where they stand or in so many words: a row, a list, an assignment. */
export function bearingHits({ claims }: FunctionMatch): Hit[] {
  const naming = claims.filter(({ by, bearers, isSplit }) => (isSplit || bearers.length === 1) && NAMING.has(by));
  return naming.map((claim) => claim.hit);
}

function givenTo(to: Bearer | "split" | "shared"): Share {
  if (to !== "split" && to !== "shared") return { bearers: [to], isSplit: false, by: "wording" };
  return { bearers: ["supplier", "customer"], isSplit: to === "split", by: "wording" };
}

/** Definitions, recitals, blanks and what is past give nobody a duty. */
function isSaid(found: ProvisionMatch): boolean {
  const { isDefinition, isRecital, isBlank, owner } = found.provision;
  if (owner?.by === "table") return !isByHead(found);
  return !isDefinition && !isRecital && !isBlank && !isPast(found);
}

/** The words that name it begin with a party at the head of a column: that is no part of what the row is about. */
function isByHead({ provision, match }: ProvisionMatch): boolean {
  for (let at = match.at; at < Math.min(match.to, provision.own); at++)
    if (provision.marksAt.get(at)?.some((mark) => isBearer(mark.name))) return true;
  return false;
}

function isDenied(found: ProvisionMatch): boolean {
  const { provision, match, phrase } = found;
  if (phrase.negative) return false;
  const predicate = governing(provision, provision.predicates, match);
  if (isNothing(found)) return true;
  return predicate !== undefined && (predicate.negative || predicate.force === "relief");
}

/** "Nothing in this Agreement obliges the Supplier to monitor". */
function isNothing(found: ProvisionMatch): boolean {
  const predicate = governing(found.provision, found.provision.predicates, found.match);
  return startsWithNothing(found, predicate) && !isProtective(found);
}

/** Who bears what the match names; undefined where the provision does not say that anybody must or does. */
function shareOf(found: ProvisionMatch, ground: ClaimGround): Share | undefined {
  const { provision, match } = found;
  const { owner } = provision;
  if (owner?.by === "table") return { bearers: owner.bearers, isSplit: owner.isSplit, by: "table" };
  if (isNothing(found)) return undefined;
  const assigned = assignedTo(provision, ground);
  if (assigned) return assigned;
  const predicate = governing(provision, provision.predicates, match);
  if (predicate?.force === "relief") return freed(predicate.actor);
  if (predicate?.negative) return undefined;
  if (!predicate && isDenying(found)) return undefined;
  const actor = predicate ? predicate.actor : (subjectOf(found) ?? agentIn(provision));
  if (predicate?.force === "right" && actor) return undefined;
  if (isBearer(actor)) return { bearers: [actor], isSplit: false, by: predicate ? "duty" : "statement" };
  if (ground.jointly.has(provision.index)) return { bearers: ["supplier", "customer"], isSplit: false, by: "duty" };
  if (ground.severally.has(provision.index)) return { bearers: ["supplier", "customer"], isSplit: true, by: "duty" };
  if (owner) return { bearers: owner.bearers, isSplit: false, by: owner.by };
  return predicate || isPassive(provision) ? { bearers: [], isSplit: false, by: "passive" } : undefined;
}

function freed(actor: string | undefined): Share | undefined {
  return isBearer(actor) ? { bearers: [actor], isSplit: false, by: "released" } : undefined;
}

/** "... is the responsibility of the Customer", "remains with the Supplier". */
function assignedTo({ index, tokens }: Provision, ground: ClaimGround): Share | undefined {
  const parties = ground.assigned.flatMap(({ party, at }) => {
    const match = at.get(index);
    return match ? [{ party, match }] : [];
  });
  const [first, ...others] = parties;
  if (!first) return undefined;
  if (others.length > 0) return { bearers: parties.map(({ party }) => party), isSplit: false, by: "assigned" };
  const words = tokens.slice(Math.max(0, first.match.at - NEGATED), first.match.to).map((token) => token.word);
  const isNegative = words.some((word) => word === "not" || word === "no" || word === "nor");
  return { bearers: [first.party], isSplit: false, by: isNegative ? "released" : "assigned" };
}

/** "shall not be the sole responsibility of". */
const NEGATED = 4;

/** "The Supplier does not monitor", "We never keep": no statement that anybody does it. */
function isDenying({ provision, match, phrase }: ProvisionMatch): boolean {
  if (phrase.negative) return false;
  const before = provision.tokens.slice(Math.max(0, match.at - DENIAL), match.at);
  return before.some(
    ({ word, stem }, i) =>
      REFUSES.has(stem) || ((word === "not" || word === "never" || word === "no") && before[i + 1]?.word !== "limited"),
  );
}

const DENIAL = 4;
const REFUSES = new Set(["prohibits", "forbids", "bans", "refuses"].map(stem));

/** "Firewall rules are reviewed by the Supplier": no party stands before the verb, one does the work all the same. */
function agentIn(provision: Provision): string | undefined {
  for (let at = provision.own; at < provision.tokens.length; at++) {
    const agent = presentPassive(provision, at)?.agent;
    if (agent) return agent;
  }
  return undefined;
}

function isPassive(provision: Provision): boolean {
  for (let at = provision.own; at < provision.tokens.length; at++) if (presentPassive(provision, at)) return true;
  return false;
}

function isBearer(role: string | undefined): role is Bearer {
  return BEARERS.some((bearer) => bearer === role);
}

function claimOf(found: ProvisionMatch, share: Share, entry: CompiledFunction, ground: ClaimGround): Claim {
  const { provision, match } = found;
  const hit = toHit(found, { voice: "fact", party: undefined, holder: undefined }, ground);
  const own = provision.tokens.slice(provision.own);
  const label =
    share.by === "table"
      ? contentOf(
          provision,
          own.filter((token) => isIn(token, provision.spans[0])),
        )
      : [];
  const named = contentOf(provision, provision.tokens.slice(match.at, match.to));
  const isItsName = (stem: string) => entry.nameStems.has(stem) || named.includes(stem);
  return {
    hit,
    ...share,
    activity: distinct(label.length > 0 ? label : named),
    words: new Set(own.map((token) => token.stem)),
    isWhole: label.length > 0 && label.filter((stem) => isItsName(stem)).length >= label.length * WHOLE,
  };
}

/** So much of a row's label must be the function's own name. */
const WHOLE = 0.6;
const EMPTY = new Set(
  "of and or for to in on with by from as at shall will must is are be other party parties management".split(" "),
);

/** Stems of the words that carry the meaning: no determiners, no parties. */
function contentOf(provision: Provision, tokens: readonly Token[]): string[] {
  const named = new Set(
    provision.marksAt
      .all()
      .filter((mark) => isBearer(mark.name))
      .flatMap((mark) => provision.tokens.slice(mark.at, mark.to)),
  );
  return tokens
    .filter((token) => !EMPTY.has(token.word) && !isDeterminer(token.word) && !named.has(token))
    .map((token) => token.stem);
}

function isIn(token: Token, span: Span | undefined): boolean {
  return span !== undefined && token.start >= span.start && token.end <= span.end;
}

function distinct(stems: readonly string[]): string[] {
  return [...new Set(stems)].sort();
}
