/** Widths of Arial from the space to the tilde, in thousandths of the size. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
/** Other fonts stand in for Arial, and no two programs break lines alike. */
const CAUTION = 1.04;
const BOLD = 1.08;

export interface LineLook {
  /** Width of a line and size of the letters, in the same unit. */
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** How wide the text is on one line, rather too wide than too narrow. */
export function widthOf(text: string, { size, bold = false }: Omit<LineLook, "width">): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += WIDTHS[code - 32] ?? otherWidth(code);
  }
  return (sum / 1000) * size * CAUTION * (bold ? BOLD : 1);
}

/** Latin, Greek and Cyrillic letters at their usual width; a sign that Arial may lack comes from another font, wide at worst. */
function otherWidth(code: number): number {
  if (code < 0x0590) return 722;
  return code > 0xffff ? 1400 : 1000;
}

/** How many lines the text takes, broken at spaces, and within a word only where it is longer than a line. */
export function linesOf(text: string, look: LineLook): number {
  const space = widthOf(" ", look);
  let lines = 1;
  let used = 0;
  for (const [word] of text.matchAll(/\S+\s*/g)) {
    const own = widthOf(word.trimEnd(), look);
    if (used > 0 && used + own > look.width) {
      lines += 1;
      used = 0;
    }
    const more = Math.max(0, Math.ceil(own / look.width) - 1);
    lines += more;
    used += own - more * look.width + space;
  }
  return lines;
}

/** The text on at most so many lines: whole, or its beginning with "…". White space counts as one space. */
export function fitted(text: string, look: LineLook, most: number): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  if (linesOf(flat, look) <= most) return flat;
  let fits = 0;
  let tooLong = flat.length;
  while (tooLong - fits > 1) {
    const half = Math.floor((fits + tooLong) / 2);
    if (linesOf(beginning(flat, half), look) <= most) fits = half;
    else tooLong = half;
  }
  return beginning(flat, fits);
}

/** So many characters, back to the end of a word where one is near. */
function beginning(text: string, length: number): string {
  const cut = text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  const words = cut.replace(/[\s,;:(]+\S{0,24}$/, "");
  return `${words === "" ? cut : words}…`;
}
