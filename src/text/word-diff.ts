import { diffArrays } from "diff";

/** Items that both lists have, or one of them; an equal step shows the new list's items. */
export interface DiffStep<T> {
  readonly kind: "equal" | "deleted" | "inserted";
  readonly items: readonly T[];
}

/** Beyond this many differences two texts are two texts: nobody reads what they share by chance. */
const MOST_EDITS = 1500;
/** An equal step of so few items between two changes is read faster as part of them. */
const ISLAND = 2;

/**
 * What was deleted from one list and inserted into the other, in reading order, deletions before insertions. `isEqual` says which
 * items are the same. Signs between two changes belong to the change, and so do a few words between two larger ones. Deterministic.
 */
export function wordDiff<T>(
  old: readonly T[],
  now: readonly T[],
  isEqual: (a: T, b: T) => boolean,
  isSign: (item: T) => boolean,
): DiffStep<T>[] {
  const found = diffArrays([...old], [...now], { comparator: isEqual, maxEditLength: MOST_EDITS });
  if (!found) return merged([step("deleted", old), step("inserted", now)]);
  let oldAt = 0;
  let newAt = 0;
  const pieces: Piece<T>[] = found.map(({ added, removed, value }) => {
    const from = { old: oldAt, now: newAt };
    if (!added) oldAt += value.length;
    if (!removed) newAt += value.length;
    return {
      old: added ? [] : old.slice(from.old, oldAt),
      now: removed ? [] : now.slice(from.now, newAt),
      isEqual: !added && !removed,
    };
  });
  return merged(
    withoutIslands(pieces, isSign).flatMap((piece) =>
      piece.isEqual ? [step("equal", piece.now)] : [step("deleted", piece.old), step("inserted", piece.now)],
    ),
  );
}

interface Piece<T> {
  readonly old: readonly T[];
  readonly now: readonly T[];
  readonly isEqual: boolean;
}

function withoutIslands<T>(pieces: readonly Piece<T>[], isSign: (item: T) => boolean): Piece<T>[] {
  const size = (piece: Piece<T>) => piece.old.length + piece.now.length;
  const joined = grouped(pieces);
  return grouped(
    joined.map((piece, i) => {
      const before = joined[i - 1];
      const after = joined[i + 1];
      if (!piece.isEqual || !before || !after || piece.now.length > ISLAND) return piece;
      const isIsland = piece.now.every(isSign) || Math.min(size(before), size(after)) > ISLAND;
      return isIsland ? { ...piece, isEqual: false } : piece;
    }),
  );
}

/** Neighbouring changes as one. */
function grouped<T>(pieces: readonly Piece<T>[]): Piece<T>[] {
  const groups: Piece<T>[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && last.isEqual === piece.isEqual)
      groups[groups.length - 1] = {
        old: [...last.old, ...piece.old],
        now: [...last.now, ...piece.now],
        isEqual: piece.isEqual,
      };
    else groups.push(piece);
  }
  return groups;
}

function step<T>(kind: DiffStep<T>["kind"], items: readonly T[]): DiffStep<T> {
  return { kind, items };
}

function merged<T>(steps: readonly DiffStep<T>[]): DiffStep<T>[] {
  return steps.filter(({ items }) => items.length > 0);
}
