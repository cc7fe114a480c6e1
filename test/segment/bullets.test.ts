import { expect, test } from "vitest";
import { readFile } from "../../src/read/read-file.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";

/** The clause's text, and behind an arrow the text of the clause it stands below. */
async function below(markdown: string): Promise<string[]> {
  const contract = segmentContract([await readFile(new TextEncoder().encode(markdown), "contract.md")]);
  const textOf = (index: number | undefined) =>
    (index === undefined ? [] : (contract.clauses[index]?.body ?? []))
      .map((span) => contract.text.slice(span.start, span.end))
      .join(" ");
  return contract.clauses
    .filter((clause) => clause.kind === "clause")
    .map((clause) => `${textOf(clause.index)} <- ${textOf(clause.parent)}`);
}

test("dots below a numbered item that asks for them are its items, though the file gives both the same depth", async () => {
  const items = await below(
    "# Breach\n\n1. The Supplier shall tell the Customer if:\n\n- data is lost;\n\n- a regulator asks.\n\n2. The Supplier shall keep records.\n",
  );
  expect(items).toEqual([
    "The Supplier shall tell the Customer if: <- ",
    "data is lost; <- The Supplier shall tell the Customer if:",
    "a regulator asks. <- The Supplier shall tell the Customer if:",
    "The Supplier shall keep records. <- ",
  ]);
});

test("dots after a numbered item that asks for nothing are no items of it", async () => {
  const items = await below(
    "# Breach\n\n1. The Supplier shall keep records.\n\n- Data is lost.\n\n- A regulator asks.\n",
  );
  expect(items.map((item) => item.split(" <- ")[1])).toEqual(["", "", ""]);
});
