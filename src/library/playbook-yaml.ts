import { stringify } from "yaml";
import type { PlaybookFile } from "../model/requirement.ts";

/** The text of a playbook file; the same playbook gives the same text. `remarks` stand at its head as comments. */
export function playbookYaml(playbook: PlaybookFile, remarks: readonly string[]): string {
  const head = remarks.map((line) => `# ${line}\n`).join("");
  return head + stringify(playbook, { lineWidth: 120, aliasDuplicateObjects: false });
}
