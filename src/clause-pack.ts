import { assemblePack } from "./draft/assemble-pack.ts";
import { dealMistakes } from "./draft/deal-mistakes.ts";
import { factsOf } from "./draft/deal-values.ts";
import type { PackTexts } from "./draft/pack-values.ts";
import type { PartyNames } from "./draft/party-names.ts";
import type { Deal, Pack } from "./model/deal.ts";
import { ContractCheckError } from "./model/diagnostic.ts";
import type { PackView } from "./model/pack-view.ts";
import type { Library, Playbook, Requirement } from "./model/requirement.ts";
import type { FactId } from "./model/review.ts";

export interface PackOptions {
  readonly library: Library;
  /** The pack's own playbook unless another is chosen. */
  readonly playbook: Playbook;
  readonly texts: PackTexts;
  /** Names and defined terms of a contract that the pack goes into. */
  readonly names?: PartyNames;
  readonly defined?: readonly string[];
  readonly firstNumber?: number;
  /** Of the pack's requirements only these. */
  readonly only?: ReadonlySet<string>;
  /** Facts that go before the deal's: what a review found in a contract. */
  readonly facts?: Partial<Record<FactId, boolean>>;
}

/**
 * A clause pack for a deal: the clauses that its facts call for, filled with its numbers, or the playbook's. Pure. Throws
 * ContractCheckError "invalid-deal" with a line for each thing that is wrong.
 */
export function clausePack(pack: Pack, deal: Deal, options: PackOptions): PackView {
  const { playbook, texts, names, defined, firstNumber, only } = options;
  const library = options.library;
  const own = new Set(pack.parts.flatMap(({ requirements }) => requirements));
  const facts = { ...playbook.facts, ...factsOf(deal), ...options.facts };
  const applies = (requirement: Requirement) =>
    (only?.has(requirement.id) ?? true) && requirement.applies_when.some((when) => when === "always" || facts[when]);
  const chosen = library.requirements.filter((requirement) => own.has(requirement.id) && applies(requirement));
  const mistakes = dealMistakes(deal, pack, playbook, chosen);
  if (mistakes.length > 0) throw new ContractCheckError("invalid-deal", mistakes.join("\n"));
  return assemblePack({
    pack,
    deal,
    library,
    playbook,
    texts,
    applies,
    ...(names ? { names } : {}),
    ...(defined ? { defined } : {}),
    ...(firstNumber ? { firstNumber } : {}),
  });
}
