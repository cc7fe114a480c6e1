// provisional, to be overwritten by its owner
import type { DefinedTerm } from "../model/contract.ts"; import type { ContractDraft } from "./draft.ts";
export function findDefinedTerms(_draft: ContractDraft): DefinedTerm[] { return []; }
