import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ContractCheckError } from "../model/diagnostic.ts";

/** A text as a person left it in the editor. */
export interface EditedText {
  readonly text: string;
  /** The copy it was edited in. */
  readonly path: string;
  /** Takes the copy away. */
  readonly discard: () => void;
}

/**
 * Opens a copy of the text in $VISUAL or $EDITOR and waits. Throws ContractCheckError "invalid-option" where neither is
 * set or the editor fails.
 */
export function editText(name: string, text: string): EditedText {
  const editor = process.env.VISUAL || process.env.EDITOR;
  if (!editor) throw new ContractCheckError("invalid-option", "--editor: no editor is set; set VISUAL or EDITOR.");
  const path = join(mkdtempSync(join(tmpdir(), "clausecheck-edit-")), name);
  const discard = () => rmSync(dirname(path), { recursive: true, force: true });
  writeFileSync(path, text);
  // An editor may come with arguments ("code --wait"): its setting is a command line.
  const { status } = spawnSync(`${editor} "${path}"`, { stdio: "inherit", shell: true });
  if (status === 0) return { text: readFileSync(path, "utf8").replace(/^\ufeff/, ""), path, discard };
  discard();
  throw new ContractCheckError("invalid-option", `--editor: "${editor}" failed; nothing was changed.`);
}
