import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Redline } from "../../src/redline-result.ts";
import { insertedIn, redlineOfLines } from "./redline-of.ts";

const CONTRACT = [
  "Services Agreement",
  "This Agreement is made on 1 March 2026 between Alpha Housing Limited (the “Client”) and Beta Hosting Limited (the “Service Provider”).",
  "# 1. Security",
  "1.1 The Service Provider shall host the platform, and “Security Incident” means any unauthorised access to it. “Data Protection Legislation” means the UK GDPR.",
  "1.2 The Service Provider shall apply critical security patches within fifteen Business Days of their release.",
  "1.3 The Service Provider shall notify the Client of each Security Incident within 2 hours of becoming aware of it.",
  "1.4 The Client may not audit or inspect the Service Provider. The Service Provider shall retain personal data under Data Protection Legislation for the Client.",
  "# 2. The Client:",
  "(a) shall pay the charges of the Service Provider;",
  "(b) shall name a contact for the Service Provider.",
  "# 3. General",
  "3.1 This Agreement is governed by the law of England and Wales.",
];

test("a contract in another language is left as it is", async () => {
  const { files } = await redlineOfLines([
    "Vertrag über IT-Leistungen",
    "Dieser Vertrag wird zwischen der Alpha Wohnbau GmbH (der Auftraggeber) und der Beta Hosting GmbH (der Auftragnehmer) geschlossen.",
    "1. Der Auftragnehmer betreibt die Server des Auftraggebers und sichert die Daten des Auftraggebers jede Nacht.",
    "2. Der Auftraggeber bezahlt die Rechnungen des Auftragnehmers innerhalb von dreißig Tagen nach ihrem Zugang.",
    "3. Der Auftragnehmer darf weitere Unternehmen nur mit der vorherigen schriftlichen Zustimmung des Auftraggebers beauftragen.",
    "4. Der Auftragnehmer unterrichtet den Auftraggeber über jeden Vorfall, der die Sicherheit der Server oder der darauf gespeicherten Daten betrifft, und beschreibt, was geschehen ist, welche Daten betroffen sind und was er unternommen hat.",
    "5. Der Auftraggeber darf die Leistungen des Auftragnehmers einmal im Jahr durch einen unabhängigen Prüfer untersuchen lassen; der Auftragnehmer gewährt ihm Zutritt zu den Räumen und Einsicht in die Unterlagen.",
    "The Supplier shall notify the Customer of a Personal Data Breach within 96 hours of becoming aware of it.",
    "6. Der Vertrag läuft auf unbestimmte Zeit und kann von jeder Partei mit einer Frist von drei Monaten gekündigt werden.",
  ]);
  expect(files).toEqual([]);
});

describe("a redline that the other side reads", () => {
  let redline: Redline;
  let comments: string[];
  beforeAll(async () => {
    redline = await redlineOfLines(CONTRACT);
    comments = redline.edits.flatMap(({ edit }) => edit.notes.map(({ lines }) => lines.join("\n")));
  });

  test("comments show no limit, no remark of ours, no law that does not apply and no magazine", () => {
    const all = comments.join("\n");
    expect(all).toContain("The contract says “fifteen Business Days”; we ask for");
    expect(all).not.toMatch(/the limit|depends on facts|may not be in the set|bargain|Computer Weekly/);
    expect(all).not.toMatch(/DORA|EBA\/GL|PRA SS|NIS2|ISO\/IEC|s\.59|section 59/);
    expect(all).toContain("Law: Article 28(3)(g) UK GDPR.");
  });

  test("the same words bear one comment", () => {
    const spans = redline.edits.flatMap(({ edit }) =>
      edit.kind === "insert" || edit.notes.length === 0 ? [] : [`${edit.span.start}-${edit.span.end}`],
    );
    expect(new Set(spans).size).toBe(spans.length);
  });

  test("no number is given twice", () => {
    const numbers = insertedIn(redline).flatMap((line) => /^\d+(?:\.\d+)*/.exec(line)?.[0] ?? []);
    expect(numbers.length).toBeGreaterThan(20);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test("speaks in the contract's own names and terms, and defines none of them again", () => {
    const text = insertedIn(redline).join("\n");
    expect(text).toContain("The Service Provider shall");
    expect(text).not.toMatch(/(?<!Service )Provider shall/);
    expect(text).not.toMatch(/Data Protection Law(?!s|\p{L})/u);
    expect(text).not.toMatch(/“(?:Security Incident|Data Protection Legislation)”? means/);
  });

  test("keeps to the contract's own number where it is better", () => {
    expect(insertedIn(redline).join("\n")).not.toMatch(/Security Incident[^.]* within (?:four|4|24) hours/);
  });

  test("nothing whole goes into the list of a sentence", () => {
    const after = redline.edits.flatMap(({ edit }) => (edit.kind === "insert" ? [edit.after] : []));
    const items = insertedIn(redline).filter((line) => /^\([c-z]\)\s*The Service Provider shall/.test(line));
    expect(after.length).toBeGreaterThan(10);
    expect(items).toEqual([]);
  });

  test("what still says otherwise bears a comment and is named", () => {
    for (const { requirementId } of redline.contradicted)
      expect(
        redline.edits.some(({ edit, conflicts }) => edit.kind !== "insert" && conflicts?.includes(requirementId)),
      ).toBe(true);
  });
});

test("a contract that stands wholly in a table gets no new paragraphs behind it", async () => {
  const redline = await redlineOfLines(CONTRACT, (body) => `<w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl><w:p/>`);
  expect(insertedIn(redline)).toEqual([]);
  expect(redline.elsewhere.length).toBeGreaterThan(20);
});

test("where others' insertion is parted nothing empty is left", async () => {
  const theirs = (body: string) =>
    body.replace(
      /<w:r>(<w:t[^>]*>1\.2 .*?)<\/w:r>/,
      '<w:ins w:id="900" w:author="S" w:date="2025-01-01T00:00:00Z"><w:r>$1</w:r></w:ins>',
    );
  const redline = await redlineOfLines(CONTRACT, theirs);
  const xml = strFromU8(
    unzipSync(redline.files[0]?.bytes ?? new Uint8Array())["word/document.xml"] ?? new Uint8Array(),
  );
  expect(xml).toContain('w:author="S"');
  expect(xml).not.toMatch(/<w:ins\b[^>]*[^/]><\/w:ins>/);
});
