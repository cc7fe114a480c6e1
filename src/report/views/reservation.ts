import type { Review } from "../../model/review.ts";

/** Said at the top where part of the contract was not read or supplied; "" otherwise. */
export function reservationOf({ diagnostics }: Review): string {
  const serious = diagnostics.filter(({ severity }) => severity !== "info").length;
  if (serious === 0) return "";
  return `${serious === 1 ? "One reservation limits" : `${serious} reservations limit`} what this report can say.`;
}
