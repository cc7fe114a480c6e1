// provisional, to be overwritten by its owner
import type { ReferredDocument } from "../model/contract.ts"; import type { ContractDraft } from "./draft.ts";
export function findMissingDocuments(_draft: ContractDraft): ReferredDocument[] { return []; }
