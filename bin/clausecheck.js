#!/usr/bin/env node
// Starts the command line on Node 24: a clone runs src/ as it is, an installed package runs dist/.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const major = Number(process.versions.node.split(".")[0]);

if (major >= 24) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  const source = new URL("../src/cli/main.ts", import.meta.url);
  const main = existsSync(source) ? source : new URL("../dist/cli/main.js", import.meta.url);
  const { run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  const carried = carriedNode();
  if (!carried) {
    process.stderr.write(
      `clausecheck: needs Node 24 or newer, this is ${process.version}; install Node 24, or reinstall with optional dependencies.\n`,
    );
    process.exitCode = 2;
  } else {
    const child = spawnSync(carried, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
    process.exitCode = child.status ?? 2;
  }
}

/** The Node binary that came with the package for this platform, if it was installed. */
function carriedNode() {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve(`${name}/package.json`);
    const bin = Object.values(require(manifest).bin ?? {})[0] ?? "bin/node";
    const path = fileURLToPath(new URL(bin, `file://${manifest}`));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
