import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { renderHtml, renderMatrixHtml, renderSummaryHtml } from "../../src/report/render-html.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "../report/sample-review.ts";
import { launchBrowser } from "./launch.ts";

const PAGES: readonly (readonly [string, (review: Review) => string])[] = [
  ["the report", renderHtml],
  ["the page for procurement", renderSummaryHtml],
  ["the responsibilities", renderMatrixHtml],
];
const NARROW = { width: 360, height: 740 };
const folder = mkdtempSync(join(tmpdir(), "clausecheck-browser-"));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("in light and dark nothing speaks against", () => {
  test.each(PAGES)("%s", async (name, render) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, render(reviewOf(1)));
    await withPage(async (page, said) => {
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(unfold);
      expect(await complaints(new AxeBuilder({ page }))).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe("rgb(20, 23, 26)");
      expect(await complaints(new AxeBuilder({ page }).withRules(["color-contrast"]))).toEqual([]);
      await page.setViewportSize(NARROW);
      expect(await page.evaluate(widest)).toEqual([]);
      expect(said).toEqual([pathToFileURL(file).href]);
    });
  });
});

async function complaints(axe: AxeBuilder): Promise<string[]> {
  // In legacy mode axe needs no page of its own.
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

describe("on paper the page for procurement is one sheet of A4", () => {
  test.each([
    ["as it usually is", reviewOf(1)],
    ["with texts without end", reviewOf(40)],
    ["with words without end", reviewOf(40, "")],
    ["with next to nothing", sampleReview({ findings: [], diagnostics: [] })],
  ])("%s", async (_, review) => {
    const file = join(folder, "printed.html");
    writeFileSync(file, renderSummaryHtml(review));
    await withPage(async (page) => {
      await page.goto(pathToFileURL(file).href);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
      expect(
        pdf
          .match(/\/MediaBox \[[^\]]*\]/g)
          ?.map((box) => box.match(/[\d.]+/g)?.map((side) => Math.round(Number(side)))),
      ).toEqual([[0, 0, 595, 842]]);
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(cutOff)).toEqual([]);
    });
  });
});

/** Runs on a page of its own; `said` gathers every request and everything the console says. */
async function withPage(run: (page: Page, said: string[]) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ colorScheme: "light" });
  try {
    const page = await context.newPage();
    const said: string[] = [];
    page.on("request", (request) => said.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await run(page, said);
  } finally {
    await context.close();
  }
}

/** In the page: opens what is folded, so that it is looked at too. */
const unfold = `for (const one of document.querySelectorAll("details")) one.open = true`;

/** In the page: what is wider than the window, unless it scrolls by itself. */
const widest = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const all = [...document.querySelectorAll("body *")];
  return all.filter((one) => one.getBoundingClientRect().right > clientWidth + 1).slice(0, 3).map((one) => one.outerHTML.slice(0, 120));
})()`;

/** In the page as printed, set to the width between the margins of A4: parts of the sheet that do not fit on it. */
const cutOff = `(() => {
  document.documentElement.style.width = "180mm";
  return [document.body, document.querySelector("main")]
    .filter((one) => one.scrollHeight > one.clientHeight + 1)
    .map((one) => one.tagName + " " + one.scrollHeight + " > " + one.clientHeight);
})()`;

/** One finding of each kind and standing, with texts as often repeated as asked for. */
function reviewOf(times: number, gap = " "): Review {
  const long = (text: string) =>
    Array.from({ length: times }, () => text)
      .join(gap)
      .replaceAll(" ", gap);
  const deviation = (status: "active" | "expired") =>
    ({
      by: long("Dana Okafor, CISO"),
      because: long("For a year."),
      accepted: "2026-01-01",
      until: "2026-12-31",
      status,
    }) as const;
  const base = sampleReview();
  const own = (one: Review["findings"][number]) => ({
    ...one,
    title: long(one.title),
    why: long(one.why),
    explanation: long(one.explanation),
    elements: one.elements.map((element) => ({ ...element, text: long(element.text) })),
  });
  return {
    ...base,
    asOf: "2026-11-24",
    contract: {
      ...base.contract,
      title: long(base.contract.title),
      parties: base.contract.parties.map((party) => ({ ...party, name: long(party.name) })),
    },
    findings: [
      ...base.findings,
      finding({ area: "governance", severity: "low" }),
      finding({ area: "responsibility", severity: "high" }),
      breachNotice({ severity: "high" }),
      { ...ownPurposes(), deviation: deviation("active") },
      { ...breachNotice(), deviation: deviation("active") },
      { ...finding(), deviation: deviation("active") },
      { ...finding(), deviation: deviation("expired") },
    ].map(own),
    responsibilities: base.responsibilities.flatMap((duty) => [
      { ...duty, name: long(duty.name), concerns: [long("No time for telling the other.")] },
      {
        ...duty,
        functionId: `${duty.functionId}-2`,
        allocation: "conflicting" as const,
        evidence: [evidence({ bearer: "both" }), evidence({ bearer: "third-party" })],
      },
      {
        ...duty,
        functionId: `${duty.functionId}-3`,
        allocation: "unassigned" as const,
        evidence: [evidence({ bearer: "nobody" })],
      },
    ]),
  };
}
