import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { extendPlaybook } from "../../src/library/extend-playbook.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import type { ReadFile } from "../../src/model/contract.ts";
import type { Policy } from "../../src/model/policy.ts";
import { playbookSchema } from "../../src/model/requirement.ts";
import type { Review } from "../../src/model/review.ts";
import { policyPlaybook, readPolicy } from "../../src/policy.ts";
import { readFile } from "../../src/read/read-file.ts";
import { reviewContract } from "../../src/review.ts";

const SAMPLE = "samples/company-policy";
const CONTRACT = "samples/managed-hosting/contract";

interface Expected {
  readonly limits: Record<string, { readonly value: number; readonly quote: string }>;
  readonly requirements: Record<string, Record<string, string>>;
  readonly tolerated: Record<string, { readonly elements: readonly string[] }>;
  readonly not: readonly { readonly metrics?: Record<string, number>; readonly requirements?: readonly string[] }[];
  readonly weaker: readonly Point[];
  readonly weaker_tolerated: readonly Point[];
}

interface Point {
  readonly requirement: string;
  readonly element?: string;
  readonly metric?: string;
  readonly also?: readonly string[];
  readonly weakly?: boolean;
  readonly adverse?: boolean;
}

const expected = parse(readFileSync(join(SAMPLE, "expected.yaml"), "utf8")) as Expected;
const library = loadLibrary();
const base = loadPlaybook(library);
let policy: Policy;
let review: Review;

beforeAll(async () => {
  policy = readPolicy(await filesIn(join(SAMPLE, "policy")), library, base);
  const own = playbookSchema.parse(policyPlaybook(policy, base, library, { id: "own", title: "Own policies" }));
  review = reviewContract(await filesIn(CONTRACT), { library, playbook: extendPlaybook(own, library.playbooks) });
});

async function filesIn(folder: string): Promise<ReadFile[]> {
  const names = readdirSync(folder).sort();
  return Promise.all(names.map((name) => readFile(new Uint8Array(readFileSync(join(folder, name))), name)));
}

/** One spelling for text that came by different readers. */
const plain = (text: string) => text.replaceAll(/[\s*]+|\\n/g, "").replaceAll("’", "'");

describe("the playbook made from the sample policies", () => {
  test("has every number planted, and no other", () => {
    const values = (limits: Record<string, { value: number }>) =>
      Object.fromEntries(Object.entries(limits).map(([metric, { value }]) => [metric, Math.round(value * 100) / 100]));
    expect(values(policy.limits)).toEqual(values(expected.limits));
  });

  test("quotes the policy for every number", () => {
    for (const [metric, { quote }] of Object.entries(expected.limits))
      expect(plain(policy.limits[metric]?.quote ?? ""), metric).toContain(plain(quote));
  });

  test("has every element planted, and no other", () => {
    const missing = Object.entries(expected.requirements).flatMap(([id, elements]) =>
      Object.keys(elements).flatMap((element) => (policy.requirements[id]?.[element] ? [] : [`${id}/${element}`])),
    );
    const extra = Object.entries(policy.requirements).flatMap(([id, elements]) =>
      Object.keys(elements)
        .filter(
          (element) => !expected.requirements[id]?.[element] && !expected.tolerated[id]?.elements.includes(element),
        )
        .map((element) => `${id}/${element}`),
    );
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });

  test("falls into none of the traps", () => {
    const caught = expected.not.flatMap(({ metrics = {}, requirements = [] }) => [
      ...Object.entries(metrics).flatMap(([metric, value]) => (policy.limits[metric]?.value === value ? [metric] : [])),
      ...requirements.filter((id) => policy.requirements[id] !== undefined),
    ]);
    expect(caught).toEqual([]);
  });

  test("every quote stands in a policy", async () => {
    const texts = (await filesIn(join(SAMPLE, "policy"))).map(({ blocks }) => JSON.stringify(blocks));
    const all = plain(texts.join(" ")).replaceAll('\\"', '"');
    const quotes = [
      ...Object.values(policy.limits),
      ...Object.values(policy.requirements).flatMap((own) => Object.values(own)),
    ];
    for (const { quote } of quotes) for (const part of quote.split(" | ")) expect(all).toContain(plain(part));
  });
});

test("the managed-hosting contract is weaker at each planted point, and at no other", () => {
  const keyOf = ({ requirement, element, metric }: Point) => `${requirement}/${element ?? metric}`;
  const wanted = new Map(expected.weaker.map((point) => [keyOf(point), howOf(point)]));
  const tolerated = new Set([
    ...expected.weaker_tolerated.map(keyOf),
    ...expected.weaker.flatMap((point) => (point.also ?? []).map((requirement) => keyOf({ ...point, requirement }))),
  ]);
  const said = new Map(
    review.findings.flatMap(({ requirementId, weakerThanPolicy = [] }) =>
      weakerThanPolicy.map((gap) => [`${requirementId}/${gap.element ?? gap.metric}`, gap.how] as const),
    ),
  );
  expect(Object.fromEntries([...said].filter(([key]) => !tolerated.has(key)).sort())).toEqual(
    Object.fromEntries([...wanted].sort()),
  );
});

function howOf({ metric, weakly, adverse }: Point): string {
  if (adverse) return "taken-back";
  return weakly ? "weakly" : metric ? "number" : "not-met";
}
