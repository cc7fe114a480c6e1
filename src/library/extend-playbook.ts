import type { Playbook, Requirement } from "../model/requirement.ts";

/**
 * A playbook with what it takes over from those it extends: where both speak of the same thing its own word holds. What
 * extends an unknown playbook, or itself, stays as it is; `playbookMistakes` says so.
 */
export function extendPlaybook(playbook: Playbook, all: readonly Playbook[], seen: readonly string[] = []): Playbook {
  const base = all.find((other) => other.id === playbook.extends && other.id !== playbook.id);
  if (!base || seen.includes(base.id)) return playbook;
  const under = extendPlaybook(base, all, [...seen, playbook.id]);
  return {
    ...playbook,
    law: playbook.law ?? under.law,
    policy: playbook.policy ?? under.policy,
    areas: playbook.areas.length > 0 ? playbook.areas : under.areas,
    requirements: [...new Set([...under.requirements, ...playbook.requirements])],
    without: [...new Set([...under.without.filter((id) => !playbook.requirements.includes(id)), ...playbook.without])],
    severity: { ...under.severity, ...playbook.severity },
    limits: { ...under.limits, ...playbook.limits },
    facts: { ...under.facts, ...playbook.facts },
    fallbacks: { ...under.fallbacks, ...playbook.fallbacks },
    unacceptable: { ...under.unacceptable, ...playbook.unacceptable },
  };
}

/** What it names that the library does not have: requirements, elements, metrics, the playbook it extends. */
export function playbookMistakes(
  playbook: Playbook,
  requirements: readonly Requirement[],
  all: readonly Playbook[],
): string[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const metrics = new Set(requirements.flatMap(({ quantities }) => quantities.map(({ metric }) => metric)));
  const { extends: base, fallbacks, unacceptable } = playbook;
  const isKnownBase = base === undefined || (base !== playbook.id && all.some((other) => other.id === base));
  const stated = Object.entries(playbook.policy?.requirements ?? {});
  const named = [
    ...playbook.requirements,
    ...playbook.without,
    ...[playbook.severity, fallbacks, unacceptable].flatMap(Object.keys),
    ...stated.map(([id]) => id),
  ];
  const elements = [
    ...stated.map(([id, own]) => [id, Object.keys(own)] as const),
    ...Object.entries(fallbacks).map(([id, { may_lack }]) => [id, may_lack] as const),
    ...Object.entries(unacceptable).map(([id, { lacking }]) => [id, lacking] as const),
  ];
  return [
    ...(isKnownBase
      ? []
      : [`extends playbook "${base}", which is ${base === playbook.id ? "itself" : "not in the library"}`]),
    ...(extendsItself(playbook, all) ? ["extends itself by way of others"] : []),
    ...[...new Set(named)]
      .filter((id) => !byId.has(id))
      .map((id) => `names requirement "${id}", which the library does not have`),
    ...elements.flatMap(([id, ids]) =>
      ids
        .filter((element) => byId.get(id)?.elements.every((other) => other.id !== element))
        .map((element) => `names element "${element}", which ${id} does not have`),
    ),
    ...[...new Set([...Object.keys(playbook.limits), ...Object.keys(playbook.policy?.limits ?? {})])]
      .filter((metric) => !metrics.has(metric))
      .map((metric) => `limits "${metric}", which no requirement of the library measures`),
  ];
}

function extendsItself(playbook: Playbook, all: readonly Playbook[]): boolean {
  const seen = new Set<string>();
  let at = all.find(({ id }) => id === playbook.extends && id !== playbook.id);
  while (at && at.id !== playbook.id && !seen.has(at.id)) {
    seen.add(at.id);
    const next = at.extends;
    at = all.find(({ id }) => id === next);
  }
  return at?.id === playbook.id;
}
