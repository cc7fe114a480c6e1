import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderDocx } from "./make-samples/docx.ts";
import { renderPdf } from "./make-samples/pdf.ts";
import { parseSource } from "./make-samples/source.ts";

/** A file made from one source, with its place relative to the repository's root. */
export interface MadeSample {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Makes the contract file of one sample source (samples/<name>/source/<file>.md). The same source gives the same bytes. */
export async function makeSample(sourcePath: string): Promise<MadeSample> {
  const source = parseSource(readFileSync(sourcePath, "utf8"), sourcePath);
  const path = join(dirname(dirname(sourcePath)), source.head.output);
  return { path, bytes: path.endsWith(".pdf") ? await renderPdf(source) : await renderDocx(source) };
}

if (import.meta.main) {
  process.chdir(join(import.meta.dirname, ".."));
  for (const sourcePath of globSync("samples/*/source/*.md").sort()) {
    const { path, bytes } = await makeSample(sourcePath);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    process.stdout.write(`${path} (${bytes.length} bytes)\n`);
  }
}
