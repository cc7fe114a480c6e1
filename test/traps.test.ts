import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadLibrary } from "../src/library/load-library.ts";
import { judge } from "../src/test-library.ts";

interface Trap {
  readonly requirement: string;
  readonly text: string;
  readonly expected: string;
  readonly why: string;
}

const library = loadLibrary();

describe.each(["traps.yaml", "traps-further.yaml"])(
  "a keyword trap of %s is judged as a careful reader judges it",
  (file) => {
    const traps = parse(readFileSync(new URL(file, import.meta.url), "utf8")) as readonly Trap[];
    test.each(traps)("$requirement: $why", ({ requirement, text, expected }) => {
      const requirements = library.requirements.filter((known) => known.id === requirement);
      expect(requirements).toHaveLength(1);
      const { verdict, explanation } = judge({ ...library, requirements }, text, { isWhole: true });
      expect(verdict, explanation).toBe(expected);
    });
  },
);
