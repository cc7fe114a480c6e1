import type { Marker, MarkerReading } from "./numbering.ts";
import type { OpenLevel } from "./numbering-place.ts";

/** A number as a person would cite it inside its schedule, and its arabic parts where it has only such. */
export interface Citation {
  readonly own: string;
  readonly path?: readonly number[];
}

/** Joins a printed number with the numbers above it: "(a)" under "12.3" is "12.3(a)", "2." under "1." is "1.2". */
export function cite(above: readonly OpenLevel[], marker: Marker, reading: MarkerReading | undefined): Citation {
  if (marker.word !== undefined) return { own: marker.label, ...(marker.path ? { path: marker.path } : {}) };
  if (marker.path && marker.path.length > 1) return { own: marker.label, path: marker.path };
  const start = above.findLastIndex((level) => level.kind === "schedule" || level.kind === "part") + 1;
  const parent = above.findLast((level, i) => i >= start && level.own !== undefined);
  if (marker.path && reading) {
    if (parent?.word !== undefined) return nestedInNamed(parent, reading.value);
    if (parent?.path) {
      const path = [...parent.path, reading.value];
      return { own: path.join("."), path };
    }
    if (parent?.own === undefined) return { own: marker.label, path: marker.path };
    return { own: `${parent.own}(${marker.label})` };
  }
  const bare = /^\w+$/.test(marker.label) && reading !== undefined;
  if (parent?.own === undefined) return { own: marker.label };
  return {
    own: `${parent.own}${bare ? `(${marker.label})` : marker.label.startsWith("(") ? marker.label : ` ${marker.label}`}`,
  };
}

/** "1." under "Clause 3" is "Clause 3.1"; under "Section II" it starts a count of its own. */
function nestedInNamed(parent: OpenLevel, value: number): Citation {
  if (!/\d$/.test(parent.own ?? "")) return { own: String(value), path: [value] };
  return { own: `${parent.own}.${value}`, ...(parent.path ? { path: [...parent.path, value] } : {}) };
}

/** Puts the schedule, and a part of it, before a number: "Schedule 2, 4.1". */
export function withSchedule(above: readonly OpenLevel[], own: string): string {
  const at = above.findLastIndex((level) => level.kind === "schedule");
  if (at < 0) return own;
  const part = above.findLast((level, i) => i > at && level.kind === "part");
  const prefix = part?.node.number ?? above[at]?.node.number ?? "";
  return prefix === "" || own === "" ? own : `${prefix}, ${own}`;
}
