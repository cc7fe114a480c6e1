import type { Evidence, Finding } from "../../model/review.ts";
import { capital } from "../template-values.ts";
import { changesOf, type NumberChange } from "./numbers.ts";
import { type Places, quotable } from "./places.ts";
import { oneLine, type Say } from "./say.ts";
import { shortNumbers } from "./shortfalls.ts";

/** What has been said and asked in a letter, with the number of the request, and what one request makes of it. */
export interface Ledger {
  readonly number: number;
  /** Quotations, changes of numbers and deletions that the letter has. */
  readonly seen: Map<string, number>;
  /** Earlier requests that this one refers to. */
  readonly above: Set<number>;
}

/** What the letter's words for changes are made of. */
export interface ChangeWords {
  readonly say: Say;
  readonly places: Places;
  readonly wanted: ReadonlyMap<string, number>;
}

/** The number under which a thing stands already, if that is an earlier request; it stands under this one from now on if it is new. */
function noted(key: string, { number, seen, above }: Ledger): number | undefined {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, number);
  if (before === undefined || before === number) return undefined;
  above.add(before);
  return before;
}

/** The contract's own words, each quoted once in a letter. */
export function quotes(evidence: readonly Evidence[], { say, places }: ChangeWords, ledger: Ledger): string[] {
  const own = new Set<string>();
  const texts = evidence.flatMap((one) => {
    const quote = quotable(one);
    const key = `${one.file}\n${one.start}\n${quote}`;
    if (quote === "" || own.has(key)) return [];
    own.add(key);
    const Place = capital(places.of([one]));
    const above = noted(key, ledger);
    return above === undefined
      ? [say("words", { Place, quote })]
      : [say("words-above", { Place, number: String(above) })];
  });
  return [...new Set(texts)];
}

/** Whether any of the words is not yet to be deleted by an earlier request. */
export function areToDelete(evidence: readonly Evidence[], ledger: Ledger): boolean {
  return evidence.map((one) => noted(`delete\n${one.file}\n${one.start}`, ledger)).includes(undefined);
}

/** Changes of numbers that a finding calls for. */
export function numberChanges(finding: Finding, { wanted }: ChangeWords): NumberChange[] {
  return shortNumbers(finding).flatMap((quantity) => changesOf(quantity, wanted));
}

/** The changes in words, with whether any of them is new; `isRestated`: the wording asked for has the number, so that it need not be said. */
export function changeTexts(
  changes: readonly NumberChange[],
  { say, places }: ChangeWords,
  ledger: Ledger,
  isRestated: (change: NumberChange) => boolean,
): { texts: string[]; isNew: boolean } {
  let isNew = false;
  const texts = changes.flatMap((change) => {
    const { found, hours, clock, wanted, evidence, row } = change;
    const clause = places.of([evidence]);
    const place = row === "" ? clause : say("row", { place: clause, row: oneLine(row) });
    const above = noted(`${evidence.file}\n${evidence.clause}\n${row}\n${found}\n${wanted}`, ledger);
    if (above !== undefined) return [say("replaced-above", { place, number: String(above) })];
    if (isRestated(change)) return [];
    isNew = true;
    if (hours !== "") return [say("state-hours", { wanted, place, found: hours })];
    if (found === "") return [say("state", { wanted, place })];
    if (clock) return [say("replace-clock", { found, wanted, place, from: clock.found, to: clock.wanted })];
    return [say("replace", { found, wanted, place })];
  });
  return { texts: [...new Set(texts)], isNew };
}
