import type { TableCell, TextBlock } from "./model/block.ts";
import type { ReadFile } from "./model/contract.ts";
import type { FunctionRule } from "./model/function.ts";
import { type Example, type Library, playbookSchema, type Requirement } from "./model/requirement.ts";
import { AREAS, FACTS, type Finding, type Review } from "./model/review.ts";
import { reviewContract } from "./review.ts";

/** An example of a requirement or function file that the engine judges otherwise than its author says. */
export interface ExampleFailure {
  /** Of the requirement or function. */
  readonly id: string;
  /** From 1, in the file's order; 0 for the model clause. */
  readonly example: number;
  readonly message: string;
}

/** Judges every example and every model clause of the library by its own requirement or function. No failures: []. */
export function testLibrary(library: Library): ExampleFailure[] {
  return [
    ...library.requirements.flatMap((requirement) => testRequirement(library, requirement)),
    ...library.functions.flatMap((rule) => testFunction(library, rule)),
  ];
}

/** As testLibrary, for one requirement. */
export function testRequirement(library: Library, requirement: Requirement): ExampleFailure[] {
  const alone: Library = { ...library, requirements: [requirement], functions: [] };
  const fail = (example: number) => (message: string) => ({ id: requirement.id, example, message });
  const failures = requirement.examples.flatMap((example, i) =>
    differences(example, judge(alone, example.text)).map(fail(i + 1)),
  );
  const model = { verdict: "covered" as const, text: modelClause(alone, requirement) };
  return [
    ...failures,
    ...differences(model, judge(alone, model.text)).map((message) => fail(0)(`model clause: ${message}`)),
  ];
}

/**
 * The finding of a one-requirement library on a short text, every fact taken as true. An example is a clause of some
 * contract: the annexes that it refers to exist, unless the text is said to be the whole.
 */
export function judge(library: Library, text: string, { isWhole = false } = {}): Finding {
  const options = { library, playbook: EVERYTHING, facts: ALL_TRUE, annexesExist: !isWhole };
  const finding = reviewContract([exampleFile(text)], options).findings[0];
  if (!finding) throw new Error("a library with one requirement gives one finding");
  return finding;
}

/** As testLibrary, for one function of the responsibility matrix. */
export function testFunction(library: Library, rule: FunctionRule): ExampleFailure[] {
  const alone: Library = { ...library, requirements: [], functions: [rule] };
  return rule.examples.flatMap(({ allocation, text }, i) => {
    const said = judgeFunctions(alone, text)[0]?.allocation;
    const message = `judged ${said}, expected ${allocation}`;
    return said === allocation ? [] : [{ id: rule.id, example: i + 1, message }];
  });
}

/** The responsibility matrix of a short text: its parties are the Supplier and the Customer unless it names others. */
export function judgeFunctions(library: Library, text: string): Review["responsibilities"] {
  return reviewContract([exampleFile(text)], { library, playbook: EVERYTHING, facts: ALL_TRUE }).responsibilities;
}

/** The model clause as the review of an empty contract suggests it. */
function modelClause(library: Library, requirement: Requirement): string {
  const finding = reviewContract([exampleFile("The parties agree as follows.")], {
    library,
    playbook: EVERYTHING,
    facts: ALL_TRUE,
  }).findings.find((f) => f.requirementId === requirement.id);
  return finding?.suggestion ?? "";
}

/** Every area, the library's own numbers. */
export const EVERYTHING = playbookSchema.parse({ id: "examples", title: "Examples", version: "1", areas: AREAS });
const ALL_TRUE = Object.fromEntries(FACTS.map((fact) => [fact, true]));

function differences(example: Pick<Example, "verdict" | "lacks" | "weak" | "adverse">, finding: Finding): string[] {
  const lacks = finding.elements.filter((element) => element.mandatory && !element.met).map((element) => element.id);
  const wordings = (supports: "weak" | "adverse") =>
    finding.evidence.filter((e) => e.supports === supports).map((e) => e.wording ?? "");
  if (finding.verdict !== example.verdict)
    return [
      `judged ${finding.verdict}, expected ${example.verdict} (not met: ${lacks.join(", ") || "none"}; weak: ${wordings("weak").join(", ") || "none"}; adverse: ${wordings("adverse").join(", ") || "none"}; numbers: ${finding.quantities.map((q) => `${q.metric} ${q.value} ${q.standing}`).join(", ") || "none"})`,
    ];
  const differing: string[] = [];
  const compare = (what: string, found: readonly string[], expected: readonly string[]) => {
    const [a, b] = [[...new Set(found)].sort().join(", "), [...new Set(expected)].sort().join(", ")];
    if (a !== b) differing.push(`${what}: found ${a || "none"}, expected ${b || "none"}`);
  };
  if (example.verdict === "partial") {
    compare("not met", lacks, example.lacks ?? []);
    compare("weak wording", wordings("weak"), example.weak ?? []);
  }
  if (example.verdict === "adverse") compare("adverse wording", wordings("adverse"), example.adverse ?? []);
  return differing;
}

/** Example text as a file: a line a paragraph, "# " a heading, "| a | b |" a table row (the first row names the columns). */
function exampleFile(text: string): ReadFile {
  const blocks: TextBlock[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 0)
      blocks.push({
        kind: "table",
        text: "",
        origin: "body",
        rows: rows.map((cells, i) => ({ header: i === 0, cells: cells.map(cell) })),
      });
    rows = [];
  };
  for (const line of text.split("\n").map((l) => l.trim())) {
    if (line.startsWith("|"))
      rows.push(
        line
          .replace(/^\||\|$/g, "")
          .split("|")
          .map((part) => part.trim()),
      );
    else {
      flush();
      if (line.startsWith("# ")) blocks.push({ kind: "heading", level: 1, text: line.slice(2), origin: "body" });
      else if (line !== "") blocks.push({ kind: "paragraph", text: line, origin: "body" });
    }
  }
  flush();
  return { name: "example.txt", sha256: "", mediaType: "text/plain", blocks, diagnostics: [], unreadPages: [] };
}

function cell(text: string): TableCell {
  return { text, columns: 1, rows: 1 };
}
