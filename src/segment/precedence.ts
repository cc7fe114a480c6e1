// provisional, to be overwritten by its owner
import type { ContractDraft } from "./draft.ts";
export function findPrecedence(_draft: ContractDraft): { precedence?: number; superseded: Set<number> } { return { superseded: new Set() }; }
