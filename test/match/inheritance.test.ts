import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/library/load-library.ts";
import { judge } from "../../src/test-library.ts";

const library = loadLibrary();

function finding(id: string, text: string) {
  return judge({ ...library, requirements: library.requirements.filter((requirement) => requirement.id === id) }, text);
}
const isMet = (id: string, element: string, text: string) =>
  finding(id, text).elements.find((state) => state.id === element)?.met;

describe("what stands under a heading that names the element", () => {
  const duration = (text: string) => isMet("gdpr.art28.subject-matter-duration", "duration", text);
  test.each([
    ["states it, in whatever words", "# Duration of the processing\nAs agreed in the order form.", true],
    ["is a blank where it repeats the heading", "# Duration of the processing\nDuration of the processing", false],
    ["is a blank where somebody has yet to fill it in", "# Duration of the processing\n[to be completed]", false],
    ["counts under another heading for nothing", "# Payment of the charges\nAs agreed in the order form.", false],
  ])("%s", (_, text, met) => {
    expect(duration(text)).toBe(met);
  });
});

describe("a lead-in holds for its items", () => {
  const notice = "gdpr.art33.processor-breach-notice";
  const items = "(a) notify the Customer of any personal data breach without undue delay;\n(b) keep records.";
  test("its hedge makes them weak, and is quoted with them", () => {
    const { elements, evidence } = finding(notice, `The Supplier shall use reasonable endeavours to:\n${items}`);
    expect(elements.find((state) => state.id === "duty-to-notify")).toMatchObject({ met: true, weak: true });
    expect(evidence.filter((e) => e.supports === "context").map((e) => e.quote)).toEqual([
      "The Supplier shall use reasonable endeavours to:",
    ]);
  });
  test("without a hedge they stand", () => {
    const { elements } = finding(notice, `The Supplier shall:\n${items}`);
    expect(elements.find((state) => state.id === "duty-to-notify")).toMatchObject({ met: true, weak: false });
  });
});

test("only what stands in a missing document is weakened by its absence", () => {
  const judged = (text: string) =>
    judge(
      {
        ...library,
        requirements: library.requirements.filter(({ id }) => id === "gdpr.art33.processor-breach-notice"),
      },
      text,
      {
        isWhole: true,
      },
    ).elements.find((state) => state.id === "hours-stated");
  const duty =
    "The Supplier shall notify the Customer of any personal data breach within 24 hours of becoming aware of it";
  expect(judged(`${duty}, at the address set out in Schedule 9.`)).toMatchObject({ met: true, weak: false });
});

test("what lacks shows what comes nearest and why it does not count", () => {
  const { verdict, searched } = finding(
    "gdpr.art33.processor-breach-notice",
    "The Customer shall notify the Supplier of any personal data breach within 24 hours.\nThe Supplier keeps its offices clean.",
  );
  expect(verdict).toBe("missing");
  expect(searched.near[0]).toMatchObject({
    quote: "The Customer shall notify the Supplier of any personal data breach within 24 hours.",
    because: expect.stringMatching(/^Binds somebody else than the supplier/),
  });
});
