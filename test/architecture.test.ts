import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { cruise } from "dependency-cruiser";
import { expect, test } from "vitest";

const rules = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

test("imports keep the rules, and every module of src is seen", async () => {
  const { output } = await cruise(["src"], {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
  });
  if (typeof output === "string") throw new Error("expected the result as an object");
  expect(output.summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`)).toEqual([]);
  const seen = output.modules
    .map((m) => m.source)
    .filter((source) => source.startsWith("src/") && source.endsWith(".ts"));
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  expect(seen.length).toBe(files.length);
  expect(seen.length).toBeGreaterThan(60);
});
