// The texts that letters are made of, as templates/letters has them.
import { z } from "zod";
import { AREAS } from "./review.ts";

export const lawSchema = z.strictObject({
  /** What the law is called, by whose law the playbook follows. */
  written: z.strictObject({ uk: z.string().optional(), eu: z.string().optional() }),
  /** How the requirements' citations of it begin. */
  cited: z.array(z.string().min(1)).min(1),
  areas: z.array(z.enum(AREAS)).min(1),
  provisions: z.array(z.string().min(1)).min(1),
  /** With places for {provision} and {law}. */
  form: z.string().min(1),
});

export type Law = z.infer<typeof lawSchema>;

/** Templates by name; of a name that stands several times each is a paragraph. */
export type TextsByName = ReadonlyMap<string, readonly string[]>;

export interface LetterTexts {
  readonly letter: TextsByName;
  readonly internal: TextsByName;
  readonly laws: readonly Law[];
}
