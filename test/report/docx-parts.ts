import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** The parts of a Word file by path, each well-formed. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)] as const);
  for (const [path, xml] of parts) {
    new DOMParser({
      onError: (level, message) => {
        // A replaced character in a quote is worth a warning to the parser, to nobody else.
        if (level !== "warning") throw new Error(`${path}: ${level}: ${message}`);
      },
    }).parseFromString(xml, "text/xml");
  }
  return Object.fromEntries(parts);
}

/** What Word would repair or refuse, as far as the parts show it; [] where nothing is wrong. */
export function faultsOf(parts: Readonly<Record<string, string>>): string[] {
  const main = parts["word/document.xml"] ?? "";
  const styles = parts["word/styles.xml"] ?? "";
  const running = Object.entries(parts).flatMap(([path, xml]) => (/word\/(header|footer)/.test(path) ? [xml] : []));
  const defined = all(styles, /<w:style [^>]*w:styleId="([^"]+)"/g);
  const used = [
    ...all([main, ...running].join(""), /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g),
    ...all(styles, /<w:(?:basedOn|next|link) w:val="([^"]+)"/g),
  ];
  const names = all(main, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g);
  const starts = all(main, /<w:bookmarkStart [^>]*w:id="([^"]+)"/g);
  const ends = all(main, /<w:bookmarkEnd w:id="([^"]+)"/g);
  const related = all(parts["word/_rels/document.xml.rels"] ?? "", / Id="([^"]+)"/g);
  return [
    ...missing("style", used, defined),
    ...twice("style", defined),
    ...twice("bookmark", names),
    ...twice("bookmark id", starts),
    ...missing("end of bookmark", starts, ends),
    ...missing("start of bookmark", ends, starts),
    ...names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name)).map((name) => `bookmark name ${name}`),
    ...missing("link target", all(main, /<w:hyperlink w:anchor="([^"]+)"/g), names),
    ...missing("relation", all(main, / r:id="([^"]+)"/g), related),
    ...(count(main, 'w:fldCharType="begin"') === count(main, 'w:fldCharType="end"') ? [] : ["a field does not end"]),
    ...tableFaults(main),
  ];
}

function tableFaults(main: string): string[] {
  const tables = all(main, /(<w:tbl>(?:(?!<w:tbl>).)*?<\/w:tbl>.{0,6})/gs);
  return tables.flatMap((table, index) => {
    const columns = count(table, "<w:gridCol ");
    const rows = all(table, /<w:tr>(.*?)<\/w:tr>/gs);
    const wide = rows.filter((row) => {
      const cells = all(row, /<w:tc>(.*?)<\/w:tc>/gs);
      return cells.reduce((sum, cell) => sum + Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1), 0) !== columns;
    });
    return [
      ...(wide.length === 0 ? [] : [`table ${index}: ${wide.length} rows do not fill the grid`]),
      ...(all(table, /<w:tc>(.*?)<\/w:tc>/gs).every((cell) => cell.endsWith("</w:p>"))
        ? []
        : [`table ${index}: a cell`]),
      ...(rows[0]?.includes("<w:tblHeader/>") ? [] : [`table ${index}: no head row`]),
      ...(/<w:tblCaption w:val="[^"]+"/.test(table) ? [] : [`table ${index}: no caption`]),
      ...(/<\/w:tbl><w:p[ >]/.test(table) ? [] : [`table ${index}: no paragraph after it`]),
    ];
  });
}

/** The words of a stretch of markup. */
export function wordsOf(xml: string): string {
  return all(xml.replaceAll(/<w:(?:tab|br)\/>/g, "<w:t> </w:t>"), /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** Paragraphs of a style, as words. */
export function paragraphsOf(xml: string, style: RegExp): string[] {
  return all(xml, /(<w:p>.*?<\/w:p>)/gs)
    .filter((paragraph) => style.test(/<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? "Normal"))
    .map(wordsOf);
}

export function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = ""]) => found);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function missing(what: string, wanted: readonly string[], there: readonly string[]): string[] {
  const known = new Set(there);
  return [...new Set(wanted)].filter((one) => !known.has(one)).map((one) => `no ${what} ${one}`);
}

function twice(what: string, items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) < index).map((item) => `${what} ${item} twice`);
}
