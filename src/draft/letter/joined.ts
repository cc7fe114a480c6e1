import type { LetterRequest } from "../../model/letter-view.ts";
import type { Finding } from "../../model/review.ts";
import { type Drafting, requestOf } from "./request.ts";

/** Requests counted from 1, and under which of them each finding stands. A finding whose change an earlier request asks for already joins that one. */
export function joinedRequests(
  findings: readonly Finding[],
  drafting: Drafting,
): { items: LetterRequest[]; numbers: ReadonlyMap<Finding, number> } {
  const items: LetterRequest[] = [];
  const numbers = new Map<Finding, number>();
  for (const finding of findings) {
    const drafted = requestOf(finding, items.length + 1, drafting);
    if (!drafted) continue;
    const { request, joins, also } = drafted;
    const earlier = joins === undefined ? undefined : items[joins - 1];
    numbers.set(finding, earlier?.number ?? request.number);
    if (!earlier) items.push(request);
    else
      items[earlier.number - 1] = {
        ...earlier,
        subject: `${earlier.subject}; ${request.subject}`,
        blocks: [...earlier.blocks, ...also],
      };
  }
  return { items, numbers };
}
