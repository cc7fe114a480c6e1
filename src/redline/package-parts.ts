import { parseSource } from "../ooxml/xml-source.ts";

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "[Content_Types].xml";

export interface CommentsPart {
  /** Path of the main document. */
  readonly main: string;
  /** Path of the comments where there are some. */
  readonly comments: string | undefined;
  /** A part's text by its path. */
  readonly text: (path: string) => string | undefined;
  readonly xml: string;
}

/** The parts that change with the comments: themselves and, where they are new, the content types and the document's relationships. */
export function withComments({ main, comments, text, xml }: CommentsPart): Map<string, string> {
  if (comments !== undefined) return new Map([[comments, xml]]);
  const slash = main.lastIndexOf("/") + 1;
  const folder = main.slice(0, slash);
  let path = `${folder}comments.xml`;
  for (let i = 2; text(path) !== undefined; i++) path = `${folder}comments${i}.xml`;
  const relationships = `${folder}_rels/${main.slice(slash)}.rels`;
  const types = text(TYPES);
  const known =
    text(relationships) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const kind = known.includes("http://purl.oclc.org/ooxml/")
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
  let id = "clausecheckComments";
  while (known.includes(`"${id}"`)) id += "1";
  return new Map([
    [path, xml],
    ...(types === undefined
      ? []
      : [[TYPES, appended(types, `<Override PartName="/${path}" ContentType="${CONTENT_TYPE}"/>`)] as const]),
    [relationships, appended(known, `<Relationship Id="${id}" Type="${kind}" Target="${path.slice(slash)}"/>`)],
  ]);
}

/** One child more at the end of the root. */
function appended(source: string, xml: string): string {
  const root = parseSource(source);
  const prefix = root.name.includes(":") ? `${root.name.split(":")[0]}:` : "";
  const child = xml.replace(/^</, `<${prefix}`);
  if (root.contentStart === root.end)
    return `${source.slice(0, root.contentStart - 2)}>${child}</${root.name}>${source.slice(root.end)}`;
  return source.slice(0, root.contentEnd) + child + source.slice(root.contentEnd);
}
