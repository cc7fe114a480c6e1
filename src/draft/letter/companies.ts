import type { Review } from "../../model/review.ts";
import { oneLine, type Say } from "./say.ts";

export type Side = "supplier" | "customer";

/** The companies that a letter names. */
export interface Companies {
  readonly supplier: string;
  readonly customer: string;
  /** Sides for which neither the contract nor the options name a company: the letter has a marked blank. */
  readonly unnamed: readonly Side[];
}

/** What stands for a party without naming a company. */
const NO_COMPANY =
  /^(?:the )?(?:you|your|we|us|our|it|they|i|(?:service|cloud|hosting|managed service)? ?provider|customer|client|supplier|vendor|contractor|(?:data )?controller|(?:data )?processor|data (?:ex|im)porter|company|buyer|purchaser|seller|authority|licensor|licensee|subscriber|user|host|party)s?$/iu;

/** The company of each side: as the contract names it, else as the writer does, `from` with the company in the third line, `to` with the supplier. */
export function companiesOf(
  { contract }: Review,
  { from, to }: { readonly from: readonly string[]; readonly to: string | undefined },
  say: Say,
): Companies {
  const given = { customer: from[2] ?? "", supplier: to ?? "" };
  const nameOf = (side: Side) => {
    const named = oneLine(contract.parties.find(({ role }) => role === side)?.name ?? contract.names[side]);
    return NO_COMPANY.test(named) ? oneLine(given[side]) : named;
  };
  const [supplier, customer] = [nameOf("supplier"), nameOf("customer")];
  const unnamed = (["supplier", "customer"] as const).filter((side) => nameOf(side) === "");
  return {
    supplier: supplier || say("blank", { side: "supplier" }),
    customer: customer || say("blank", { side: "customer" }),
    unnamed,
  };
}
