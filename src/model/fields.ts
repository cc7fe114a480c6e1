// Fields that every file of the clause library shares.
import { z } from "zod";

/** Phrases, one a line. */
export const phrases = z.string().transform((text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
);
export const sentence = z.string().trim().min(3);
export const localId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is small letters, figures and hyphens");
