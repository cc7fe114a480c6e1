import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/library/load-library.ts";
import { mutantsOf } from "../../src/test-mutants.ts";

const library = loadLibrary();

describe("a model clause with one thing wrong in it is seen for just that", () => {
  test.each(library.requirements.map((requirement) => [requirement.id, requirement] as const))(
    "%s",
    (_, requirement) => {
      const mutants = mutantsOf(library, requirement);
      const mandatory = requirement.elements.filter((element) => element.mandatory).length;
      expect(mutants.filter(({ kind }) => kind === "removed")).toHaveLength(mandatory);
      expect(
        mutants.flatMap(({ kind, touched, survived }) => (survived ? [`${kind} ${touched}: ${survived}`] : [])),
      ).toEqual([]);
    },
  );
});
