import fc from "fast-check";
import type { ReadFile } from "../../src/model/contract.ts";
import { readFile } from "../../src/read/read-file.ts";

/** A clause by its words; a number refers to the clause with that id. */
interface Clause {
  readonly id: number;
  readonly words: readonly (string | number)[];
}

export interface Section {
  readonly heading: string;
  readonly clauses: readonly Clause[];
}

const WORDS =
  "supplier customer shall provide maintain security records audit notice charges invoice system access backup incident report within days after written consent remove replace agreement personnel premises insurance".split(
    " ",
  );
const HEADINGS = "Scope Charges Records Security Insurance Personnel Premises Notices Audit Backups".split(" ");

const clause = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 14 }),
  reference: fc.nat(),
});

/** Contracts of two to eight sections; every third clause or so refers to another. */
export const contracts: fc.Arbitrary<readonly Section[]> = fc
  .record({
    headings: fc.shuffledSubarray(HEADINGS, { minLength: 2, maxLength: 8 }),
    clauses: fc.array(fc.array(clause, { minLength: 1, maxLength: 5 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ headings, clauses }) => {
    const sections = headings.map((heading, i) => ({ heading, clauses: clauses[i] ?? [] }));
    const total = sections.reduce((sum, section) => sum + section.clauses.length, 0);
    let id = 0;
    return sections.map((section) => ({
      heading: section.heading,
      clauses: section.clauses.map(({ words, reference }) => ({
        id: id++,
        words: reference % 3 === 0 ? [...words, "under", "clause", reference % total] : words,
      })),
    }));
  });

/** The same contract with sections and clauses in another order. */
export function shuffled(contract: readonly Section[]): fc.Arbitrary<readonly Section[]> {
  const inside = contract.map(({ heading, clauses }) =>
    fc
      .shuffledSubarray([...clauses], { minLength: clauses.length, maxLength: clauses.length })
      .map((own) => ({ heading, clauses: own })),
  );
  return fc
    .tuple(...inside)
    .chain((sections) => fc.shuffledSubarray(sections, { minLength: sections.length, maxLength: sections.length }));
}

/** The contract as a text file, numbered in its order; a reference names the number that its clause has there. */
export async function fileOf(contract: readonly Section[]): Promise<ReadFile> {
  const numbers = new Map(
    contract.flatMap(({ clauses }, i) => clauses.map(({ id }, k) => [id, `${i + 1}.${k + 1}`] as const)),
  );
  const lines = contract.flatMap(({ heading, clauses }, i) => [
    `${i + 1}. ${heading.toUpperCase()}`,
    ...clauses.map(({ id, words }) => {
      const text = words.map((word) => (typeof word === "number" ? numbers.get(word) : word)).join(" ");
      return `${numbers.get(id)} The ${text}.`;
    }),
  ]);
  const text = ["HOSTING AGREEMENT", ...lines].join("\n\n");
  return readFile(new TextEncoder().encode(text), "contract.txt");
}
