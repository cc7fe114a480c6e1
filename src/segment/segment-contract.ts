import type { Contract, ReadFile, RoleName } from "../model/contract.ts";
import { assembleText } from "./assemble-text.ts";
import { buildClauses } from "./build-clauses.ts";

const STANDARD: RoleName[] = [
  ...["customer","client","controller","authority","you","your","data exporter"].map((words)=>({words,role:"customer" as const})),
  ...["supplier","provider","service provider","vendor","processor","we","us","our","contractor","data importer"].map((words)=>({words,role:"supplier" as const})),
  ...["sub-processor","subprocessor","subcontractor","sub-contractor","another processor","other processor"].map((words)=>({words,role:"subprocessor" as const})),
  ...["supervisory authority","information commissioner","commissioner","ico"].map((words)=>({words,role:"authority" as const})),
  ...["data subject"].map((words)=>({words,role:"data-subject" as const})),
];

/** Provisional. */
export function segmentContract(files: readonly ReadFile[]): Contract {
  const assembled = assembleText(files);
  const clauses = buildClauses(assembled);
  return { title: files[0]?.name ?? "", text: assembled.text, hidden: assembled.hidden, files: assembled.files, clauses, pageStarts: assembled.pageStarts, parties: [], roleNames: STANDARD, terms: [], references: [], missingDocuments: [], unreadPages: [], diagnostics: [] };
}
