import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

interface PageText {
  /** Text by the id of its marked content; "" holds what stands in no element of the structure. */
  readonly byContent: ReadonlyMap<string, string>;
  readonly tree: StructNode;
}

export interface PdfView {
  readonly pages: readonly PageText[];
  readonly marked: boolean;
  readonly title: string;
  readonly language: string;
  readonly showsTitle: boolean;
  readonly outline: readonly { readonly title: string; readonly dest: unknown; readonly items: readonly unknown[] }[];
  /** Targets of links that lead nowhere. */
  readonly broken: readonly string[];
}

/** A PDF as assistive technology meets it, by pdfjs. */
export async function viewPdf(bytes: Uint8Array): Promise<PdfView> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title: string; Language: string };
  const pages: PageText[] = [];
  const broken: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    for (const { subtype, dest } of await page.getAnnotations())
      if (subtype === "Link" && (typeof dest !== "string" || !(await document.getDestination(dest))))
        broken.push(String(dest));
    pages.push({ byContent: await textsOf(page), tree: (await page.getStructTree()) as StructNode });
  }
  const view: PdfView = {
    pages,
    marked: (await document.getMarkInfo())?.Marked === true,
    title: Title,
    language: Language,
    showsTitle:
      ((await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle === true,
    outline: (await document.getOutline()) as PdfView["outline"],
    broken,
  };
  await document.loadingTask.destroy();
  return view;
}

interface Item {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly type?: string;
  readonly id?: string;
  readonly tag?: string;
}

async function textsOf(page: { getTextContent(options: object): Promise<unknown> }): Promise<Map<string, string>> {
  const { items } = (await page.getTextContent({ includeMarkedContent: true })) as { items: readonly Item[] };
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const { str, hasEOL, type, id, tag } of items) {
    if (type === "beginMarkedContentProps") open.push(id ?? tag ?? "");
    else if (type === "beginMarkedContent") open.push(tag ?? "");
    else if (type === "endMarkedContent") open.pop();
    else if (str !== undefined) {
      const at = open.at(-1) ?? "";
      texts.set(at, `${texts.get(at) ?? ""}${str}${hasEOL ? " " : ""}`);
    }
  }
  return texts;
}

/** All nodes of a tree, parents first. */
export function nodesOf(tree: StructNode): StructNode[] {
  return [tree, ...(tree.children ?? []).flatMap(nodesOf)];
}

/** The words of a node. */
export function wordsOf(node: StructNode, { byContent }: PageText): string {
  return nodesOf(node)
    .map(({ type, id }) => (type === "content" && id ? (byContent.get(id) ?? "") : ""))
    .join("")
    .replaceAll(/\s+/g, " ")
    .trim();
}
