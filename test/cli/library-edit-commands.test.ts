import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../../src/cli/main.ts";
import { writeTogether } from "../../src/cli/write-library.ts";

const ID = "sec.encryption-at-rest";
let folder = "";
let library = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clausecheck-editing-"));
  library = join(folder, "clause-library");
  cpSync(fileURLToPath(new URL("library", import.meta.url)), folder, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const plain = (text: string) => text;
  const code = await run(["library", ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    watched: false,
    color: { bold: plain, dim: plain, red: plain, yellow: plain, green: plain },
  });
  return { code, out, err };
}

const file = () => readFileSync(join(library, `requirements/security/${ID}.yaml`), "utf8");
const state = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, "utf8")]);

/** An editor that replaces one text by another. */
function setEditor(from: string, to: string): void {
  const script = join(folder, "editor.mjs");
  const body = `import { readFileSync, writeFileSync } from "node:fs";
const file = process.argv.at(-1);
writeFileSync(file, readFileSync(file, "utf8").replace(${JSON.stringify(from)}, ${JSON.stringify(to)}));`;
  writeFileSync(script, body);
  vi.stubEnv("VISUAL", `"${process.execPath}" "${script}"`);
}

test("a field that is set changes its line, the version and the changelog", async () => {
  const before = file();
  const done = await cli("edit", ID, "--library", library, "--set", "severity=critical", "--because", "Audit.");
  expect(done.code).toBe(0);
  expect(file()).toBe(before.replace("severity: high", "severity: critical"));
  expect(readFileSync(join(library, "library.yaml"), "utf8")).toContain('version: "0.1.1"');
  expect(readFileSync(join(library, "CHANGELOG.md"), "utf8")).toBe(
    `# Legal changes of this library\n\n## 0.1.1\n\nBecause: Audit.\n\n- \`${ID}\`: severity: high -> critical\n`,
  );
});

test("what an editor makes of it is taken over", async () => {
  setEditor("title: Encryption of stored data", "title: Encryption at rest # shorter");
  const { code } = await cli("edit", ID, "--library", library, "--editor", "--because", "Wording.");
  expect(code).toBe(0);
  expect(file()).toContain("title: Encryption at rest # shorter\n");
});

test("what does not lint is not taken over, and not lost", async () => {
  setEditor("{encrypt} ... data", "{encrypt} ... (data");
  const before = state();
  const { code, err } = await cli("edit", ID, "--library", library, "--editor", "--because", "Wording.");
  expect(code).toBe(2);
  expect(err).toMatch(/elements\.0\.phrases: .*unclosed/);
  expect(state()).toEqual(before);
  const kept = /(\S+): your text is kept there/.exec(err)?.[1] ?? "";
  writeFileSync(kept, readFileSync(kept, "utf8").replace("(data", "(data|record)"));
  const again = await cli("edit", ID, "--library", library, "--from", kept, "--because", "Wording.");
  rmSync(join(kept, ".."), { recursive: true });
  expect(again.code).toBe(0);
  expect(file()).toContain("{encrypt} ... (data|record)");
});

test("a skeleton lacks only what a person must write", async () => {
  const begun = await cli("new", "sec.remote", "--title", "Remote access", "--area", "security", "--library", library);
  expect(begun.code).toBe(0);
  const { out } = await cli("lint", "--library", library);
  const fields = out.match(/: ([a-z_.0-9]+): Too small/g);
  expect(fields).toHaveLength(out.split("\n").length - 1);
  expect(out).toContain("security/sec.remote.yaml");
});

test("a retired id is not used again", async () => {
  const retired = await cli("edit", ID, "--library", library, "--set", "status=retired", "--because", "Merged.");
  expect(retired.code).toBe(0);
  const { code, err } = await cli("new", ID, "--title", "Again", "--area", "security", "--library", library);
  expect(code).toBe(2);
  expect(err).toMatch(/is retired .*ids are never reused/);
});

test("a copy of the bundled library loads, and is not written over", async () => {
  const { code } = await cli("copy", join(folder, "own"));
  expect(code).toBe(0);
  const lint = await cli("lint", "--library", join(folder, "own", "clause-library"));
  expect(lint.err).toBe("0 problems in the library.\n");
  expect((await cli("copy", join(folder, "own"))).err).toMatch(/exists already/);
});

test("where one file cannot be written, all are as they were", () => {
  const good = join(folder, "a.txt");
  writeFileSync(good, "before");
  const blocked = join(folder, "clause-library");
  const before = state();
  expect(() =>
    writeTogether([
      { path: good, text: "after" },
      { path: join(folder, "new.txt"), text: "new" },
      { path: blocked, text: "a folder stands here" },
    ]),
  ).toThrow(/cannot be written.*The library is as it was/);
  expect(state()).toEqual(before);
});
