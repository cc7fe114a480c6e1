import type { Requirement } from "../model/requirement.ts";
import { stem } from "../text/inflection.ts";

const COMMON = new Set(
  "the of and or to a in for on by with is are be shall must supplier customer data personal that any as its it not from contract does"
    .split(" ")
    .map(stem),
);

/** Stems of the words that name a requirement's subject. */
export function subjectOf(requirement: Requirement): readonly string[] {
  const names = [requirement.title, ...requirement.headings, ...requirement.elements.map((element) => element.text)];
  const words = names
    .join(" ")
    .toLowerCase()
    .matchAll(/\p{L}+/gu);
  return [...new Set([...words].map((match) => stem(match[0])))].filter((s) => !COMMON.has(s));
}
