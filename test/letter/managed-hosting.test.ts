import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { InternalLetterView, LetterRequest, LetterView } from "../../src/model/letter-view.ts";
import type { Review } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderInternalLetterDocx, renderLetterDocx } from "../../src/report/docx/render-letter-docx.ts";
import {
  renderInternalLetterMarkdown,
  renderLetterMarkdown,
} from "../../src/report/markdown/render-letter-markdown.ts";
import { reviewContract } from "../../src/review.ts";
import { lettersOf, library, playbook } from "./letter-input.ts";

const CONTRACT = "samples/managed-hosting/contract";
let review: Review;
let letter: LetterView;
let internal: InternalLetterView;

beforeAll(async () => {
  const names = readdirSync(CONTRACT).sort();
  const files = await Promise.all(
    names.map((name) => readFile(new Uint8Array(readFileSync(join(CONTRACT, name))), name)),
  );
  review = reviewContract(files, { library, playbook });
  ({ letter, internal } = lettersOf(review));
});

test("it opens with what is asked, of whom and by when", () => {
  const [before] = renderLetterMarkdown(letter).split("## Enclosure 1");
  expect(before).toMatchInlineSnapshot(`
    "Jane Doe\\
    Head of Legal\\
    ELMSWORTH VALE HOMES LIMITED

    24 November 2026

    BRACKWATER MANAGED HOSTING LIMITED

    Dear Sir or Madam,

    # Requested changes to MANAGED HOSTING SERVICES AGREEMENT

    We have read the agreement “MANAGED HOSTING SERVICES AGREEMENT” between ELMSWORTH VALE HOMES LIMITED and BRACKWATER MANAGED HOSTING LIMITED (the “Agreement”).

    We ask you to agree to the 57 changes listed in Enclosure 1. Enclosure 2 says for each what the Agreement states at present and gives the wording that we propose.

    Each of these changes matters to us, and we would be glad to go through them with you. Please let us have your answer to each request by 8 December 2026.

    This letter does not change the Agreement, and neither party is bound by the wording in it until a variation has been signed. All rights are reserved; that a term is not mentioned here does not mean that we accept it.

    Yours faithfully,

    Jane Doe\\
    Head of Legal\\
    For and on behalf of ELMSWORTH VALE HOMES LIMITED

    "
  `);
});

test.each([
  ["wording that works against it", "Penetration testing"],
  ["no clause at all", "Audit of Subcontractors"],
  ["only what lacks", "Assistance with compliance"],
  ["only a number", "Return and deletion"],
  ["numbers in the rows of a table", "Patching"],
  ["weak wording", "Unlawful instructions"],
  ["facts of the deal", "Responsibility matrix"],
])("%s", (_, subject) => {
  expect(textOf(subject)).toMatchSnapshot();
});

test("every gap and shortfall is asked for, in the order of severity, or joins a request that asks for it", () => {
  const open = review.findings.filter(({ verdict }) => ["missing", "partial", "adverse"].includes(verdict));
  const subjects = letter.requests.items.flatMap(({ subject }) => subject.split("; "));
  expect(subjects).toHaveLength(open.length);
  expect(internal.remarks).toHaveLength(open.length);
  expect(letter.requests.items.map(({ number }) => number)).toEqual(letter.requests.items.map((_, i) => i + 1));
  expect(letter.list.rows).toHaveLength(letter.requests.items.length + 1);
  const severities = internal.remarks.map(({ rows }) => rows[0]?.lines[0]?.split(",")[0]);
  expect([...new Set(severities)]).toEqual(["Critical", "High", "Medium", "Low"]);
});

test("no clause is quoted twice, no number is asked to become two", () => {
  const texts = letter.requests.items.flatMap(({ blocks }) =>
    blocks.flatMap((b) => (b.kind === "paragraph" ? b.text : [])),
  );
  const quotes = texts.filter((text) => text.includes(" reads: “"));
  expect(new Set(quotes).size).toBe(quotes.length);
  const changes = texts.flatMap((text) => [...text.matchAll(/replace “(.*?)” by “(.*?)” in (.*)\.$/g)]);
  const byPlace = Map.groupBy(changes, ([, found, , place]) => `${found} in ${place}`);
  for (const own of byPlace.values()) expect(own).toHaveLength(1);
  expect(changes.length).toBeGreaterThan(8);
});

test("every quotation stands in the contract", () => {
  const wording = [
    ...review.findings.flatMap((one) => [...one.evidence, ...one.quantities.flatMap((q) => q.evidence)]),
  ].map(({ quote, shown }) => (shown ?? quote).replaceAll(/\s+/g, " "));
  const texts = letter.requests.items.flatMap(({ blocks }) =>
    blocks.flatMap((b) => (b.kind === "paragraph" ? b.text : [])),
  );
  const quoted = texts.flatMap((text) =>
    [...text.matchAll(/(?: reads: |replace )“(.*?)(?: …)?”(?: by |$)/g)].map(([, quote = ""]) => quote),
  );
  expect(quoted.length).toBeGreaterThan(20);
  for (const quote of quoted) expect(wording.some((text) => text.includes(quote))).toBe(true);
});

test("our own reader finds the whole letter in the Word file, in its order", async () => {
  const { blocks, diagnostics } = await readFile(await renderLetterDocx(letter), "letter.docx");
  expect(diagnostics).toEqual([]);
  const body = blocks
    .filter(({ origin }) => origin === "body")
    .flatMap(({ label, text, rows = [] }) => [
      [label, text].filter(Boolean).join(" "),
      ...rows.map(({ cells }) => cells.map((cell) => cell.text.trim()).join(" | ")),
    ])
    .join("\n")
    .replaceAll(/[\t ]+/g, " ");
  let from = 0;
  for (const text of allTexts(letter)) {
    const at = body.indexOf(text, from);
    expect(at, text).toBeGreaterThanOrEqual(0);
    from = at + text.length;
  }
});

test("the internal version says so on every page, in its title and in its Markdown; the other never does", async () => {
  const [own, sent] = [unzipSync(await renderInternalLetterDocx(internal)), unzipSync(await renderLetterDocx(letter))];
  const partsOf = (zip: typeof own, pattern: RegExp) =>
    Object.entries(zip)
      .filter(([name]) => pattern.test(name))
      .map(([, bytes]) => strFromU8(bytes));
  const headers = partsOf(own, /word\/header\d+\.xml$/);
  expect(headers).toHaveLength(2);
  for (const header of headers) expect(header).toContain("Internal: do not send");
  expect(partsOf(own, /core\.xml$/)[0]).toContain("<dc:title>Internal: do not send. ");
  expect(partsOf(sent, /\.xml$/).join("")).not.toMatch(/do not send|clausecheck/i);
  expect(renderInternalLetterMarkdown(internal)).toMatch(/^\*\*INTERNAL: DO NOT SEND\*\*\n/);
  expect(
    renderInternalLetterMarkdown(internal)
      .split("\n## ")
      .slice(0, -1)
      .every((part) => part.trimEnd().endsWith("**INTERNAL: DO NOT SEND**")),
  ).toBe(true);
});

test("a remark", () => {
  const remark = internal.remarks.find(({ title }) => title.includes("test.remediation-deadlines"));
  expect(remark?.rows.map(({ name, lines }) => `${name}: ${lines.join(" / ")}`).join("\n")).toMatchInlineSnapshot(`
    "Standing: High, partial, confidence 76%
    Found: Clause 17.7 addresses this. Not stated: "Deadlines per severity". Stated weakly: "Remediation plan within set days" and "Supplier's cost". The findings are to be fixed, but without a deadline for each degree of severity. The contract says 21 days where at most 10 is accepted (ISO/IEC 27001:2022 A.8.8, 10.2).
    What is wrong: The findings are to be fixed, but without a deadline for each degree of severity.
    Why it matters: A finding that nobody must fix is a document. Without a date and a payer it is argued about until the next audit.
    Numbers: Remediation plan days: 21 days in the contract; wanted 5 days, at the limit 10 days
    Playbook: A fallback that may be accepted. / May be conceded: A remediation plan with dates agreed finding by finding, in place of fixed days by severity.
    Who may approve less: The CISO
    Suppliers say: Some findings need a new release or a change of design, and a fixed number of days ignores that. Changes that only one customer wants should be paid for by it.
    What to concede: Concede dates agreed finding by finding in place of fixed days by severity, if the plan comes within the days stated and the supplier bears the cost.
    Wording to fall back on: The Supplier shall give the Customer a remediation plan within 5 days of each report of an audit or penetration test, with a date for each finding that the Customer agrees. / The Supplier shall remedy each finding at its own cost by the date in the plan."
  `);
});

test("the same review gives the same bytes", async () => {
  const again = lettersOf(review);
  expect(Buffer.from(await renderLetterDocx(letter)).equals(Buffer.from(await renderLetterDocx(again.letter)))).toBe(
    true,
  );
  expect(
    Buffer.from(await renderInternalLetterDocx(internal)).equals(
      Buffer.from(await renderInternalLetterDocx(again.internal)),
    ),
  ).toBe(true);
  expect(renderLetterMarkdown(letter)).toBe(renderLetterMarkdown(again.letter));
});

function textOf(subject: string): string {
  const { place, blocks } = requestFor(subject);
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : [
          ...(block.heading === "" ? [] : [`  ${block.heading}`]),
          ...block.lines.map(({ label, text }) => `  > ${label} ${text}`),
        ],
  );
  return [place, ...lines].join("\n");
}

function requestFor(wanted: string): LetterRequest {
  const found = letter.requests.items.find(({ subject }) => subject.split("; ").includes(wanted));
  if (!found) throw new Error(`no request on ${wanted}`);
  return found;
}

function allTexts(view: LetterView): string[] {
  return [
    ...view.from,
    view.date,
    ...view.to,
    view.salutation,
    view.title,
    ...view.opening,
    ...view.closing,
    view.farewell,
    ...view.signature,
    view.list.title,
    ...view.list.rows.map((row) => row.join(" | ")),
    view.requests.title,
    ...view.requests.items.flatMap(({ number, subject, blocks }) => [
      `${number}. ${subject}`,
      ...blocks.flatMap((block) =>
        block.kind === "paragraph" ? [block.text] : [block.heading, ...block.lines.map(({ text }) => text)],
      ),
    ]),
    view.terms.title,
    view.terms.lead,
    ...view.terms.items,
  ].map((text) => text.replaceAll(/\s+/g, " "));
}
