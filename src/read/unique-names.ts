// Names that clash get a number.

/** The second "a" becomes "a-2"; with `extension` the number goes before it: "a-2.pdf". Order stays. */
export function uniqueNames(names: readonly string[], options: { readonly extension: boolean }): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = options.extension ? /\.[^./]+$/.exec(name)?.index : undefined;
    const stem = name.slice(0, dot ?? name.length);
    let candidate = name;
    // Reviews become files, and some disks do not tell "A" from "a".
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      candidate = `${stem}-${count}${name.slice(dot ?? name.length)}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
