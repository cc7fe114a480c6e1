#!/usr/bin/env node
// Starts the command line on Node 24: a clone runs src/ as it is, an installed package runs dist/.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Keeps what a long contract leaves behind from piling up: a third less memory for a few per cent of time. */
const MEMORY = ["--max-semi-space-size=16", "--heap-growing-percent=30"];

const args = process.argv.slice(2);
const isNode24 = Number(process.versions.node.split(".")[0]) >= 24;
const isStarted = process.execArgv.includes(MEMORY[0]);

if (isNode24 && (args[0] !== "check" || isStarted)) await start();
else restart(isNode24 ? process.execPath : carriedNode());

async function start() {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  const source = new URL("../src/cli/main.ts", import.meta.url);
  const main = existsSync(source) ? source : new URL("../dist/cli/main.js", import.meta.url);
  const { run } = await import(main.href);
  process.exitCode = await run(args);
}

/** @param {string | undefined} node */
function restart(node) {
  if (node === undefined) {
    process.stderr.write(
      `clausecheck: needs Node 24 or newer, this is ${process.version}; install Node 24, or reinstall with optional dependencies.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const child = spawnSync(node, [...MEMORY, fileURLToPath(import.meta.url), ...args], { stdio: "inherit" });
  if (child.signal)
    process.stderr.write(`clausecheck: was ended by ${child.signal}; the input may need more memory than there is.\n`);
  process.exitCode = child.status ?? 2;
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
