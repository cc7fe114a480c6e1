import type { Evidence, Review, Severity } from "../../model/review.ts";
import { clauseWords, sentenceCase } from "../views/words.ts";

/** How grave a result is, in SARIF's three words. */
export type Level = "error" | "warning" | "note";

export const SEVERITY_LEVELS: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
};

export interface Message {
  readonly text: string;
}

/**
 * A plain text message (SARIF 2.1.0, 3.11.3). Braces are doubled, as 3.11.5 wants it, and no words of a contract can become an
 * embedded link of 3.11.6.
 */
export function message(text: string): Message {
  return {
    text: text
      .replaceAll(/[{}]/g, (brace) => brace + brace)
      .replaceAll(/(\\*)\]\(/g, (_, before: string) => `${before}${before}\\](`),
  };
}

interface ArtifactLocation {
  readonly uri: string;
  readonly index?: number;
}

/** Where a file is: its name as a relative URI, and its place among the artifacts. */
export function artifactLocation(name: string, files: Review["contract"]["files"]): ArtifactLocation {
  const index = files.findIndex((file) => file.name === name);
  return { uri: uriOf(name), ...(index < 0 ? {} : { index }) };
}

function uriOf(name: string): string {
  const parts = name.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.map((part) => encodeURIComponent(part)).join("/");
}

export interface Location {
  readonly physicalLocation: { readonly artifactLocation: ArtifactLocation };
  readonly logicalLocations?: readonly {
    readonly name: string;
    readonly fullyQualifiedName: string;
    readonly kind: "clause";
  }[];
  readonly message: Message;
  readonly properties: Readonly<Record<string, string | number>>;
}

/**
 * Where a quote stands: the file, the clause as its logical location, the page, and the words as the location's message. There is
 * no region: evidence is counted in the text that the reader made of all files together, whereas SARIF counts characters of the
 * file itself and allows none of them in PDF or Word files (3.30.1), nor a region that holds a snippet alone.
 */
export function location(evidence: Evidence, kind: string, files: Review["contract"]["files"]): Location {
  const { file, page, clause, heading, because } = evidence;
  const name = sentenceCase(clauseWords(evidence));
  return {
    physicalLocation: { artifactLocation: artifactLocation(file, files) },
    ...(clause === "" ? {} : { logicalLocations: [{ name, fullyQualifiedName: name, kind: "clause" as const }] }),
    message: message(evidence.shown ?? evidence.quote),
    properties: {
      kind,
      ...(page === undefined ? {} : { page }),
      ...(heading === "" ? {} : { heading }),
      ...(because === undefined ? {} : { because }),
    },
  };
}

/** Each location once: SARIF wants related locations unique, and one sentence may stand twice in a clause. */
export function unique(locations: readonly Location[]): Location[] {
  return [...new Map(locations.map((item) => [JSON.stringify(item), item])).values()];
}
