import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** Where systems install it. */
const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * A browser without a window: the one at CHROMIUM_PATH, else the machine's own, else the one that comes from npm
 * (CHROMIUM_PATH=npm forces it). Never fetches one.
 */
export async function launchBrowser(): Promise<Browser> {
  const wanted = process.env.CHROMIUM_PATH ?? "";
  if (wanted !== "" && wanted !== "npm") return chromium.launch({ executablePath: wanted, args: QUIET });
  const installed = wanted === "npm" ? undefined : USUAL.find((path) => existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: QUIET });
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("no browser: install Chromium or Chrome, or set CHROMIUM_PATH");
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [...QUIET, "--no-zygote"],
    env: {
      ...process.env,
      HOME: process.env.HOME ?? tmpdir(),
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  });
}

/** Unpacks the browser of @sparticuz/chromium once a version, with the system libraries and a font that a bare machine lacks. */
async function unpacked(): Promise<string> {
  const packed = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");
  const { version } = createRequire(import.meta.url)(join(packed, "package.json")) as { version: string };
  const folder = join(tmpdir(), `clausecheck-test-browser-${version}`);
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  // inflate() takes the folder of temporary files as its target, and reads it when called.
  process.env.TMPDIR = draft;
  const parts = ["chromium.br", "al2023.tar.br", "fonts.tar.br"].map((name) => inflate(join(packed, "bin", name)));
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await Promise.all(parts);
  const fonts = `<dir>${folder}/fonts/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir>`;
  writeFileSync(join(draft, "fonts.conf"), `<?xml version="1.0"?>\n<fontconfig>${fonts}</fontconfig>\n`);
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run was faster: its folder is whole.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
