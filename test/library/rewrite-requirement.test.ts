import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { BUNDLED_LIBRARY } from "../../src/library/library-files.ts";
import { rawValues, readSource } from "../../src/library/library-source.ts";
import { inFileOrder, sameValue } from "../../src/library/requirement-values.ts";
import { rewriteRequirement } from "../../src/library/rewrite-requirement.ts";

const FILE = "requirements/security/sec.x.yaml";
const TEXT = `# Why this file is as it is.
id: sec.x
title: "Title"   # the short one
question: >-
  Is it
  so?
why: Because.
citations: # most binding first
  - GDPR Art. 32
  # guidance
  - NCSC
applies_when: [always]
severity: high # agreed with the board
topic: &words |
  one
  two
elements:
  # the first
  - id: first
    mandatory: true # always
    phrases: *words

  # the second
  - voice: fact
    id: second
    mandatory: false
    phrases: |
      three
template: security/sec.x.hbs
examples:
  - verdict: covered
    text: One.
  - {verdict: missing, text: Two.}
`;

type Values = { [key: string]: unknown; elements: Record<string, unknown>[]; examples: Record<string, unknown>[] };

function rewritten(change: (values: Values) => void, text = TEXT): string {
  const values = structuredClone(rawValues(text)) as Values;
  change(values);
  const after = rewriteRequirement(FILE, text, inFileOrder(values));
  expect(sameValue([], parse(after), values)).toBe(true);
  expect(rewriteRequirement(FILE, after, inFileOrder(values))).toBe(after);
  return after;
}

/** Lines that are gone, then lines that have come. */
function changedLines(before: string, after: string): string[][] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  return [a.filter((line) => !b.includes(line)), b.filter((line) => !a.includes(line))];
}

describe("only what changes is written anew", () => {
  test.each<[string, (values: Values) => void, string[], string[]]>([
    ["nothing", () => {}, [], []],
    [
      "a field with a comment behind it",
      (v) => Object.assign(v, { severity: "low" }),
      ["severity: high # agreed with the board"],
      ["severity: low # agreed with the board"],
    ],
    [
      "a text with a colon in it",
      (v) => Object.assign(v, { why: "Because: it is." }),
      ["why: Because."],
      ['why: "Because: it is."'],
    ],
    [
      "a field behind those before it",
      (v) => Object.assign(v, { right_holder: "customer" }),
      [],
      ["right_holder: customer"],
    ],
    ["a list entry", (v) => Object.assign(v, { citations: ["GDPR Art. 32", "ISO"] }), ["  - NCSC"], ["  - ISO"]],
    [
      "a field of an entry",
      (v) => delete v.elements[1]?.voice,
      ["  - voice: fact", "    id: second"],
      ["  - id: second"],
    ],
    [
      "an entry at the end",
      (v) => v.elements.push({ id: "third", phrases: "four\nfive\n" }),
      [],
      ["  - id: third", "      four", "      five"],
    ],
    [
      "an entry in one line",
      (v) => Object.assign(v.examples[1] ?? {}, { text: "Three." }),
      ["  - {verdict: missing, text: Two.}"],
      ["    text: |", "      Three."],
    ],
    [
      "what another alias stands for",
      (v) => Object.assign(v, { topic: "six\n" }),
      ["  one", "  two", "    phrases: *words"],
      [],
    ],
  ])("%s", (_, change, gone, come) => {
    const [left, arrived] = changedLines(TEXT, rewritten(change));
    expect(left).toEqual(gone);
    expect(arrived).toEqual(expect.arrayContaining(come));
    if (come.length === 0 && gone.length === 0) expect(arrived).toEqual([]);
  });

  test("comments of what stays stay", () => {
    const after = rewritten((values) => {
      values.elements.pop();
      values.severity = "low";
      values.title = "One\nTwo";
    });
    for (const comment of ["# Why this", "# the short one", "# guidance", "# agreed", "# the first", "# always"])
      expect(after).toContain(comment);
  });

  test("the line ends of the file are kept", () => {
    const after = rewritten((values) => Object.assign(values, { why: "Other." }), TEXT.replaceAll("\n", "\r\n"));
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  });
});

test("what an alias stands for can be taken away", () => {
  const after = rewritten((values) => {
    delete values.topic;
  });
  expect(parse(after).elements[0].phrases).toBe("one\ntwo\n");
});

test("any change of any bundled requirement reads back as it was meant", () => {
  const { files } = readSource(BUNDLED_LIBRARY);
  const prose = fc.stringMatching(/^[a-zA-Z0-9 :#'"{}[\],&*!|>%@=-]{3,90}$/).filter((text) => text.trim().length >= 3);
  const change = fc.record({
    file: fc.constantFrom(...files),
    why: prose,
    citation: prose,
    phrases: fc.array(prose, { minLength: 1, maxLength: 3 }),
    at: fc.nat(20),
    drop: fc.boolean(),
    example: fc.array(prose, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
  });
  fc.assert(
    fc.property(change, ({ file, why, citation, phrases, at, drop, example }) => {
      rewritten((values) => {
        values.why = why;
        (values.citations as string[]).splice(at % 3, drop ? 1 : 0, citation);
        const index = at % values.elements.length;
        if (drop && values.elements.length > 1) values.elements.splice(index, 1);
        else Object.assign(values.elements[index] ?? {}, { phrases: phrases.map((line) => `${line}\n`).join("") });
        values.elements.push({ id: "quite-new", text: why, mandatory: drop, phrases: `${citation}\n` });
        values.examples.splice(at % values.examples.length, 1, { verdict: "missing", lacks: [], text: example });
      }, file.text);
    }),
    { numRuns: 150 },
  );
});
