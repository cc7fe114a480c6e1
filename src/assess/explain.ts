import type { Contract } from "../model/contract.ts";
import type { Hit } from "../model/match.ts";
import { clauseList, isSingular, listed } from "./clause-list.ts";
import type { ElementState } from "./elements.ts";
import { placeOf } from "./evidence.ts";
import type { QuantityState } from "./quantities.ts";
import type { Weighed } from "./weighed.ts";

/** One or two sentences: what is there, what was expected, by what authority. */
export function explain(contract: Contract, weighed: Weighed): string {
  const authority = weighed.requirement.citations[0] ?? "";
  const expected = expectation(weighed.elements.filter((state) => state.element.mandatory));
  switch (weighed.verdict) {
    case "not-applicable":
      return "Does not apply to this contract, on the facts listed in this review.";
    case "covered":
      return `${where(contract, weighed)} ${verb(contract, weighed, "states", "state")} every mandatory element (${authority}).`;
    case "adverse":
      return `${adverseText(contract, weighed)}${alsoCovered(contract, weighed)} ${expected} (${authority}).`;
    case "partial":
      return `${partialText(contract, weighed)} (${authority}).`;
    case "missing":
      return `No clause states this; ${weighed.clausesRead} clauses and table rows were read. ${expected} (${authority}).`;
    case "undecided":
      return `${undecidedText(contract, weighed)} ${expected} (${authority}).`;
    default:
      return weighed.verdict satisfies never;
  }
}

function undecidedText(contract: Contract, weighed: Weighed): string {
  if (!weighed.unsure) return "Cannot be decided: part of the contract could not be read.";
  return `Somebody should read this: ${lower(where(contract, weighed))} may state it, but leaves open who is bound.`;
}

/** What the law asks of the contract, and apart from it what is good practice beyond the statute. */
function expectation(states: readonly ElementState[]): string {
  const texts = (beyond: boolean) =>
    states.filter((state) => state.element.beyond_statute === beyond).map((state) => lower(state.element.text));
  const [asked, recommended] = [texts(false), texts(true)];
  if (recommended.length === 0) return `Expected: ${listed(asked)}`;
  const advice = `Recommended, though the law does not ask for it: ${listed(recommended)}`;
  return asked.length === 0 ? advice : `Expected: ${listed(asked)}. ${advice}`;
}

function partialText(contract: Contract, weighed: Weighed): string {
  const lacking = weighed.elements.filter((state) => state.element.mandatory && !state.met);
  const asked = lacking.filter((state) => !state.element.beyond_statute);
  const recommended = lacking.filter((state) => state.element.beyond_statute);
  const weak = weighed.elements.filter((state) => state.element.mandatory && state.met && state.weak);
  const numbers = weighed.quantities.filter((quantity) => quantity.standing !== "within");
  const named = (states: readonly ElementState[]) => listed(states.map((state) => `"${state.element.text}"`));
  const because = distinct(weighed.weak.map((found) => found.because.replace(/\.$/, ""))).slice(0, 2);
  return [
    `${where(contract, weighed)} ${verb(contract, weighed, "addresses", "address")} this`,
    ...(asked.length > 0 ? [`Not stated: ${named(asked)}`] : []),
    ...(recommended.length > 0
      ? [`Not stated, recommended though the law does not ask for it: ${named(recommended)}`]
      : []),
    ...(weak.length > 0 ? [`Stated weakly: ${named(weak)}`] : []),
    ...because,
    ...numbers.slice(0, 1).map(numberText),
  ].join(". ");
}

function numberText({ hit, limit }: QuantityState): string {
  const unit = hit.rule.unit === "per_year" ? "times a year" : hit.rule.unit;
  const bound = hit.rule.op === "<=" ? "at most" : hit.rule.op === ">=" ? "at least" : "exactly";
  return `The contract says ${hit.value} ${unit} where ${bound} ${limit} is accepted`;
}

function adverseText(contract: Contract, weighed: Weighed): string {
  const clauses = distinct(weighed.adverse.flatMap((found) => labels(contract, found.hits)));
  return `${capital(clauseList(clauses))} ${clauses.length === 1 ? "works" : "work"} against this: ${distinct(weighed.adverse.map((found) => found.because)).join(" ")}`;
}

function alsoCovered(contract: Contract, weighed: Weighed): string {
  const met = weighed.elements.filter((state) => state.element.mandatory && state.met);
  if (met.length === 0) return "";
  const against = new Set(weighed.adverse.flatMap((found) => labels(contract, found.hits)));
  const clauses = clausesOf(contract, met).filter((clause) => !against.has(clause));
  if (clauses.length === 0) return "";
  return ` ${capital(clauseList(clauses))} ${isSingular(clauses) ? "states" : "state"} otherwise, at least in part.`;
}

function where(contract: Contract, weighed: Weighed): string {
  const clauses = clausesOf(
    contract,
    weighed.elements.filter((state) => state.element.mandatory),
  );
  return capital(
    clauseList(
      clauses.length > 0
        ? clauses
        : labels(contract, [...weighed.weak.map((w) => w.hit), ...weighed.quantities.map((q) => q.hit)]),
    ),
  );
}

function verb(contract: Contract, weighed: Weighed, one: string, many: string): string {
  return clausesOf(
    contract,
    weighed.elements.filter((state) => state.element.mandatory),
  ).length > 1
    ? many
    : one;
}

function clausesOf(contract: Contract, states: readonly ElementState[]): string[] {
  return distinct(states.flatMap((state) => labels(contract, state.hits.slice(0, 1)))).slice(0, 4);
}

function labels(contract: Contract, hits: readonly Hit[]): string[] {
  return distinct(
    hits
      .filter((hit) => hit.spans.length > 0)
      .map((hit) => placeOf(contract, hit.clause))
      .map(({ clause, heading }) => clause || (heading ? `"${heading}"` : "unnumbered")),
  );
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
