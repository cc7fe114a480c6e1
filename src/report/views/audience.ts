/** legal: everything; procurement: one page with lights, the five worst gaps and what to ask for. */
export const AUDIENCES = ["legal", "procurement"] as const;

export type Audience = (typeof AUDIENCES)[number];
