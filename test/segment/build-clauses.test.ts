import { describe, expect, it } from "vitest";
import { heading, item, lines, paragraph, row, table, treeOf } from "./blocks.ts";

const kinds = (tree: ReturnType<typeof treeOf>): string[] => tree.clauses.map((clause) => clause.kind);

describe("headings", () => {
  it("splits a short title from the text after it", () => {
    const tree = treeOf(lines("4.1 Audit. The Supplier shall allow one audit a year."));
    expect(tree.seen[0]).toMatchObject({
      number: "4.1",
      heading: "Audit",
      body: ["The Supplier shall allow one audit a year."],
    });
  });

  it("takes the paragraph below a numbered heading as its text, further ones as clauses below it", () => {
    const tree = treeOf([
      heading("Agreement", 1),
      heading("4. Audit", 2),
      paragraph("The Supplier shall allow one audit a year."),
      paragraph("The Customer shall pay for it."),
    ]);
    expect(tree.find("one audit")).toMatchObject({ number: "4", heading: "Audit", parent: "Agreement" });
    expect(tree.find("pay for it")).toMatchObject({ number: "", parent: "4" });
  });

  it("makes unnumbered headings parents by their level", () => {
    const tree = treeOf([
      heading("Agreement", 1),
      heading("Security", 2),
      heading("Access", 3),
      paragraph("Access needs a password."),
      heading("Fees", 2),
      paragraph("Fees fall due monthly."),
    ]);
    expect(tree.find("password")).toMatchObject({ heading: "Access", parent: "Security" });
    expect(tree.find("fall due")).toMatchObject({ heading: "Fees", parent: "Agreement" });
  });

  it("puts a heading known by its looks above the clause whose number follows", () => {
    const tree = treeOf(
      lines(`5. Security Of The Platform
5.1 The Supplier shall encrypt all data that it stores for the Customer.
MONITORING
5.2 The Supplier shall monitor the platform.
6. Fees
6.1 The Customer shall pay.`),
    );
    expect(tree.find("MONITORING").parent).toBe("5");
    expect(tree.find("monitor the").parent).toBe("MONITORING");
    expect(tree.find("Fees").parent).toBeUndefined();
  });

  it("does not take the items of a list for headings", () => {
    const tree = treeOf(
      lines(`2.1 The plan covers:
(a) Encryption
(b) Backup`),
    );
    expect(tree.find("Encryption")).toMatchObject({ heading: "", number: "2.1(a)" });
    expect(tree.find("Backup")).toMatchObject({ heading: "", number: "2.1(b)" });
  });

  it("leaves markup out of heading and number", () => {
    const source = "**4.2 Audit.** The Supplier shall allow audits.";
    const hidden = [
      { start: 0, end: 2 },
      { start: 12, end: 14 },
    ];
    const tree = treeOf([paragraph(source, { hidden })]);
    expect(tree.seen[0]).toMatchObject({ number: "4.2", heading: "Audit", body: ["The Supplier shall allow audits."] });
  });
});

describe("schedules", () => {
  it("takes the next line as title where the number stands alone", () => {
    const tree = treeOf([
      paragraph("SCHEDULE 1"),
      paragraph("DETAILS OF PROCESSING"),
      paragraph("The data are names of staff members."),
    ]);
    expect(tree.clauses[0]).toMatchObject({ kind: "schedule", number: "Schedule 1", heading: "DETAILS OF PROCESSING" });
    expect(tree.find("names").parent).toBe("Schedule 1");
  });

  it("is not misled by a sentence about a schedule", () => {
    const tree = treeOf(lines("Schedule 2 sets out the security measures.\nAnnex II of this agreement shall apply."));
    expect(kinds(tree)).toEqual(["clause", "clause"]);
  });

  it("starts afresh in every file", () => {
    const tree = treeOf(
      [heading("Annex A: Fees", 1), paragraph("The fee is due.")],
      [paragraph("1. The parties agree to this.")],
    );
    expect(tree.find("parties agree")).toMatchObject({ number: "1", parent: undefined });
    expect(tree.find("parties agree").clause.file).toBe(1);
  });
});

describe("kinds", () => {
  it("tells contents, recitals, definitions, front and notes from clauses", () => {
    const tree = treeOf([
      paragraph("Hosting Agreement", { kind: "heading", level: 1 }),
      paragraph("Contents"),
      paragraph("1. Definitions ........ 2"),
      paragraph("2. Security ........ 3"),
      paragraph("Example Ltd, a company incorporated in England with registered office in York"),
      paragraph("WHEREAS the Customer wants its platform hosted;"),
      paragraph("Page header of the agreement", { origin: "header" }),
      heading("1. Definitions", 2),
      paragraph("“Data” means everything the Customer stores."),
      heading("2. Security", 2),
      paragraph("The Supplier shall keep the platform secure."),
      paragraph("Signed by: ____________"),
    ]);
    expect(tree.seen.map((one) => one.clause.kind)).toEqual([
      "heading",
      "contents",
      "contents",
      "contents",
      "front",
      "recital",
      "note",
      "definition",
      "clause",
      "front",
    ]);
  });

  it("ends a table of contents without page numbers where its first entry comes again", () => {
    const entries = ["1. Scope", "2. Audit"];
    const tree = treeOf(
      lines(
        [
          "Contents",
          ...entries,
          "1. Scope",
          "This agreement covers hosting.",
          "2. Audit",
          "Audits take place yearly.",
        ].join("\n"),
      ),
    );
    expect(kinds(tree)).toEqual(["contents", "contents", "contents", "clause", "clause"]);
  });

  it("joins a sentence across a running footer", () => {
    const tree = treeOf([
      paragraph("3.1 The Supplier shall restore the platform from the latest"),
      paragraph("Hosting Agreement, page footer", { origin: "footer" }),
      paragraph("backup within four hours."),
    ]);
    expect(tree.find("backup within")).toMatchObject({ number: "3.1" });
    expect(tree.clauses.find((clause) => clause.kind === "note")?.parent).toBeUndefined();
  });

  it("nests bullets by depth", () => {
    const tree = treeOf([
      paragraph("The Supplier provides:"),
      item("support:", 0),
      item("by telephone", 1),
      item("hosting", 0),
    ]);
    expect(tree.find("telephone").parent).toBe("support:");
    expect(tree.find("hosting").parent).toBe("The Supplier provides:");
  });
});

describe("tables", () => {
  const matrix = table([
    row(["Task", "Supplier", "Customer"], true),
    row(["Patching", "R", ""]),
    row(["Backup", "", "A"]),
  ]);

  it("makes rows with their cells, the heads over them and the row's head", () => {
    const tree = treeOf([heading("Matrix", 1), matrix]);
    const patching = tree.find("Patching");
    expect(patching).toMatchObject({ heading: "Patching", body: ["Patching", "R"] });
    const head = (clause: typeof patching.clause) =>
      clause.columnHeads?.map((span) => (span ? tree.text.slice(span.start, span.end) : undefined));
    expect(head(patching.clause)).toEqual(["Task", "Supplier"]);
    expect(head(tree.find("Backup").clause)).toEqual(["Task", "Customer"]);
    expect(kinds(tree)).toEqual(["heading", "table", "row", "row"]);
    expect(tree.clauses[1]?.parent).toBe(0);
  });

  it("repeats a cell that covers several rows, and spreads heads over columns", () => {
    const tree = treeOf([
      table([
        {
          header: true,
          cells: [
            { text: "Task", columns: 1, rows: 1 },
            { text: "Parties", columns: 2, rows: 1 },
          ],
        },
        {
          header: false,
          cells: [
            { text: "Patching", columns: 1, rows: 2 },
            { text: "Supplier", columns: 1, rows: 1 },
            { text: "does it", columns: 1, rows: 1 },
          ],
        },
        {
          header: false,
          cells: [
            { text: "Customer", columns: 1, rows: 1 },
            { text: "approves it", columns: 1, rows: 1 },
          ],
        },
      ]),
    ]);
    expect(tree.find("approves it").body).toEqual(["Patching", "Customer", "approves it"]);
    const heads = tree
      .find("approves it")
      .clause.columnHeads?.map((span) => span && tree.text.slice(span.start, span.end));
    expect(heads).toEqual(["Task", "Parties", "Parties"]);
  });

  it("makes a row across the table the parent of the rows below it", () => {
    const tree = treeOf([
      table([
        row(["Task", "Supplier", "Customer"], true),
        { header: false, cells: [{ text: "Onboarding", columns: 3, rows: 1 }] },
        row(["Set-up", "R", "A"]),
      ]),
    ]);
    expect(tree.find("Set-up").parent).toBe("Onboarding");
  });

  it("reads a box of one column as paragraphs", () => {
    const tree = treeOf([table([row(["4.1 The Supplier shall call.\n4.2 The Customer shall answer."])])]);
    expect(tree.seen.map((one) => one.number)).toEqual(["4.1", "4.2"]);
  });

  it("inherits the lead-in above the table", () => {
    const tree = treeOf([paragraph("The tasks are split as follows:"), matrix]);
    expect(tree.seen[0]?.leadIn).toBe("The tasks are split as follows:");
    expect(tree.clauses[1]).toMatchObject({ kind: "table", parent: 0 });
  });
});
