import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { askDeal, askInTerminal } from "../../src/cli/questionnaire.ts";
import { loadDeal } from "../../src/library/load-deal.ts";
import { packs } from "../packs/pack-input.ts";

const [pack] = packs;

/** Runs the questionnaire with answers by the beginning of the question; the last of several is kept for the asking. */
async function asked(script: Readonly<Record<string, readonly string[]>>) {
  if (!pack) throw new Error("there are packs");
  const left = new Map(Object.entries(script).map(([start, answers]) => [start, [...answers]]));
  const questions: string[] = [];
  const said: string[] = [];
  const answers = await askDeal(
    pack,
    async (question) => {
      questions.push(question);
      const own = [...left].find(([start]) => question.startsWith(start))?.[1];
      return own?.shift() ?? "";
    },
    (text) => said.push(text),
  );
  return { answers, questions, said };
}

const PARTIES = { "Supplier's": ["Alder Ltd"], "Customer's": ["Birch plc"] };
const NO_DATA = {
  ...PARTIES,
  "Does the supplier process": ["no"],
  "Does the supplier host": ["yes"],
  "Does it run": ["n"],
};

test("a deal without data asks nothing about data and makes a profile", async () => {
  const { answers, questions } = await asked(NO_DATA);
  expect(questions.join()).not.toMatch(/Types of personal data|Whose data|leave/);
  expect(Object.fromEntries(answers)).toEqual({
    "supplier.name": "Alder Ltd",
    "customer.name": "Birch plc",
    sector: "general",
    personal_data: null,
    "hosting.cloud": true,
    "hosting.containers": false,
  });
  expect(loadDeal({ answers }).personal_data).toBeNull();
});

test("data, places and a transfer become fields of the profile", async () => {
  const { answers } = await asked({
    ...PARTIES,
    "What is bought": ["the hosting of a web shop"],
    Sector: ["essential-services"],
    "Does the supplier process": ["yes"],
    Types: ["name, , date of birth"],
    Whose: ["tenants"],
    "Special categories": ["none"],
    "Does the supplier host": ["Y"],
    "Does it run": ["yes"],
    Countries: ["England, Scotland"],
    "Does personal data leave": ["yes"],
    "To which country": ["India"],
    "Places from which": ["Pune (India)"],
    "To whom": ["Cedar Ltd"],
    "Under which": ["UK Addendum"],
  });
  const deal = loadDeal({ answers });
  expect(deal.services).toBe("the hosting of a web shop");
  expect(deal.sector).toBe("essential-services");
  expect(deal.personal_data).toMatchObject({ types: ["name", "date of birth"], subjects: ["tenants"], special: [] });
  expect(deal.hosting).toMatchObject({
    containers: true,
    locations: ["England", "Scotland"],
    remote_access: ["Pune (India)"],
  });
  expect(deal.transfers).toEqual([{ country: "India", recipient: "Cedar Ltd", mechanism: "UK Addendum" }]);
});

test("an answer that cannot be used is asked for again, with a word on why", async () => {
  const { answers, questions, said } = await asked({
    ...NO_DATA,
    "Supplier's": ["", "Alder Ltd"],
    Sector: ["banking", ""],
    "Does the supplier process": ["perhaps", "yes"],
    Types: ["", "name"],
    Whose: [" , ", "tenants"],
    "Does personal data leave": ["no"],
  });
  expect(said.slice(1)).toEqual([
    "  An answer is needed.\n",
    "  Choose one of general, financial-uk, financial-eu, law-enforcement, essential-services.\n",
    "  Answer yes or no.\n",
    "  At least one is needed, separated by commas.\n",
    "  At least one is needed, separated by commas.\n",
  ]);
  expect(questions.filter((question) => question.startsWith("Supplier's"))).toHaveLength(2);
  expect(answers.get("supplier.name")).toBe("Alder Ltd");
  expect(answers.has("transfers")).toBe(false);
});

test("it says first what the pack is for", async () => {
  const { said } = await asked(NO_DATA);
  expect(said[0]).toBe(`${pack?.title}: ${pack?.about}\n`);
});

test("answers may come from a file, all at once", async () => {
  if (!pack) throw new Error("there are packs");
  const input = Readable.from(["Alder Ltd\n Birch plc \n\n\nno\nyes\nno\n\n"]);
  const answers = await askInTerminal(pack, input, () => undefined);
  expect(loadDeal({ answers }).customer.name).toBe("Birch plc");
});

test("answers that end too early are one clear line", async () => {
  if (!pack) throw new Error("there are packs");
  const run = askInTerminal(pack, Readable.from(["Alder Ltd\n"]), () => undefined);
  await expect(run).rejects.toThrow(
    `--ask: the answers end at "Customer's full name"; answer every question, or give a deal profile (--deal FILE).`,
  );
});
