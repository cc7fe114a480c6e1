// What stands beside a model clause in templates/clauses: its heading, what to say and what to give in the negotiation.
import { z } from "zod";
import { sentence } from "./fields.ts";

export const clauseNoteSchema = z.strictObject({
  /** Of the clause, as a contract has it: "Patching". */
  heading: sentence,
  /** Wording to fall back on, a template like the clause itself: acceptable, though less than the clause. */
  fallback: sentence,
  /** What suppliers say against the clause. */
  suppliers_say: sentence,
  /** What may be conceded, and for what in return. */
  concede: sentence,
});

export type ClauseNote = z.infer<typeof clauseNoteSchema>;
