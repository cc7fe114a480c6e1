import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/draft/deal-values.ts";
import type { Deal, Pack } from "../../src/model/deal.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderPackDocx } from "../../src/report/docx/render-pack-docx.ts";
import { reviewContract } from "../../src/review.ts";
import { dealsFor, fill, library, packs, playbookOf, requirementsIn } from "./pack-input.ts";

const DEALS = 30;
/** Thirty documents written, read and checked take their time where the machine is busy. */
const PATIENCE_MS = 180_000;

/** Each pack as Word for thirty deals at random, read back and checked: nothing short, nothing adverse. */
export function describeRoundTrip(isOurs: (index: number) => boolean): void {
  describe.each(packs.filter((_, index) => isOurs(index)))("$id", (pack) => {
    test(
      "its Word file is covered in full, whatever the deal",
      async () => {
        const short: string[] = [];
        for (const deal of dealsFor(pack, DEALS)) short.push(...(await shortOf(pack, deal)));
        expect(short).toEqual([]);
      },
      PATIENCE_MS,
    );
  });
}

async function shortOf(pack: Pack, deal: Deal): Promise<string[]> {
  const view = fill(pack, deal);
  const file = await readFile(await renderPackDocx(view), `${pack.id}.docx`);
  const { findings } = reviewContract([file], { library, playbook: playbookOf(pack), facts: factsOf(deal) });
  const own = new Set(requirementsIn(view));
  return findings
    .filter(({ requirementId, verdict }) => verdict === "adverse" || (own.has(requirementId) && verdict !== "covered"))
    .map(({ requirementId, verdict, explanation }) => `${requirementId}: ${verdict}, ${explanation}`);
}
