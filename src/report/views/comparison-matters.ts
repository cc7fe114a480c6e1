import type { Comparison } from "../../model/comparison.ts";
import { ALLOCATION_WORDS } from "./matrix-view.ts";
import { dayWords, FACT_WORDS, VERDICT_WORDS } from "./words.ts";

/** What is neither a requirement nor a clause: a short table. */
export interface MatterGroup {
  readonly anchor: string;
  readonly title: string;
  /** False where it only says what still holds. */
  readonly isChange: boolean;
  readonly rows: readonly { readonly name: string; readonly said: string; readonly more: string }[];
}

const STATUS_WORDS = {
  active: "holds",
  expired: "expired, counts again",
  outgrown: "does not hold: the contract is worse than what was accepted",
  "not-needed": "no longer needed",
  "not-yet": "does not hold yet",
};
const ROLE_WORDS: Readonly<Record<string, string>> = {
  customer: "customer",
  supplier: "supplier",
  "third-party": "third party",
};

/** Groups that have something to say, in the order shown. `labelOf` names a clause change. */
export function matterGroups(comparison: Comparison, labelOf: (id: string) => string): MatterGroup[] {
  const groups: MatterGroup[] = [
    {
      anchor: "responsibilities",
      title: "Who is responsible",
      isChange: true,
      rows: comparison.responsibilities.map(({ name, old, new: now, explanation, causes }) => ({
        name,
        said: `${ALLOCATION_WORDS[old]}, now ${ALLOCATION_WORDS[now].toLowerCase()}`,
        more: [explanation, causes.length > 0 ? `Behind it: ${causes.map(labelOf).join("; ")}.` : ""]
          .filter(Boolean)
          .join(" "),
      })),
    },
    {
      anchor: "accepted",
      title: "Accepted deviations",
      isChange: false,
      rows: comparison.deviations.map(({ title, verdict, status, by, because, until }) => ({
        name: title,
        said: STATUS_WORDS[status],
        more: `${VERDICT_WORDS[verdict]}. Accepted by ${by} until ${dayWords(until)}: ${because}`,
      })),
    },
    { anchor: "parties", title: "Parties", isChange: true, rows: partyRows(comparison) },
    {
      anchor: "terms",
      title: "Defined terms",
      isChange: true,
      rows: (["added", "changed", "removed"] as const).flatMap((change) => {
        const names = comparison.terms.filter((each) => each.change === change).map(({ term }) => term);
        return names.length === 0 ? [] : [{ name: names.join("; "), said: change, more: "" }];
      }),
    },
    {
      anchor: "documents",
      title: "Documents relied on",
      isChange: true,
      rows: comparison.documents.map(({ title, change }) => ({
        name: title,
        said:
          change === "now-absent"
            ? "relied on now and not among the files"
            : "no longer relied on without being supplied",
        more: "",
      })),
    },
    {
      anchor: "facts",
      title: "What the contract is about",
      isChange: true,
      rows: comparison.facts.map(({ id, new: now }) => ({
        name: FACT_WORDS[id],
        said: now ? "now yes" : "no longer",
        more: "",
      })),
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function partyRows({ parties }: Comparison): MatterGroup["rows"] {
  return parties.map(({ name, change, old, new: now }) => ({
    name,
    said:
      change === "role"
        ? `${ROLE_WORDS[old ?? ""] ?? ""}, now ${ROLE_WORDS[now ?? ""] ?? ""}`
        : `${change}, ${ROLE_WORDS[now ?? old ?? ""] ?? ""}`,
    more: "",
  }));
}
