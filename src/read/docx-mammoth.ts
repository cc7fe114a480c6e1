import mammoth from "mammoth";

/** Mammoth's document tree as far as it matters here (its lib/documents.js). */
export type MammothNode =
  | { readonly type: "paragraph" | "hyperlink"; readonly children: readonly MammothNode[] }
  | {
      readonly type: "run";
      readonly children: readonly MammothNode[];
      readonly isBold: boolean;
      readonly isUnderline: boolean;
    }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "tab" | "break" }
  | { readonly type: "bookmarkStart"; readonly name: string }
  | { readonly type: "table"; readonly children: readonly MammothRow[] };

export interface MammothRow {
  readonly isHeader: boolean;
  readonly children: readonly MammothCell[];
}

export interface MammothCell {
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly children: readonly MammothNode[];
}

interface MammothDocument {
  readonly children: readonly MammothNode[];
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/**
 * Has mammoth read the blocks of one body. `ignored` are its warnings about what it left out.
 * Mammoth takes any object that can read parts by name, so no zip is written on the way.
 */
export async function readWithMammoth(
  body: string,
): Promise<{ readonly blocks: readonly MammothNode[]; readonly ignored: readonly string[] }> {
  const part = `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;
  const file = { exists: (name: string) => name === "word/document.xml", read: async () => part };
  let blocks: readonly MammothNode[] = [];
  const transformDocument = (document: MammothDocument): MammothDocument => {
    blocks = document.children;
    // The tree is all we want: nothing is left to turn into HTML.
    return { ...document, children: [] };
  };
  const result = await mammoth.convertToHtml({ file } as unknown as { buffer: Buffer }, { transformDocument });
  return { blocks, ignored: result.messages.map((message) => message.message) };
}
