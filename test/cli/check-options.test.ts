import { describe, expect, test } from "vitest";
import { checkOptions, type RawCheckOptions } from "../../src/cli/check-options.ts";
import { ContractCheckError } from "../../src/model/diagnostic.ts";

const options = (raw: Partial<RawCheckOptions> = {}) => checkOptions({ failOn: "high", ...raw });

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

test.each<[Partial<RawCheckOptions>, string]>([
  [{ format: ["html,xml"] }, '--format: "xml" is not a report format; use html, json.'],
  [{ format: [""] }, '--format: "" is not a report format; use html, json.'],
  [{ failOn: "severe" }, '--fail-on: "severe" is not a level; use critical, high, medium, low, none.'],
  [{ fact: ["containers"] }, '--fact containers: "" is not an answer; use true, false.'],
])("refuses %j in one line", (raw, message) => {
  expect(() => options(raw)).toThrow(new ContractCheckError("invalid-option", message));
});
