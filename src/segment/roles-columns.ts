import type { Span } from "../model/block.ts";
import { shownText } from "../text/shown.ts";
import type { ContractDraft } from "./draft.ts";
import { canBeShortName, isPartyWord, normalName } from "./parties-names.ts";
import { toReadableText } from "./parties-readable-text.ts";
import { STANDARD_SIDES } from "./roles-standard-names.ts";

/** Names that head a column beside the customer's. */
export interface ColumnParties {
  readonly suppliers: readonly string[];
  /** Those beside a column of the supplier's, and those which the text itself calls a vendor or manufacturer: «Cloudwall (the vendor of the firewall)». */
  readonly outsiders: readonly string[];
}

/**
 * Proper names at the head of a column beside "Customer" in tables that divide responsibilities, in lower case. Heads that are
 * plain words ("Activity") are no names.
 */
export function findColumnParties(draft: ContractDraft): ColumnParties {
  const heads = new Map<string, Set<string>>();
  for (const clause of draft.clauses) {
    const texts = clause.columnHeads?.map((span) => (span ? shown(draft, span) : "")) ?? [];
    if (texts.length > 0) heads.set(texts.join("\t"), new Set(texts));
  }
  const { text } = toReadableText(draft);
  const suppliers = new Set<string>();
  const outsiders = new Set<string>();
  for (const columns of heads.values()) {
    if (columns.size > 8 || ![...columns].some((head) => STANDARD_SIDES.get(normalName(head)) === "customer")) continue;
    const hasSupplier = [...columns].some((head) => STANDARD_SIDES.get(normalName(head)) === "supplier");
    for (const head of columns) {
      if (!isProperName(head, text)) continue;
      const [first = ""] = head.split(" ");
      const names = text.split(`${first} `).length > text.split(head).length ? [head, first] : [head];
      for (const name of names) (hasSupplier || isOutsider(first, text) ? outsiders : suppliers).add(normalName(name));
    }
  }
  return { suppliers: [...suppliers], outsiders: [...outsiders] };
}

/** What tables call their first column, or a remark beside the parties. */
const LABELS =
  /^(?:tasks?|activit(?:y|ies)|functions?|areas?|services?|elements?|items?|controls?|process(?:es)?|responsibilit(?:y|ies)|notes?|remarks?|comments?|descriptions?|categor(?:y|ies)|layers?|components?|topics?|domains?|requirements?|roles?|ref(?:erence)?|id|no|status|details?|measures?|scope|phase|stage|step|owner|shared|both)\b/i;

function isProperName(head: string, text: string): boolean {
  if (
    LABELS.test(head) ||
    !/^\p{Lu}/u.test(head) ||
    head.split(" ").length > 4 ||
    isPartyWord(head) ||
    !canBeShortName(head)
  )
    return false;
  const [first = ""] = head.split(" ");
  return !text.includes(` ${first.toLowerCase()}`) && text.includes(first);
}

function isOutsider(first: string, text: string): boolean {
  return new RegExp(`${first.replace(/\W/g, ".")} ?\\([^()]*\\b(?:vendor|third|manufacturer|licensor)\\b`, "i").test(
    text,
  );
}

function shown(draft: ContractDraft, span: Span): string {
  return shownText(draft.text, draft.hidden, span)
    .replace(/[*_`\s]+/g, " ")
    .trim();
}
