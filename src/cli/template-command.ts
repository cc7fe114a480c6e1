import type { Deal, Pack } from "../model/deal.ts";
import { ContractCheckError } from "../model/diagnostic.ts";
import type { PackView } from "../model/pack-view.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { fileName, prepareFolder, writeWhole } from "./write-files.ts";

const FORMATS = ["docx", "md", "html"] as const;
type Format = (typeof FORMATS)[number];

/** The options of `template` as commander collects them. */
export interface RawTemplateOptions {
  readonly deal?: string;
  readonly supplier?: string;
  readonly customer?: string;
  readonly set?: readonly string[];
  readonly ask?: boolean;
  readonly playbook?: string;
  readonly library?: string;
  readonly format?: readonly string[];
  readonly out?: string;
  readonly notes?: boolean;
  /** A contract whose gaps are to be closed: its files, in place of a pack. */
  readonly for?: readonly string[];
}

/** Writes a clause pack filled for a deal; without a pack, prints which there are. */
export async function templateCommand(
  id: string | undefined,
  raw: RawTemplateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { loadPacks } = await import("../library/load-packs.ts");
  const { packs, ...texts } = loadPacks();
  if (id === undefined) {
    for (const pack of packs) terminal.out(`${pack.id.padEnd(32)}${pack.about}\n`);
    return 0;
  }
  const pack = packOf(packs, id);
  const formats = formatsOf(raw.format ?? ["docx"]);
  const { loadLibrary } = await import("../library/load-library.ts");
  const { loadPlaybook } = await import("../library/load-playbook.ts");
  const { clausePack } = await import("../clause-pack.ts");
  const deal = await dealOf(pack, raw);
  const library = loadLibrary(raw.library);
  const playbook = loadPlaybook(library, raw.playbook ?? pack.playbook);
  const view = clausePack(pack, deal, { library, playbook, texts });
  await writePack(view, pack.id, formats, raw, terminal);
  return 0;
}

/** Writes the pack, and its drafting notes where they are asked for, in each format. */
export async function writePack(
  view: PackView,
  name: string,
  formats: readonly Format[],
  raw: Pick<RawTemplateOptions, "out" | "notes">,
  terminal: Terminal,
): Promise<void> {
  const out = raw.out ?? "clausecheck-pack";
  prepareFolder(out);
  const clauses = view.parts.flatMap((part) => part.clauses).filter((clause) => clause.requirementId !== undefined);
  terminal.err(`${view.title}: ${clauses.length} clauses, ${view.schedules.length} schedules.\n`);
  for (const format of formats)
    terminal.err(`Written to ${writeWhole(out, `${fileName(name)}.${format}`, await render(view, format))}\n`);
  if (!raw.notes) return;
  const { renderPackNotes } = await import("../report/markdown/render-pack-notes.ts");
  terminal.err(`Written to ${writeWhole(out, `${fileName(name)}.notes.md`, renderPackNotes(view))}\n`);
}

async function render(view: PackView, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case "docx":
      return (await import("../report/docx/render-pack-docx.ts")).renderPackDocx(view);
    case "md":
      return (await import("../report/markdown/render-pack-markdown.ts")).renderPackMarkdown(view);
    case "html":
      return (await import("../report/render-pack-html.ts")).renderPackHtml(view);
    default:
      return format satisfies never;
  }
}

async function dealOf(pack: Pack, raw: RawTemplateOptions): Promise<Deal> {
  const { loadDeal } = await import("../library/load-deal.ts");
  const names = [
    ...(raw.supplier === undefined ? [] : [["supplier.name", raw.supplier] as const]),
    ...(raw.customer === undefined ? [] : [["customer.name", raw.customer] as const]),
  ];
  const asked = raw.ask ? await (await import("./questionnaire.ts")).askInTerminal(pack) : [];
  return loadDeal({ file: raw.deal, answers: new Map([...asked, ...names]), set: raw.set });
}

function packOf(packs: readonly Pack[], id: string): Pack {
  const pack = packs.find((one) => one.id === id);
  if (pack) return pack;
  const message = `${id}: no such pack; use one of ${packs.map((one) => one.id).join(", ")}.`;
  throw new ContractCheckError("unknown-pack", message);
}

/** The formats asked for, in a fixed order. Throws ContractCheckError "invalid-option" for one there is not. */
export function formatsOf(given: readonly string[]): Format[] {
  const wanted = given.flatMap((item) => item.split(",")).map((item) => item.trim());
  const unknown = wanted.find((item) => !FORMATS.some((format) => format === item));
  if (unknown !== undefined)
    throw new ContractCheckError(
      "invalid-option",
      `--format: "${unknown}" is not a format of a pack; use ${FORMATS.join(", ")}.`,
    );
  return FORMATS.filter((format) => wanted.includes(format));
}
