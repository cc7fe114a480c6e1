import type { TextBlock } from "../model/block.ts";
import type { ReadFile } from "../model/contract.ts";
import type { Review } from "../model/review.ts";
import { visible } from "./visible.ts";

/** Who is taken for what, and what may be wrong with that. */
export function preamble({ contract: { names, parties } }: Review, files: readonly ReadFile[]): string {
  const named = (role: "supplier" | "customer") => {
    const name = parties.find((party) => party.role === role)?.name;
    const own = names[role];
    return name === undefined || own.replace(/^the /, "") === name ? own : `${own} (${name})`;
  };
  const lines = [`Supplier: ${named("supplier")}; customer: ${named("customer")}.`];
  const bare = [names.supplier, names.customer].map((name) => name.replace(/^the /, ""));
  const isCalled = files.some(({ blocks }) =>
    blocks.some((block) => bare.some((name) => textOf(block).includes(name))),
  );
  if (!isCalled && parties.every(({ role }) => role === "third-party"))
    lines.push(`The contract names neither party: new clauses speak of ${names.supplier} and ${names.customer}.`);
  const attached = files.find(({ blocks }) => ATTACHED.test(opening(blocks)));
  if (attached && files.every((file) => file === attached || ATTACHED.test(opening(file.blocks))))
    lines.push(
      `${attached.name}: says that it belongs to an agreement that is not among the files; give that too, or look whether it says what is asked for here.`,
    );
  return lines.map((line) => `${visible(line)}\n`).join("");
}

/** "Schedule 2 to the Master Services Agreement", "This Annex forms part of the Agreement". */
const ATTACHED =
  /\b(?:schedule|annex|appendix|exhibit|addendum)\b[^.\n]{0,60}\b(?:to|of|under|supplements)\b[^.\n]{0,60}\b(?:agreement|contract)\b/i;

/** Where a document says what it is. */
function opening(blocks: ReadFile["blocks"]): string {
  return blocks.map(textOf).join("\n").slice(0, 800);
}

/** True where a file has words. */
export function hasText({ blocks }: ReadFile): boolean {
  return blocks.some((block) => textOf(block).trim() !== "");
}

function textOf({ text, rows = [] }: TextBlock): string {
  return [text, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.text))].join("\n");
}
