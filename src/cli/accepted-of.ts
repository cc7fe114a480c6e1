import type { Library } from "../model/requirement.ts";
import type { ReviewSetting } from "./review-input.ts";

/** The accepted shortfalls of a file and the day for which to weigh them; undefined where no file is given. Throws as loadDeviations. */
export async function acceptedOf(
  { deviations, asOf }: { readonly deviations: string | undefined; readonly asOf: string },
  library: Library,
): Promise<ReviewSetting["accepted"]> {
  if (deviations === undefined) return undefined;
  const { loadDeviations } = await import("../library/load-deviations.ts");
  return { deviations: loadDeviations(deviations, library), asOf };
}
