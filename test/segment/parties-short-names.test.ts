import { expect, test } from "vitest";
import { readFile } from "../../src/read/read-file.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";

async function suppliers(opening: string): Promise<string[]> {
  const text = `DATA PROCESSING AGREEMENT\n\n${opening}\n\n1. Processing\nThe Processor shall keep the data safe.`;
  const { roleNames } = segmentContract([await readFile(new TextEncoder().encode(text), "agreement.txt")]);
  return roleNames.filter(({ role }) => role === "supplier").map(({ words }) => words);
}

test.each([
  [
    "a name that begins small, with two labels",
    'This agreement is made between zedHost ("Provider" or "Processor") and the customer ("Controller").',
    "zedhost",
  ],
  [
    "a short name beside a role, the company still to be filled in",
    'This agreement is made between [COMPANY NAME] Ltd ("Processor", "Hostly", "we", "us") and the customer ("Controller").',
    "hostly",
  ],
])("%s", async (_, opening, name) => {
  expect(await suppliers(opening)).toContain(name);
});
