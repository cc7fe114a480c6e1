// The half-finished contract. In: nothing. Out: the type every finder of this folder reads. Never: findings of its own.
import type { Contract } from "../model/contract.ts";

/** A contract whose clause tree stands, before parties, terms, references and precedence are known. */
export type ContractDraft = Pick<Contract, "text" | "hidden" | "files" | "clauses" | "pageStarts">;
