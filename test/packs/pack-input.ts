import fc from "fast-check";
import { clausePack } from "../../src/clause-pack.ts";
import { dealMistakes } from "../../src/draft/deal-mistakes.ts";
import { factsOf } from "../../src/draft/deal-values.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPacks } from "../../src/library/load-packs.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { Deal, Pack } from "../../src/model/deal.ts";
import type { PackView } from "../../src/model/pack-view.ts";
import { dealFor } from "./random-deal.ts";

export const library = loadLibrary();
export const { packs, ...texts } = loadPacks();

export function playbookOf(pack: Pack) {
  return loadPlaybook(library, pack.playbook);
}

/** Deals for a pack at random, the same each time, with no number that none of its clauses has or that turns severity round. */
export function dealsFor(pack: Pack, count: number): Deal[] {
  const playbook = playbookOf(pack);
  const own = new Set(pack.parts.flatMap(({ requirements }) => requirements));
  const requirements = library.requirements.filter(({ id }) => own.has(id));
  return fc.sample(dealFor(pack, playbook, requirements), { numRuns: count, seed: 20261124 }).map((deal) => {
    const facts = { ...playbook.facts, ...factsOf(deal) };
    const asked = requirements.filter(({ applies_when }) =>
      applies_when.some((when) => when === "always" || facts[when]),
    );
    const metrics = new Set(asked.flatMap(({ quantities }) => quantities.map(({ metric }) => metric)));
    const numbers = Object.fromEntries(Object.entries(deal.numbers).filter(([metric]) => metrics.has(metric)));
    const turned = dealMistakes({ ...deal, numbers }, pack, playbook, asked).flatMap(
      (mistake) => /(\w+) would be .* than (\w+),/.exec(mistake)?.slice(1) ?? [],
    );
    return {
      ...deal,
      numbers: Object.fromEntries(Object.entries(numbers).filter(([metric]) => !turned.includes(metric))),
    };
  });
}

export function fill(pack: Pack, deal: Deal): PackView {
  return clausePack(pack, deal, { library, playbook: playbookOf(pack), texts });
}

/** Ids of the requirements whose clauses the pack has. */
export function requirementsIn(view: PackView): string[] {
  return view.parts.flatMap(({ clauses }) => clauses.flatMap(({ requirementId }) => requirementId ?? []));
}
