import { describe, expect, test } from "vitest";
import { checkOptions, type RawCheckOptions } from "../../src/cli/check-options.ts";
import { ContractCheckError } from "../../src/model/diagnostic.ts";

const options = (raw: Partial<RawCheckOptions> = {}) => checkOptions({ failOn: "high", ...raw }, "2026-11-24");

describe("formats and where they go", () => {
  test.each<[Partial<RawCheckOptions>, string, string | undefined]>([
    [{}, "html,json", "clausecheck-report"],
    [{ out: "r" }, "html,json", "r"],
    [{ format: ["json"] }, "json", undefined],
    [{ format: ["json"], out: "r" }, "json", "r"],
    [{ format: ["html"] }, "html", "clausecheck-report"],
    [{ format: ["json", "html"] }, "html,json", "clausecheck-report"],
    [{ format: ["json, html"] }, "html,json", "clausecheck-report"],
    [{ format: ["json", "json"] }, "json", undefined],
    [{ format: ["csv"] }, "csv", undefined],
    [{ format: ["sarif"] }, "sarif", undefined],
    [{ format: ["md"] }, "md", undefined],
    [{ format: ["md,csv"] }, "md,csv", "clausecheck-report"],
    [{ format: ["xlsx"] }, "xlsx", "clausecheck-report"],
    [{ format: ["sarif,docx", "pdf"] }, "pdf,docx,sarif", "clausecheck-report"],
  ])("%j", (raw, formats, out) => {
    expect(options(raw).formats.join()).toBe(formats);
    expect(options(raw).out).toBe(out);
  });
});

test("facts are read one by one, the last of two wins", () => {
  expect(options({ fact: ["personal_data=false", "containers=TRUE", "personal_data=true"] }).facts).toEqual({
    personal_data: true,
    containers: true,
  });
});

test("everything for lawyers, as of today, unless it is said otherwise", () => {
  expect(options()).toMatchObject({ audience: "legal", deviations: undefined, asOf: "2026-11-24" });
  expect(options({ audience: "procurement", deviations: "d.yaml", asOf: "2028-02-29" })).toMatchObject({
    audience: "procurement",
    deviations: "d.yaml",
    asOf: "2028-02-29",
  });
});

const FORMATS = "html, pdf, docx, md, xlsx, csv, json, sarif";

test.each<[Partial<RawCheckOptions>, string]>([
  [{ format: ["html,xml"] }, `--format: "xml" is not a report format; use ${FORMATS}.`],
  [{ format: [""] }, `--format: "" is not a report format; use ${FORMATS}.`],
  [{ audience: "board" }, '--audience: "board" is not an audience; use legal, procurement.'],
  [{ asOf: "1 March 2026" }, '--as-of: "1 March 2026" is not a day; write it as 2026-03-01.'],
  [{ asOf: "2026-02-29" }, '--as-of: "2026-02-29" is not a day; write it as 2026-03-01.'],
  [{ asOf: "" }, '--as-of: "" is not a day; write it as 2026-03-01.'],
  [{ failOn: "severe" }, '--fail-on: "severe" is not a level; use critical, high, medium, low, none.'],
  [{ fact: ["containers"] }, '--fact containers: "" is not an answer; use true, false.'],
])("refuses %j in one line", (raw, message) => {
  expect(() => options(raw)).toThrow(new ContractCheckError("invalid-option", message));
});
