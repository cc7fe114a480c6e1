import type { Span } from "../model/block.ts";
import type { Contract } from "../model/contract.ts";
import type { Hedge } from "../model/requirement.ts";
import type { PhraseMatch } from "../text/match-phrase.ts";
import { SIGN } from "../text/tokens.ts";
import type { ProvisionMatch } from "./provision-index.ts";
import type { Provision } from "./provisions.ts";

const ABSENT: Hedge = {
  id: "absent-document",
  phrases: [],
  anywhere: true,
  because: "What is owed stands in a document that was not supplied.",
};
const STANDS_IN =
  /\b(?:set out|listed|described|specified|detailed|contained|stated|identified|given) (?:in|by)\s+(?:the\s+)?$/i;

/** "... the breaches listed in Annex 13", where there is no Annex 13: an element that rests on it is at most weak. */
export function absentDocument(
  { provision, match }: ProvisionMatch,
  { text, missingDocuments }: Contract,
): { hedge: Hedge; at: number } | undefined {
  const isAbsent = missingDocuments.some(
    ({ span }) =>
      isObjectOf(provision, match, span) && STANDS_IN.test(text.slice(Math.max(0, span.start - 40), span.start)),
  );
  return isAbsent ? { hedge: ABSENT, at: provision.own } : undefined;
}

/** The document stands in the words that matched or right behind them, with no comma between: it is what they speak of. */
function isObjectOf({ tokens, own }: Provision, match: PhraseMatch, document: Span): boolean {
  const at = tokens.findIndex((token, i) => i >= own && token.start >= document.start && token.start < document.end);
  if (at < match.at || at - match.to > POINTER) return false;
  return tokens.slice(match.to, at + 1).every(({ before }) => (before & (SIGN.comma | SIGN.semicolon)) === 0);
}

/** Words of "that are set out in the". */
const POINTER = 6;
