import type { CommentTexts } from "../../model/redline-words.ts";
import type { Review } from "../../model/review.ts";

/** Statutes and regulators' rules among the citations, as the side whose law applies writes them: "Article 28(3)(g) UK GDPR". */
export function lawsOf(
  citations: readonly string[],
  laws: CommentTexts["laws"],
  side: "uk" | "eu",
  facts: Review["facts"],
): string[] {
  const holding = new Set(facts.filter(({ value }) => value).map(({ id }) => id));
  const named = citations.flatMap((citation) =>
    laws.flatMap(({ cited, written: names, form, provisions, facts: needed }) => {
      const start = cited.find((beginning) => citation.startsWith(beginning));
      const provision = start === undefined ? undefined : PROVISION.exec(citation.slice(start.length))?.[0];
      const law = names[side];
      if (provision === undefined || law === undefined) return [];
      if (needed && !needed.some((fact) => holding.has(fact))) return [];
      if (provisions && !provisions.some((own) => isWithin(provision, own))) return [];
      const written = provision.includes("-") ? form.replace(/^\w+/, "$&s") : form;
      return [written.replace("{provision}", provision).replace("{law}", law)];
    }),
  );
  return [...new Set(named)];
}

const PROVISION = /^\d+[A-Z]?(?:\([0-9a-z]+\))*(?:-\d+[A-Z]?)?/;

/** "59(6)(d)" is within "59", "590" is not. */
function isWithin(provision: string, own: string): boolean {
  return provision.startsWith(own) && !/^[\dA-Z]/.test(provision.slice(own.length));
}
