import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ContractCheckError } from "../model/diagnostic.ts";
import { type LetterTexts, lawSchema, type TextsByName } from "../model/letter-texts.ts";
import { problemLine } from "./load-library.ts";
import { parseYaml } from "./parse-yaml.ts";

const FOLDER = fileURLToPath(new URL("../../templates/letters", import.meta.url));

/** Reads the texts of letters, as they come with the program. Throws ContractCheckError "invalid-library" for a line without a name and for each mistake in laws.yaml. */
export function loadLetters(): LetterTexts {
  const { value, problems } = parseYaml("templates/letters/laws.yaml", read("laws.yaml"), z.array(lawSchema));
  if (!value) throw new ContractCheckError("invalid-library", problems.map(problemLine).join("\n"));
  return { letter: textsOf("letter.hbs"), internal: textsOf("internal.hbs"), laws: value };
}

function read(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

/** "{{! name }} text", one a line. */
function textsOf(file: string): TextsByName {
  const texts = new Map<string, string[]>();
  for (const line of read(file).split("\n")) {
    if (line.trim() === "") continue;
    const [, name, text] = /^\{\{! ([a-z-]+) \}\} (.+)$/.exec(line) ?? [];
    if (name === undefined || text === undefined)
      throw new ContractCheckError("invalid-library", `templates/letters/${file}: "${line}" has no name in front.`);
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  return texts;
}
