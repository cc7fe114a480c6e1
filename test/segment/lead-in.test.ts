import { describe, expect, it } from "vitest";
import { heading, item, lines, paragraph, treeOf } from "./blocks.ts";

describe("lead-ins", () => {
  it("gives the unfinished last sentence to the items below", () => {
    const tree = treeOf(
      lines(`3.2 Records matter. The Processor shall:
(a) keep a log;
(b) review it monthly.`),
    );
    expect(tree.find("Records").leadIn).toBe("The Processor shall:");
    expect(tree.find("keep a log").parent).toBe("3.2");
    expect(tree.find("review").leadIn).toBeUndefined();
  });

  it("chains nested lead-ins", () => {
    const tree = treeOf(
      lines(`3.2 The Processor shall:
(a) protect data by:
(i) encrypting it; and
(ii) limiting access to it.`),
    );
    expect(tree.find("The Processor shall").leadIn).toBe("The Processor shall:");
    expect(tree.find("protect data").leadIn).toBe("protect data by:");
    expect(tree.find("limiting").parent).toBe("3.2(a)");
  });

  it("sees a lead-in without a colon where the items are a list", () => {
    const tree = treeOf([
      paragraph("The Supplier will provide"),
      item("hosting of the platform", 0),
      item("support by telephone", 0),
    ]);
    expect(tree.find("hosting").parent).toBe("The Supplier will provide");
    expect(tree.find("The Supplier").leadIn).toBe("The Supplier will provide");
  });

  it("gives no lead-in to a list below a finished sentence", () => {
    const tree = treeOf([paragraph("The Supplier provides support."), item("Support is free of charge.", 0)]);
    expect(tree.find("provides support").leadIn).toBeUndefined();
  });

  it("collects the lines of a list whose numbers are lost, and ends it", () => {
    const tree = treeOf(
      lines(`The processor shall:
process the data only on documented instructions;
keep the data confidential; and
delete the data on request.
The controller may audit the processor once a year.`),
    );
    for (const words of ["documented", "confidential", "delete"])
      expect(tree.find(words).parent).toBe("The processor shall:");
    expect(tree.find("may audit").parent).toBeUndefined();
  });

  it("keeps a sentence that opens with a party name in small letters apart", () => {
    const tree = treeOf(
      lines(`The measures include:
encryption of stored data;
backup of stored data.
processor will test the measures yearly.`),
    );
    expect(tree.find("processor will test").parent).toBeUndefined();
  });

  it("collects capitalised items that end with stops where the lead-in asks for verbs", () => {
    const tree = treeOf(
      lines(`You agree not to:
Copy the software of the platform.
Overload the platform.
The Supplier may block your account.`),
    );
    expect(tree.find("Overload").parent).toBe("You agree not to:");
    expect(tree.find("may block").parent).toBeUndefined();
  });

  it("makes text after a list that completes the sentence a child too", () => {
    const tree = treeOf(
      lines(`7.1 If the Supplier learns of:
(a) a loss of data; or
(b) a misuse of data,
then it shall tell the Customer within one day.
7.2 The Customer shall confirm receipt.`),
    );
    expect(tree.find("then it shall").parent).toBe("7.1");
    expect(tree.find("confirm receipt").parent).toBeUndefined();
  });

  it("does not hand the lead-in to the paragraph after the list, which keeps the heading", () => {
    const tree = treeOf([
      heading("Agreement", 1),
      heading("4.1 Audit", 2),
      paragraph("The Supplier shall grant access to:"),
      item("premises;", 0),
      item("records.", 0),
      paragraph("The Customer bears its own cost."),
    ]);
    const after = tree.find("own cost");
    expect(after.parent).toBe("4.1");
    expect(tree.seen.find((one) => one.number === "4.1")?.leadIn).toBeUndefined();
    expect(tree.find("grant access").leadIn).toBe("The Supplier shall grant access to:");
    expect(tree.find("premises").parent).toBe("The Supplier shall grant access to:");
  });

  it("joins a sentence that a line break cut", () => {
    const tree = treeOf(
      lines(`Further instructions need a written agreement between the supplier
and the customer before work on them starts.`),
    );
    expect(tree.seen).toHaveLength(1);
    expect(tree.seen[0]?.body).toHaveLength(1);
  });

  it("puts a second list of the same kind beside the first", () => {
    const tree = treeOf([
      paragraph("The Supplier implements measures including:"),
      paragraph("Technical measures:"),
      item("encryption", 0),
      paragraph("Organisational measures:", { emphasis: true }),
      item("training", 0),
    ]);
    expect(tree.find("Organisational").parent).toBe("The Supplier implements measures including:");
    expect(tree.find("training").parent).toBe("Organisational measures:");
  });
});

describe("a list whose first item stands in its opening sentence", () => {
  it("shares the words before the first verb", () => {
    const tree = treeOf(
      lines(`On request the Processor shall keep a log of all access;
review the log monthly; and
report what it finds.
The Customer pays for reports.`),
    );
    expect(tree.find("keep a log").leadIn).toBe("On request the Processor shall");
    expect(tree.find("review the log").parent).toContain("keep a log");
    expect(tree.find("report what").parent).toContain("keep a log");
    expect(tree.find("pays for").parent).toBeUndefined();
  });
});
