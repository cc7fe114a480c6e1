/**
 * Clauses as a person lists them: "clauses 11.1 and 16.2", "Schedule 2, 10.2(a), (b) and (c)", "clause 4.1 and Annex A".
 * An unnumbered clause is named by its heading in quotation marks.
 */
export function clauseList(clauses: readonly string[]): string {
  const named = clauses.filter((clause) => clause !== "unnumbered");
  if (named.length === 0) return "an unnumbered clause";
  const numbered = named.filter(isNumber);
  const others = named
    .filter((clause) => !isNumber(clause))
    .map((clause) => (/^\([A-Z]\)$/.test(clause) ? `Recital ${clause}` : clause));
  return listed([
    ...(numbered.length > 0 ? [`${numbered.length === 1 ? "clause" : "clauses"} ${listed(shortened(numbered))}`] : []),
    ...shortened(others),
  ]);
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  return items.length < 3 ? items.join(" and ") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Number of grammatical subjects: the verb after a list agrees with it. */
export function isSingular(clauses: readonly string[]): boolean {
  return clauses.length <= 1;
}

function isNumber(clause: string): boolean {
  return /^(?:\d|\([^A-Z])/.test(clause);
}

/** After "Schedule 2, 10.2(a)" the next of the same clause is "(b)", the next of the same schedule "10.4". */
function shortened(clauses: readonly string[]): string[] {
  return clauses.map((clause, i) => {
    const previous = clauses[i - 1];
    if (previous === undefined) return clause;
    const [head, tail] = [stemOf(previous), clause.slice(stemOf(clause).length)];
    if (tail !== "" && head === stemOf(clause) && previous !== head) return tail;
    const schedule = /^(?:Schedule|Annex|Appendix|Exhibit|Part)[^,]*, /.exec(clause)?.[0];
    return schedule && previous.startsWith(schedule) ? clause.slice(schedule.length) : clause;
  });
}

/** The clause without its last sub-paragraph: "10.2" of "10.2(a)". */
function stemOf(clause: string): string {
  return clause.replace(/\([^()]*\)$/, "");
}
