import { describe, expect, test } from "vitest";
import { checkDate, isRecorded, nextVersion, withEntry, withVersion } from "../../src/library/record-change.ts";

test.each([
  ["0.1", "0.1.1"],
  ["0.1.9", "0.1.10"],
  ["2.14", "2.14.1"],
])("after version %s comes %s", (version, next) => {
  expect(nextVersion(version)).toBe(next);
});

test("a version that cannot be counted up is refused", () => {
  expect(() => nextVersion("spring")).toThrow(/version "spring" cannot be counted up/);
});

test("only the version of library.yaml changes", () => {
  const manifest = "# ours\ntitle: T\nversion: '0.1' # legal\n";
  expect(withVersion(manifest, "0.1.1")).toBe('# ours\ntitle: T\nversion: "0.1.1" # legal\n');
});

describe("the changelog", () => {
  const entry = { because: "The board\nsaid so.", date: "2026-03-01", lines: ["`sec.x`: severity: high -> low"] };
  const first = withEntry(undefined, "0.1.1", entry);

  test("begins with the first change", () => {
    expect(first).toBe(
      "# Legal changes of this library\n\n## 0.1.1, 2026-03-01\n\nBecause: The board said so.\n\n- `sec.x`: severity: high -> low\n",
    );
  });

  test("has the newest change on top, and no date where none is given", () => {
    const second = withEntry(first, "0.1.2", { lines: ["`sec.y`: begun: Y"] });
    expect(second.match(/^## .*$/gm)).toEqual(["## 0.1.2", "## 0.1.1, 2026-03-01"]);
    expect(second.endsWith(first.slice(first.indexOf("## ")))).toBe(true);
  });

  test("knows which ids there were", () => {
    expect(isRecorded(first, "sec.x")).toBe(true);
    expect(isRecorded(first, "sec")).toBe(false);
    expect(isRecorded(undefined, "sec.x")).toBe(false);
  });
});

test.each(["2026-02-30", "1 March", "2026-3-1"])("--date %s is refused", (date) => {
  expect(() => checkDate(date)).toThrow(/is no date/);
});
