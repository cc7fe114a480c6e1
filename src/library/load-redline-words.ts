import { readFileSync } from "node:fs";
import type { z } from "zod";
import { ContractCheckError } from "../model/diagnostic.ts";
import {
  commentTextsSchema,
  factWordsSchema,
  firmWordingSchema,
  ownTermsSchema,
  type RedlineWords,
} from "../model/redline-words.ts";
import { problemLine } from "./load-library.ts";
import { parseYaml } from "./parse-yaml.ts";

const TEMPLATES = new URL("../../templates/", import.meta.url);

/** The words that a redline changes. Throws ContractCheckError "invalid-library" that lists every problem. */
export function loadRedlineWords(): RedlineWords {
  return {
    firm: take("firm-wording.yaml", firmWordingSchema),
    ofFacts: take("fact-words.yaml", factWordsSchema),
    ownTerms: take("own-terms.yaml", ownTermsSchema),
    comments: take("redline-comments.yaml", commentTextsSchema),
  };
}

function take<T>(name: string, schema: z.ZodType<T>): T {
  const { value, problems } = parseYaml(`templates/${name}`, readFileSync(new URL(name, TEMPLATES), "utf8"), schema);
  if (value === undefined || problems.length > 0)
    throw new ContractCheckError("invalid-library", problems.map(problemLine).join("\n"));
  return value;
}
