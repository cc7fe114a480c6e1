import type { Clause, Contract } from "../../model/contract.ts";
import { ownNumber, paragraphAt, wordsStart } from "./clause-shape.ts";

/** Kinds of clauses that bind. */
export const OPERATIVE: ReadonlySet<string> = new Set(["clause", "heading"]);

/** The last clause of the first level among the clauses that most of the file's stand with: not in an annex with a few of its own. */
export function lastOperative(contract: Contract, file: number): Clause | undefined {
  const own = contract.clauses.filter(
    (clause) => clause.file === file && clause.origin === "body" && OPERATIVE.has(clause.kind),
  );
  const numbered = own.filter((clause) => /^\d+\.?$/.test(ownNumber(clause)) && wordsStart(clause) !== undefined);
  const groups = Map.groupBy(numbered, (clause) => containerOf(contract, clause));
  const [, most] = [...groups].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  if (most && most.length > 1) return most.at(-1);
  const headed = own.filter(
    (clause) =>
      clause.heading !== "" && containerOf(contract, clause) === "" && childrenOf(contract, clause).some(isPlain),
  );
  const plain = own.filter(
    (clause) => isPlain(clause) && containerOf(contract, clause) === "" && !isSignature(contract, clause),
  );
  return headed.at(-1) ?? plain.at(-1) ?? own.findLast((clause) => isPlain(clause) && !isSignature(contract, clause));
}

/** A clause with words of its own in the body of the text. */
export function isPlain({ kind, body, origin }: Clause): boolean {
  return kind === "clause" && body.length > 0 && origin === "body";
}

/** True where the clauses below complete its sentence ("The Customer:"): it is no heading, and they are no clauses. */
export function isSentence({ leadIn, body, heading }: Clause): boolean {
  return leadIn !== undefined || body.length > 0 || /:\s*$/.test(heading);
}

/** The schedule that a clause stands in; its parts are one. */
function containerOf(contract: Contract, clause: Clause): string {
  for (let at: Clause | undefined = clause; at; at = at.parent === undefined ? undefined : contract.clauses[at.parent])
    if (at.kind === "schedule") return at.number.split(", ")[0] ?? "";
  return "";
}

/** An offset in the last paragraph of a clause with all that stands below it; signatures and schedules are no part of it. */
export function endOfTree(contract: Contract, clause: Clause): number {
  const inTree = new Set([clause.index]);
  let end = Math.max(wordsStart(clause) ?? 0, ...clause.body.map((span) => span.start));
  for (const below of contract.clauses.slice(clause.index + 1)) {
    if (below.parent === undefined || !inTree.has(below.parent)) break;
    if (below.origin !== "body") continue;
    if (below.kind === "schedule" || below.kind === "front" || isSignature(contract, below)) break;
    inTree.add(below.index);
    end = Math.max(end, wordsStart(below) ?? 0, ...below.body.map((span) => span.start));
  }
  return paragraphAt(contract, end).start;
}

const SIGNATURE =
  /^(?:signed|executed|in witness|by:|name:|title:|date:|signature|name (?:and|&) title|institution:|_{4,})/i;

function isSignature(contract: Contract, { number, body }: Clause): boolean {
  const first = body[0];
  return number === "" && first !== undefined && SIGNATURE.test(contract.text.slice(first.start, first.end).trim());
}

/** The clauses right below a clause. */
export function childrenOf(contract: Contract, clause: Clause): Clause[] {
  return contract.clauses.filter(({ parent }) => parent === clause.index);
}
