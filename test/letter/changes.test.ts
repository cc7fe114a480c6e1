import { describe, expect, test } from "vitest";
import { changesOf } from "../../src/draft/letter/numbers.ts";
import { contractLaw } from "../../src/letter.ts";
import type { Finding, QuantityResult } from "../../src/model/review.ts";
import { renderLetterMarkdown } from "../../src/report/markdown/render-letter-markdown.ts";
import { breachNotice, evidence, finding, sampleReview } from "../report/sample-review.ts";
import { lettersOf, library } from "./letter-input.ts";

function textOf(...findings: Finding[]): string {
  return renderLetterMarkdown(lettersOf(sampleReview({ findings })).letter).replaceAll("\\", "");
}

/** An element of the library, weakly met by the quotation. */
function weakly(requirementId: string, id: string, quote: string, over: Partial<Finding> = {}): Finding {
  const requirement = library.requirements.find((one) => one.id === requirementId);
  const element = requirement?.elements.find((one) => one.id === id);
  if (!element) throw new Error(`${requirementId} has no element ${id}`);
  const said = evidence({ quote });
  return finding({
    requirementId,
    verdict: "partial",
    elements: [
      { id, text: element.text, met: true, weak: true, mandatory: true, beyondStatute: false, evidence: [said] },
    ],
    evidence: [{ ...said, supports: "weak" }],
    ...over,
  });
}

describe("a number is replaced in words and figures", () => {
  const of = (quote: string, metric: string, unit: string, value: number, preferred: number): string => {
    const quantity: QuantityResult = {
      ...{ metric, unit, value, preferred, limit: preferred, standing: "weak" },
      evidence: [evidence({ quote })],
    };
    const [change] = changesOf(quantity, new Map());
    return `${change?.found} -> ${change?.wanted}`;
  };
  test.each([
    ["liable for fifty per cent (50%) of the fees.", "cap_percent", "percent", 50, 200, "fifty per cent (50%) -> 200%"],
    ["liable for 50% (fifty per cent) of the fees.", "cap_percent", "percent", 50, 200, "50% (fifty per cent) -> 200%"],
    ["liable for 50% of the fees (if paid).", "cap_percent", "percent", 50, 200, "50% -> 200%"],
    [
      "of at least two million pounds (£2 million) a year.",
      ...(["cover_million_gbp", "million_gbp", 2, 10] as const),
      "two million pounds (£2 million) -> ten million pounds (£10 million)",
    ],
    [
      "of at least £2,000,000 (two million pounds) a year.",
      ...(["cover_million_gbp", "million_gbp", 2, 10] as const),
      "£2,000,000 (two million pounds) -> £10 million",
    ],
    ["of at least £2 million a year.", "cover_million_gbp", "million_gbp", 2, 10, "£2 million -> £10 million"],
    ["within ninety-six (96) hours of it.", "x_hours", "hours", 96, 24, "ninety-six (96) hours -> 24 hours"],
    [
      "within ninety-six hours (96 hours) of it.",
      "x_hours",
      "hours",
      96,
      24,
      "ninety-six hours (96 hours) -> 24 hours",
    ],
    ["within four days (96 hours) of it.", "x_hours", "hours", 96, 24, "four days (96 hours) -> 24 hours"],
  ])("%s", (quote, metric, unit, value, preferred, expected) => {
    expect(of(quote, metric, unit, value, preferred)).toBe(expected);
  });
});

describe("a time that waits for a confirmation", () => {
  test.each([
    ["of confirming a breach.", "“of confirming” by “of becoming aware of”"],
    ["after it has confirmed that a breach occurred.", "“has confirmed” by “has become aware”"],
    ["after confirmation of a breach.", "“after confirmation” by “after becoming aware”"],
    ["after the Supplier verifies that it occurred.", "“verifies” by “becomes aware”"],
  ])("%s", (clock, expected) => {
    const quote = `The Supplier shall notify the Customer within 96 hours ${clock}`;
    const quantities = breachNotice().quantities.map((one) => ({ ...one, evidence: [evidence({ quote })] }));
    expect(textOf(breachNotice({ quantities }))).toContain(
      `Please replace “96 hours” by “24 hours” and ${expected} in clause 14.2(a).`,
    );
  });

  test("one that runs from awareness stays", () => {
    const quote = "The Supplier shall notify the Customer within 96 hours of becoming aware of a breach.";
    const quantities = breachNotice().quantities.map((one) => ({ ...one, evidence: [evidence({ quote })] }));
    expect(textOf(breachNotice({ quantities }))).toContain("“96 hours” by “24 hours” in clause 14.2(a).");
  });
});

describe("words of the contract are replaced only where nothing else is lost", () => {
  const measures = "The Supplier will use commercially reasonable measures to protect Personal Data at all times.";
  test("a weak duty that says nothing else: instead", () => {
    expect(textOf(weakly("gdpr.art28.security-art32", "art32-measures", measures))).toContain("Please state instead:");
  });

  test("a sentence that another requirement rests on: add", () => {
    const instructions =
      "The Supplier shall process Personal Data only on the documented instructions of the Customer.";
    const [element] = finding().elements;
    if (!element) throw new Error("the sample has elements");
    const text = textOf(
      weakly("dpa2018.offences-awareness", "no-unauthorised-obtaining", instructions),
      finding({ verdict: "covered", elements: [{ ...element, met: true, evidence: [evidence()] }] }),
    );
    expect(text).toContain("Please add:");
    expect(text).not.toContain("instead");
  });

  test("a right of the customer: add", () => {
    const right =
      "The Customer may terminate this Agreement at any time by giving six months' written notice to the Supplier.";
    const text = textOf(weakly("gov.termination-security", "security-breach-right", right));
    expect(text).toContain("Please add:");
    expect(text).not.toContain("instead");
  });
});

describe("no request without anything to do", () => {
  const adverse = evidence({
    supports: "adverse",
    quote: "The Supplier may use the data as it sees fit, at any time and for any purpose.",
  });
  const stated = (requirementId: string, title: string) => {
    const elements = finding().elements.map((one) => ({ ...one, met: true }));
    return finding({ requirementId, title, verdict: "adverse", evidence: [adverse], elements });
  };

  test("what an earlier one deletes joins it, and the remarks go along", () => {
    const findings = [
      stated("gdpr.art28.documented-instructions", "one"),
      stated("gdpr.art28.nature-purpose", "two"),
      finding({ requirementId: "sec.logging", severity: "low" }),
    ];
    const { letter, internal } = lettersOf(sampleReview({ findings }));
    expect(letter.requests.items.map(({ number, subject }) => `${number} ${subject}`)).toEqual([
      "1 Processing on instructions; Nature and purpose of processing",
      "2 Logging",
    ]);
    expect(internal.remarks.map(({ number }) => number)).toEqual([1, 1, 2]);
    expect(renderLetterMarkdown(letter)).toContain("These words work also against this: nature and purpose");
  });

  test("adverse words are not said to contradict each point", () => {
    const text = textOf(stated("gdpr.art28.documented-instructions", "one"));
    expect(text).toContain(
      "These words work against this: processing only on documented instructions. See Article 28(3)(a) UK GDPR. Please delete these words to that extent.",
    );
    expect(text).not.toContain("requires");
  });
});

test("a line that points back comes with the line before it", () => {
  const element = library.requirements
    .find(({ id }) => id === "test.internal-and-infrastructure-level")
    ?.elements.find(({ id }) => id.startsWith("internal"));
  if (!element) throw new Error("the library has no such element");
  const { id, text } = element;
  const elements = [{ id, text, met: false, weak: false, mandatory: true, beyondStatute: true, evidence: [] }];
  const said = textOf(
    finding({ requirementId: "test.internal-and-infrastructure-level", verdict: "partial", elements }),
  );
  expect(said.indexOf("have an independent firm")).toBeGreaterThan(0);
  expect(said.indexOf("That firm shall test")).toBeGreaterThan(said.indexOf("have an independent firm"));
});

test.each([
  ["Customer policies named or annexed", "the Customer's policies named or annexed"],
  ["Supplier must cooperate", "Fernhill must cooperate"],
  ["Prompt notice to customer of enquiries", "prompt notice to the Customer of enquiries"],
  ["Contact point of supplier", "contact point of Fernhill"],
  ["Segregation of customer data", "segregation of the Customer's data"],
])("the parties have their names: %s", (text, expected) => {
  const [element] = finding().elements;
  if (!element) throw new Error("the sample has elements");
  expect(textOf(finding({ elements: [{ ...element, text }] }))).toContain(`What it does not state: ${expected}.`);
});

describe("a contract that names no company", () => {
  const review = sampleReview({ findings: [finding()] });
  const unnamed = {
    ...review,
    contract: {
      ...review.contract,
      parties: [{ name: "You", role: "customer" as const }],
      names: { supplier: "the Supplier", customer: "the Customer" },
    },
  };

  test("has marked blanks", () => {
    const { letter, unnamed: sides } = lettersOf(unnamed);
    expect(sides).toEqual(["supplier", "customer"]);
    expect(letter.opening[0]).toContain("between [name of the customer] and [name of the supplier]");
    expect(letter.signature.at(-1)).toBe("For and on behalf of [name of the customer]");
  });

  test("that the writer fills", () => {
    const over = { from: ["Jane Doe", "Head of Legal", "Northwind Ltd"], to: "Fernhill GmbH" };
    const { letter, unnamed: sides } = lettersOf(unnamed, over);
    expect(sides).toEqual([]);
    expect(letter.opening[0]).toContain("between Northwind Ltd and Fernhill GmbH");
    expect(letter.salutation).toBe("Dear Sir or Madam,");
  });
});

describe("whose law", () => {
  test.each([
    ["“GDPR” means Regulation (EU) 2016/679.", "eu"],
    ["This Agreement is governed by Irish law; see the Data Protection Act 2018.", "eu"],
    ["It is governed by the laws of the Federal Republic of Germany.", "eu"],
    ["“GDPR” means Regulation (EU) 2016/679 and “UK GDPR” that Regulation as it forms part of UK law.", "uk"],
    ["Regulation (EU) 2016/679. This Agreement is governed by the law of England and Wales.", "uk"],
    ["The Supplier is a company.", undefined],
  ])("%s", (text, expected) => {
    expect(contractLaw(text)).toBe(expected);
  });

  test("where the contract names the Union's alone, no other is relied on", () => {
    const { letter } = lettersOf(sampleReview({ findings: [finding()] }), { contractLaw: "eu" });
    expect(renderLetterMarkdown(letter)).toContain("Article 28(2) GDPR requires this.");
    expect(renderLetterMarkdown(letter)).not.toContain("UK GDPR");
  });
});

test("hours of the day are named as the contract has them", () => {
  const quote = "The Supplier shall monitor the events of the hosts between 08:00 and 18:00 on Business Days.";
  const quantities: QuantityResult[] = [
    {
      ...{ metric: "monitoring_hours_per_day", unit: "hours", value: 10, preferred: 24, limit: 24, standing: "weak" },
      evidence: [evidence({ quote })],
    },
  ];
  const elements = finding().elements.map((one) => ({ ...one, met: true }));
  expect(textOf(finding({ verdict: "partial", elements, quantities }))).toContain(
    "Please state “24 hours a day” in clause 14.2(a), in place of “between 08:00 and 18:00 on Business Days”.",
  );
});
