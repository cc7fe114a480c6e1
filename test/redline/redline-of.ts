import { loadDeal } from "../../src/library/load-deal.ts";
import { loadLibrary } from "../../src/library/load-library.ts";
import { loadPacks } from "../../src/library/load-packs.ts";
import { loadPlaybook } from "../../src/library/load-playbook.ts";
import { loadRedlineWords } from "../../src/library/load-redline-words.ts";
import { readDocx } from "../../src/read/docx.ts";
import { redlineContract } from "../../src/redline.ts";
import type { Redline } from "../../src/redline-result.ts";
import { makeDocx } from "../read/docx-fixture.ts";

const library = loadLibrary();
const playbook = loadPlaybook(library, undefined);
const { packs: _, ...texts } = loadPacks();
const words = loadRedlineWords();

/** The redline of a contract whose paragraphs are `lines`; "# " begins a heading. */
export async function redlineOfLines(lines: readonly string[], wrap = (body: string) => body): Promise<Redline> {
  const body = lines.map((line) => {
    const look = line.startsWith("# ") ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : "";
    return `<w:p>${look}<w:r><w:t xml:space="preserve">${line.replace(/^# /, "")}</w:t></w:r></w:p>`;
  });
  const styles =
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
  const bytes = makeDocx({ body: wrap(body.join("")), styles });
  const read = await readDocx(bytes, { name: "contract.docx", sha256: "0" });
  const answers = new Map([
    ["supplier.name", "S"],
    ["customer.name", "C"],
  ]);
  const options = { library, playbook, texts, words, deal: loadDeal({ answers }), isDealKnown: false, author: "Ours" };
  return redlineContract([{ read, bytes }], options);
}

/** The new paragraphs, number and lead included. */
export function insertedIn({ edits }: Redline): string[] {
  return edits.flatMap(({ edit }) =>
    edit.kind === "insert"
      ? edit.paragraphs.map(
          ({ number, lead = "", text }) => `${number.kind === "typed" ? number.text : ""}${lead}${text}`,
        )
      : [],
  );
}
