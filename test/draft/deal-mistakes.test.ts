import { expect, test } from "vitest";
import { dealMistakes } from "../../src/draft/deal-mistakes.ts";
import { type DealInput, dealSchema } from "../../src/model/deal.ts";
import { library, packs, playbookOf } from "../packs/pack-input.ts";

const data = { types: ["name"], subjects: ["tenants"] };
const transfer = { country: "India", recipient: "Cedar Ltd", mechanism: "UK Addendum" };

function mistakesOf(more: Partial<DealInput> = {}, id = "outsourcing-bundle"): string[] {
  const pack = packs.find((one) => one.id === id);
  if (!pack) throw new Error(`no pack ${id}`);
  const own = new Set(pack.parts.flatMap(({ requirements }) => requirements));
  const requirements = library.requirements.filter((requirement) => own.has(requirement.id));
  const deal = dealSchema.parse({ supplier: { name: "Alder Ltd" }, customer: { name: "Birch plc" }, ...more });
  return dealMistakes(deal, pack, playbookOf(pack), requirements);
}

test("a deal without a mistake has no line", () => {
  expect(mistakesOf()).toEqual([]);
  expect(
    mistakesOf({ personal_data: { ...data, special: ["health data"] }, transfers: [transfer], law: "uk" }),
  ).toEqual([]);
});

const FACTS: [string, Partial<DealInput>, string, string][] = [
  [
    "one party twice",
    { customer: { name: "Alder Ltd" } },
    "outsourcing-bundle",
    "customer.name: is the supplier's name too; a deal has two parties",
  ],
  [
    "a data pack without data",
    { personal_data: null },
    "data-processing-uk",
    "personal_data: none is processed, but pack data-processing-uk is about personal data; fill it in or choose another pack",
  ],
  [
    "a container pack without containers",
    {},
    "container-platform-schedule",
    "hosting.containers: is false, but pack container-platform-schedule is about containers; say true or choose another pack",
  ],
  ["another sector", {}, "pra-addendum", "sector: is general, but pack pra-addendum is for financial-uk"],
  [
    "another law",
    { law: "eu" },
    "data-processing-uk",
    "law: is eu, but pack data-processing-uk is written for uk; leave law out or choose another pack",
  ],
  [
    "transfers of no data",
    { personal_data: null, transfers: [transfer] },
    "security-schedule",
    "transfers: names transfers of personal data, but personal_data is null",
  ],
  [
    "law enforcement without data",
    { personal_data: null, sector: "law-enforcement" },
    "security-schedule",
    "sector: is law-enforcement, which is about personal data, but personal_data is null",
  ],
  [
    "a UK sector in EU law",
    { sector: "financial-uk", law: "eu" },
    "security-schedule",
    "sector: is financial-uk, which is a matter of UK law, but the law is eu",
  ],
  [
    "an EU sector in UK law",
    { sector: "financial-eu" },
    "security-schedule",
    "sector: is financial-eu, which is a matter of EU law, but the law is uk",
  ],
  [
    "a layer with two owners",
    { hosting: { supplier_layers: ["network"], customer_layers: ["network"] } },
    "security-schedule",
    'hosting.customer_layers: "network" is the supplier\'s layer too; each layer has one owner',
  ],
];

test.each(FACTS)("%s is one line", (_, more, pack, line) => {
  expect(mistakesOf(more, pack)).toEqual([line]);
});

const NUMBERS: [Record<string, number>, string][] = [
  [{ patch_weeks: 2 }, "numbers.patch_weeks: no clause of this pack has it"],
  [{ breach_notice_hours: 96 }, "numbers.breach_notice_hours: 96 is out of range; the playbook asks for at most "],
  [{ log_retention_months: 1 }, "numbers.log_retention_months: 1 is out of range; the playbook asks for at least "],
  [{ monitoring_hours_per_day: 25 }, "numbers.monitoring_hours_per_day: 25 cannot be; there are no more than 24"],
  [{ availability_percent: 101 }, "numbers.availability_percent: 101 cannot be; there are no more than 100"],
  [
    { patch_critical_days: 7, patch_high_days: 3 },
    "numbers.patch_high_days: patch_high_days would be 3, which is less than patch_critical_days, 7",
  ],
];

test.each(NUMBERS)("%j is one line", (numbers, line) => {
  const mistakes = mistakesOf({ numbers });
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toContain(line);
});

test("every mistake has its own line", () => {
  expect(
    mistakesOf({ customer: { name: "Alder Ltd" }, numbers: { patch_weeks: 2, breach_notice_hours: 96 } }),
  ).toHaveLength(3);
});
