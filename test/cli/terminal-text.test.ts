import pc from "picocolors";
import { afterEach, describe, expect, test, vi } from "vitest";
import { errorLines } from "../../src/cli/error-lines.ts";
import { progressOf } from "../../src/cli/progress.ts";
import { visible } from "../../src/cli/visible.ts";
import { wrapText } from "../../src/cli/wrap-text.ts";
import { ContractCheckError } from "../../src/model/diagnostic.ts";

afterEach(() => vi.unstubAllEnvs());

test("visible keeps letters of every script and shows what would act", () => {
  expect(visible("Überlassung – договір 合同")).toBe("Überlassung – договір 合同");
  expect(visible("a\u001b[31mb\tc\nd\u202ee\u0000")).toBe("a?[31mb c d?e?");
});

test("wrapText breaks at spaces and never cuts a word", () => {
  expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapText("a verylongword b", 5)).toEqual(["a", "verylongword", "b"]);
  expect(wrapText("  ", 5)).toEqual([]);
});

describe("errorLines", () => {
  test("one line a problem, the program's name before each", () => {
    const error = new ContractCheckError("invalid-library", "a.yaml:1: bad\nb.yaml:2: worse");
    expect(errorLines(error)).toBe("clausecheck: a.yaml:1: bad\nclausecheck: b.yaml:2: worse\n");
  });

  test("an error of ours names the contract, never its text or a trace", () => {
    expect(errorLines(new Error("secret clause"), "msa")).toBe(
      "clausecheck: msa: could not be checked (internal error); set CLAUSECHECK_DEBUG=1 and report what it shows.\n",
    );
  });

  test("CLAUSECHECK_DEBUG shows the trace with its causes", () => {
    vi.stubEnv("CLAUSECHECK_DEBUG", "1");
    const text = errorLines(new Error("outer", { cause: new TypeError("inner") }));
    expect(text).toContain("Error: outer\n    at ");
    expect(text).toContain("caused by TypeError: inner");
  });
});

describe("progress", () => {
  const record = (watched: boolean, total: number) => {
    const said: string[] = [];
    const terminal = {
      out: () => {},
      err: (text: string) => void said.push(text),
      watched,
      color: pc.createColors(false),
    };
    const progress = progressOf(terminal, total);
    progress.start("msa");
    progress.clear();
    return said.join("");
  };

  test("rewrites one line where a person watches", () => {
    expect(record(true, 3)).toBe("\r\u001b[KChecking msa (1 of 3)\r\u001b[K");
  });

  test("says nothing to a file or when quiet", () => {
    expect(record(false, 3)).toBe("");
    expect(record(true, 0)).toBe("");
  });
});
