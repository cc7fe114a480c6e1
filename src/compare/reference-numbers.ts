import type { Span } from "../model/block.ts";
import type { Contract, CrossReference } from "../model/contract.ts";
import { clauseAt } from "./place.ts";

/** The number of a reference, without "clause" and the like. */
export interface ReferenceNumber extends Span {
  /** Index of the clause it leads to. */
  readonly target: number;
}

const LEADING =
  /^(?:this\s+)?(?:(?:sub-?)?(?:clauses?|sections?|paragraphs?|articles?|schedules?|annex\w*|append\w+|exhibits?|attachments?|parts?)(?![a-z])|§{1,2})\s*(?:no\.?\s*)?/i;
const OF_AGREEMENT = /^\s*(?:of|in|to|under)\s+(?:the|this)\s+(?:main\s+|master\s+)?(?:agreement|contract)\b/i;
const OF_SCHEDULE =
  /^\s*(?:of|in|to|under)\s+(?:the\s+)?(?:schedule|annex\w*|appendix|exhibit|attachment|part)\s+(?:\d|[A-Z]\b|[IVX]+\b)/i;

const KNOWN = new WeakMap<Contract, readonly ReferenceNumber[]>();

/** Numbers of references inside a span, in order. A reference without a number, or one that may lead elsewhere, is plain text. */
export function referenceNumbers(contract: Contract, span: Span): ReferenceNumber[] {
  const known = KNOWN.get(contract) ?? allNumbers(contract);
  KNOWN.set(contract, known);
  const found: ReferenceNumber[] = [];
  for (let i = firstFrom(known, span.start); i < known.length; i++) {
    const number = known[i];
    if (!number || number.start >= span.end) break;
    if (number.end <= span.end) found.push(number);
  }
  return found;
}

function allNumbers(contract: Contract): ReferenceNumber[] {
  const at = clauseAt(contract);
  const byNumber = new Map<string, number>();
  for (const { kind, file, number, index } of contract.clauses) {
    const key = `${file} ${ownNumber(number)}`;
    if (number !== "" && kind !== "contents" && kind !== "row" && !byNumber.has(key)) byNumber.set(key, index);
  }
  const found: ReferenceNumber[] = [];
  for (const reference of contract.references) {
    const { start, end } = reference.span;
    const text = contract.text.slice(start, end);
    const number = start + (LEADING.exec(text)?.[0].length ?? 0);
    if (text.startsWith("](") || number >= end || number < (found.at(-1)?.end ?? 0)) continue;
    if (!/[\d(]|^[A-Z]/.test(contract.text.slice(number, end))) continue;
    const target = targetOf(contract, reference, at(start), byNumber);
    if (target !== undefined) found.push({ start: number, end, target });
  }
  return found;
}

/**
 * "Paragraph 12" in a document of a bundle is that document's own paragraph 12 where it has one, unless it says "of the
 * Agreement"; "clause 12" is what it was taken for. "Paragraph 12 of Schedule 2" is known only where Schedule 2 is.
 */
function targetOf(
  { clauses, text }: Contract,
  { span, target }: CrossReference,
  here: number | undefined,
  byNumber: ReadonlyMap<string, number>,
): number | undefined {
  const led = target === undefined ? undefined : clauses[target];
  if (!led) return undefined;
  const after = text.slice(span.end, span.end + 60);
  if (OF_AGREEMENT.test(after)) return target;
  if (OF_SCHEDULE.test(after)) return /^[\d(]/.test(led.number) ? undefined : target;
  if (/^(?:this\s+)?(?:sub-?)?clause/i.test(text.slice(span.start, span.end))) return target;
  const file = here === undefined ? led.file : (clauses[here]?.file ?? led.file);
  return led.file === file ? target : (byNumber.get(`${file} ${ownNumber(led.number)}`) ?? target);
}

/** The number inside its schedule: "4.1" of "Schedule 2, 4.1". */
function ownNumber(number: string): string {
  return number.replace(/^.*,\s*/, "").toLowerCase();
}

function firstFrom(numbers: readonly ReferenceNumber[], offset: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
